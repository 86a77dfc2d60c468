"""Denise, Marco, Jip and a baby of five months: debts, nights without sleep, and a boy who makes his own bread."""

from uuid import UUID

from naast.actions import dossiers
from naast.actions.dossiers import NewAuthority, NewMember, NewRelation
from naast.actions.scores import Answer
from naast.rules.factors import STRENGTH, WORRY

from .home import Home
from .telling import person
from .windows import Window

WINDOWS = (Window.STRESS,)
EVERYBODY = ("denise", "marco", "jip", "fenna", "riet")
BABY_DAYS = 150  # so long ago Fenna was born, whatever the season


def tell(home: Home) -> Home:
    """Open the household eleven weeks ago and tell it until now."""
    home.on(77, 10)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Denise", "Kuiper", home.born(29, 7, 12)),
            person("Marco", "Veldman", home.born(35, 11, 4)),
            person("Jip", "Veldman", home.born(7, 3, 21)),
            person("Fenna", "Veldman", home.day(BABY_DAYS)),
            person("Riet", "Oosterhof", home.born(68, 5, 9)),
        ],
        members=[NewMember(name) for name in ("Denise", "Marco", "Jip", "Fenna")],
        relations=[
            NewRelation("Marco", "partner", "Denise"),
            *(NewRelation(adult, "parent", child) for adult in PARENTS for child in ("Jip", "Fenna")),
            NewRelation("Riet", "neighbour", "Denise"),
        ],
        authorities=[NewAuthority(adult, child, "yes") for adult in PARENTS for child in ("Jip", "Fenna")],
        purpose="Denise vroeg de jeugdverpleegkundige om hulp, en zij belde met haar erbij",
    )
    home.learn()
    _everybody_heard(home)
    nights = _the_plan(home)
    _how_safe(home)
    home.on(6, 12).names(
        WORRY, "Dat ze Jip en Fenna bij ons weghalen als ik zeg hoe moe ik ben.", teller="denise"
    )
    home.names(STRENGTH, "Jip lacht weer aan tafel. En Riet is er.", *EVERYBODY, teller="denise")
    home.meets(2, (14, 15), "Bellen hoe de nachten gaan", "denise", "jerrel")
    home.on(5, 11).became(nights, "helped", "Denise sliep vijf van de zes nachten door.")
    home.on(2, 20).asks(
        "denise", "Mag ik één keer zonder Marco mee naar de schuldhulp? Er is een brief die hij niet kent."
    )
    home.look_again(12, "Hoe gaan de nachten en de post?", *EVERYBODY)
    return home


PARENTS = ("Denise", "Marco")


def _everybody_heard(home: Home) -> None:
    home.on(74).talk(
        "home_visit",
        home.said("denise", "Ik maak de post niet meer open. Het zijn toch altijd rekeningen.", "marco"),
        home.said(
            "denise", "Eén nacht doorslapen. Daar droom ik van, als ik kon slapen.", "marco", nature="wish"
        ),
        home.said(
            "denise",
            "Soms huilt Fenna en dan doe ik de deur dicht en ga ik op het balkon zitten. "
            "Een keer was het een uur. Ik durf dat niet tegen Marco te zeggen.",
            about=("fenna",),
            ground="Denise wil het Marco zelf vertellen, als zij eraan toe is.",
        ),
        home.said(
            "",
            "Op het aanrecht stonden zes schone flesjes op een rij. Fenna volgde Denise met haar ogen en lachte.",
            nature="fact",
            about=("denise", "fenna"),
        ),
        goal="Horen wat Denise nodig heeft, zonder meteen te regelen.",
    )
    home.on(70, 17).talk(
        "office",
        home.said(
            "marco",
            "Ik rijd 's nachts pakketten en overdag klus ik bij. Als ik thuiskom en het is een bende, "
            "dan schreeuw ik. Dan doet Jip zijn handen op zijn oren.",
            "denise",
            about=("jip",),
        ),
        home.said("marco", "Als de schuld weg is, is de ruzie weg.", "denise", nature="opinion"),
        goal="Horen hoe Marco het ziet, op een uur dat hij kan.",
    )
    home.on(63, 15).talk(
        "school",
        home.said(
            "jip",
            "ik smeer zelf mijn brood. voor fenna kan ik het niet, zij moet een fles",
            about=("jip",),
            ground="Jip koos alleen Jerrel. Hij is bang dat mama dan verdrietig wordt.",
        ),
        goal="Met Jip lopen, en vragen hoe een gewone dag gaat.",
    )
    home.on(41, 11).talk(
        "phone",
        home.said(
            "riet",
            "Ik hoor het kleintje soms lang huilen. Ik heb een sleutel en ik heb tijd. Niemand vroeg mij iets.",
            "denise",
            about=("fenna",),
        ),
    )


