"""What is kept between the steps of opening a household: sealed in the worker's own draft, on the server.

So a BSN stands in no address, no hidden field and no log; and a step can be taken again.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from naast.access import finding
from naast.access.viewer import Missing, Viewer
from naast.actions import drafts
from naast.rules.bsn import Bsn
from naast.rules.plain import from_plain, to_plain
from naast.rules.register import FoundPerson, RegisterPerson

FORM = "open household"


@dataclass(frozen=True, slots=True)
class Opening:
    """One household being opened: why, what was typed, what the register answered so far."""

    purpose: str
    why: str = field(repr=False)
    bsn: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    birth: date | None = field(default=None, repr=False)
    found: tuple[FoundPerson, ...] = field(default=(), repr=False)
    said: str = ""
    focus: RegisterPerson | None = field(default=None, repr=False)
    more: tuple[RegisterPerson, ...] = field(default=(), repr=False)
    neighbours: tuple[FoundPerson, ...] = field(default=(), repr=False)
    places: tuple[tuple[str, ...], ...] = ()
    hands: int = 1

    @property
    def records(self) -> dict[Bsn, RegisterPerson]:
        """The records asked for since, by number."""
        return {one.bsn: one for one in self.more}

    def with_record(self, record: RegisterPerson) -> "Opening":
        """With one more record; of the person asked about first it takes the place."""
        if self.focus is not None and self.focus.bsn == record.bsn:
            return replace(self, focus=record)
        others = tuple(one for one in self.more if one.bsn != record.bsn)
        return replace(self, more=(*others, record))


def keep(viewer: Viewer, opening: Opening) -> None:
    """Keep it for the next step."""
    drafts.save_draft(viewer=viewer, form=FORM, fields=to_plain(opening))


def kept(viewer: Viewer) -> tuple[Opening, UUID]:
    """What was kept, and the draft it stands in. Missing without one."""
    found = finding.kept(viewer, FORM)
    if found is None:
        raise Missing
    try:
        return from_plain(Opening, found.fields), found.draft
    except (TypeError, ValueError):
        raise Missing from None


def forget(viewer: Viewer, draft: UUID) -> None:
    """Throw it away once the household is open."""
    drafts.discard_draft(viewer=viewer, draft=draft)
