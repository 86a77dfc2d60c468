"""A question that several people answer together: what precedes what came out, and what has to stand there."""

from dataclasses import replace
from datetime import date

import pytest

from naast.rules import matters as rule
from naast.rules.matters import Outcome

TODAY = date(2026, 11, 16)
AGREED = Outcome("Zij slaapt bij oma.", rule.AGREED, "", 1, (("Zwaar.", False),))


@pytest.mark.parametrize(
    ("informed", "viewed", "lacks"),
    [
        (False, False, (rule.INFORMED, rule.VIEW)),
        (True, False, (rule.VIEW,)),
        (False, True, (rule.INFORMED,)),
        (True, True, ()),
    ],
)
def test_who_belongs_is_told_and_heard_before_it_is_decided(
    informed: bool, viewed: bool, lacks: tuple[str, ...]
) -> None:
    assert rule.lacking(informed, viewed) == lacks


def test_one_who_is_not_heard_keeps_it_from_being_decided() -> None:
    assert rule.precedes([(), (rule.VIEW,), ()]) is not None
    assert rule.precedes([(), ()]) is None
    assert rule.precedes([]) is None


def test_what_came_out_needs_words_people_and_how_each_view_counted() -> None:
    assert rule.problem(AGREED) is None
    wrong = {
        "result": replace(AGREED, result="voted"),
        "words": replace(AGREED, words=" "),
        "by": replace(AGREED, deciders=0),
        "counted": replace(AGREED, counted=(("Zwaar.", False), (" ", False))),
    }
    found = {field: rule.problem(outcome) for field, outcome in wrong.items()}
    assert {field: problem and problem[0] for field, problem in found.items()} == {f: f for f in wrong}


def test_agreeing_to_differ_says_about_what() -> None:
    differ = replace(AGREED, result=rule.DIFFER)
    problem = rule.problem(differ)
    assert problem is not None
    assert problem[0] == "differ"
    assert rule.problem(replace(differ, differ="Over de nacht.")) is None


def test_who_sees_it_otherwise_does_not_agree_and_can_leave_it_undecided() -> None:
    otherwise = replace(AGREED, counted=(("Zwaar.", True),))
    problem = rule.problem(otherwise)
    assert problem is not None
    assert problem[0] == "result"
    for result in (rule.DIFFER, rule.UNDECIDED):
        assert rule.problem(replace(otherwise, result=result, differ="Over de nacht.")) is None


def test_nobody_has_to_answer_for_it_to_be_decided() -> None:
    assert rule.problem(replace(AGREED, counted=())) is None


@pytest.mark.parametrize("sort", rule.NOTED)
def test_each_part_has_words_and_is_of_a_person_where_it_should(sort: str) -> None:
    of_a_person = sort in rule.OF_A_PERSON
    assert rule.of_part(sort, "Woorden.", of_a_person) is None
    wrong_person, no_words = (
        rule.of_part(sort, "Woorden.", not of_a_person),
        rule.of_part(sort, "  ", of_a_person),
    )
    assert wrong_person is not None
    assert wrong_person[0] == "person"
    assert no_words == ("words", rule.EMPTY[sort])


@pytest.mark.parametrize("sort", [rule.VIEW, rule.OUTCOME, rule.COUNTED, rule.DIFFERING, "", "vote"])
def test_what_comes_in_another_way_is_no_part_to_note(sort: str) -> None:
    problem = rule.of_part(sort, "Woorden.", True)
    assert problem is not None
    assert problem[0] == "sort"


@pytest.mark.parametrize("sort", [rule.INFORMED, rule.TOLD_BACK])
@pytest.mark.parametrize(
    ("day", "right"), [(None, False), (date(2026, 11, 15), True), (TODAY, True), (date(2026, 11, 17), False)]
)
def test_what_was_told_was_so_on_a_day_that_has_come(sort: str, day: date | None, right: bool) -> None:
    problem = rule.on_a_day(sort, day, TODAY)
    assert (problem is None) == right
    assert right or (problem is not None and problem[0] == "happened")


@pytest.mark.parametrize("sort", [rule.SILENT, rule.TRIED])
def test_the_rest_needs_no_day(sort: str) -> None:
    assert rule.on_a_day(sort, None, TODAY) is None


def test_every_sort_has_a_name_and_only_a_view_is_marked_as_otherwise() -> None:
    assert all(rule.marks(sort) == (name,) for sort, name in rule.SORTS.items())
    assert rule.marks(rule.OUTCOME, rule.DIFFER) == (rule.SORTS[rule.OUTCOME], rule.RESULTS[rule.DIFFER])
    assert len(rule.marks(rule.COUNTED, rule.MINORITY)) == 2
    assert rule.marks(rule.COUNTED) == (rule.SORTS[rule.COUNTED],)
