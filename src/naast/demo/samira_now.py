"""How safe it is now in the household of Samira: everybody's answer, what makes it hard and what helps."""

from naast.actions.factors import Basis
from naast.actions.scores import Answer
from naast.rules.factors import PERSON, PROTECTION, RELATION, RISK, STRENGTH, WORRY

from .home import Home
from .samira_plan import EVERYBODY


def tell(home: Home) -> None:
    """Answers first; then what they told along with them; and what Yusuf asks."""
    _how_safe(home)
    _hard_and_helping(home)
    home.on(1, 17).asks("yusuf", "Mag ik de volgende keer alleen met je praten, zonder Noa?")
    _around_them(home)
    _agenda(home)


def _how_safe(home: Home) -> None:
    """Everybody their own number, from high and low; Noa rather a picture, and with whom she wants."""
    home.on(55).answers("samira", Answer("number", 4, "Ik kijk nog steeds naar buiten."), "latifa")
    home.answers("karim", Answer("number", 7, "Thuis is het stil. Dat helpt en dat helpt niet."), "samira")
    home.on(54, 16).answers("yusuf", Answer("number", 5, "Gaat wel."), "samira")
    home.on(53, 15).answers("noa", Answer("picture", 3, "bij oma schijnt de zon"), how="child_picked")
    home.on(16).answers(
        "samira",
        Answer(
            "number",
            6,
            "Ik slaap weer door. Alleen de dag voor het ophalen niet.",
            "Een maand lang ophalen zonder praten bij de deur.",
        ),
        "latifa",
    )
    home.on(15).answers(
        "karim", Answer("number", 8, "Ik loop weg als ik het voel komen. Dat lukt nu bijna altijd."), "samira"
    )
    home.on(15, 16).answers(
        "noa", Answer("picture", 2, "soms hoor ik nog een stem die er niet is"), how="child_picked"
    )
    home.on(14).answers("yusuf", Answer("no_number", None, "Dat weet ik toch niet."), "samira")
    home.answers(
        "",
        Answer(
            "number",
            6,
            "Afspraken houden. Het ophalen blijft het kwetsbare moment, en Noa spreek ik te weinig.",
        ),
        how="worker_chose",
    )
    home.answers("latifa", Answer("not_asked", words="Latifa was naar haar zus. Ik bel haar maandag."))


def _hard_and_helping(home: Home) -> None:
    """Worries beside strengths, each in its own circle: what Samira fears is not for Karim to read."""
    home.on(16, 11).names(WORRY, "Dat hij weer boos wordt bij de deur.", "latifa", teller="samira")
    home.names(STRENGTH, "Oma Latifa is er altijd na school.", *EVERYBODY, teller="samira")
    home.on(15, 11).names(STRENGTH, "Ik loop weg als ik het voel komen.", "samira", teller="karim")
    home.names(WORRY, "De schulden. Daar lig ik wakker van.", "samira", teller="karim")
    pick_up = home.on(14, 11).names(
        RISK,
        "Het contact bij het ophalen.",
        about=("samira", "karim", "noa"),
        basis=Basis(RELATION, "Twee keer ruzie bij de deur. Samira en Karim vertelden het allebei."),
    )
    home.names(WORRY, "Dat papa en mama bij de deur gaan praten.", *EVERYBODY, teller="yusuf")
    helps = home.names(
        PROTECTION,
        "Karim zoekt zelf hulp en komt elke keer.",
        "samira",
        "karim",
        about=("karim",),
        basis=Basis(PERSON),
    )
    home.main_risks(pick_up)
    home.sees(pick_up, "samira", "yes", "Ik ben elke vrijdag bang.")
    home.on(13, 15).sees(pick_up, "karim", "yes", "Ik word boos als ik moet wachten.")
    home.sees(helps, "karim", "yes", "Het helpt mij om te praten.", "samira")
    home.sees(helps, "samira", "partly", "Hij komt. Maar thuis merk ik het nog niet.")
    home.on(3, 11).sees(pick_up, "karim", "partly", "Sinds oma meegaat gaat het beter.")
    home.sees(pick_up, "", "partly", "Met Latifa erbij bleef het twee keer rustig.")


def _agenda(home: Home) -> None:
    """Who meets when: with one alone, at a secret place, at school, all together; and one that does not go on."""
    home.on(12, 10).meets(-9, (11, 12), "Hoe ging het ophalen?", "samira", "jerrel", place="Bij het wijkteam")
    home.on(2, 11).meets(0, (14, 15), "Even bijpraten, hoe je slaapt", "samira", "jerrel")
    off = home.meets(1, (9, 10), "Over de vragen aan school", "karim", "jerrel", place="Bij het wijkteam")
    home.meets(
        3, (15, 16), "Tekenen en praten", "noa", "ellen", "jerrel", place="Basisschool De Regenboog, lokaal 3"
    )
    home.meets(5, (10, 11), "Samen door het huis lopen", "samira", "jerrel", place="Lindehof 12", secret=True)
    home.meets(
        6,
        (16, 17),
        "Werken de afspraken over het ophalen?",
        "samira",
        "karim",
        "latifa",
        "jerrel",
        place="Wijkcentrum, kamer 3",
        readers=EVERYBODY,
    )
    home.on(1, 18).calls_off(off, "Karim moet die ochtend werken. Jerrel belt hem maandag.")


def _around_them(home: Home) -> None:
    """Whom each names as their own people, and the parts of the plan besides the agreements."""
    home.on(13, 11).near("samira", "latifa", 1, "yes", "Is er bij elk ophalen, en na school.", *EVERYBODY)
    home.near("samira", "ellen", 3, "asked", "Kan op school een oogje houden.", "yusuf", "noa", "latifa")
    home.near("karim", "latifa", 2, "yes", "Zegt het als het klaar is.", *EVERYBODY)
    home.near("noa", "latifa", 1, "yes", "oma mag ik altijd bellen", "latifa")
    home.on(13, 12).written("goals", "De kinderen kijken uit naar het weekend met papa.", *EVERYBODY)
    home.written(
        "professionals", "Jerrel spreekt iedereen apart. De juf let op hoe het met Noa gaat.", *EVERYBODY
    )
    home.written("treatment", "Karim heeft al elke week zijn gesprekken.", "karim", needed=False)
    home.written("monitoring", "Jerrel vraagt elke maand hoe veilig het is, ook aan Noa.", *EVERYBODY)
