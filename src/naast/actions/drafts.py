"""Drafts: kept on every pause, readable by their writer only, gone once confirmed."""

import json
from typing import Any
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Dossier, Draft

from . import may
from .act import act


@act("save draft")
def save_draft(*, viewer: Viewer, form: str, fields: dict[str, Any], dossier: UUID | None = None) -> UUID:
    """Keep what is typed in one form so far; the same form of the same writer has one draft."""
    found: Dossier | None = may.dossier_for(viewer, dossier)[0] if dossier else None
    draft, _ = Draft.objects.update_or_create(
        human_id=viewer.human,
        capacity=viewer.capacity,
        dossier=found,
        form=form[:40],
        defaults={"body": json.dumps(fields), "saved_at": viewer.at},
    )
    return draft.public_id


@act("discard draft")
def discard_draft(*, viewer: Viewer, draft: UUID) -> None:
    """Throw an own draft away."""
    forget(viewer, draft)


def forget(viewer: Viewer, draft: UUID) -> None:
    """Remove an own draft; within another act, once what it held is confirmed."""
    mine = Draft.objects.filter(human_id=viewer.human, capacity=viewer.capacity, public_id=draft)
    mine.delete()
