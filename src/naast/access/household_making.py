"""From rows to the lines of a household's page; nothing that names somebody whom the viewer may not know of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from naast.records.models import Entry, Involvement, Membership, Question

from . import people
from .household_lines import AuthorityLine, ContactLine, Involved, Member, Notice, OpenQuestion, Tie
from .people import Face
from .reach import runs, runs_on
from .viewer import Viewer, day_of


@dataclass(frozen=True, slots=True)
class Make:
    """From rows to what is shown; nothing where it names somebody whom the viewer may not know of."""

    viewer: Viewer
    known: dict[int, Face]

    @property
    def today(self) -> date:
        return day_of((self.viewer.eyes_of or self.viewer).at)

    def member(self, row: Membership) -> Member | None:
        face = self.known.get(row.person_id)
        return Member(face, row.starts, row.ends, row.part_time, row.entry.public_id) if face else None

    def tie(self, row: Any) -> Tie | None:
        one, other = self.known.get(row.one_id), self.known.get(row.other_id)
        if one is None or other is None:
            return None
        running = runs_on(row, self.today)
        return Tie(one, row.type, other, row.starts, row.ends, row.entry.public_id, running)

    def authority(self, row: Any) -> AuthorityLine | None:
        adult, child = self.known.get(row.adult_id), self.known.get(row.child_id)
        if adult is None or child is None or not runs_on(row, self.today):
            return None
        return AuthorityLine(adult, child, row.state, row.source, row.reason, row.entry.public_id)

    def involved(self, row: Involvement) -> Involved | None:
        face = self.known.get(row.person_id)
        if face is None:
            return None
        at = (self.viewer.eyes_of or self.viewer).at
        return Involved(
            face,
            row.role,
            row.capacity,
            row.organisation,
            row.ground,
            row.starts,
            row.ends,
            self.known.get(row.stands_in_for_id or 0),
            row.entry.public_id,
            runs(row, at),
            row.starts > at and (row.ends is None or row.ends > row.starts),
            row.expert,
            row.form,
        )

    def contact(self, row: Any) -> ContactLine | None:
        face = self.known.get(row.person_id)
        if face is None or not runs_on(row, self.today):
            return None
        return ContactLine(face, row.type, row.value, row.guarded, row.entry.public_id)

    def question(self, row: Question) -> OpenQuestion:
        asked = row.entry
        by = self.known.get(asked.teller_id or 0)
        return OpenQuestion(asked.public_id, by, asked.words, row.answer_by, row.answer_by < self.today)

    def notice(self, entry: Entry, roles: list[tuple[str, int]]) -> Notice:
        return Notice(
            entry.public_id,
            entry.circle_how,
            self.known.get(entry.writer_id),
            tuple(
                people.each_once(self.known[p] for role, p in roles if role == "about" and p in self.known)
            ),
            entry.words,
            entry.confirmed_at,
        )


def fixed_face(involved: Iterable[Involved]) -> Involved | None:
    """Who is the fixed face now: a running stand-in first, then the fixed face."""
    running = [i for i in involved if i.running]
    for role in ("stand_in", "fixed_face"):
        for one in running:
            if one.role == role:
                return one
    return None


def ties_once(ties: Iterable[Tie]) -> list[Tie]:
    """Each tie once, where it was told of two persons who are one human."""
    return list({(t.one.row, t.type, t.other.row, t.running): t for t in ties}.values())


def authority_once(lines: Iterable[AuthorityLine]) -> list[AuthorityLine]:
    """Each line once; two that differ both stand."""
    return list({(a.adult.row, a.child.row, a.state, a.reason): a for a in lines}.values())


def by_name(tie: Tie) -> tuple[str, str, str, UUID]:
    return tie.one.label, tie.type, tie.other.label, tie.entry


def oldest_first(members: Iterable[Member]) -> tuple[Member, ...]:
    """Each person once, the oldest first; unknown ages and unborn children last."""
    once = {m.face.row: m for m in members}
    return tuple(
        sorted(once.values(), key=lambda m: (-(m.face.age if m.face.age is not None else -1), m.face.label))
    )
