"""An own draft: readable by its writer only, never through somebody's eyes, in no list or count."""

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
    fields: dict[str, Any] = field(repr=False)
    saved_at: datetime


def kept(viewer: Viewer, form: str, dossier: UUID | None = None) -> Kept | None:
    """The viewer's own draft of one form (in one dossier), or None."""
    with viewer_door(viewer) as reach:
        rows = policy.drafts(reach).filter(form=form)
        rows = rows.filter(dossier__public_id=dossier) if dossier else rows.filter(dossier=None)
        row = rows.first()
        return Kept(row.public_id, json.loads(row.body), row.saved_at) if row else None
