"""What people decide about the phase: a dated decision with names and a reason, for whom it was told to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tests.actions.test_appointments import with_ayse
from tests.actions.test_guard import readers
from tests.actions.test_plan import agree
from tests.cast import Cast, samira_and_karim

from naast.access import households, search
from naast.access import plan as reading
from naast.access.decisions import Decided
from naast.access.plan_page import PlanPage
from naast.access.viewer import Missing
from naast.actions import plan, withholding
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.decisions import Voice, decide_phase
from naast.rules.phases import NO, PARTLY, YES, Answer, criteria_of

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
WHY = "Want het is rustig."
REASON = "Zo zien wij het samen."


def answers(*phases: str, answer: str = YES, words: str = REASON) -> tuple[Answer, ...]:
    """The same answer to each criterion of these phases."""
    return tuple(Answer(code, answer, words) for code in criteria_of(phases))


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def decide(cast: Cast, phase: str = "direct", choice: Choice | None = None, **more: object) -> UUID:
    viewer = cast.viewer("jerrel")
    given: dict[str, object] = {
        "since": viewer.today,
        "by": (cast.people["samira"], cast.people["jerrel"]),
        "words": WHY,
        "voices": (
            Voice(cast.people["samira"], "Ik slaap weer."),
            Voice(cast.people["noa"], "", "Zij logeert."),
        ),
    }
    return decide_phase(
        viewer=viewer,
        dossier=cast.dossier,
        phase=phase,
        choice=choice,
        **(given | more),  # type: ignore[arg-type]
    )


def head(cast: Cast, name: str) -> Decided | None:
    assert cast.dossier is not None
    return households.household(cast.viewer(name), cast.dossier).phase


def phases(cast: Cast, name: str) -> list[str]:
    assert cast.dossier is not None
    viewer = replace(cast.viewer(name), asked_confidential=True)
    return [one.phase for one in reading.plan(viewer, cast.dossier).phases]


def test_who_decided_and_the_team_read_it_where_nobody_chose(cast: Cast) -> None:
    assert readers(cast, decide(cast)) == {"samira"}
    assert readers(cast, decide(cast, choice=cast.choice(*EVERYBODY))) == set(EVERYBODY)


def test_it_says_the_phase_since_when_who_decided_why_and_what_each_says(cast: Cast) -> None:
    decide(cast)
    found = head(cast, "jerrel")
    assert found is not None
    assert (found.phase, found.since, found.words) == ("direct", cast.clock.at.date(), WHY)
    assert {face.label for face in found.by} == {"Samira", "Jerrel"}
    said = {one.face.label: (one.said, one.not_asked) for one in found.views}
    assert said == {"Samira": ("Ik slaap weer.", ""), "Noa": ("", "Zij logeert.")}


def test_a_later_decision_stands_beside_it_and_may_go_back(cast: Cast) -> None:
    for phase in ("direct", "stable", "direct", "lasting"):
        decide(cast, phase, cast.choice("samira"), criteria=answers("direct", "stable"))
    assert phases(cast, "jerrel") == ["lasting", "direct", "stable", "direct"]
    found = head(cast, "jerrel")
    assert found is not None
    assert found.phase == "lasting"


def test_to_whoever_may_not_read_it_nothing_was_decided(cast: Cast) -> None:
    """Seen red with the newest of all as the phase."""
    agree(cast)
    decide(cast, "stable", cast.choice("samira", "karim"))
    before = phases(cast, "karim")
    decide(cast, "direct")
    assert phases(cast, "karim") == before == ["stable"]
    assert phases(cast, "yusuf") == []
    assert head(cast, "ellen") is None


def test_of_a_decision_that_is_kept_from_somebody_nothing_shows(cast: Cast) -> None:
    kept = decide(cast, choice=cast.choice(*EVERYBODY))
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=kept,
    )
    assert phases(cast, "karim") == []
    assert phases(cast, "jerrel") == ["direct"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"phase": "done"}, "phase"),
        ({"words": " "}, "words"),
        ({"by": ()}, "by"),
        ({"voices": (Voice(uuid4(), " ", ""),)}, "voices"),
    ],
)
def test_what_is_missing_is_said_at_its_field(cast: Cast, more: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as told:
        decide(cast, **more)  # type: ignore[arg-type]
    assert set(told.value.errors) == {field}


def test_a_day_to_come_is_not_since(cast: Cast) -> None:
    with pytest.raises(Invalid) as told:
        decide(cast, since=cast.viewer("jerrel").today + timedelta(days=1))
    assert set(told.value.errors) == {"since"}


def test_only_the_team_writes_it_down_and_only_of_whom_it_knows(cast: Cast) -> None:
    viewer = cast.viewer("samira")
    with pytest.raises(Missing):
        decide_phase(
            viewer=viewer,
            dossier=cast.dossier,
            phase="direct",
            since=viewer.today,
            by=(cast.people["samira"],),
            words=WHY,
        )
    with pytest.raises(Missing):
        decide(cast, by=(uuid4(),))


def plan_of(cast: Cast, name: str) -> PlanPage:
    assert cast.dossier is not None
    return reading.plan(replace(cast.viewer(name), asked_confidential=True), cast.dossier)


def test_a_phase_closes_on_an_answer_and_a_reason_at_each_criterion_also_where_it_is_not_reached(
    cast: Cast,
) -> None:
    decide(cast, "direct", cast.choice(*EVERYBODY))
    said = [*answers("direct")]
    said[1:] = [
        Answer("kept", PARTLY, " Een afspraak wankelt nog. "),
        Answer("watched", NO, "Oma is verhuisd."),
    ]
    decide(cast, "stable", cast.choice(*EVERYBODY), criteria=tuple(said))
    found = plan_of(cast, "karim").phase
    assert found is not None
    assert [(one.answer, one.words) for one in found.criteria] == [
        ("reached", REASON),
        ("reached in part", "Een afspraak wankelt nog."),
        ("not reached", "Oma is verhuisd."),
    ]


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (lambda said: said[:2], "answer-watched"),
        (lambda said: (said[0], Answer("kept", "perhaps", REASON), said[2]), "answer-kept"),
        (lambda said: (Answer("stopped", YES, " "), *said[1:]), "why-stopped"),
    ],
)
def test_what_is_missing_at_a_criterion_is_said_there_and_nothing_is_kept(
    cast: Cast, spoil: Callable[[tuple[Answer, ...]], tuple[Answer, ...]], field: str
) -> None:
    decide(cast, "direct")
    with pytest.raises(Invalid) as told:
        decide(cast, "stable", criteria=spoil(answers("direct")))
    assert set(told.value.errors) == {field}
    assert phases(cast, "jerrel") == ["direct"]


def test_going_back_or_a_first_decision_asks_for_no_criterion_and_keeps_none(cast: Cast) -> None:
    decide(cast, "lasting", criteria=answers("direct", "stable"))
    decide(cast, "direct", criteria=answers("direct"))
    assert [one.criteria for one in plan_of(cast, "jerrel").phases] == [(), ()]


def test_what_is_said_of_a_criterion_is_found_by_who_reads_the_decision_alone(cast: Cast) -> None:
    decide(cast, "direct")
    decide(cast, "stable", criteria=answers("direct", words="Dat bleek bij de vuurtoren."))
    assert len(search.search(cast.viewer("jerrel"), "vuurtoren").hits) == 1
    assert not search.search(cast.viewer("ellen"), "vuurtoren").hits
    assert not search.search(cast.viewer("jerrel"), "watched").hits


def test_direct_safety_stands_open_beside_until_people_decide_where_the_household_is(cast: Cast) -> None:
    decide(cast, "stable", cast.choice(*EVERYBODY))
    decide(cast, "direct", cast.choice(*EVERYBODY), beside=True)
    for page in (plan_of(cast, "karim"), households.household(cast.viewer("jerrel"), cast.dossier)):  # type: ignore[arg-type]
        assert page.phase is not None
        assert page.beside is not None
        assert (page.phase.phase, page.beside.phase) == ("stable", "direct")
    with pytest.raises(Invalid):
        decide(cast, "stable")
    decide(cast, "stable", criteria=answers("direct"))
    for page in (plan_of(cast, "jerrel"), households.household(cast.viewer("jerrel"), cast.dossier)):  # type: ignore[arg-type]
        assert page.phase is not None
        assert (page.phase.phase, page.beside) == ("stable", None)
        assert page.phase.criteria


def test_to_who_reads_only_what_was_opened_beside_no_phase_runs(cast: Cast) -> None:
    agree(cast)
    decide(cast, "stable", cast.choice("samira"))
    decide(cast, "direct", cast.choice(*EVERYBODY), beside=True)
    page = plan_of(cast, "karim")
    assert page.phase is None
    assert page.beside is not None


@pytest.mark.parametrize(("before", "phase"), [(None, "direct"), ("direct", "direct"), ("lasting", "stable")])
def test_nothing_but_direct_safety_opens_beside_and_only_beside_a_later_phase(
    cast: Cast, before: str | None, phase: str
) -> None:
    if before:
        decide(cast, before)
    with pytest.raises(Invalid) as told:
        decide(cast, phase, beside=True)
    assert set(told.value.errors) == {"beside"}


def test_a_running_agreement_is_named_to_who_reads_it_and_to_nobody_else(cast: Cast) -> None:
    """Seen red with `plan_lines._ties` reading every tie and `decisions.of` giving a line for each."""
    hers = agree(cast, cast.choice("samira"), words="Samira slaapt bij oma.", fallback="Zij belt.")
    all_read = agree(cast)
    decide(cast, "direct", cast.choice(*EVERYBODY), keeps=(hers, all_read))
    named = {name: [one.public_id for one in plan_of(cast, name).phases[0].keeps] for name in EVERYBODY[:2]}
    assert named == {"samira": [hers, all_read], "karim": [all_read]}


def test_what_is_no_running_agreement_or_hidden_is_said_at_the_agreements_in_the_same_words(
    cast: Cast,
) -> None:
    with_ayse(cast)
    ended, hidden = agree(cast), agree(cast)
    plan.end_agreement(viewer=cast.viewer("jerrel"), agreement=ended, on=cast.viewer("jerrel").today)
    withholding.withhold(
        viewer=cast.viewer("ayse"),
        dossier=cast.dossier,
        human=cast.people["jerrel"],
        reason="gevaar",
        entry=hidden,
    )
    told = set()
    for one in (ended, hidden, uuid4(), cast.tells("samira", "Het is stil.")):
        with pytest.raises(Invalid) as wrong:
            decide(cast, keeps=(one,))
        told.add(str(wrong.value.errors))
    assert len(told) == 1
    assert phases(cast, "jerrel") == []
