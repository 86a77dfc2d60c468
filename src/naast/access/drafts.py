"""Own drafts: readable by their writer only, never through somebody's eyes, in no list or count of a dossier."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from . import policy
from .doors import viewer_door
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Kept:
    """What was typed in one form so far, and when it was last kept."""

    public_id: UUID
    form: str
    fields: dict[str, Any] = field(repr=False)
    saved_at: datetime


def kept(viewer: Viewer, form: str, dossier: UUID) -> tuple[Kept, ...]:
    """The viewer's own drafts in one dossier of the forms whose name begins with `form`, the newest first."""
    with viewer_door(viewer, dossier) as reach:
        rows = policy.drafts(reach).filter(form__startswith=form, dossier__public_id=dossier)
        found = list(rows.order_by("-saved_at"))
    return tuple(Kept(row.public_id, row.form, json.loads(row.body), row.saved_at) for row in found)
