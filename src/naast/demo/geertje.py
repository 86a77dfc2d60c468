"""Geertje and her son Ruud: an old mother, money that goes missing, and a son who also cares."""

from datetime import timedelta

from naast.actions import dossiers
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.actions.scores import Answer
from naast.rules.factors import STRENGTH, WORRY

from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.LASTING_CARE, Window.STRESS)


def tell(home: Home) -> Home:
    """Open the household in September and tell it until now."""
    home.on(70, 9)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Geertje", "Wit", home.born(81, 3, 1), prefix="de"),
            person("Ruud", "Wit", home.born(54, 10, 30), prefix="de"),
            NewPerson(
                "Hanneke",
                "Hanneke",
                family_name="Smid",
                birth_from=home.born(57, 1, 1),
                birth_to=home.born(57, 1, 1) + timedelta(days=364),
            ),
        ],
        members=[NewMember("Geertje"), NewMember("Ruud")],
        relations=[NewRelation("Geertje", "parent", "Ruud"), NewRelation("Hanneke", "network", "Geertje")],
        purpose="De wijkverpleegkundige maakte zich zorgen, Geertje vond het goed dat wij kwamen",
    )
    home.learn()
    home.on(68).talk(
        "home_visit",
        home.said("geertje", "Ruud doet alles voor mij. Alleen over de bankpas moet je niet beginnen."),
        home.said("geertje", "Ik wil hier blijven wonen. Met Ruud, als het kan.", "ruud", nature="wish"),
        home.said(
            "",
            "In de koelkast stonden melk en twee appels. Geertje zei dat het vrijdag weer goed komt.",
            nature="fact",
        ),
        goal="Kennismaken, en vragen wat Geertje zelf wil.",
    )
    home.on(61).talk(
        "home_visit",
        home.said(
            "ruud",
            "Ik heb mijn werk opgegeven om hier te zijn. Ik leen soms wat. Ik schrijf het op, kijk maar.",
            "geertje",
        ),
        home.said("ruud", "Ik red het niet meer alleen.", nature="opinion"),
    )
    home.on(33).talk(
        "phone",
        home.said(
            "hanneke",
            "Zij belt mij minder dan vroeger. Als ik kom, zit hij erbij.",
            about=("geertje", "ruud"),
        ),
    )
    home.on(12, 10).talk(
        "home_visit",
        home.said(
            "geertje",
            "Ik heb hem gezegd dat ik zelf naar de bank wil. Hij werd stil. Toen zei hij: goed mam.",
            "ruud",
        ),
        present=("geertje", "ruud"),
        goal="Samen kijken wat er kan met het geld.",
    )
    money = home.on(11).situation(
        "geertje",
        "Als ik naar mijn geld vraag. Dan wordt het stil in huis, en dan durf ik niet meer.",
        "geertje",
    )
    home.agreed(
        "Geertje gaat elke vrijdag zelf naar de bank, met Hanneke.",
        does=("geertje", "hanneke"),
        watches=("hanneke",),
        fallback="Gaat het niet door, dan belt Hanneke dezelfde dag met Mirjam.",
        situation=money,
    )
    rest = home.agreed(
        "Op dinsdag en donderdag komt de thuiszorg. Ruud gaat dan de deur uit.",
        does=("ruud",),
        watches=("geertje",),
        fallback="Komt de thuiszorg niet, dan belt Ruud zelf.",
        readers=("geertje", "ruud"),
    )
    home.on(10)
    home.thinks("ruud", rest, "agrees", "Ik heb twee jaar geen middag vrij gehad.", "geertje")
    home.thinks("geertje", rest, "partly", "Donderdag hoeft van mij niet.", "ruud")
    _how_safe(home)
    home.on(9, 11).names(WORRY, "Dat er aan het eind van de maand niets meer is.", teller="geertje")
    home.names(STRENGTH, "Hij kookt elke avond. Dat deed zijn vader ook.", "ruud", teller="geertje")
    home.on(1, 11).asks("geertje", "Kan de bank mij een nieuwe pas geven, zonder dat Ruud een brief krijgt?")
    home.look_again(16, "Hoe gaan de vrijdagen en de middagen?", "geertje", "ruud")
    home.on(3, 11).meets(0, (15, 16), "Bellen over de vrijdagen", "hanneke", "mirjam")
    home.meets(
        2,
        (10, 11),
        "Koffie, en hoe gaan de middagen?",
        "geertje",
        "ruud",
        "mirjam",
        place="Bij Geertje thuis",
    )
    return home


def _how_safe(home: Home) -> None:
    home.on(9, 10).answers(
        "geertje", Answer("number", 7, "Als het over geld gaat een vier. Verder is het goed.")
    )
    home.answers("ruud", Answer("no_number", None, "Daar heb ik nog nooit over nagedacht."), "geertje")
