"""How safe it is now: who answers, who reads it, and that nothing is written over."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import scores as reading
from naast.access.viewer import Viewer
from naast.actions import scores
from naast.actions.act import Invalid, Refused
from naast.actions.entries import Happened
from naast.actions.scores import Answer
from naast.rules.scores import NO_NUMBER, NOT_ASKED, NUMBER, PICTURE

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def give(cast: Cast, by: str, answer: Answer, *readers: str, person: str = "", capacity: str | None = None):  # type: ignore[no-untyped-def]
    return scores.give(
        viewer=cast.viewer(by, capacity),
        dossier=cast.dossier,
        answer=answer,
        choice=cast.choice(*readers),
        person=cast.people[person] if person else None,
    )


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.ScoresPage:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    return reading.scores(seen, cast.dossier)


def answers(page: reading.ScoresPage) -> dict[str, list[tuple[str, int | None]]]:
    return {v.face.label: [(g.answer, g.value) for g in v.given] for v in page.voices if v.given}


def test_what_somebody_answers_alone_is_read_by_them_and_the_team(cast: Cast) -> None:
    give(cast, "samira", Answer(NUMBER, 4, "Hij staat soms voor de deur."))
    for name in ("samira", "jerrel"):
        assert answers(page(cast, name)) == {"Samira": [(NUMBER, 4)]}, name
    for name in ("karim", "yusuf"):
        assert answers(page(cast, name)) == {}, name


def test_two_parents_a_child_and_a_worker_answer_differently_and_all_four_stay_side_by_side(
    cast: Cast,
) -> None:
    everybody = ("samira", "karim", "yusuf", "noa")
    give(cast, "jerrel", Answer(NUMBER, 5, "Ik hoor het van de kinderen."), *everybody)
    give(cast, "samira", Answer(NUMBER, 6, "Ik slaap weer door."), *everybody)
    give(cast, "karim", Answer(NUMBER, 8, "Ik loop weg als ik het voel komen."), *everybody)
    give(cast, "jerrel", Answer(PICTURE, 2), *everybody, person="noa")
    found = answers(page(cast, "jerrel"))
    assert found == {
        "Samira": [(NUMBER, 6)],
        "Karim": [(NUMBER, 8)],
        "Noa": [(PICTURE, 2)],
        "Jerrel": [(NUMBER, 5)],
    }
    reasons = {v.face.label: v.given[0].line.words for v in page(cast, "karim").voices if v.given}
    assert reasons["Samira"] == "Ik slaap weer door."


def test_a_later_answer_stands_beside_the_earlier_one(cast: Cast) -> None:
    give(cast, "samira", Answer(NUMBER, 4))
    give(cast, "samira", Answer(NUMBER, 6))
    [samira] = [v for v in page(cast, "samira").voices if v.face.is_viewer]
    assert [g.value for g in samira.given] == [6, 4]
    assert samira.before is not None
    assert samira.before.value == 4


def test_an_answer_stands_on_the_day_that_it_was_given(cast: Cast) -> None:
    give(cast, "samira", Answer(NUMBER, 6))
    before = cast.viewer("jerrel").today.replace(day=2)
    give(
        cast,
        "jerrel",
        Answer(NUMBER, 3, happened=Happened(before, before, "exact")),
        person="samira",
    )
    [samira] = [v for v in page(cast, "samira").voices if v.face.is_viewer]
    assert [(g.value, g.on == before) for g in samira.given] == [(6, False), (3, True)]


def test_that_somebody_was_not_asked_stays_with_the_team_whatever_was_chosen(cast: Cast) -> None:
    give(cast, "jerrel", Answer(NOT_ASKED, words="Dinsdag na school."), "noa", "samira", person="noa")
    assert answers(page(cast, "jerrel")) == {"Noa": [(NOT_ASKED, None)]}
    assert answers(page(cast, "samira")) == {}


def test_why_somebody_was_not_asked_has_to_be_said(cast: Cast) -> None:
    with pytest.raises(Invalid) as wrong:
        give(cast, "jerrel", Answer(NOT_ASKED, words="  "), person="noa")
    assert "words" in wrong.value.errors


def test_over_the_shoulder_shows_only_what_the_whole_household_reads(cast: Cast) -> None:
    give(cast, "samira", Answer(NUMBER, 4))
    give(cast, "samira", Answer(NO_NUMBER), "samira", "yusuf", "noa")
    assert answers(page(cast, "samira", asked=False)) == {"Samira": [(NO_NUMBER, None)]}


@pytest.mark.parametrize(("by", "person"), [("samira", "noa"), ("karim", "samira"), ("samira", "samira")])
def test_nobody_answers_for_somebody_else_but_the_team(cast: Cast, by: str, person: str) -> None:
    with pytest.raises(Refused):
        give(cast, by, Answer(NUMBER, 10), person=person)


def test_a_future_day_is_refused(cast: Cast) -> None:
    later = cast.viewer("jerrel").today.replace(year=2030)
    with pytest.raises(Invalid) as wrong:
        give(cast, "jerrel", Answer(NUMBER, 4, happened=Happened(later, later, "exact")), person="samira")
    assert "happened" in wrong.value.errors
