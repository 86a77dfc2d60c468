"""The page of one entry says what it is besides its words, to the team and to who reads it in the portal."""

from collections.abc import Callable
from uuid import UUID

import pytest
from tests.cast import Cast
from tests.portal.conftest import Browser
from tests.staff.signed_in import client

from naast.actions import advice, decisions, factors, guideline, network, situations
from naast.actions import plan as plans
from naast.actions.entries import Happened, Passage

EVERYBODY = ("samira", "karim", "yusuf", "noa")


def _situation(cast: Cast) -> UUID:
    return plans.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Aan de deur.",
        choice=cast.choice(*EVERYBODY),
    )


def _sign(cast: Cast) -> UUID:
    return situations.add_part(
        viewer=cast.viewer("jerrel"),
        situation=_situation(cast),
        sort="sign",
        part=situations.Part("Hij praat zacht."),
        choice=cast.choice(*EVERYBODY),
    )


def _network(cast: Cast) -> UUID:
    return network.note(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["yusuf"],
        asked=network.Asked(1, "asked"),
        choice=cast.choice(*EVERYBODY),
    )


def _phase(cast: Cast) -> UUID:
    viewer = cast.viewer("jerrel")
    return decisions.decide_phase(
        viewer=viewer,
        dossier=cast.dossier,
        phase="stable",
        since=viewer.today,
        by=(cast.people["samira"],),
        words="Het is rustig.",
        choice=cast.choice(*EVERYBODY),
    )


def _not_needed(cast: Cast) -> UUID:
    return guideline.write(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        part="treatment",
        told=guideline.Told("Karim heeft die al.", needed=False),
        choice=cast.choice(*EVERYBODY),
    )


def _advice(cast: Cast) -> UUID:
    viewer = cast.viewer("jerrel")
    day = Happened(viewer.today, viewer.today, "exact")
    given = advice.Given("een gedragswetenschapper", "analysis", day, "Wat nu?", "Wacht.", "Wij wachten.")
    choice = cast.choice(*EVERYBODY)
    return advice.write(viewer=viewer, dossier=cast.dossier, given=given, choice=choice)


def _factor(cast: Cast) -> UUID:
    passage = Passage("Oma helpt.", "", cast.choice(*EVERYBODY))
    return factors.note(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, sort="protection", passage=passage
    )


@pytest.mark.parametrize(
    ("tell", "team", "home"),
    [
        (
            _advice,
            ("Verklarende analyse", "Advies zonder namen", "een gedragswetenschapper", "Wat nu?", "Wij wachten."),
            ("advies zonder namen", "Advies aan het team", "een gedragswetenschapper", "Wat nu?", "Wij wachten."),
        ),
        (_factor, ("Beschermende factor",), ("wat helpt",)),
        (_network, ("heel dichtbij", "gevraagd, nog geen antwoord", "Iemand in het netwerk"), ("heel dichtbij",)),
        (_phase, ("stabiele veiligheid", "Een besluit"), ("stabiele veiligheid",)),
        (_sign, ("Eerste signalen",), ("Eerste signalen",)),
        (_not_needed, ("Behandeling", "niet nodig", "Onderdeel van het plan"), ("Behandeling", "niet nodig")),
    ],
)  # fmt: skip
def test_its_page_says_what_it_is(
    cast: Cast,
    browser: Browser,
    tell: Callable[[Cast], UUID],
    team: tuple[str, ...],
    home: tuple[str, ...],
) -> None:
    entry = tell(cast)
    shown = client(cast, "jerrel").get(f"/stukken/{entry}").content.decode()
    told = browser("yusuf").get(f"/mijn/stukken/{entry}").content.decode()
    assert [said for said in team if said not in shown] == []
    assert [said for said in home if said not in told] == []
