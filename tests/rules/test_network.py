"""The network circle: everybody has a place of their own, and the same people give the same picture."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.network import ANSWERS, LONGEST_LABEL, RINGS, draw, label, problem

CROWD = st.lists(st.sampled_from(sorted(RINGS)), max_size=40).map(
    lambda rings: [(str(number), ring) for number, ring in enumerate(rings)]
)


@given(CROWD)
def test_nobody_is_lost_and_everybody_stands_on_their_ring(people: list[tuple[str, int]]) -> None:
    found = draw(people)
    assert sorted(spot.key for spot in found.spots) == sorted(key for key, _ in people)
    rings = dict(people)
    for spot in found.spots:
        assert abs(hypot(spot.x, spot.y) - found.rings[rings[spot.key] - 1]) < 2


@given(CROWD)
def test_no_two_stand_on_each_other(people: list[tuple[str, int]]) -> None:
    spots = draw(people).spots
    for one in spots:
        for other in spots:
            if one.key < other.key:
                assert hypot(one.x - other.x, one.y - other.y) >= 60, (one, other)


@given(CROWD)
def test_rings_lie_around_each_other_within_the_picture(people: list[tuple[str, int]]) -> None:
    found = draw(people)
    assert list(found.rings) == sorted(set(found.rings))
    assert all(max(abs(spot.x), abs(spot.y)) < found.reach for spot in found.spots)


@given(CROWD)
def test_the_same_people_give_the_same_picture(people: list[tuple[str, int]]) -> None:
    assert draw(people) == draw(people)


def test_a_long_name_is_cut_only_in_the_picture() -> None:
    assert label("Oma") == "Oma"
    assert len(label("Wilhelmina van der Meulenkamp")) <= LONGEST_LABEL


@pytest.mark.parametrize(
    ("ring", "answer", "field"), [(0, "yes", "ring"), (4, "yes", "ring"), (1, "maybe", "answer")]
)
def test_what_does_not_exist_is_said_at_its_field(ring: int, answer: str, field: str) -> None:
    wrong = problem(ring, answer)
    assert wrong is not None
    assert wrong[0] == field


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_can_be_given_on_every_ring(ring: int, answer: str) -> None:
    assert problem(ring, answer) is None
