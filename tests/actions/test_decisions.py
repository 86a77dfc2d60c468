"""What people decide about the phase: a dated decision with names and a reason, for whom it was told to."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tests.actions.test_guard import readers
from tests.actions.test_plan import agree
from tests.cast import Cast, samira_and_karim

from naast.access import households
from naast.access import plan as reading
from naast.access.decisions import Decided
from naast.access.viewer import Missing
from naast.actions import withholding
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.decisions import Voice, decide_phase

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
WHY = "Want het is rustig."


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
        decide(cast, phase, cast.choice("samira"))
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
