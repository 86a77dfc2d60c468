"""Writing the shares of one act, each with the reading that follows from it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from naast.access.reach import NOWHERE, Reach
from naast.access.viewer import PARTNER, Viewer
from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Circle, Dossier, Entry, Kind, Link, Nature, Person, Sharing
from naast.rules import sharing as rule

from . import guarded, held, kept_along
from .act import touched
from .choice import ensure_for
from .openings import looked_through, share_with
from .sharing_consents import Yeses
from .write import Line, tie

OUTSIDE = NOWHERE
"""Who gets a file and has no place here, for the address guard: a human who may know of no guarded fact."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is given to whom and why: public ids, codes of the rules and of the grounds, and words.

    `told` says whether the tellers are told; `consents` are the answers that it rests on, where the ground needs a yes.
    """

    entries: tuple[UUID, ...]
    way: str
    ground: str
    purpose: str = field(repr=False)
    ends: date | None
    receiver: UUID | None = None
    organisation: str = field(default="", repr=False)
    need: str = field(default="", repr=False)
    lighter: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    told: bool = True
    not_told: str = field(default="", repr=False)
    look_on: date | None = None
    consents: tuple[UUID, ...] = ()
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@dataclass(frozen=True, slots=True)
class Giving:
    """Everything that the shares of one act have in common; `words` is what stands in files."""

    found: Dossier
    reach: Reach
    viewer: Viewer
    asked: Asked
    ground: Ground
    receiver: Person | None
    yeses: Yeses
    ends: datetime | None
    words: dict[UUID, str]

    @property
    def because(self) -> str:
        """Why the receiver reads it."""
        if self.yeses.consents:
            return rule.SHARED
        return rule.SHARED_WITHOUT if self.asked.told else rule.UNTOLD

    @property
    def kept(self) -> dict[str, Any]:
        asked, today = self.asked, self.viewer.today
        return {
            "receiver": self.receiver,
            "organisation": asked.organisation.strip(),
            "way": asked.way,
            "ground": self.ground.code,
            "edition": grounds().edition,
            "purpose": asked.purpose.strip(),
            "need": asked.need.strip(),
            "lighter": asked.lighter.strip(),
            "told_on": today if asked.told else None,
            "not_told": "" if asked.told else asked.not_told.strip(),
            "look_on": rule.review_on(self.ground.needs, today) or (None if asked.told else asked.look_on),
            "starts": self.viewer.at,
            "ends": self.ends,
        }


def written(giving: Giving, rows: list[Entry]) -> list[UUID]:
    """A share for each teller of the household, and one for what all others told: who reads that their words were given
    does not learn that somebody else's were."""
    groups: dict[int | None, list[Entry]] = {}
    for row in rows:
        teller = teller_of(row)
        groups.setdefault(teller.id if teller else None, []).append(row)
    told = {teller for teller in groups if teller is not None and giving.asked.told}
    done: list[UUID] = []
    for group in groups.values():
        # the same reason stands with each: it is looked through once, for all who will read it
        seen = giving.asked.guard_seen or bool(done)
        entry = _entry(giving, teller_of(group[0]), told, seen)
        tie(Link.Tie.SHARES, entry, group)
        tie(Link.Tie.RESTS_ON, entry, [one.entry for one in giving.yeses.consents])
        for row in group:
            _open(giving, entry, row)
        done.append(entry.public_id)
    return done


def _entry(giving: Giving, teller: Person | None, told: set[int], seen: bool) -> Entry:
    kept, asked, receiver = giving.kept, giving.asked, giving.receiver
    line = Line(
        Kind.SHARING,
        Nature.FACT,
        asked.words.strip(),
        circle_for(giving.found, [teller] if teller and asked.told else [], giving.viewer.at),
        teller=Person.objects.get(id=giving.viewer.human),
        people=[("receives", receiver)] if receiver else [],
        circle_how="proposed",
        of_kind=(Sharing, kept),
        searchable=f"{kept['purpose']} {kept['organisation']}".strip(),
    )
    return guarded.write(
        giving.found, line, reach=giving.reach, viewer=giving.viewer, guard_seen=seen, also=told
    )


def _open(giving: Giving, entry: Entry, row: Entry) -> None:
    """One entry to the receiver, after the address guard has looked through it; a file is given by a person."""
    found, viewer, reads = giving.found, giving.viewer, giving.asked.way == rule.PLACE
    kept_along.keep(entry, row, viewer)
    told_to = {giving.receiver.id if giving.receiver and reads else OUTSIDE}
    inside, seen = giving.words.get(row.public_id, ""), giving.asked.guard_seen
    silent = looked_through(row, inside, found, giving.reach, viewer, told_to, seen, "entries")
    touched(entries=[row.public_id])
    if reads and giving.receiver is not None:
        share_with(row, giving.receiver, PARTNER, giving.because, viewer, ends=giving.ends, opening=entry)
        held.hold_further(found, viewer, row, silent, told_to)


def teller_of(row: Entry) -> Person | None:
    """Who of the household told it; None of what a professional told."""
    return row.teller if row.teller is not None and not row.teller.professional else None


def circle_for(found: Dossier, tellers: Iterable[Person], at: datetime) -> Circle:
    """The circle of a share: the team, and these tellers."""
    listed = list(tellers)
    return ensure_for(found, listed, {one.id: "told" for one in listed}, at=at)
