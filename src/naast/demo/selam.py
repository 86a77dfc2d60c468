"""Selam, Dawit and Liya, with a baby on the way: far from home, one phone between them, and who may use it."""

from naast.actions import dossiers
from naast.actions.dossiers import NewAuthority, NewMember, NewPerson, NewRelation
from naast.actions.scores import Answer
from naast.rules.factors import STRENGTH, WORRY

from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.CONTROL,)
TIGRINYA = "Tigrinya"
BY_PHONE = "tolk aan de telefoon, niet uit de eigen kring"


def tell(home: Home) -> Home:
    """Open the household six weeks ago and tell it until now."""
    home.on(43, 13)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Selam", "Tesfay", home.born(27, 1, 1)),
            person("Dawit", "Gebre", home.born(31, 5, 17)),
            person("Liya", "Gebre", home.born(4, 2, 11)),
            NewPerson("Baby", "de baby", unborn=True),
        ],
        members=[NewMember("Selam"), NewMember("Dawit"), NewMember("Liya"), NewMember("Baby")],
        relations=[
            NewRelation("Dawit", "partner", "Selam"),
            NewRelation("Selam", "parent", "Liya"),
            NewRelation("Dawit", "parent", "Liya"),
            NewRelation("Selam", "parent", "Baby"),
        ],
        authorities=[
            NewAuthority("Selam", "Liya", "yes"),
            NewAuthority("Dawit", "Liya", "unknown", reason="het register kan het niet bepalen"),
        ],
        purpose="De verloskundige vroeg met Selam samen om mee te denken",
    )
    home.learn()
    home.on(40).talk(
        "office",
        home.said(
            "selam",
            "De telefoon is van Dawit. Ik mag bellen als hij erbij is. Hij zegt: anders maak je kosten.",
        ),
        home.said(
            "selam", "Hij is goed voor Liya. Hij bidt met haar en hij maakt haar aan het lachen.", "dawit"
        ),
        home.said("selam", "Ik wil Nederlands leren voordat de baby komt.", "dawit", nature="wish"),
        goal="Selam alleen spreken, met een eigen tolk.",
        language=TIGRINYA,
        interpreter=BY_PHONE,
    )
    home.on(34).talk(
        "home_visit",
        home.said(
            "dawit",
            "In mijn land zorgt een man dat niemand zijn gezin bedriegt. "
            "Hier kijkt iedereen naar mij alsof ik slecht ben.",
            "selam",
        ),
        home.said("dawit", "Ik wil werken. Dan komt er rust.", "selam", nature="wish"),
        language=TIGRINYA,
        interpreter=BY_PHONE,
    )
    home.on(9).talk(
        "outside",
        home.said(
            "",
            "Liya speelde dat de telefoon sliep en niet wakker mocht worden.",
            nature="fact",
            about=("liya",),
        ),
    )
    phone = home.on(8).situation(
        "selam", "Als ik wil bellen en het mag niet. Dan weet niemand waar ik ben.", "selam"
    )
    home.agreed(
        "Selam heeft een eigen telefoon, op een plek die zij kiest.",
        does=("selam",),
        watches=("selam",),
        fallback="Is de telefoon weg, dan zegt Selam het tegen de verloskundige.",
        situation=phone,
        readers=("selam",),
    )
    lessons = home.agreed(
        "Selam gaat op maandag en woensdag naar de les. Dawit haalt Liya op.",
        does=("selam", "dawit"),
        watches=("selam",),
        about=("liya",),
        fallback="Lukt het Dawit niet, dan blijft Liya bij de buurvrouw.",
        childrens_words="Mama gaat naar school. Papa haalt jou op. Daarna eten we samen.",
        readers=("selam", "dawit", "liya"),
    )
    home.on(6)
    home.thinks("dawit", lessons, "agrees", "Als zij Nederlands leert, kan zij ook werken.", "selam")
    home.thinks("selam", lessons, "agrees")
    home.on(5, 10).answers(
        "selam", Answer("number", 5, "Ik ben niet bang voor slaan. Ik ben bang om alleen te zijn.")
    )
    home.on(5, 11).names(WORRY, "Dat ik de baby krijg en niemand kan bellen.", teller="selam")
    home.names(STRENGTH, "Ik leer elke week tien woorden. Ik schrijf ze op de muur.", "dawit", teller="selam")
    home.on(2, 13).asks("selam", "Wie kan mij bellen als de baby komt, zonder dat Dawit opneemt?")
    home.look_again(9, "Hoe gaan de lessen? Met de tolk.", "selam", "dawit")
    return home