def _the_plan(home: Home) -> UUID:
    home.on(38, 16)
    tired = home.situation(
        "denise",
        "De ochtend na een nacht zonder slaap. Fenna huilt, Jip moet naar school, en ik kan niet meer.",
        *EVERYBODY,
    )
    nights = home.agreed(
        "Drie nachten in de week slaapt Denise door. Marco of Riet geeft Fenna de fles.",
        does=("marco", "riet"),
        watches=("denise",),
        about=("fenna", "jip"),
        fallback="Kan Marco niet en Riet ook niet, dan belt Denise 's ochtends met Jerrel.",
        childrens_words="Mama slaapt door. Papa of Riet zorgt voor Fenna. Jij hoeft niet op te letten.",
        situation=tired,
        readers=EVERYBODY,
    )
    round_the_block = home.agreed(
        "Wordt Marco hard, dan loopt hij eerst een blok om. Daarna praten zij verder.",
        does=("marco",),
        watches=("denise",),
        about=("jip",),
        fallback="Lukt het niet, dan gaat Denise met de kinderen naar Riet.",
        childrens_words="Klinkt het hard? Dan mag jij naar Riet. Bij haar is het rustig.",
        readers=EVERYBODY,
    )
    home.agreed(
        "Kan Denise niet meer, dan legt zij Fenna veilig in bed en belt zij Riet. Ook midden op de dag.",
        does=("denise", "riet"),
        watches=("riet",),
        fallback="Neemt Riet niet op, dan belt Denise het wijkteam.",
    )
    home.agreed(
        "Op maandag om tien uur maken Denise en Marco samen de post open, met de schuldhulp.",
        does=("denise", "marco"),
        watches=("jerrel",),
        fallback="Gaat het niet door, dan bellen zij dezelfde dag voor een nieuwe tijd.",
        readers=("denise", "marco"),
    )
    home.on(36, 19)
    home.thinks("marco", nights, "agrees", "Ik wist niet dat Riet dat wilde. Graag.", *EVERYBODY)
    home.thinks("denise", nights, "agrees", "Ik slaap. Dat is alles.", *EVERYBODY)
    home.thinks(
        "denise", round_the_block, "partly", "Lopen is goed. Niet als Fenna dan net huilt.", "marco", "riet"
    )
    home.thinks("marco", round_the_block, "agrees")
    return nights


def _how_safe(home: Home) -> None:
    home.on(62).answers("denise", Answer("number", 3, "Ik vertrouw mijzelf niet als ik zo moe ben."))
    home.on(61, 17).answers(
        "marco", Answer("number", 6, "Er gebeurt niks ergs. Er is alleen veel."), "denise"
    )
    home.on(6, 11).answers(
        "denise",
        Answer("number", 6, "Ik slaap weer. Dan huilt zij ook minder.", "Dat ik de post durf te pakken."),
        "marco",
    )
    home.on(6, 15).answers(
        "jip", Answer("picture", 3, "papa maakte pannenkoeken, om vijf uur al"), how="child_picked"
    )
    home.on(5, 10).answers(
        "",
        Answer("number", 6, "Fenna groeit goed. De nachten dragen het, en die hangen aan Riet."),
        how="worker_chose",
    )
