"""The seven parts of the plan: who reads what stands in them, and how it stands as far as each reads."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import plan as reading
from naast.access.viewer import Viewer
from naast.actions import guideline, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.guideline import Told
from naast.rules.guideline import EMPTY, FILLED, GOALS, NOT_NEEDED, PARTS, TREATMENT

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def write(cast: Cast, part: str, told: Told, *readers: str, by: str = "jerrel"):  # type: ignore[no-untyped-def]
    return guideline.write(
        viewer=cast.viewer(by), dossier=cast.dossier, part=part, told=told, choice=cast.choice(*readers)
    )


def states(cast: Cast, name: str, *, asked: bool = True) -> dict[str, str]:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    assert cast.dossier is not None
    return {one.part: one.state for one in reading.plan(seen, cast.dossier).seven}


def test_all_seven_stand_there_and_begin_empty(cast: Cast) -> None:
    assert states(cast, "jerrel") == dict.fromkeys(PARTS, EMPTY)


def test_how_it_stands_follows_from_what_each_may_read(cast: Cast) -> None:
    write(cast, GOALS, Told("Noa slaapt weer door."), *EVERYBODY)
    write(cast, TREATMENT, Told("Samira heeft al een therapeut.", needed=False), "samira")
    assert states(cast, "jerrel")[TREATMENT] == NOT_NEEDED
    assert states(cast, "samira") == dict.fromkeys(PARTS, EMPTY) | {GOALS: FILLED, TREATMENT: NOT_NEEDED}
    assert states(cast, "yusuf") == dict.fromkeys(PARTS, EMPTY) | {GOALS: FILLED}


def test_over_the_shoulder_and_on_paper_it_holds_what_everybody_reads(cast: Cast) -> None:
    write(cast, GOALS, Told("Noa slaapt weer door."), *EVERYBODY)
    write(cast, TREATMENT, Told("Samira heeft al een therapeut.", needed=False), "samira")
    assert states(cast, "samira", asked=False)[TREATMENT] == EMPTY
    assert cast.dossier is not None
    paper = reading.plan_for_everyone(cast.viewer("jerrel"), cast.dossier)
    assert [one.line.words for one in paper.written] == ["Noa slaapt weer door."]


def test_a_next_version_takes_the_place_for_who_read_the_one_before(cast: Cast) -> None:
    old = write(cast, TREATMENT, Told("Karim wacht op een plek."), *EVERYBODY)
    guideline.change(viewer=cast.viewer("jerrel"), written=old, told=Told("Toch niet.", needed=False))
    for name in ("jerrel", "karim"):
        assert states(cast, name)[TREATMENT] == NOT_NEEDED, name
    with pytest.raises(Conflict):
        guideline.change(viewer=cast.viewer("jerrel"), written=old, told=Told("Nog iets."))


@pytest.mark.parametrize(("part", "words", "field"), [("score", "7", "part"), (GOALS, " ", "words")])
def test_what_is_missing_is_said_at_its_field(cast: Cast, part: str, words: str, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        write(cast, part, Told(words))
    assert wrong.value.errors.keys() == {field}


@pytest.mark.parametrize("name", ["ayse", "samira"])
def test_only_the_team_of_the_household_writes_in_it(cast: Cast, name: str) -> None:
    with pytest.raises(Refused):
        write(cast, GOALS, Told("Iets."), by=name)


def test_the_same_words_again_are_copied_from_nowhere_and_stay_kept_from_whom_they_were(cast: Cast) -> None:
    """It is not needed after all, for the reason that stood there."""
    words = "Karim heeft elke dinsdag een gesprek met zijn therapeut in de stad."
    old = write(cast, TREATMENT, Told(words), *EVERYBODY)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["yusuf"],
        reason="te veel voor hem",
        entry=old,
    )
    guideline.change(viewer=cast.viewer("jerrel"), written=old, told=Told(words, needed=False))
    assert states(cast, "samira")[TREATMENT] == NOT_NEEDED
    assert states(cast, "yusuf")[TREATMENT] == EMPTY
