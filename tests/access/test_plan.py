"""The plan as each may read it: the same for whoever is told nothing, and on paper only what all may read."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import knows
from naast.access import plan as reading
from naast.access.doors import upkeep
from naast.access.people import VOICES
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import evaluations, plan, positions
from naast.actions.choice import Choice
from naast.records.models import Person

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)
EVERYONE = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def agree(cast: Cast, words: str, choice: Choice | None = None, does: str = "karim", watches: str = "samira"):  # type: ignore[no-untyped-def]
    terms = plan.Terms(
        words,
        date(2026, 11, 16),
        "Dan belt zij Jerrel.",
        does=(cast.people[does],),
        watches=(cast.people[watches],),
    )
    return plan.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=choice)


def viewer(cast: Cast, name: str, *, asked: bool = True) -> Viewer:
    return replace(cast.viewer(name), at=LATER, asked_confidential=asked)


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.PlanPage:
    return reading.plan(viewer(cast, name, asked=asked), cast.dossier)


def words(page: reading.PlanPage) -> list[str]:
    return [a.line.words for a in page.agreements]


@pytest.mark.parametrize("asked", [True, False])
def test_nobody_shares_a_voice_in_the_plan_or_on_who_knows_what(cast: Cast, asked: bool) -> None:
    """Two whose ids would give them one colour. Behind the PIN and before it: what stands there differs."""
    with upkeep():
        for place, name in enumerate(("samira", "karim", "yusuf")):
            cast.people[name] = UUID(int=(1 + place) * len(VOICES))
            Person.objects.filter(pk=cast.rows[name]).update(public_id=cast.people[name])
    agree(cast, "Karim belt eerst.", cast.choice(*EVERYONE))
    (agreed,) = page(cast, "samira", asked=asked).agreements
    on_plan = {face.label: face.voice for face in (*agreed.does, *agreed.watches)}
    people = knows.knows(viewer(cast, "samira", asked=asked), cast.dossier).people
    on_list = {known.face.label: known.face.voice for known in people if not known.face.professional}
    for voices in (on_plan, on_list):
        assert len(voices) >= 2
        assert len(set(voices.values())) == len(voices)


def test_not_asked_and_told_in_confidence_are_one_and_the_same_page(cast: Cast) -> None:
    agreed = agree(cast, "Karim belt eerst.")
    before = page(cast, "karim")
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="differs", words="Ik durf niet."
    )
    assert page(cast, "karim") == before
    assert page(cast, "jerrel") != before


def test_a_smaller_circle_leaves_no_hole_in_what_another_counts(cast: Cast) -> None:
    agree(cast, "Eerste.")
    agree(cast, "Oma komt slapen.", cast.choice("samira"))
    agree(cast, "Laatste.")
    assert words(page(cast, "samira")) == ["Eerste.", "Oma komt slapen.", "Laatste."]
    assert words(page(cast, "karim")) == ["Eerste.", "Laatste."]


def test_paper_holds_only_what_everyone_in_the_plan_may_read_whoever_prints_it(cast: Cast) -> None:
    agree(cast, "Voor allemaal.", cast.choice(*EVERYONE))
    agree(cast, "Alleen wij twee.")
    agree(cast, "Oma komt slapen.", cast.choice("samira"))
    for name in ("jerrel", "samira", "karim"):
        assert words(reading.plan_for_everyone(viewer(cast, name), cast.dossier)) == ["Voor allemaal."], name


def test_a_father_who_lives_elsewhere_counts_as_one_of_everyone_once_he_is_in_the_plan(cast: Cast) -> None:
    agree(cast, "Zonder hem.", cast.choice("samira", "yusuf", "noa"), does="samira", watches="yusuf")
    paper = reading.plan_for_everyone(viewer(cast, "samira"), cast.dossier)
    assert words(paper) == ["Zonder hem."]
    agree(cast, "Met hem.", cast.choice(*EVERYONE))
    paper = reading.plan_for_everyone(viewer(cast, "samira"), cast.dossier)
    assert words(paper) == ["Met hem."]


def test_paper_of_who_lives_elsewhere_names_nobody_who_does_not_stand_on_it(cast: Cast) -> None:
    agree(cast, "Alleen wij twee.")  # Karim reads it and the children do not: it is not on paper
    for_karim = reading.plan_for_everyone(viewer(cast, "karim"), cast.dossier)
    assert [face.label for face in for_karim.everyone] == ["Karim"]
    for_samira = reading.plan_for_everyone(viewer(cast, "samira"), cast.dossier)
    assert {"Samira", "Yusuf", "Noa"} <= {face.label for face in for_samira.everyone}


def test_a_confidential_change_of_mind_leaves_no_gap_on_paper(cast: Cast) -> None:
    agreed = agree(cast, "Voor allemaal.", cast.choice(*EVERYONE))
    positions.take_position(
        viewer=cast.viewer("samira"),
        agreement=agreed,
        stance="agrees",
        shared_with=cast.choice("karim", "yusuf", "noa"),
    )
    before = reading.plan_for_everyone(viewer(cast, "jerrel"), cast.dossier)
    assert [o.stance for o in before.agreements[0].opinions] == ["", "agrees"]
    positions.take_position(viewer=cast.viewer("samira"), agreement=agreed, stance="differs")
    for name in ("jerrel", "samira", "karim"):
        paper = reading.plan_for_everyone(viewer(cast, name), cast.dossier)
        assert [o.stance for o in paper.agreements[0].opinions] == ["", "agrees"], name


def test_a_page_of_a_resident_holds_unasked_what_everyone_may_read(cast: Cast) -> None:
    agree(cast, "Voor allemaal.", cast.choice(*EVERYONE))
    agree(cast, "Oma komt slapen.", cast.choice("samira"))
    assert words(page(cast, "samira", asked=False)) == ["Voor allemaal."]
    assert len(words(page(cast, "samira"))) == 2


def test_through_the_eyes_of_somebody_shows_their_plan_and_nothing_else(cast: Cast) -> None:
    agree(cast, "Voor ons twee.")
    agree(cast, "Oma komt slapen.", cast.choice("samira"))
    eyes = Eyes(cast.rows["karim"], "resident", LATER)
    seen = reading.plan(viewer(cast, "jerrel").through(eyes), cast.dossier)
    assert words(seen) == words(page(cast, "karim")) == ["Voor ons twee."]


def test_a_plan_of_a_dossier_that_is_not_ones_own_is_missing(cast: Cast) -> None:
    with upkeep():
        stranger = Person.objects.create(call_name="Vreemd")
    cast.rows["stranger"] = stranger.pk
    with pytest.raises(Missing):
        page(cast, "stranger")


def test_the_number_of_queries_does_not_grow_with_the_plan(cast: Cast) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            page(cast, "jerrel")
        return len(found)

    agreed = agree(cast, "Een.")
    positions.take_position(viewer=cast.viewer("samira"), agreement=agreed, stance="agrees")
    evaluations.plan_evaluation(viewer=cast.viewer("jerrel"), dossier=cast.dossier, on=LATER.date())
    plan.add_situation(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, words="Als het misgaat", choice=Choice()
    )
    small = asked()
    for number in range(5):
        agreed = agree(cast, f"Nummer {number}.")
        positions.take_position(viewer=cast.viewer("karim"), agreement=agreed, stance="agrees")
    assert asked() == small
