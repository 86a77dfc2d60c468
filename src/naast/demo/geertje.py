"""Geertje and her son Ruud: an old mother, money that goes missing, and a son who also cares."""

from datetime import date

from naast.actions import dossiers
from naast.actions.dossiers import NewMember, NewPerson, NewRelation

from .telling import Home


def tell(home: Home) -> Home:
    """Open the household in September and tell it until now."""
    home.on(70, 9)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            NewPerson(
                "Geertje",
                "Geertje",
                prefix="de",
                family_name="Wit",
                birth_from=date(1945, 3, 1),
                birth_to=date(1945, 3, 1),
            ),
            NewPerson(
                "Ruud",
                "Ruud",
                prefix="de",
                family_name="Wit",
                birth_from=date(1972, 10, 30),
                birth_to=date(1972, 10, 30),
            ),
            NewPerson(
                "Hanneke",
                "Hanneke",
                family_name="Smid",
                birth_from=date(1969, 1, 1),
                birth_to=date(1969, 12, 31),
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
    return home
