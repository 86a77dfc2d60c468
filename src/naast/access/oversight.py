"""What the privacy officer looks at: how emergency readings, openings for safety and shares without a yes were done.

Who did it, when, on which ground, how much of which kinds, and whether people were told: never the words, nor whose
they are (design 1: "never the content"). A dossier stands here by its public id alone, which opens nothing to them.
What they wrote themselves, and what the team answered, they read like any reader: as far as it was told to them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Account, CircleRow, Entry, EntryPerson, Kind, Link, Share
from naast.rules.sharing import Needs

from . import policy, trace
from .doors import through_rules, viewer_door
from .reach import kept_from
from .same_person import OneHuman
from .viewer import PRIVACY, RESIDENT, SIGNS_IN, Missing, Viewer

AT_ONCE = 25
KINDS = (Kind.OPENING, Kind.EMERGENCY, Kind.SHARING)  # those of the index entry_overseen
SAID = Link.objects.filter(tie=Link.Tie.CITES, source__kind=Kind.OVERSIGHT)
LIVES_IN_OR_AROUND = (Kind.MEMBERSHIP, Kind.RELATION)


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
class Opened:
    """How many entries of one kind were opened."""

    kind: str
    number: int


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
    found, more = _page(viewer, looked_at, max(page, 1))
    return DonePage(_with_words(viewer, found), looked_at, max(page, 1), more)


def one(viewer: Viewer, entry: UUID) -> Done:
    """One of them; Missing where there is none such, or it is kept from this human."""
    check(viewer)
    found = _with_words(viewer, _one(viewer, entry))
    if not found:
        raise Missing
    return found[0]


def things(viewer: Viewer) -> QuerySet[Entry]:
    """The newest versions of everything that this officer looks at; needs the rules door.

    Without a dossier in which they live, stand around or from which they are kept: nobody looks at their own.
    """
    entries, _ = kept_from(viewer)
    newer = Entry.objects.filter(root=OuterRef("root"), confirmed_at__gt=OuterRef("confirmed_at"))
    on_a_yes = [ground.code for ground in grounds().every.values() if ground.needs is Needs.CONSENT]
    rows = Entry.objects.filter(kind__in=KINDS).exclude(dossier__in=own_dossiers(viewer))
    rows = rows.exclude(kind=Kind.SHARING, sharing__ground__in=on_a_yes).exclude(id__in=entries)
    return rows.exclude(kind=Kind.EMERGENCY, emergency__first__isnull=False).filter(~Exists(newer))


def own_dossiers(viewer: Viewer) -> set[int]:
    """Row ids of dossiers that this human lives in, stands around or is kept from; needs the rules door."""
    named = EntryPerson.objects.filter(
        OneHuman("person_id", [viewer.human], viewer.at),
        role=EntryPerson.Role.ABOUT,
        entry__kind__in=LIVES_IN_OR_AROUND,
    )
    return kept_from(viewer)[1] | set(named.values_list("entry__dossier_id", flat=True))


def looked_at_already() -> Exists:
    """Has a privacy officer said something of any version of this entry?"""
    return Exists(SAID.filter(target__root=OuterRef("root")))


@through_rules
def _page(viewer: Viewer, looked_at: bool, page: int) -> tuple[tuple[Done, ...], bool]:
    rows = things(viewer).filter(looked_at_already() if looked_at else ~looked_at_already())
    rows = rows.order_by("-confirmed_at" if looked_at else "confirmed_at", "public_id")
    start = (page - 1) * AT_ONCE
    found = list(_whole(rows)[start : start + AT_ONCE + 1])
    return _done(found[:AT_ONCE]), len(found) > AT_ONCE


@through_rules
def _one(viewer: Viewer, entry: UUID) -> tuple[Done, ...]:
    return _done(list(_whole(things(viewer).filter(public_id=entry))))


def _whole(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    return rows.select_related("dossier", "emergency", "sharing__receiver")


def _done(entries: list[Entry]) -> tuple[Done, ...]:
    """Each as it was done; by seven queries, however many."""
    said = _said(entries)
    opened = _opened(entries)
    seen = _seen(entries)
    again = Counter(
        Entry.objects.filter(emergency__first__in=entries).values_list("emergency__first_id", flat=True)
    )
    informed = _informed(entries)
    wrote = {row for row, _, _ in seen.values()} | {entry.writer_id for entry in entries}
    receivers = {entry.sharing.receiver_id for entry in entries if entry.kind == Kind.SHARING}
    names = names_of(wrote | {one.writer_id for some in said.values() for one in some} | receivers)
    found = []
    for entry in entries:
        done = Done(
            entry.public_id,
            entry.kind,
            entry.dossier.public_id,
            names.get(entry.writer_id, ""),
            entry.confirmed_at,
            None,
            opened.get(entry.root, ()),
            tuple(_one_said(one, names) for one in said.get(entry.root, ())),
        )
        found.append(_of_kind(done, entry, names, again, seen, informed))
    return tuple(found)


def _of_kind(
    done: Done,
    entry: Entry,
    names: dict[int, str],
    again: Counter[int],
    seen: dict[int, tuple[int, datetime, bool]],
    informed: dict[int, tuple[bool, int]],
) -> Done:
    if entry.kind == Kind.EMERGENCY:
        by, at, told = seen.get(entry.id, (0, None, False))
        return replace(
            done,
            at=entry.emergency.starts,
            ends=entry.emergency.ends,
            again=again[entry.id],
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
    told, people = informed.get(entry.id, (False, 0))
    return replace(done, told=told, people=people)


def _opened(entries: list[Entry]) -> dict[UUID, tuple[Opened, ...]]:
    """How many entries of which kind, by the root of what opened them: by shares, and what a share on paper gave."""
    roots = {entry.root for entry in entries}
    opening = Q(opening__root__in=roots) | Q(opening__emergency__first__root__in=roots)
    rows = Share.objects.filter(opening).exclude(entry_id__in=[entry.id for entry in entries])
    by_share = rows.values_list(
        "opening__root", "opening__emergency__first__root", "entry__root", "entry__kind"
    ).distinct()
    ties = Link.objects.filter(tie=Link.Tie.SHARES, source__root__in=roots)
    counted: dict[UUID, dict[UUID, str]] = {}
    for root, first, opened, kind in by_share:
        counted.setdefault(first or root, {})[opened] = kind
    for root, opened, kind in ties.values_list("source__root", "target__root", "target__kind"):
        counted.setdefault(root, {})[opened] = kind
    return {
        root: tuple(Opened(kind, number) for kind, number in Counter(opened.values()).most_common())
        for root, opened in counted.items()
    }


def _seen(entries: list[Entry]) -> dict[int, tuple[int, datetime, bool]]:
    """Of each emergency reading who of the team saw it first, when, and whether they told somebody of the household."""
    emergencies = [entry.id for entry in entries if entry.kind == Kind.EMERGENCY]
    resident = CircleRow.objects.filter(circle=OuterRef("source__circle"), capacity=RESIDENT)
    rows = Link.objects.filter(tie=Link.Tie.ANSWERS, target__in=emergencies).annotate(told=Exists(resident))
    found: dict[int, tuple[int, datetime, bool]] = {}
    for reading, by, at, told in rows.order_by("source__confirmed_at").values_list(
        "target_id", "source__writer_id", "source__confirmed_at", "told"
    ):
        found.setdefault(reading, (by, at, told))
    return found


def _informed(entries: list[Entry]) -> dict[int, tuple[bool, int]]:
    """Of each opening for safety whether a resident reads that it was done, and to how many people it opened."""
    openings = [entry for entry in entries if entry.kind == Kind.OPENING]
    circles = CircleRow.objects.filter(circle__in=[one.circle_id for one in openings], capacity=RESIDENT)
    told = set(circles.values_list("circle_id", flat=True))
    people = Counter(
        EntryPerson.objects.filter(entry__in=openings, role=EntryPerson.Role.ABOUT).values_list(
            "entry_id", flat=True
        )
    )
    return {one.id: (one.circle_id in told, people[one.id]) for one in openings}


def _said(entries: list[Entry]) -> dict[UUID, list[Entry]]:
    """What privacy officers said, oldest first, by the root of what it is about."""
    ties = SAID.filter(target__root__in=[entry.root for entry in entries])
    found: dict[UUID, list[Entry]] = {}
    for tie in ties.select_related("source__oversight", "target").order_by("source__confirmed_at"):
        found.setdefault(tie.target.root, []).append(tie.source)
    return found


def _one_said(entry: Entry, names: dict[int, str]) -> Said:
    row = entry.oversight
    return Said(
        entry.public_id, row.result, names.get(entry.writer_id, ""), entry.confirmed_at, row.answer_by
    )


def names_of(humans: Iterable[int | None]) -> dict[int, str]:
    """The names on the accounts of these professionals."""
    rows = Account.objects.filter(human_id__in={one for one in humans if one}, capacity__in=SIGNS_IN)
    return dict(rows.order_by("is_active", "pk").values_list("human_id", "display_name"))


def _with_words(viewer: Viewer, done: tuple[Done, ...]) -> tuple[Done, ...]:
    """The same with the words that were told to this officer."""
    wanted = {one.entry for thing in done for one in thing.said}
    with viewer_door(viewer) as reach:
        told = dict(policy.entries(reach).filter(public_id__in=wanted).values_list("public_id", "words"))
        links = policy.links(reach).filter(tie=Link.Tie.ANSWERS, target__public_id__in=wanted)
        rows = list(
            links.order_by("source__confirmed_at").values_list(
                "target__public_id",
                "source__public_id",
                "source__writer_id",
                "source__confirmed_at",
                "source__words",
            )
        )
    names = names_of(writer for _, _, writer, _, _ in rows)
    trace.saw(viewer, None, (*told, *(answer for _, answer, _, _, _ in rows)))
    answers: dict[UUID, list[Answer]] = {}
    for of, _, writer, at, words in rows:
        answers.setdefault(of, []).append(Answer(names.get(writer, ""), at, words))
    return tuple(
        replace(
            thing,
            said=tuple(
                replace(said, words=told.get(said.entry, ""), answers=tuple(answers.get(said.entry, ())))
                for said in thing.said
            ),
        )
        for thing in done
    )
