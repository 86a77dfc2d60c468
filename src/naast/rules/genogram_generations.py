"""Who stands in which generation: parents above children, always; partners beside each other where that can be.

Ties can contradict each other: two who are each other's parent, somebody who is a partner and a grandchild. The
stronger tie decides (a parent before a partner before a sibling; of two parents the one who was born before the
child); the weaker one puts nobody anywhere, and is left out of the drawing where it would point upwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from .genogram_parts import Someone
from .genogram_ties import ABOVE, BY_CHOICE, Pair, Ties


class _Groups:
    """People of one generation, and which groups stand above which."""

    def __init__(self, people: Iterable[str]) -> None:
        self.group = {one: one for one in people}
        self.below: dict[str, dict[str, int]] = defaultdict(dict)

    def above(self, one: str, other: str, by: int) -> bool:
        """Put one above the other; False where that contradicts what is there."""
        upper, lower = self.group[one], self.group[other]
        if upper == lower or self._leads(lower, upper):
            return False
        self.below[upper][lower] = max(by, self.below[upper].get(lower, 0))
        return True

    def beside(self, one: str, other: str) -> bool:
        """Put two in one generation; False where that contradicts what is there."""
        kept, gone = self.group[one], self.group[other]
        if kept == gone or self._leads(kept, gone) or self._leads(gone, kept):
            return kept == gone
        self.group = {who: kept if group == gone else group for who, group in self.group.items()}
        for lower, by in self.below.pop(gone, {}).items():
            self.below[kept][lower] = max(by, self.below[kept].get(lower, 0))
        for lowers in self.below.values():
            if gone in lowers:
                lowers[kept] = max(lowers.pop(gone), lowers.get(kept, 0))
        return True

    def _leads(self, start: str, end: str) -> bool:
        todo, seen = [start], {start}
        while todo:
            for lower in self.below.get(todo.pop(), ()):
                if lower == end:
                    return True
                if lower not in seen:
                    seen.add(lower)
                    todo.append(lower)
        return False

    def levels(self) -> dict[str, int]:
        """The generation of each person from 0 on, as near to the children as it can be."""
        downwards = self._downwards()
        level = dict.fromkeys(downwards, 0)
        for group in downwards:
            for lower, by in self.below.get(group, {}).items():
                level[lower] = max(level[lower], level[group] + by)
        for group in reversed(downwards):
            lowers = self.below.get(group, {})
            level[group] = min((level[lower] - by for lower, by in lowers.items()), default=level[group])
        return {who: level[group] for who, group in self.group.items()}

    def _downwards(self) -> list[str]:
        """Every group after all that stand above it."""
        waiting = dict.fromkeys(sorted(set(self.group.values())), 0)
        for lowers in self.below.values():
            for lower in lowers:
                waiting[lower] += 1
        ready = [group for group, above in waiting.items() if not above]
        for group in ready:
            for lower in sorted(self.below.get(group, ())):
                waiting[lower] -= 1
                if not waiting[lower]:
                    ready.append(lower)
        return ready


def generations(people: Iterable[Someone], ties: Ties) -> tuple[dict[str, int], list[tuple[str, Pair]]]:
    """The generation of each person from 0 on within each family, and the ties (type and pair) left out.

    What is left out is also taken out of `ties`, so that every tie that stands there points downwards.
    """
    born = {one.id: one.born for one in people}

    def likely(both: Pair) -> tuple[int, Pair]:
        upper, lower = born[both[0]], born[both[1]]
        return 1 if upper is None or lower is None else 0 if upper < lower else 2, both

    groups = _Groups(born)
    parents = sorted(ties.above["parent"], key=likely)
    left_out = [("parent", both) for both in parents if not groups.above(*both, 1)]
    _together(groups, ties.partners)
    for kind in (*BY_CHOICE, "grandparent"):
        left_out += [
            (kind, p) for p in sorted(ties.above[kind], key=likely) if not groups.above(*p, ABOVE[kind])
        ]
    _together(groups, ties.parted)
    _together(groups, (both for own in ties.parents.values() for both in combinations(sorted(own), 2)))
    _together(groups, ties.siblings)
    left_out += [("aunt_uncle", p) for p in sorted(ties.above["aunt_uncle"]) if not groups.above(*p, 1)]
    _together(groups, ties.others)
    for kind, both in left_out:
        ties.above[kind].discard(both)
    return groups.levels(), left_out


def _together(groups: _Groups, pairs: Iterable[Pair]) -> None:
    for one, other in sorted(set(pairs)):
        groups.beside(one, other)
