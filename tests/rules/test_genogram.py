"""The genogram of every family in the official test persons, of random families, and of a few by hand."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st
from tests.rules.drawn import joined, wrong

from naast.integrations.brp.answers import read_person
from naast.integrations.brp.fake.persons import DATA_FROM, Persons
from naast.rules.bsn import Bsn
from naast.rules.genogram import draw
from naast.rules.genogram_labels import fitted, width
from naast.rules.genogram_parts import Bond, Kind, Shape, Someone
from naast.rules.household_proposal import propose
from naast.rules.register import RegisterPerson
from naast.rules.relations import TIES

Family = tuple[list[Someone], list[Bond]]


@pytest.fixture(scope="module")
def register() -> dict[Bsn, RegisterPerson]:
    """The official test persons as the register's client reads them."""
    numbers = {Bsn(person.raw["burgerservicenummer"]): person for person in Persons.official()}
    return {bsn: read_person(person.full(), bsn) for bsn, person in numbers.items()}


@pytest.fixture(scope="module")
def households(register: dict[Bsn, RegisterPerson]) -> list[Family]:
    """Everybody's own household, with all who are near."""
    found = []
    for person in register.values():
        proposal = propose(person, DATA_FROM, register)
        people = [
            Someone(one.ref, one.name.given or one.name.family, one.birth.exact, inside=one.proposed)
            for one in (*proposal.members, *proposal.others)
        ]
        found.append((people, [Bond(tie.one, tie.kind.value, tie.other) for tie in proposal.ties]))
    return found


@pytest.fixture(scope="module")
def kin_groups(register: dict[Bsn, RegisterPerson]) -> list[Family]:
    """Everybody with all who are kin of them, through all others; the largest has 125 people."""
    near: dict[Bsn, set[Bsn]] = defaultdict(set)
    bonds: dict[Bsn, list[Bond]] = defaultdict(list)
    for bsn, person in register.items():
        for related in (*person.parents, *person.partners, *person.children):
            if related.bsn in register:
                near[bsn].add(related.bsn)
                near[related.bsn].add(bsn)
                one, kind, other = related.bsn.reveal(), related.kind.value, bsn.reveal()
                bonds[bsn].append(Bond(other, "parent", one) if kind == "child" else Bond(one, kind, other))
    found, seen = list[Family](), set[Bsn]()
    for start in register:
        todo, group = [start], set[Bsn]()
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                group.add(one)
                todo += near[one]
        if group:
            people = [Someone(b.reveal(), register[b].name.given, register[b].birth.exact) for b in group]
            found.append((people, [bond for b in group for bond in bonds[b]]))
    return found


def test_every_household_of_the_test_persons_is_drawn_whole(households: list[Family]) -> None:
    """Nobody lost, nothing overlaps, parents above children, every tie a line.

    Seen red with names that took no room, with children as high as their parents, with all bars in one track and with
    somebody left out.
    """
    assert len(households) == 1176
    for people, bonds in households:
        assert wrong(draw(people, bonds), people, bonds) == []


def test_every_kin_group_of_the_test_persons_is_drawn_whole(kin_groups: list[Family]) -> None:
    assert max(len(people) for people, _ in kin_groups) == 125
    for people, bonds in kin_groups:
        drawing = draw(people, bonds)
        assert drawing.left_out == ()
        assert wrong(drawing, people, bonds) == []


def test_the_same_people_in_another_order_give_the_same_drawing(
    households: list[Family], kin_groups: list[Family]
) -> None:
    shuffled = random.Random("another order")
    for people, bonds in [*households[::7], *kin_groups[::3]]:
        drawn = draw(people, bonds)
        for _ in range(2):
            shuffled.shuffle(people)
            shuffled.shuffle(bonds)
            assert draw(people, bonds) == drawn


