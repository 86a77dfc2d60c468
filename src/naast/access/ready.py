"""Statements of pages, kept by the shape of a reach: who reads what is still said in one place, `policy`."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import QuerySet

from . import kept
from .kept import FIELDS, Slot
from .one_of import Ids
from .reach import Reach

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Shape:
    """All of a reach that changes the text of a statement."""

    capacity: str
    later: int
    shared: bool
    withheld: bool
    eyes: "_Shape | None"

    @classmethod
    def of(cls, reach: Reach) -> "_Shape":
        eyes = cls.of(reach.eyes) if reach.eyes else None
        return cls(reach.capacity, len(reach.later), bool(reach.shared), bool(reach.withheld), eyes)

    def slots(self, prefix: str = "reach") -> Reach:
        """A reach of this shape with slots for its values; the dossier of its door is no part of it."""
        slot: Any = lambda name, kind: Slot(f"{prefix}.{name}", FIELDS[kind])  # noqa: E731
        ids: Any = lambda name: Ids(f"{prefix}.{name}")  # noqa: E731
        return Reach(
            slot("human", int),
            self.capacity,
            slot("at", datetime),
            ids("whole"),
            tuple((slot(f"{n}.circle", int), slot(f"{n}.from", datetime)) for n in range(self.later)),
            ids("shared") if self.shared else (),
            ids("withheld") if self.withheld else (),
            ids("inside"),
            None,
            self.eyes.slots(f"{prefix}.eyes") if self.eyes else None,
        )


def _values(reach: Reach, prefix: str = "reach") -> dict[str, Any]:
    found = {
        f"{prefix}.human": reach.human,
        f"{prefix}.at": reach.at,
        f"{prefix}.whole": reach.whole,
        f"{prefix}.shared": reach.shared,
        f"{prefix}.withheld": reach.withheld,
        f"{prefix}.inside": reach.inside,
    }
    for place, (circle, opens_from) in enumerate(reach.later):
        found |= {f"{prefix}.{place}.circle": circle, f"{prefix}.{place}.from": opens_from}
    return found | _values(reach.eyes, f"{prefix}.eyes") if reach.eyes else found


def _of_shape(
    build: Callable[..., QuerySet[Any]], shape: _Shape, *fixed: Hashable, **slots: Any
) -> QuerySet[Any]:
    return build(shape.slots(), *fixed, **slots)


def rows(build: Callable[..., QuerySet[Any, T]], reach: Reach, *fixed: Hashable, **given: Any) -> list[T]:
    """The rows of `build(reach, *fixed, **given)`, inside an open door; as `kept.rows`.

    Of `reach` it may ask only what `policy` asks.
    """
    statement = kept.written(_of_shape, (build, _Shape.of(reach), *fixed), kept.kinds_of(given))
    return kept.filled(statement, _values(reach) | given)
