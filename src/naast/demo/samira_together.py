"""Two questions that the household of Samira answers together: one that is decided and told back, one that is open."""

from uuid import UUID

from naast.actions import matters, matters_outcome, matters_views
from naast.actions.entries import Happened
from naast.actions.matters import Asked, Noted
from naast.actions.matters_outcome import Counted, Decided
from naast.rules.matters import DIFFER, INFORMED, SILENT, TOLD_BACK, TRIED

from .home import Home
from .samira_plan import EVERYBODY


def tell(home: Home) -> None:
    """In the holiday they agree to differ; who fetches Noa nobody decided yet."""
    _the_holiday(home)
    _who_fetches_noa(home)


def _asked(home: Home, words: str, *belongs: str) -> UUID:
    assert home.dossier is not None
    asked = Asked(words, tuple(home.ids[key] for key in belongs))
    return matters.ask(viewer=home.viewer(), dossier=home.dossier, asked=asked)


def _noted(home: Home, matter: UUID, sort: str, words: str, who: str = "") -> None:
    viewer = home.viewer()
    today = Happened(viewer.today, viewer.today, "exact")
    part = Noted(sort, words, home.ids[who] if who else None, today)
    matters.note(viewer=viewer, matter=matter, part=part)


def _sees(home: Home, matter: UUID, who: str, words: str, *shared: str) -> UUID:
    return matters_views.say(
        viewer=home.viewer(),
        matter=matter,
        words=words,
        shared_with=home.choice(*shared),
        for_person=home.ids[who],
        how="asked_alone",
    )


def _the_holiday(home: Home) -> None:
    matter = _asked(home.on(11, 9), "Waar slapen Yusuf en Noa in de kerstvakantie?", *EVERYBODY)
    for who, words in (
        ("samira", "Wat Karim wil, en dat de kinderen apart worden gevraagd."),
        ("karim", "Wat Samira wil, en dat de kinderen apart worden gevraagd."),
        ("yusuf", "Dat papa en mama het allebei anders willen, en dat jij mag zeggen wat jij wilt."),
        ("noa", "Dat je mag zeggen waar je wilt slapen. Kiezen hoeft niet."),
        ("latifa", "Wat Samira en Karim willen."),
    ):
        _noted(home, matter, INFORMED, words, who)
    home.on(10, 15)
    views = [
        _sees(home, matter, "samira", "Bij mij. Ik ben bang dat het bij hem misgaat als het laat wordt."),
        _sees(home, matter, "karim", "De helft bij mij. Ik ben ook hun vader.", *EVERYBODY),
        _sees(home, matter, "yusuf", "Overdag bij papa is leuk. Slapen thuis.", "samira", "karim"),
        _sees(home, matter, "noa", "bij oma"),
    ]
    _noted(home, matter, SILENT, "Latifa wil niet kiezen tussen Samira en Karim.", "latifa")
    _noted(
        home.on(9, 16), matter, TRIED, "Met z'n vieren een kalender getekend. Bij de nachten bleven we staan."
    )
    said = (
        ("Haar angst woog zwaar: daarom geen nachten.", False),
        ("Hij krijgt meer dagen. Dat de nachten anders zijn blijft hij oneerlijk vinden.", True),
        ("Zo hebben we het gedaan.", False),
        ("Daarom slaapt zij twee nachten bij oma.", False),
    )
    decided = Decided(
        DIFFER,
        "Overdag vier keer naar Karim, met Latifa erbij. Slapen bij Samira, en twee nachten bij oma.",
        (home.ids["samira"], home.ids["karim"]),
        "Of slapen bij Karim al kan. In februari kijken we opnieuw.",
        tuple(
            Counted(view, words, otherwise=otherwise)
            for view, (words, otherwise) in zip(views, said, strict=True)
        ),
    )
    matters_outcome.decide(viewer=home.on(8, 16).viewer(), matter=matter, decided=decided)
    for who, words in (
        ("samira", "Er zijn geen nachten bij Karim. In februari praten we er weer over."),
        ("karim", "Je hebt vier dagen. Over de nachten praten we in februari weer."),
        ("yusuf", "Je gaat vier keer overdag naar papa. Oma gaat mee. Je slaapt thuis, zoals jij zei."),
        ("noa", "Je slaapt thuis en twee keertjes bij oma. Papa zie je vier keer, met oma erbij."),
    ):
        _noted(home, matter, TOLD_BACK, words, who)


def _who_fetches_noa(home: Home) -> None:
    matter = _asked(home.on(3, 10), "Wie haalt Noa op als Samira moet werken?", "samira", "latifa")
    _noted(home, matter, INFORMED, "Dat de school tot half zes open is.", "samira")
    _sees(home, matter, "samira", "Liefst oma. Anders iemand die Noa al kent.")
