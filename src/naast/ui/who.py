"""Who looks, by the session of a request: a professional, a resident, or somebody on a handed-over screen.

A worker's session that was handed over is locked: it is only that person's until the worker's PIN.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from naast.access.viewer import PARTNER, PRIVACY, RESIDENT, STAFF, Viewer

HANDED_OVER = "handed_over"
CONFIDENTIAL_UNTIL = "confidential_until"


@dataclass(frozen=True, slots=True)
class HandOver:
    """A screen that a worker handed to one person of one dossier."""

    human: int
    dossier: UUID
    worker: int
    row: int


def handed_over(request: HttpRequest) -> HandOver | None:
    """The hand-over that this session is in, or None."""
    kept: dict[str, Any] | None = request.session.get(HANDED_OVER)
    if not kept or _capacity(request) != STAFF:
        return None
    return HandOver(
        int(kept["human"]),
        UUID(kept["dossier"]),
        int(kept["worker"]),
        int(kept["row"]),
    )


def professional(request: HttpRequest, at: datetime) -> Viewer | None:
    """The professional who is signed in, team or partner; None for anybody else and while handed over."""
    capacity = _capacity(request)
    if capacity not in (STAFF, PARTNER) or request.session.get(HANDED_OVER):
        return None
    return Viewer(request.user.pk, request.user.human_id, capacity, at)  # type: ignore[union-attr]


def officer(request: HttpRequest, at: datetime) -> Viewer | None:
    """The privacy officer who is signed in; None for anybody else."""
    if _capacity(request) != PRIVACY:
        return None
    return Viewer(request.user.pk, request.user.human_id, PRIVACY, at)  # type: ignore[union-attr]


def resident(request: HttpRequest, at: datetime) -> Viewer | None:
    """The resident who is signed in, or to whom this screen was handed; None for anybody else."""
    until = request.session.get(CONFIDENTIAL_UNTIL)
    asked = until is not None and at < datetime.fromisoformat(until)
    handed = handed_over(request)
    if handed is not None:
        return Viewer(
            None,
            handed.human,
            RESIDENT,
            at,
            handed_by=handed.worker,
            asked_confidential=asked,
            only=handed.row,
        )
    if _capacity(request) != RESIDENT:
        return None
    human: int = request.user.human_id  # type: ignore[union-attr]
    return Viewer(request.user.pk, human, RESIDENT, at, asked_confidential=asked)


def _capacity(request: HttpRequest) -> str:
    return getattr(request.user, "capacity", "")
