"""Anouk, Mats and Pien: a boy of fifteen who hits when a day goes differently, and nobody at home who says it aloud."""

from naast.actions import dossiers
from naast.actions.dossiers import NewAuthority, NewMember, NewRelation
from naast.actions.scores import Answer
from naast.rules.factors import STRENGTH, WORRY

from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.CHILD,)
ALL = ("anouk", "mats", "pien", "rogier")


def tell(home: Home) -> Home:
    """Open the household eight weeks ago and tell it until now."""
    home.on(56, 9)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Anouk", "Terpstra", home.born(44, 9, 17)),
            person("Mats", "Hollander", home.born(15, 1, 26)),
            person("Pien", "Hollander", home.born(10, 4, 8)),
            person("Sjoerd", "Hollander", home.born(48, 6, 2), died=home.day(1100)),
            person("Rogier", "Terpstra", home.born(47, 2, 14)),
        ],
        members=[NewMember("Anouk"), NewMember("Mats"), NewMember("Pien")],
        relations=[
            *(NewRelation(parent, "parent", child) for parent in ("Anouk", "Sjoerd") for child in CHILDREN),
            NewRelation("Sjoerd", "partner", "Anouk"),
            NewRelation("Rogier", "sibling", "Anouk"),
        ],
        authorities=[NewAuthority("Anouk", child, "yes") for child in CHILDREN],
        purpose="Anouk belde zelf, na een avond waarop zij met Pien in de auto zat",
    )
    home.learn()
    _everybody_heard(home)
    _the_plan(home)
    _how_safe(home)
    home.on(9, 14).names(WORRY, "Dat hij een keer harder slaat dan hij wil.", "rogier", teller="anouk")
    home.names(STRENGTH, "Hij zet zelf zijn dag op het bord. Dat heeft hij bedacht.", *ALL, teller="anouk")
    home.meets(3, (16, 17), "Een rondje lopen. Pien kiest waarheen.", "pien", "mirjam")
    home.on(2, 21).asks("mats", "Leest mijn school dit ook? En kan ik zien wie het leest?")
    home.look_again(13, "Helpt het als het stil is? Klopt tien minuten?", *ALL)
    return home


CHILDREN = ("Mats", "Pien")


def _everybody_heard(home: Home) -> None:
    home.on(54, 11).talk(
        "home_visit",
        home.said(
            "anouk",
            "Ik ben bang voor mijn eigen kind. Ik zeg het nu voor het eerst.",
            about=("mats",),
            ground="Anouk wil niet dat Mats dit leest. Zij is bang dat hij dan denkt dat zij niet van hem houdt.",
        ),
        home.said(
            "anouk",
            "Als zijn dag anders loopt dan hij dacht, slaat hij. Daarna huilt hij. Dan troost ik hem.",
            "rogier",
            about=("mats",),
        ),
        home.said(
            "",
            "In de gang hangt een weekbord. Mats houdt het zelf bij, met een kleur voor ieder.",
            nature="fact",
        ),
        goal="Anouk alleen spreken, als de kinderen op school zijn.",
    )
    home.on(49, 16).talk(
        "outside",
        home.said("mats", "Mijn hoofd is dan te vol. Ik zie pas later wat ik deed.", "anouk"),
        home.said(
            "mats",
            "Dat iedereen stopt met praten als ik mijn capuchon op doe. Ook Pien.",
            *("anouk", "pien", "rogier"),
            nature="wish",
        ),
        goal="Met Mats lopen. Hij kiest de weg en hoe lang.",
    )
    home.on(47, 15).talk(
        "school",
        home.said(
            "pien",
            "ik zet muziek op. dan hoor ik niet hoe het afloopt",
            about=("pien",),
            ground="Pien koos alleen Mirjam. Mama moet er niet van schrikken, zegt zij.",
        ),
        home.said("pien", "ik mis papa. mats ook maar die zegt het niet", "anouk", about=("pien", "mats")),
    )
    home.on(33, 19).talk(
        "phone",
        home.said(
            "rogier",
            "Bij mij in de werkplaats heeft hij nog nooit geslagen. Daar weet hij wat er komt.",
            *("anouk", "mats"),
            about=("mats",),
        ),
    )


def _the_plan(home: Home) -> None:
    home.on(28, 17)
    full = home.situation(
        "mats", "Als een dag ineens anders gaat. Dan praat iedereen tegelijk en dan is het te veel.", *ALL
    )
    silent = home.agreed(
        "Doet Mats zijn capuchon op, dan is het tien minuten stil in huis.",
        does=("anouk", "mats"),
        watches=("rogier",),
        about=("pien",),
        fallback="Is het daarna niet rustig, dan belt Anouk Rogier. Hij komt.",
        childrens_words="Capuchon op? Dan is het tien minuten stil. Jij mag muziek luisteren.",
        situation=full,
        readers=ALL,
    )
    workshop = home.agreed(
        "Op woensdag en zaterdag is Mats bij Rogier in de werkplaats.",
        does=("mats", "rogier"),
        watches=("anouk",),
        fallback="Kan Rogier niet, dan zegt hij het een dag eerder. Mats zet het op het bord.",
        readers=ALL,
    )
    fear = home.situation("anouk", "Als ik hem hoor opstaan en ik denk: nu.", "anouk", "rogier")
    home.agreed(
        "Wordt Anouk bang, dan gaat zij met Pien naar Rogier. De tas staat klaar.",
        does=("anouk", "rogier"),
        watches=("rogier",),
        about=("pien",),
        fallback="Kan zij niet weg, dan belt zij 112.",
        situation=fear,
        readers=("anouk", "rogier"),
    )
    home.on(26, 20)
    home.thinks("mats", silent, "agrees", "Tien minuten is genoeg. Vijf niet.", *ALL)
    home.thinks("anouk", silent, "agrees", "Stil zijn vind ik moeilijk. Ik ga het leren.", *ALL)
    home.thinks("rogier", workshop, "agrees", "Hij werkt harder dan ik.", *ALL)
    home.thinks(
        "mats", workshop, "partly", "Woensdag wel. Zaterdag wil ik soms uitslapen.", "rogier", "anouk"
    )
    home.on(9, 12).became(silent, "sometimes", "Doordeweeks lukt het. Zondag was er visite en toen niet.")


def _how_safe(home: Home) -> None:
    home.on(48).answers("anouk", Answer("number", 4, "Ik luister de hele tijd naar de trap."), "rogier")
    home.on(47, 16).answers("pien", Answer("picture", 1, "in mijn kamer is het droog"), how="child_picked")
    home.on(10, 16).answers("mats", Answer("no_number", None, "Het hangt van de dag af."), "anouk", "rogier")
    home.on(10, 19).answers("rogier", Answer("number", 7, "Hier gaat het goed. Thuis weet ik het niet."))
    home.on(9, 13).answers(
        "anouk", Answer("number", 5, "Twee weken niet geslagen.", "Dat ik weer met de deur open slaap.")
    )
    home.on(8).answers(
        "",
        Answer("number", 5, "Mats leert zijn eigen teken. Pien is stil, haar wil ik vaker spreken."),
        how="worker_chose",
    )
