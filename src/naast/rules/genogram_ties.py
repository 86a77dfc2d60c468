"""Which lines a genogram draws for the ties that were told. Each tie has a line, or follows from other lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from .genogram_parts import Bond, Kind, Net

BY_CHOICE = ("adoptive_parent", "step_parent", "foster_parent")
"""Parents who are so by what people did, not by birth: a broken line."""

ABOVE = {"parent": 1, **dict.fromkeys(BY_CHOICE, 1), "grandparent": 2, "aunt_uncle": 1}
"""Ties of which one stands above the other, and by how many generations at least."""

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two people, whoever is named first."""
    return (one, other) if one < other else (other, one)


@dataclass(slots=True)
class Ties:
    """The ties by what they mean for the drawing. Built once by `sorted_out`, then read."""

    above: dict[str, set[Pair]] = field(default_factory=lambda: defaultdict(set))
    partners: set[Pair] = field(default_factory=set)
    parted: set[Pair] = field(default_factory=set)
    siblings: set[Pair] = field(default_factory=set)
    others: set[Pair] = field(default_factory=set)

    @property
    def parents(self) -> dict[str, set[str]]:
        """By child."""
        found: dict[str, set[str]] = defaultdict(set)
        for parent, child in self.above["parent"]:
            found[child].add(parent)
        return found


def sorted_out(bonds: Iterable[Bond]) -> Ties:
    """Ties by their meaning. Of what has ended only that two were partners is drawn."""
    ties = Ties()
    for bond in bonds:
        both = pair(bond.one, bond.other)
        if bond.type == "ex_partner" or (bond.type == "partner" and bond.ended):
            ties.parted.add(both)
        elif bond.one == bond.other or bond.ended:
            continue
        elif bond.type in ABOVE:
            ties.above[bond.type].add((bond.one, bond.other))
        else:
            {"partner": ties.partners, "sibling": ties.siblings}.get(bond.type, ties.others).add(both)
    ties.parted = {both for both in ties.parted - ties.partners if both[0] != both[1]}
    return ties


def nets(ties: Ties, level: Mapping[str, int]) -> list[Net]:
    """The lines to draw, in an order that follows from them. `level` is everybody's generation."""
    found, drawn = _of_parents(ties)
    for kind, pairs, apart in ((Kind.WHOLE, ties.partners, False), (Kind.WHOLE, ties.parted, True)):
        found += [Net(kind, both, apart=apart) for both in pairs - drawn]
    for tie in BY_CHOICE:
        found += _from_each(Kind.BROKEN, ties.above[tie])
    found += _from_each(Kind.DOTTED, {p for p in ties.above["grandparent"] if not _by_parents(ties, *p)})
    found += _from_each(Kind.DOTTED, {p for p in ties.above["aunt_uncle"] if not _by_sibling(ties, *p)})
    found += _of_siblings(ties)
    for one, other in ties.others:
        upper, lower = (one, other) if level[one] <= level[other] else (other, one)
        beside = level[one] == level[other]
        found.append(Net(Kind.DOTTED, (upper, lower)) if beside else Net(Kind.DOTTED, (upper,), (lower,)))
    return sorted(set(found))


def _of_parents(ties: Ties) -> tuple[list[Net], set[Pair]]:
    """From parents to their children: from both at once where they are or were partners, else from each.

    Nothing says that two parents of one child are a couple, so without such a tie no line joins them.
    """
    children: dict[tuple[str, ...], set[str]] = defaultdict(set)
    couples = ties.partners | ties.parted
    for child, parents in ties.parents.items():
        left = set(parents)
        for both in sorted(combinations(sorted(parents), 2), key=lambda both: (both in ties.parted, both)):
            if both in couples and left.issuperset(both):
                children[both].add(child)
                left -= set(both)
        for parent in left:
            children[(parent,)].add(child)
    found = [
        Net(Kind.WHOLE, tops, tuple(sorted(under)), apart=tops in ties.parted)
        for tops, under in children.items()
    ]
    return found, couples & set(children)


def _from_each(kind: Kind, pairs: Iterable[Pair]) -> list[Net]:
    under: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        under[one].add(other)
    return [Net(kind, (one,), tuple(sorted(others))) for one, others in under.items()]


def _by_parents(ties: Ties, grandparent: str, child: str) -> bool:
    parents = ties.parents
    return any(grandparent in parents.get(parent, ()) for parent in parents.get(child, ()))


def _by_sibling(ties: Ties, one: str, child: str) -> bool:
    parents = ties.parents
    return any(
        pair(one, parent) in ties.siblings or parents.get(one, set()) & parents.get(parent, set())
        for parent in parents.get(child, ())
    )


def _of_siblings(ties: Ties) -> list[Net]:
    """Brothers and sisters whose parents are not in the drawing: those who are all so of each other by one line."""
    parents = ties.parents
    left = {both for both in ties.siblings if not parents.get(both[0], set()) & parents.get(both[1], set())}
    found = []
    while left:
        group = set(min(left))
        for one in sorted({one for both in left for one in both}):
            if one not in group and all(pair(one, other) in left for other in group):
                group.add(one)
        left -= {pair(*both) for both in combinations(group, 2)}
        found.append(Net(Kind.WHOLE, (), tuple(sorted(group))))
    return found
