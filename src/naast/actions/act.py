"""What every act has in common: who acts, one transaction behind the rules door, and a trace of it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from naast.access import doors, trace
from naast.access.viewer import Missing, Viewer
from naast.records.models import Once

P = ParamSpec("P")
R = TypeVar("R")


class Refused(Missing):
    """This viewer may not do this; to them it looks as if the thing were not there."""


class Invalid(Exception):
    """What was filled in cannot be right: message ids (English, translated by the face) by field name.

    The field '' is the form as a whole. `params` fill in the message.
    """

    def __init__(self, field_name: str, message: str, **params: Any) -> None:
        super().__init__(message)
        self.errors: dict[str, tuple[str, dict[str, Any]]] = {field_name: (message, params)}


class Answered(Invalid):
    """What was filled in cannot be right because of something the viewer may not read: the try stays in the trace."""


class Warned(Invalid):
    """What was written may be meant so: whoever has seen the warning may go on with the same words."""


class Conflict(Exception):
    """Somebody else was first: `newest` is the public id of the version that this viewer may read."""

    def __init__(self, newest: UUID) -> None:
        super().__init__("somebody else was first")
        self.newest = newest


@dataclass(slots=True)
class Mark:
    """What an act touched, for its trace row."""

    dossier: int | None = None
    entries: dict[UUID, None] = field(default_factory=dict)
    persons: dict[int, None] = field(default_factory=dict)


_mark: ContextVar[Mark] = ContextVar("naast_mark")
ACTS: dict[str, Callable[..., Any]] = {}


def touched(dossier: int | None = None, entries: Iterable[UUID] = (), persons: Iterable[int] = ()) -> None:
    """Called inside an act: note what it touched. Ids only."""
    mark = _mark.get()
    mark.dossier = dossier if dossier is not None else mark.dossier
    mark.entries.update(dict.fromkeys(entries))
    mark.persons.update(dict.fromkeys(persons))


def is_touched(entry: UUID) -> bool:
    """Has the act that runs now touched this entry? No where none runs."""
    mark = _mark.get(None)
    return mark is not None and entry in mark.entries


@contextmanager
def untraced() -> Iterator[None]:
    """What is touched meanwhile is left out of the act's own trace row."""
    token = _mark.set(Mark())
    try:
        yield
    finally:
        _mark.reset(token)


def act(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an act: `viewer=` is required, all of it is one transaction, and it leaves a trace.

    With `once=` (a UUID from the form) the same confirmation sent twice is done once; the act must then
    return a UUID, a list of UUIDs or None. A refusal is written in a transaction of its own, so that it stays.
    """

    def register(function: Callable[P, R]) -> Callable[P, R]:
        inner = doors.through_rules(_once(name, function))

        @wraps(function)
        def acting(*args: P.args, **kwargs: P.kwargs) -> R:
            viewer: Viewer = kwargs["viewer"]  # type: ignore[assignment]
            token = _mark.set(Mark())
            try:
                if viewer.eyes_of is not None:
                    raise Refused
                return inner(*args, **kwargs)
            except (Missing, Answered):
                trace.write(viewer, name, trace.REFUSED, dossier=_mark.get().dossier)
                raise
            finally:
                trace.acted()
                _mark.reset(token)

        ACTS[name] = acting
        return acting

    return register


def _once(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        once: UUID | None = kwargs.pop("once", None)
        viewer: Viewer = kwargs["viewer"]
        if once is not None:
            row, fresh = Once.objects.get_or_create(
                token=once, defaults={"human_id": viewer.human, "act": name, "at": viewer.at}
            )
            if not fresh:
                return _answer_again(row, viewer, name)
        result = function(*args, **kwargs)
        if once is not None:
            row.result = _as_text(result)
            row.save(update_fields=["result"])
        mark = _mark.get()
        trace.write(
            viewer, name, trace.DONE, dossier=mark.dossier, entries=mark.entries, persons=mark.persons
        )
        return result

    return run


def _as_text(result: Any) -> str:
    if isinstance(result, list):
        return " ".join(str(item) for item in result) + " "
    return "" if result is None else str(result)


def _answer_again(row: Once, viewer: Viewer, name: str) -> Any:
    if row.human_id != viewer.human or row.act != name:
        raise Refused
    if not row.result:
        return None
    ids = [UUID(part) for part in row.result.split()]
    return ids if row.result.endswith(" ") else ids[0]
