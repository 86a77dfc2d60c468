"""Who stands left of whom: families apart, partners and their children near each other, the oldest child first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .genogram_parts import Net, Size, Someone

_SWEEPS = 4

Rows = list[list[str]]
Near = Mapping[str, list[tuple[str, ...]]]
Order = tuple[bool, date, str, str]


def families(people: Sequence[Someone], nets: Iterable[Net]) -> list[list[Someone]]:
    """People whom lines join, in the order of `people`; somebody without a line is a family of one."""
    near: dict[str, set[str]] = defaultdict(set)
    for net in nets:
        for one in (*net.tops, *net.bottoms):
            near[one].update(net.tops, net.bottoms)
    found, seen = [], set[str]()
    for first in people:
        if first.id in seen:
            continue
        todo, group = [first.id], set[str]()
        while todo:
            one = todo.pop()
            if one not in group:
                group.add(one)
                todo += near[one]
        seen |= group
        found.append([one for one in people if one.id in group])
    return found


def spread(wanted: Sequence[float], apart: Sequence[int]) -> list[int]:
    """The places nearest to the wanted ones that stay so far apart; `apart[i]` lies between i and i + 1.

    The least squares, by pooling neighbours that are in each other's way.
    """
    offsets = [sum(apart[:place]) for place in range(len(wanted))]
    pools: list[list[float]] = []  # mean, how many
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append([want - offset, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, count = pools.pop()
            before, more = pools[-1]
            pools[-1] = [(before * more + mean * count) / (more + count), more + count]
    flat = [round(mean) for mean, count in pools for _ in range(int(count))]
    return [place + offset for place, offset in zip(flat, offsets, strict=True)]


@dataclass(slots=True)
class Family:
    """One family while it is put in order. `room` is how much place somebody takes to the right of their middle."""

    people: Mapping[str, Someone]
    rows: Rows
    room: Mapping[str, int]
    above: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    below: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    x: dict[str, int] = field(default_factory=dict)

    def wanted(self, one: str, near: Near) -> float | None:
        """Where somebody would stand best: in the middle of the groups near them."""
        groups = [sum(self.x[who] for who in group) / len(group) for group in near.get(one, ())]
        return sum(groups) / len(groups) if groups else None

    def put(self, row: list[str], near: Near) -> None:
        """Place one row below or above the people near its own."""
        places = [self.wanted(one, near) for one in row]
        kept = [self._near(one) if place is None else place for one, place in zip(row, places, strict=True)]
        apart = [self.room[one] + Size.GAP + Size.HALF for one in row[:-1]]
        self.x |= dict(zip(row, spread(kept, apart), strict=True))

    def _near(self, one: str) -> float:
        beside = self.beside[one]
        return sum(self.x[who] for who in beside) / len(beside) if beside else self.x[one]


def ordered(
    people: Sequence[Someone], level: Mapping[str, int], nets: Iterable[Net], room: Mapping[str, int]
) -> Family:
    """One family in rows, with where each stands from left to right (`x`)."""
    first = min(level[one.id] for one in people)
    rows: Rows = [[] for _ in range(max(level[one.id] for one in people) - first + 1)]
    for one in people:
        rows[level[one.id] - first].append(one.id)
    family = Family({one.id: one for one in people}, rows, room)
    _join(family, nets, level)
    blocks = [_blocks(family, row) for row in rows]
    family.rows[:] = [[one for block in row for one in block] for row in blocks]
    for row in family.rows:
        family.x |= dict.fromkeys(row, 0)
        family.put(row, {})
    for _ in range(_SWEEPS):
        for place in reversed(range(len(rows))):
            _sort(family, blocks, place, family.below)
        for place in range(len(rows)):
            _sort(family, blocks, place, family.above)
    for row in family.rows:
        _household_together(family, row)
    for _ in range(_SWEEPS):
        for row in family.rows:
            family.put(row, family.above)
        for row in reversed(family.rows):
            family.put(row, family.below)
    return family


def _household_together(family: Family, row: list[str]) -> None:
    """Who stands between people of the household without being in it goes to the nearer side of them."""
    inside = [place for place, one in enumerate(row) if family.people[one].inside]
    if not inside:
        return
    middle = (inside[0] + inside[-1]) / 2
    others = [(place, one) for place, one in enumerate(row) if place not in inside]
    row[:] = [
        *(one for place, one in others if place < middle),
        *(row[place] for place in inside),
        *(one for place, one in others if place >= middle),
    ]


def _join(family: Family, nets: Iterable[Net], level: Mapping[str, int]) -> None:
    for net in nets:
        everybody = (*net.tops, *net.bottoms)
        if everybody[0] not in family.people:
            continue
        for one in net.tops if net.bottoms else ():
            family.below[one].append(net.bottoms)
        for one in net.bottoms if net.tops else ():
            family.above[one].append(net.tops)
        for side in (net.tops, () if net.tops else net.bottoms):
            for one in side:
                others = [who for who in side if who != one]
                family.beside[one] |= {who for who in others if level[who] == level[one]}
                for who in others:
                    if level[who] < level[one]:
                        family.above[one].append((who,))
                        family.below[who].append((one,))


def _blocks(family: Family, row: list[str]) -> list[list[str]]:
    """The people of a row in chains of those who belong beside each other."""
    found, seen = list[list[str]](), set[str]()

    def follow(one: str, chain: list[str]) -> None:
        seen.add(one)
        chain.append(one)
        for other in sorted(family.beside[one], key=lambda who: family.people[who].order):
            if other not in seen:
                follow(other, chain)

    # whoever has one neighbour begins a chain, so that a person with two stands between them
    for one in sorted(row, key=lambda who: (len(family.beside[who]) > 1, family.people[who].order)):
        if one not in seen:
            found.append([])
            follow(one, found[-1])
    return found


def _sort(family: Family, blocks: list[Rows], place: int, near: Near) -> None:
    """Put the chains of one row in the order of the people near them, each the better way round."""
    row = blocks[place]
    for block in row:
        wanted = {one: at for one in block if (at := family.wanted(one, near)) is not None}
        middle = (len(block) - 1) / 2
        mean = sum(wanted.values()) / (len(wanted) or 1)
        if sum((block.index(one) - middle) * (at - mean) for one, at in wanted.items()) < 0:
            block.reverse()

    def key(block: list[str]) -> tuple[int, bool, Order]:
        wanted = {one: at for one in block if (at := family.wanted(one, near)) is not None}
        at = sum(wanted.values()) / len(wanted) if wanted else sum(family.x[o] for o in block) / len(block)
        first = min(family.people[one].order for one in wanted or block)
        return round(at), not any(family.people[one].inside for one in block), first

    row.sort(key=key)
    family.rows[place][:] = [one for block in row for one in block]
    family.put(family.rows[place], near)
