"""The day of a worker as its page shows it: plain lines, read in today.py."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from .appointments import Appointed
from .emergency import Reading
from .people import Face
from .roles import Asked
from .sharing_again import Again
from .viewer import day_of


@dataclass(frozen=True, slots=True)
class Unheard:
    """Somebody of the household who has not been heard for so many weeks; 0 is not yet."""

    face: Face
    weeks: int


@dataclass(frozen=True, slots=True)
class Home:
    """One household of the day; `looked_on` is the last day on which its plan was to be looked at, coming or past."""

    public_id: UUID
    faces: tuple[Face, ...]
    unheard: tuple[Unheard, ...]
    looked_on: date | None
    past: bool
    notices: int
    mine: bool
    without_fixed_face: bool
    gaps: int = 0  # conditions without an agreement
    consents: int = 0  # birthdays, ends and changes to talk about (consent_coming.py)
    happened: bool = False  # something was told since the phase was decided (reopening_today.py)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question to the fixed face that nobody has answered yet; `officer`: the privacy officer's, to the team."""

    entry: UUID
    dossier: UUID
    by: Face | None
    answer_by: date
    late: bool
    officer: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """An own draft of a talk, which nobody else can read."""

    public_id: UUID
    dossier: UUID
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The day: `homes` by the next look at their plan, `questions` by the promised day, `drafts` the newest first.

    `meets` are the viewer's own appointments from today on for a week, in any household; secret places are left out.
    """

    me: Face
    day: date
    homes: tuple[Home, ...]
    questions: tuple[Waiting, ...]
    drafts: tuple[Begun, ...] = field(repr=False)
    more: bool = False
    meets: tuple[Appointed, ...] = ()
    emergencies: tuple[Reading, ...] = ()
    asked: tuple[Asked, ...] = ()
    shared: tuple[Again, ...] = ()  # what was shared and waits to be looked at again

    @property
    def meets_today(self) -> tuple[Appointed, ...]:
        return tuple(one for one in self.meets if day_of(one.starts) <= self.day)

    @property
    def meets_later(self) -> tuple[Appointed, ...]:
        return tuple(one for one in self.meets if day_of(one.starts) > self.day)

    def home(self, dossier: UUID) -> Home | None:
        return next((home for home in self.homes if home.public_id == dossier), None)