@st.composite
def families(pick: st.DrawFn) -> Family:
    """People and ties of every sort, also such as can not be."""
    ids = [f"p{number}" for number in range(pick(st.integers(0, 12)))]
    people = [
        Someone(
            one,
            pick(st.text(max_size=40)),
            pick(st.none() | st.dates()),
            pick(st.sampled_from(Shape)),
            pick(st.booleans()),
        )
        for one in ids
    ]
    if not ids:
        return people, []
    somebody = st.sampled_from([*ids, "nobody"])
    kinds = st.sampled_from(sorted(TIES)) | st.sampled_from(["parent", "partner"])
    return people, pick(st.lists(st.builds(Bond, somebody, kinds, somebody, st.booleans()), max_size=24))


@given(families())
@trials(max_examples=300, deadline=None)
def test_a_random_family_is_drawn_whole(family: Family) -> None:
    people, bonds = family
    assert wrong(draw(people, bonds), people, bonds) == []


@given(families(), st.randoms(use_true_random=False))
@trials(max_examples=100, deadline=None)
def test_a_random_family_in_another_order_gives_the_same_drawing(
    family: Family, order: random.Random
) -> None:
    people, bonds = family
    drawn = draw(people, bonds)
    order.shuffle(people)
    order.shuffle(bonds)
    assert draw(people, bonds) == drawn


def somebody(one: str, *, born: int | None = None, inside: bool = False) -> Someone:
    return Someone(one, one, date(born, 1, 1) if born else None, inside=inside)


def home(*bonds: tuple[str, str, str], inside: str = "") -> Family:
    """Everybody named in these ties; with their ids as names."""
    named = sorted({one for bond in bonds for one in (bond[0], bond[2])} | set(inside.split()))
    return [somebody(one, inside=one in inside.split()) for one in named], [Bond(*bond) for bond in bonds]


def heights(family: Family) -> dict[str, int]:
    return {place.id: place.y for place in draw(*family).places}


def test_partners_stand_beside_each_other_above_their_children() -> None:
    y = heights(home(("anna", "partner", "bas"), ("anna", "parent", "cas"), ("oma", "parent", "bas")))
    assert y["oma"] < y["anna"] == y["bas"] < y["cas"]


def test_two_parents_without_a_tie_between_them_have_no_line_between_them() -> None:
    people, bonds = home(("anna", "parent", "cas"), ("bas", "parent", "cas"))
    drawing = draw(people, bonds)
    assert sorted(sorted(joined(drawing, stroke)) for stroke in drawing.strokes) == [
        ["anna", "cas"],
        ["bas", "cas"],
    ]


def test_a_couple_and_their_children_hang_on_one_line() -> None:
    people, bonds = home(("anna", "partner", "bas"), ("anna", "parent", "cas"), ("bas", "parent", "cas"))
    (stroke,) = draw(people, bonds).strokes
    assert joined(draw(people, bonds), stroke) == {"anna", "bas", "cas"}
    assert stroke.apart is None


@pytest.mark.parametrize("told", [Bond("anna", "ex_partner", "bas"), Bond("anna", "partner", "bas", True)])
def test_who_parted_is_marked(told: Bond) -> None:
    people, _ = home(("anna", "partner", "bas"))
    (stroke,) = draw(people, [told]).strokes
    assert stroke.apart is not None


def test_partners_who_found_each_other_again_are_partners() -> None:
    people, bonds = home(("anna", "partner", "bas"), ("anna", "ex_partner", "bas"))
    (stroke,) = draw(people, bonds).strokes
    assert stroke.apart is None


@pytest.mark.parametrize(
    ("tie", "kind"),
    [
        ("parent", Kind.WHOLE),
        ("adoptive_parent", Kind.BROKEN),
        ("step_parent", Kind.BROKEN),
        ("foster_parent", Kind.BROKEN),
        ("grandparent", Kind.DOTTED),
        ("friend", Kind.DOTTED),
    ],
)
def test_each_tie_has_its_sort_of_line(tie: str, kind: Kind) -> None:
    (stroke,) = draw(*home(("anna", tie, "bas"))).strokes
    assert stroke.kind is kind


