"""The verdict on stable safety as the team reads it: over everything, explained with what each may read."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import verdicts
from naast.access.doors import upkeep
from naast.access.verdicts import VerdictPage
from naast.access.viewer import Eyes, Missing
from naast.actions import (
    corrections,
    decisions,
    factor_views,
    factors,
    incidents,
    involvements,
    openings,
    withholding,
)
from naast.actions.decisions import Voice
from naast.actions.entries import Happened, Passage
from naast.actions.factor_views import Seen
from naast.actions.incidents import Event
from naast.records.models import Dossier
from naast.rules.incidents import NOT, THERE
from naast.rules.verdict_stable import NO_HARM, NO_INCIDENTS
from naast.rules.verdicts import State

pytestmark = pytest.mark.django_db
MEMBERS = ("samira", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    """A household that is followed for a year, in which everybody who lives there is heard today."""
    cast = samira_and_karim()
    with upkeep():
        year_ago = cast.viewer("jerrel").at - timedelta(days=365)
        Dossier.objects.filter(public_id=cast.dossier).update(opened_at=year_ago)
    for name in MEMBERS:
        cast.tells(name, "Het gaat.")
    return cast


def happened(cast: Cast, by: str, days_ago: int) -> UUID:
    day = cast.today - timedelta(days=days_ago)
    passage = Passage("Hij schreeuwde.", "telling", cast.choice(), happened=Happened(day, day, "exact"))
    return incidents.tell(viewer=cast.viewer(by), dossier=cast.dossier, event=Event(THERE), passage=passage)


def risk(cast: Cast, *answers: tuple[str, str]) -> UUID:
    """A main risk factor that everybody reads, with what each answers."""
    passage = Passage("Schulden.", "opinion", cast.choice("samira", "karim"))
    row = factors.note(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sort="risk", passage=passage)
    factor_views.choose_main(viewer=cast.viewer("jerrel"), dossier=cast.dossier, factors=(row,))
    for name, answer in answers:
        noted = cast.people[name]
        seen = Seen(answer, "Zo is het.")
        factor_views.say(
            viewer=cast.viewer("jerrel"), factor=row, seen=seen, for_person=noted, how="asked_alone"
        )
    return row


def past(cast: Cast) -> UUID:
    return risk(cast, *((name, "no") for name in MEMBERS))


def read(cast: Cast, name: str = "jerrel") -> VerdictPage:
    return verdicts.stable(cast.viewer(name), cast.dossier)


def state(page: VerdictPage, name: str) -> State:
    return next(one.state for one in page.criteria if one.name == name)


def messages(page: VerdictPage) -> list[str]:
    return [because.message for one in page.criteria for because in one.because]


def rests(page: VerdictPage) -> set[UUID]:
    return {rest.public_id for one in page.criteria for because in one.because for rest in because.rests}


def test_it_holds_where_everybody_was_heard_nothing_happened_and_no_main_risk_harms(cast: Cast) -> None:
    past(cast)
    page = read(cast)
    assert (page.state, page.more) == (State.HOLDS, False)


def test_an_incident_of_last_month_stands_in_its_way_and_is_named(cast: Cast) -> None:
    past(cast)
    telling = happened(cast, "jerrel", 30)
    page = read(cast)
    assert page.state == state(page, NO_INCIDENTS) == State.HOLDS_NOT
    assert telling in rests(page)


def test_an_incident_of_more_than_half_a_year_ago_does_not(cast: Cast) -> None:
    past(cast)
    happened(cast, "jerrel", 200)
    assert state(read(cast), NO_INCIDENTS) == State.HOLDS


def test_a_telling_that_people_let_not_count_does_not_and_their_decision_is_named(cast: Cast) -> None:
    telling = happened(cast, "jerrel", 30)
    decision = decisions.decide_incident(
        viewer=cast.viewer("jerrel"),
        telling=telling,
        result=NOT,
        by=(cast.people["samira"],),
        words="Vroeger.",
        voices=(
            Voice(cast.people["yusuf"], "Voor mij telt het wel.", differs=True),
            Voice(cast.people["noa"], not_asked="Zij slaapt."),
        ),
    )
    page = read(cast)
    assert state(page, NO_INCIDENTS) == State.HOLDS
    assert {telling, decision} <= rests(page)
    (differing,) = (
        because
        for one in page.criteria
        for because in one.because
        if because.message == "%(people)s: sees that decision differently."
    )
    assert [face.label for face in differing.people] == ["Yusuf"]


def test_what_a_colleague_may_not_read_counts_for_them_too_and_is_not_shown(cast: Cast) -> None:
    past(cast)
    telling = happened(cast, "jerrel", 30)
    viewer = cast.viewer("jerrel")
    colleague = cast.accounts["ayse"].public_id
    involvements.add_colleague(
        viewer=viewer, dossier=cast.dossier, account=colleague, role="team", starts=viewer.at
    )
    assert telling in rests(read(cast, "ayse"))
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        entry=telling,
        reason="Haar zus.",
        review_on=cast.today + timedelta(days=30),
    )
    page = read(cast, "ayse")
    assert (page.state, page.more) == (State.HOLDS_NOT, True)
    assert telling not in rests(page)
    assert page.ask is not None
    assert not any("incident on" in one for one in messages(page))


def test_without_a_main_risk_it_cannot_be_told(cast: Cast) -> None:
    page = read(cast)
    assert page.state == state(page, NO_HARM) == State.UNTOLD


def test_one_who_says_that_it_still_harms_is_shown_beside_who_says_that_it_does_not(cast: Cast) -> None:
    risk(cast, ("samira", "yes"), ("karim", "no"), ("yusuf", "no"), ("noa", "no"))
    (harm,) = (one for one in read(cast).criteria if one.name == NO_HARM)
    assert harm.state == State.HOLDS_NOT
    (differ,) = harm.differ
    assert [face.label for face in differ.holds_not] == ["Samira"]
    assert {face.label for face in differ.holds} == {"Karim", "Yusuf", "Noa"}


def test_a_household_that_is_followed_for_less_than_half_a_year_is_not_stable_by_silence(cast: Cast) -> None:
    past(cast)
    with upkeep():
        Dossier.objects.update(opened_at=cast.viewer("jerrel").at - timedelta(days=60))
    assert state(read(cast), NO_INCIDENTS) == State.UNTOLD


def test_a_child_who_was_not_heard_for_long_is_named(cast: Cast) -> None:
    past(cast)
    later = replace(cast.viewer("jerrel"), at=cast.viewer("jerrel").at + timedelta(weeks=6))
    page = verdicts.stable(later, cast.dossier)
    assert page.state == State.UNTOLD
    silent = {
        face.label
        for one in page.criteria
        for because in one.because
        if because.message == "Nobody has spoken with %(people)s lately."
        for face in because.people
    }
    assert "Noa" in silent


def test_whoever_is_not_of_the_team_finds_no_such_page(cast: Cast) -> None:
    for name in ("samira", "karim", "ellen"):
        with pytest.raises(Missing):
            read(cast, name)
    own = cast.viewer("jerrel")
    eyes = replace(own, eyes_of=Eyes(cast.rows["samira"], "resident", own.at))
    with pytest.raises(Missing):
        verdicts.stable(eyes, cast.dossier)


def test_of_corrected_words_people_decide_anew(cast: Cast) -> None:
    telling = happened(cast, "jerrel", 30)
    decisions.decide_incident(
        viewer=cast.viewer("jerrel"),
        telling=telling,
        result=NOT,
        by=(cast.people["samira"],),
        words="Vroeger.",
        voices=(Voice(cast.people["noa"], not_asked="Zij slaapt."),),
    )
    assert state(read(cast), NO_INCIDENTS) == State.HOLDS
    corrections.correct(viewer=cast.viewer("jerrel"), entry=telling, words="Hij sloeg.")
    assert state(read(cast), NO_INCIDENTS) == State.HOLDS_NOT


def test_a_version_for_fewer_readers_is_still_what_people_decided_about(cast: Cast) -> None:
    telling = happened(cast, "samira", 30)
    decisions.decide_incident(
        viewer=cast.viewer("jerrel"),
        telling=telling,
        result=NOT,
        by=(cast.people["samira"],),
        words="Vroeger.",
        voices=(Voice(cast.people["noa"], not_asked="Zij slaapt."),),
    )
    openings.narrow(viewer=cast.viewer("samira"), entry=telling, choice=cast.choice())
    assert state(read(cast), NO_INCIDENTS) == State.HOLDS


def test_a_correction_of_a_telling_gives_what_a_fresh_start_would_give(cast: Cast) -> None:
    past(cast)
    telling = happened(cast, "jerrel", 30)
    corrected = corrections.correct(viewer=cast.viewer("jerrel"), entry=telling, words="Hij riep.")
    page = read(cast)
    assert page.state == State.HOLDS_NOT
    assert corrected in rests(page)
    assert telling not in rests(page)


def test_the_day_on_which_it_is_reached_is_the_day_after_half_a_year(cast: Cast) -> None:
    past(cast)
    telling_day = date(cast.today.year, 5, cast.today.day)
    days = (cast.today - telling_day).days
    happened(cast, "jerrel", days)
    at = cast.viewer("jerrel").at
    assert state(read(cast), NO_INCIDENTS) == State.HOLDS_NOT
    assert (at.date() - telling_day).days == days
