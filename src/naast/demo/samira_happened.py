"""What happened before Samira asked for help, as she tells it and as Karim does; and that people let it count."""

from naast.actions import decisions, entries, incidents
from naast.actions.incidents import Effect, Event
from naast.rules.incidents import COUNTS, THERE
from naast.rules.unsafety import THREAT, WITNESSING

from .home import Home


def tell(home: Home) -> None:
    """Each in their own words, to the team alone; the team says that both are about one moment."""
    assert home.dossier is not None
    ids = home.ids
    hers = incidents.tell(
        viewer=home.on(117, 11).viewer(),
        dossier=home.dossier,
        event=Event(
            THERE,
            (THREAT, WITNESSING),
            harmed=(ids["samira"],),
            harms=(ids["karim"],),
            saw=(ids["yusuf"], ids["noa"]),
            done="Mijn moeder kwam. Zij nam de kinderen mee naar binnen. Daarna belde ik het wijkteam.",
            effects=(
                Effect(ids["noa"], "Noa wilde die nacht bij mij slapen."),
                Effect(ids["yusuf"], "Yusuf zei de hele avond niets."),
            ),
        ),
        passage=home.said(
            "samira",
            "Hij stond in de deur en ik kon er niet langs. Hij zei dat ik spijt zou krijgen. De kinderen hoorden het.",
            happened=121,
        ),
    )
    his = incidents.tell(
        viewer=home.on(111, 11).viewer(),
        dossier=home.dossier,
        event=Event(
            THERE,
            harms=(ids["karim"],),
            done="Ik ben naar mijn broer gegaan en heb buiten rondgelopen tot ik rustig was.",
        ),
        passage=home.said(
            "karim",
            "Ik heb hard gepraat in de gang. Ik wilde niet dat zij wegliep. Dat zij bang was, zag ik pas later.",
            happened=121,
        ),
    )
    entries.same_moment(
        viewer=home.viewer(), dossier=home.dossier, entries=[hers, his], title="De ruzie in de gang"
    )
    decisions.decide_incident(
        viewer=home.on(110, 15).viewer(),
        telling=hers,
        result=COUNTS,
        by=(ids["samira"],),
        words="Wij bouwen het plan op wat er toen gebeurde. Het gaat om wat er thuis nodig is, niet om schuld.",
        voices=(
            decisions.Voice(ids["samira"], said="Ik wil dat het telt. Anders lijkt het of het niet erg was."),
            decisions.Voice(ids["karim"], not_asked="hij weet niet dat Samira dit vertelde"),
            decisions.Voice(ids["yusuf"], not_asked="dat wil hij later zelf zeggen"),
        ),
        choice=home.choice("samira", how="worker_chose"),
    )
