"""What stands on a household's page, one shape a kind: members, ties, authority, involved, contact data, notices."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from .decisions import Decided
from .emergency import Reading
from .people import Face


@dataclass(frozen=True, slots=True)
class Member:
    """One person in the household, with the membership's own entry id."""

    face: Face
    starts: date | None
    ends: date | None
    part_time: str = field(repr=False)
    entry: UUID


@dataclass(frozen=True, slots=True)
class Tie:
    """`one` is <type> of `other`; `running` on the day of looking."""

    one: Face
    type: str
    other: Face
    starts: date | None
    ends: date | None
    entry: UUID
    running: bool


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """Parental authority of one adult over one child: yes, no or unknown, with its reason."""

    adult: Face
    child: Face
    state: str
    source: str
    reason: str = field(repr=False)
    entry: UUID


@dataclass(frozen=True, slots=True)
class Involved:
    """Who stands around the household, in which role, from when to when."""

    face: Face
    role: str
    capacity: str
    organisation: str = field(repr=False)
    ground: str = field(repr=False)
    starts: datetime
    ends: datetime | None
    stands_in_for: Face | None
    entry: UUID
    running: bool
    coming: bool
    expert: str = ""  # rules/experts.py, and in which form they join
    form: str = ""

    @property
    def can_end(self) -> bool:
        """Can the team end it now? An expert who has yet to come too."""
        return self.running or (self.coming and bool(self.expert))


@dataclass(frozen=True, slots=True)
class ContactLine:
    """An address, phone, school ... of one person."""

    face: Face
    type: str
    value: str = field(repr=False)
    guarded: bool
    entry: UUID


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the team should look at: what it is, who asks, about whom, in which words."""

    entry: UUID
    what: str
    by: Face | None
    about: tuple[Face, ...]
    words: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of the household that nobody has answered yet, with the day by which an answer was promised."""

    entry: UUID
    by: Face | None
    words: str = field(repr=False)
    answer_by: date
    late: bool


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """Everything above the story on the household page, for one viewer."""

    public_id: UUID
    row: int = field(repr=False)
    members: tuple[Member, ...]
    coming: tuple[Member, ...]
    former: tuple[Member, ...]
    network: tuple[Face, ...]
    ties: tuple[Tie, ...]
    authorities: tuple[AuthorityLine, ...]
    involved: tuple[Involved, ...]
    contacts: tuple[ContactLine, ...]
    notices: tuple[Notice, ...]
    questions: tuple[OpenQuestion, ...]
    known: tuple[Face, ...]
    fixed_face: Involved | None
    without_fixed_face: bool
    phase: Decided | None
    opened_at: datetime | None
    in_team: bool
    emergencies: tuple[Reading, ...] = ()
    beside: Decided | None = None  # direct safety, opened beside that phase

    @property
    def names(self) -> list[str]:
        """Call names of the running members, for a heading (never for a title or an address)."""
        return [m.face.label for m in self.members]

    @property
    def around(self) -> tuple[Involved, ...]:
        """Who is involved now or will be."""
        return tuple(i for i in self.involved if i.running or i.coming)

    @property
    def was_around(self) -> tuple[Involved, ...]:
        """Whose involvement has ended, and who is not around by another one; not who never came."""
        here = {i.face.row for i in self.around}
        came = (i for i in self.involved if i.ends is None or i.ends > i.starts)
        return tuple({i.face.row: i for i in came if i.face.row not in here}.values())

    def ties_of(self, face: Face) -> tuple[Tie, ...]:
        """The ties in which somebody stands."""
        return tuple(tie for tie in self.ties if face.row in (tie.one.row, tie.other.row))