def test_a_grandparent_whose_child_is_drawn_needs_no_second_line() -> None:
    family = home(("oma", "parent", "anna"), ("anna", "parent", "cas"), ("oma", "grandparent", "cas"))
    assert len(draw(*family).strokes) == 2


def test_a_grandparent_alone_stands_two_generations_higher() -> None:
    generation = {one.id: one.generation for one in draw(*home(("oma", "grandparent", "cas"))).places}
    assert generation["cas"] - generation["oma"] == 2


def test_brothers_and_sisters_hang_on_one_line_where_no_parent_is_drawn() -> None:
    three = home(("a", "sibling", "b"), ("b", "sibling", "c"), ("a", "sibling", "c"))
    assert len(draw(*three).strokes) == 1
    half = home(("a", "sibling", "b"), ("b", "sibling", "c"))
    assert len(draw(*half).strokes) == 2  # nobody said that a and c are so as well


def test_who_is_each_others_parent_is_drawn_once_and_told() -> None:
    drawing = draw(*home(("anna", "parent", "bas"), ("bas", "parent", "anna")))
    assert drawing.left_out == (Bond("bas", "parent", "anna"),)
    assert len(drawing.strokes) == 1


def test_of_two_who_are_each_others_parent_the_one_who_was_born_first_stands_above() -> None:
    """Seen red with the ties in the order of their ids."""
    people = [somebody("anna", born=2015), somebody("bas", born=1985)]
    told = [Bond("anna", "parent", "bas"), Bond("bas", "parent", "anna")]
    assert draw(people, told).left_out == (told[0],)


def test_a_partner_who_is_a_grandchild_too_still_has_a_line() -> None:
    people, bonds = home(("a", "parent", "b"), ("b", "parent", "c"), ("a", "partner", "c"))
    drawing = draw(people, bonds)
    assert drawing.left_out == ()
    assert {"a", "c"} in [joined(drawing, stroke) for stroke in drawing.strokes]


def test_the_household_lies_in_one_outline_without_the_others() -> None:
    family = home(
        ("anna", "ex_partner", "bas"),
        ("anna", "parent", "cas"),
        ("bas", "parent", "cas"),
        ("oma", "parent", "anna"),
        inside="anna cas",
    )
    assert len(draw(*family).outlines) == 1
    between = home(("anna", "partner", "bas"), ("bas", "ex_partner", "cas"), inside="anna cas")
    assert len(draw(*between).outlines) == 1


def test_two_families_stand_in_one_order_whoever_is_named_first() -> None:
    """Seen red with people in the order in which they were given."""
    people, bonds = home(("a", "partner", "b"), ("c", "partner", "d"))
    assert draw(people, bonds) == draw(people[::-1], bonds[::-1])


def test_the_oldest_child_stands_on_the_left() -> None:
    young, old, mother = somebody("a", born=2015), somebody("b", born=2012), somebody("c", born=1985)
    drawing = draw([young, old, mother], [Bond("c", "parent", "a"), Bond("c", "parent", "b")])
    x = {place.id: place.x for place in drawing.places}
    assert x["b"] < x["a"]


def test_nobody_gives_an_empty_drawing() -> None:
    assert draw([], []).places == ()


@given(st.text(max_size=120))
def test_a_name_takes_two_lines_at_most_and_no_more_room_than_there_is(label: str) -> None:
    lines = fitted(label)
    assert len(lines) <= 2
    assert all(width(line) <= 104 for line in lines)


def test_a_name_that_was_broken_off_says_so() -> None:
    assert fitted("Bert van den Bergh tot Voorbeeld")[-1].endswith("…")
    assert fitted("Samira") == ("Samira",)


def test_a_name_stands_in_no_repr() -> None:
    drawing = draw([Someone("a", "Samira")], [])
    assert "Samira" not in repr(drawing)
    assert "Samira" not in repr(Someone("a", "Samira"))
