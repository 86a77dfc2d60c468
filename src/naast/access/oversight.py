"""What the privacy officer looks at: how emergency readings, openings for safety and shares without a yes were done.

Who did it, when, on which ground, how much of which kinds, and whether people were told: never the words, nor whose
they are (design 1: "never the content"). A dossier stands here by its public id alone, which opens nothing to them.
What they wrote themselves, and what the team answered, they read like any reader: as far as it was told to them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Account, Entry, Kind, Link

from . import overseen, policy, trace
from .doors import viewer_door
from .overseen import Opened, Raw
from .viewer import PRIVACY, SIGNS_IN, Missing, Viewer


@dataclass(frozen=True, slots=True)
class Answer:
    """What the team wrote back."""

    by: str = field(repr=False)
    at: datetime
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """What a privacy officer said; `words` are empty where they are not told to who looks. Answers are oldest first."""

    entry: UUID
    result: str
    by: str = field(repr=False)
    at: datetime
    answer_by: date | None
    words: str = field(repr=False, default="")
    answers: tuple[Answer, ...] = field(repr=False, default=())

    @property
    def open(self) -> bool:
        """Does an answer still have to come?"""
        return self.answer_by is not None and not self.answers


@dataclass(frozen=True, slots=True)
class Done:
    """One emergency reading, opening or share, as it was done. `told` says whether who told it knows of it.

    Of an emergency reading `again` counts the second reasons, and `seen_at` is when the team saw it. Of a share
    `ground` is None where the file no longer has that `code`; `receiver` is a professional, and empty for an
    organisation: its name is what a worker typed, and may say whose dossier this is. Of an opening `people` counts to
    whom.
    """

    entry: UUID
    kind: str
    dossier: UUID
    by: str = field(repr=False)
    at: datetime
    ends: datetime | None
    opened: tuple[Opened, ...]
    said: tuple[Said, ...]
    told: bool = False
    again: int = 0
    seen_at: datetime | None = None
    seen_by: str = field(repr=False, default="")
    code: str = ""
    ground: Ground | None = None
    receiver: str = field(repr=False, default="")
    look_on: date | None = None
    people: int = 0

    @property
    def waits(self) -> bool:
        return not self.said

    @property
    def asks(self) -> bool:
        """Was something asked that is not answered yet?"""
        return any(one.open for one in self.said)


@dataclass(frozen=True, slots=True)
class DonePage:
    """One page of them: what waits, the oldest first, or what was looked at, the newest first."""

    done: tuple[Done, ...]
    looked_at: bool
    page: int
    more: bool


def check(viewer: Viewer) -> None:
    """Missing for everybody but the privacy officer themselves."""
    if viewer.capacity != PRIVACY or viewer.eyes_of is not None or viewer.handed_by is not None:
        raise Missing
    trace.saw(viewer)


def waiting(viewer: Viewer, *, looked_at: bool = False, page: int = 1) -> DonePage:
    """One page of what nobody looked at yet, or of what somebody did."""
    check(viewer)
    raw, more = overseen.page_of(viewer, looked_at, max(page, 1))
    return DonePage(_done(viewer, raw), looked_at, max(page, 1), more)


def one(viewer: Viewer, entry: UUID) -> Done:
    """One of them; Missing where there is none such, or it is kept from this human."""
    check(viewer)
    found = _done(viewer, overseen.the_one(viewer, entry))
    if not found:
        raise Missing
    return found[0]


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told to this officer: the words of what was said, and (writer, moment, words) of the answers to it."""

    words: dict[UUID, str]
    answers: dict[UUID, list[tuple[int, datetime, str]]]


def _told(viewer: Viewer, said: Iterable[Entry]) -> _Told:
    """In one query, through their own door: a question and its answers are entries that they read or do not."""
    wanted = {entry.public_id for entry in said}
    found = _Told({}, {})
    columns = "of", "public_id", "writer_id", "confirmed_at", "words"
    with viewer_door(viewer) as reach:
        own = policy.entries(reach).filter(public_id__in=wanted).annotate(of=F("public_id"))
        answered = policy.links(reach).filter(
            tie=Link.Tie.ANSWERS, source=OuterRef("pk"), target__public_id__in=wanted
        )
        answers = (
            policy.entries(reach)
            .filter(kind=Kind.ANSWER)
            .annotate(of=Subquery(answered.values("target__public_id")[:1]))
        )
        rows = own.values_list(*columns).union(answers.exclude(of=None).values_list(*columns), all=True)
        for of, public_id, writer, at, words in rows.order_by("confirmed_at"):
            trace.saw(viewer, None, (public_id,))
            if of == public_id:
                found.words[of] = words
            else:
                found.answers.setdefault(of, []).append((writer, at, words))
    return found


def names_of(humans: Iterable[int | None]) -> dict[int, str]:
    """The names on the accounts of these professionals."""
    rows = Account.objects.filter(human_id__in={one for one in humans if one}, capacity__in=SIGNS_IN)
    return dict(rows.order_by("is_active", "pk").values_list("human_id", "display_name"))


def _done(viewer: Viewer, raw: Raw) -> tuple[Done, ...]:
    """Each as it was done, with names of who works here and the words that were told to this officer."""
    said = [one for some in raw.said.values() for one in some]
    told = _told(viewer, said)
    humans = {entry.writer_id for entry in (*raw.entries, *said)}
    humans |= {writer for some in told.answers.values() for writer, _, _ in some}
    humans |= {by for by, _, _ in raw.seen.values()}
    receivers = {entry.sharing.receiver_id for entry in raw.entries if entry.kind == Kind.SHARING}
    names = names_of(humans | receivers)

    def made(entry: Entry) -> Said:
        row = entry.oversight
        answers = tuple(
            Answer(names.get(writer, ""), at, words)
            for writer, at, words in told.answers.get(entry.public_id, ())
        )
        by, words = names.get(entry.writer_id, ""), told.words.get(entry.public_id, "")
        return Said(entry.public_id, row.result, by, entry.confirmed_at, row.answer_by, words, answers)

    return tuple(
        _of_kind(
            Done(
                entry.public_id,
                entry.kind,
                entry.dossier.public_id,
                names.get(entry.writer_id, ""),
                entry.confirmed_at,
                None,
                raw.opened.get(entry.root, ()),
                tuple(map(made, raw.said.get(entry.root, ()))),
            ),
            entry,
            names,
            raw.seen,
        )
        for entry in raw.entries
    )


def _of_kind(
    done: Done, entry: Any, names: dict[int, str], seen: dict[int, tuple[int, datetime, bool]]
) -> Done:
    """`entry` with what `_whole` read along."""
    if entry.kind == Kind.EMERGENCY:
        by, at, told = seen.get(entry.id, (0, None, False))
        return replace(
            done,
            at=entry.emergency.starts,
            ends=entry.emergency.ends,
            again=entry.again or 0,
            seen_at=at,
            seen_by=names.get(by, ""),
            told=told,
        )
    if entry.kind == Kind.SHARING:
        row = entry.sharing
        return replace(
            done,
            at=row.starts,
            ends=row.ends,
            code=row.ground,
            ground=grounds().every.get(row.ground),
            receiver=names.get(row.receiver_id or 0, ""),
            told=row.told_on is not None,
            look_on=row.look_on,
        )
    return replace(done, told=entry.told, people=entry.people_ or 0)
