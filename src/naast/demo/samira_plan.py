"""The plan of Samira's household: two situations with their parts, conditions, agreements, and what became of these."""

from uuid import UUID

from naast.rules.phases import PARTLY, YES, Answer

from .home import Home

EVERYBODY = ("samira", "karim", "yusuf", "noa", "latifa")


def tell(home: Home) -> None:
    """Two situations, two conditions and agreements, one of them in a smaller circle; not everybody sees all alike.

    No agreement meets the second condition yet: Noa may call her grandmother, but nobody asked whom she chose.
    """
    assert home.dossier is not None
    home.on(105, 10).stands(
        "direct",
        "Eerst moet het schreeuwen stoppen. Daar maken we samen afspraken over.",
        ("samira", "karim"),
        {"samira": "Ja, eerst rust bij de deur.", "karim": "Goed."},
        *EVERYBODY,
    )
    home.on(17, 13)
    waiting = home.situation(
        "samira", "Als het ophalen te lang duurt. Dan staan wij te praten en de kinderen wachten.", *EVERYBODY
    )
    quiet = home.condition(
        "De kinderen zien geen ruzie bij het ophalen.",
        "Mia van Veilig Thuis, aan de telefoon",
        *EVERYBODY,
        situation=waiting,
    )
    home.condition(
        "Noa heeft een volwassene die zij zelf koos, en die zij altijd kan bellen.",
        "Mia van Veilig Thuis, aan de telefoon",
        *EVERYBODY,
    )
    short = home.agreed(
        "Het ophalen duurt vijf minuten, bij oma Latifa voor de deur.",
        does=("samira", "karim"),
        watches=("latifa",),
        about=("yusuf", "noa"),
        fallback="Latifa zegt: nu is het klaar. Iedereen gaat.",
        childrens_words="Duurt het te lang? Dan geef je oma een hand en ga je vast naar de auto. "
        "Je hoeft niets te zeggen.",
        situation=waiting,
        readers=EVERYBODY,
        meets=(quiet,),
    )
    school = home.agreed(
        "Vragen over school stelt Karim op dinsdag, in een bericht.",
        does=("karim",),
        watches=("samira",),
        about=("yusuf", "noa"),
        fallback="Lukt het niet, dan belt Jerrel met allebei.",
        situation=waiting,
        readers=EVERYBODY,
    )
    _parts(home, waiting)
    evening = home.situation("noa", "als ik 's avonds stemmen hoor op de trap", "noa")
    home.agreed(
        "Noa mag oma bellen, ook laat. Oma neemt altijd op.",
        does=("latifa",),
        watches=("noa",),
        fallback="Neemt oma niet op, dan belt Noa de telefoon van het wijkteam.",
        childrens_words="Hoor je stemmen? Bel oma. Zij neemt altijd op.",
        situation=evening,
    )
    home.most_unsafe(waiting)
    home.on(15, 19)
    home.thinks("karim", short, "agrees", "Ik wil laten zien dat het kan.", "samira", "yusuf")
    home.thinks("samira", short, "partly", "Vijf minuten is goed. Die keer was het voor mij niet rustig.")
    home.thinks("yusuf", short, "agrees", "Prima. Maar niemand belt naar school.", "samira", "karim")
    home.thinks("samira", school, "agrees", "", "karim")
    home.on(14, 10).stands(
        "stable",
        "Het schreeuwen is gestopt, en iedereen weet wat te doen als het terugkomt. Nu werken we aan het ophalen.",
        ("samira", "karim"),
        {
            "samira": "Ja. Als het ophalen nog een keer misgaat, wil ik terug naar eerst de veiligheid.",
            "karim": "Mee eens.",
            "yusuf": "Het is rustiger, dat klopt.",
            "noa": "minder hard praten is fijn",
        },
        *EVERYBODY,
        criteria=(
            Answer(
                "stopped", YES, "Samira, Karim en Yusuf zeggen alle drie dat er niet meer geschreeuwd wordt."
            ),
            Answer("kept", YES, "Vijf minuten bij de deur, en vragen op dinsdag. Dat helpt het meest."),
            Answer(
                "watched", PARTLY, "Latifa let op bij het ophalen. Wie er op school oplet, zoeken we nog."
            ),
        ),
        keeps=(short, school),
    )
    _on_paper(home)
    home.on(4, 16).became(school, "sometimes", "Vorige dinsdag kwam de vraag toch op donderdag, bij de deur.")
    home.look_again(6, "Werken de afspraken over het ophalen?", *EVERYBODY, "latifa")


def _on_paper(home: Home) -> None:
    """Who took the plan home: Samira and Karim each their own, of which the other need not know, and Noa a card."""
    home.on(14, 11).gives("plan", "samira", "Het ligt in de la bij de papieren van school.")
    card = home.gives("card", "karim", "In zijn portemonnee.")
    home.gives("card", "noa", "In haar etui, met het nummer van oma erop.", "samira", "latifa")
    home.on(9, 9).lost(card, "karim")


def _parts(home: Home, waiting: UUID) -> None:
    """What each of them sees, does and feels when it takes too long; where Samira can go is for her and the team."""
    home.part(waiting, "sign", "Hij praat zachter en blijft staan.", *EVERYBODY, teller="samira")
    home.part(waiting, "sign", "Mijn kaken gaan op slot.", "samira", teller="karim", about="karim")
    home.part(
        waiting,
        "does",
        "Noa telt auto's.",
        *EVERYBODY,
        teller="yusuf",
        about="noa",
        when="bij de auto, voor de deur",
    )
    home.part(waiting, "effect", "Dan slaap ik die nacht niet.", "latifa", teller="samira", about="samira")
    home.part(waiting, "effect", "Ik durf dan niets meer te vragen.", teller="karim", about="karim")
    home.part(
        waiting,
        "call",
        "Mijn zus Hind. Zij komt altijd.",
        "latifa",
        teller="samira",
        about="samira",
        reach="06-98765432",
    )
    home.part(waiting, "place", "Naar mijn zus.", teller="samira", about="samira", reach="Eikenlaan 40")
