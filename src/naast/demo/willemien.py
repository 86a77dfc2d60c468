"""Willemien, who is ninety and forgets, and her daughter Joke: care that became too heavy, and a locked front door."""

from naast.actions import dossiers
from naast.actions.dossiers import NewMember, NewRelation
from naast.actions.scores import Answer
from naast.rules.factors import STRENGTH, WORRY

from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.LASTING_CARE,)
ALL = ("willemien", "joke", "bert")


def tell(home: Home) -> Home:
    """Open the household nine weeks ago and tell it until now."""
    home.on(63, 10)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Willemien", "Brug", home.born(90, 2, 19), prefix="van der"),
            person("Joke", "Brug", home.born(64, 8, 30), prefix="van der"),
            person("Bert", "Brug", home.born(61, 12, 3), prefix="van der"),
        ],
        members=[NewMember("Willemien"), NewMember("Joke")],
        relations=[
            NewRelation("Willemien", "parent", "Joke"),
            NewRelation("Willemien", "parent", "Bert"),
            NewRelation("Bert", "sibling", "Joke"),
        ],
        purpose="Joke vroeg de huisarts om hulp; Willemien vond koffie met ons goed",
    )
    home.learn()
    _everybody_heard(home)
    _the_plan(home)
    _how_safe(home)
    home.on(9, 16).names(WORRY, "Dat ik ook zo word. En dat niemand dan komt.", teller="joke")
    home.names(STRENGTH, "Wij lachen nog om dezelfde dingen.", "willemien", "bert", teller="joke")
    home.meets(4, (14, 15), "Koffie, en de tuin bekijken", "willemien", "ayşe", readers=("joke",))
    home.on(2, 21).asks("joke", "Ik wil één weekend weg. Wie kan er dan bij mijn moeder zijn?")
    home.look_again(14, "Is de deur open gebleven? En is Joke uitgerust?", *ALL)
    return home


def _everybody_heard(home: Home) -> None:
    home.on(60).talk(
        "home_visit",
        home.said(
            "willemien", "Ik ben geen kind. Als de zon schijnt, wil ik naar buiten.", "joke", nature="wish"
        ),
        home.said(
            "joke",
            "Ik doe de deur op slot als ik boodschappen doe. Anders staat zij op straat, in haar nachtpon.",
            "bert",
            about=("willemien",),
        ),
        home.said(
            "",
            "Willemien schonk zelf de koffie in. Zij wist nog hoe haar man die dronk: zwart, met één koekje.",
            nature="fact",
            about=("willemien",),
        ),
        goal="Kennismaken aan tafel, en met Willemien praten, niet over haar.",
    )
    home.on(53, 11).talk(
        "home_visit",
        home.said(
            "joke",
            "Soms pak ik haar te hard vast. Dan zie ik haar arm, en dan schaam ik mij kapot.",
            about=("willemien",),
            ground="Joke wil dit eerst alleen aan ons kwijt.",
        ),
        home.said("joke", "Ik heb reuma. 's Avonds kan ik de trap niet meer op, en dan roept zij.", "bert"),
        goal="Joke alleen spreken, terwijl Willemien bij de kapper is.",
    )
    home.on(51).talk(
        "home_visit",
        home.said(
            "willemien",
            "Joke is lief. Maar zij is boos op mijn hoofd.",
            about=("joke",),
            ground="Willemien vertelde het toen Joke in de tuin was. Zij wil Joke geen pijn doen.",
        ),
        home.said(
            "",
            "Op de linkerarm van Willemien zat een blauwe plek. Zij wist niet waarvan.",
            nature="fact",
            about=("willemien",),
        ),
        goal="Willemien alleen spreken, 's middags, als zij het helderst is.",
    )
    home.on(37, 19).talk(
        "phone",
        home.said("bert", "Ik woon ver weg. Ik maak geld over en denk dat het dan klaar is.", "joke"),
    )


def _the_plan(home: Home) -> None:
    home.on(30, 15)
    evening = home.situation(
        "joke",
        "Tegen de avond. Moeder wil naar huis en weet niet dat zij thuis is. Dan ben ik op.",
        *ALL,
    )
    door = home.agreed(
        "De voordeur gaat niet meer op slot. Er hangt een bel, en Joke hoort het als de deur opengaat.",
        does=("joke", "bert"),
        watches=("bert",),
        about=("willemien",),
        fallback="Is Willemien toch weg, dan belt Joke de buren en daarna 112.",
        situation=evening,
        readers=ALL,
    )
    days = home.agreed(
        "Op dinsdag en vrijdag is Willemien bij de dagopvang met de tuin. Joke rust dan.",
        does=("willemien", "joke"),
        watches=("bert",),
        fallback="Wil Willemien niet, dan gaat zij niet. Bert komt dan die middag.",
        readers=ALL,
    )
    home.agreed(
        "Is Joke op, dan gaat zij de kamer uit en belt zij Bert. Zij pakt Willemien niet vast.",
        does=("joke", "bert"),
        watches=("bert",),
        fallback="Neemt Bert niet op, dan belt Joke de thuiszorg.",
        situation=evening,
    )
    home.on(27, 11)
    home.thinks("willemien", door, "agrees", "Een bel mag. Een slot niet.", "joke", "bert")
    home.thinks("joke", door, "partly", "Overdag wel. 's Nachts durf ik het nog niet.", "willemien", "bert")
    home.thinks(
        "willemien", days, "partly", "Op vrijdag wil ik thuis zijn. Dan komt de visboer.", "joke", "bert"
    )
    home.thinks("bert", days, "agrees", "Ik rijd. Dan zie ik haar ook eens.", "joke", "willemien")
    home.on(8, 16).became(door, "helped", "De bel ging twee keer. Joke was er beide keren op tijd bij.")


def _how_safe(home: Home) -> None:
    home.on(52).answers("joke", Answer("number", 4, "Ik ben bang dat ik een keer doorsla."))
    home.on(9, 15).answers("willemien", Answer("picture", 4, "De tuin. En de koffie is hier goed."), "joke")
    home.answers(
        "joke",
        Answer("number", 6, "Twee middagen is veel. Ik heb weer gelezen.", "Een nacht slapen."),
        "bert",
    )
    home.on(7, 10).answers(
        "",
        Answer("number", 6, "De deur is open, de arm is gaaf. De nachten kennen we nog niet."),
        how="worker_chose",
    )
    home.answers("bert", Answer("not_asked", words="Bert was op reis. Ik bel hem vrijdag."))
