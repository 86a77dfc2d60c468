"""What a plan page holds: plain data for the faces. Numbers and counts are the reader's own."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from naast.rules import guideline, unsafety
from naast.rules.situations import SORTS

from . import decisions
from .decisions import Decided
from .lines import Line
from .people import Face


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person named in an agreement thinks of it; `stance` is empty where nothing is shared."""

    face: Face
    stance: str = ""
    words: str = field(default="", repr=False)
    on: datetime | None = None
    how: str = ""
    entry: UUID | None = None
    readers: tuple[Face, ...] = ()
    still: tuple[Face, ...] = ()  # who reads only what this person thought before

    @property
    def shared(self) -> bool:
        return bool(self.stance)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What became of an agreement, by whom and when; `result` is a code of rules/reviews.py."""

    result: str
    words: str = field(repr=False)
    on: datetime
    by: Face | None
    entry: UUID


@dataclass(frozen=True, slots=True)
class Agreed:
    """One agreement in the newest version that this viewer may read."""

    line: Line
    does: tuple[Face, ...]
    watches: tuple[Face, ...]
    about: tuple[Face, ...]
    starts: date
    ends: date | None
    fallback: str = field(repr=False)
    childrens_words: str = field(repr=False)
    state: str  # coming, running, ended
    opinions: tuple[Opinion, ...]
    situation: UUID | None = None
    reviews: tuple[Reviewed, ...] = ()  # newest first
    versions: frozenset[UUID] = frozenset()  # of all that this viewer may read, this one too
    meets: tuple[Line, ...] = ()  # conditions on the page

    @property
    def named(self) -> tuple[Face, ...]:
        """Everybody who stands in it, each once."""
        return tuple({f.row: f for f in (*self.does, *self.watches, *self.about)}.values())

    @property
    def mine(self) -> Opinion | None:
        """The viewer's own place in it, where they are named."""
        return next((o for o in self.opinions if o.face.is_viewer), None)

    @property
    def others(self) -> tuple[Opinion, ...]:
        return tuple(o for o in self.opinions if not o.face.is_viewer)

    @property
    def sharing(self) -> tuple[Face, ...]:
        """Who stands in it and may read it: with whom an opinion on it can be shared."""
        reading = {reader.face.row for reader in self.line.readers}
        return tuple(f for f in self.named if f.row in reading and not f.professional)

    @property
    def sharing_with(self) -> tuple[Face, ...]:
        """With whom the viewer can share what they think of it: not with themselves."""
        return tuple(f for f in self.sharing if not f.is_viewer)


@dataclass(frozen=True, slots=True)
class Condition:
    """What must at least be so, in the newest version that this viewer may read.

    `set_by` is in whose name; the line's teller who that was, where it is somebody known here. `met_by` are the
    agreements on the page that meet it now; `gap` is for the team only (access/conditions.py).
    """

    line: Line
    set_by: str = field(repr=False)
    told_by: str = field(repr=False)
    starts: date
    ends: date | None
    state: str  # coming, running, ended
    situation: UUID | None = None
    met_by: tuple[Line, ...] = ()
    gap: bool = False
    versions: frozenset[UUID] = frozenset()  # of all that this viewer may read, this one too


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a situation (`sort`: rules/situations.py); the line's about is whom it is about."""

    line: Line
    sort: str
    when: str = field(repr=False)
    reach: str = field(repr=False)  # a number or place that is kept secret
    situation: UUID | None = None
    versions: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Situation:
    """An unsafe situation in the household's words, with what of it this viewer may read.

    `unsafe` where it is chosen as one of the most unsafe; `versions` as of an agreement.
    `kinds` are codes of rules/unsafety.py: for who is not of the team only those that were `said` aloud.
    """

    line: Line
    agreements: tuple[Agreed, ...]
    conditions: tuple[Condition, ...] = ()
    parts: tuple[Part, ...] = ()
    unsafe: bool = False
    mark: Line | None = field(default=None, repr=False)
    versions: frozenset[UUID] = frozenset()
    kinds: tuple[str, ...] = ()
    said: bool = False

    @property
    def kind_names(self) -> tuple[str, ...]:
        """What happens there, as message ids of the rules."""
        return unsafety.names(self.kinds)

    @property
    def by_sort(self) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """Its parts by what they are, in the order of a page; without the sorts that have none."""
        found = ((sort, tuple(one for one in self.parts if one.sort == sort)) for sort in SORTS)
        return tuple((sort, parts) for sort, parts in found if parts)


@dataclass(frozen=True, slots=True)
class NextLook:
    """The day on which the plan is looked at again, and with whom."""

    line: Line
    on: date


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one of the seven parts (rules/guideline.py), or why it is not needed."""

    line: Line
    part: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Seventh:
    """One of the seven parts, how it stands with it as far as this reader reads, and what stands in it."""

    part: str
    state: str  # rules/guideline.py
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan of one dossier for one viewer."""

    dossier: UUID
    situations: tuple[Situation, ...]
    loose: tuple[Agreed, ...]  # about no situation that this viewer may read
    ended: tuple[Agreed, ...]
    next_look: NextLook | None
    known: tuple[Face, ...]
    members: tuple[Face, ...]
    everyone: tuple[Face, ...]  # whom "everyone in the plan" means
    in_team: bool
    eyes_of: Face | None
    viewer: Face | None
    changed: datetime | None  # the newest moment among what is shown: the version of this paper
    at: datetime
    can_ask_more: bool = False  # a resident's page, over the shoulder
    partners: frozenset[int] = frozenset()  # row ids of partner professionals
    loose_conditions: tuple[Condition, ...] = ()  # about no situation that this viewer may read
    ended_conditions: tuple[Condition, ...] = ()
    phases: tuple[Decided, ...] = ()  # newest first
    loose_parts: tuple[Part, ...] = ()
    written: tuple[Written, ...] = ()  # in the seven parts of rules/guideline.py

    @property
    def phase(self) -> Decided | None:
        """By which decision the phase runs that runs now."""
        return decisions.running(self.phases)

    @property
    def beside(self) -> Decided | None:
        """By which decision direct safety stands open beside it, if it does."""
        return decisions.open_beside(self.phases)

    @property
    def seven(self) -> tuple[Seventh, ...]:
        """The seven parts, in their order; of the plan itself an agreement and the day to look together fill one."""
        in_plan = {guideline.SAFETY: bool(self.agreements), guideline.EVALUATING: self.next_look is not None}
        found = []
        for part in guideline.PARTS:
            written = tuple(one for one in self.written if one.part == part)
            state = guideline.state([one.needed for one in written], in_plan=in_plan.get(part, False))
            found.append(Seventh(part, state, written))
        return tuple(found)

    @property
    def agreements(self) -> tuple[Agreed, ...]:
        """All that are shown as holding now or later, in the order of the page."""
        return (*(a for s in self.situations for a in s.agreements), *self.loose)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that hold now or later, in the order of the page."""
        return (*(c for s in self.situations for c in s.conditions), *self.loose_conditions)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts of situations on the page."""
        return (*(p for s in self.situations for p in s.parts), *self.loose_parts)

    @property
    def gaps(self) -> int:
        """How many conditions no agreement meets; nothing for who is not of the team."""
        return sum(condition.gap for condition in self.conditions)

    @property
    def for_children(self) -> tuple[Agreed, ...]:
        """Those that are told in words for children as well."""
        return tuple(agreed for agreed in self.agreements if agreed.childrens_words)

    @property
    def empty(self) -> bool:
        loose = self.loose or self.loose_conditions or self.loose_parts or self.written
        return not (self.situations or loose or self.next_look)
