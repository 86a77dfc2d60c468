"""Who looks: one account in one capacity, at one moment. Capacities are never added up."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

STAFF = "staff"
RESIDENT = "resident"
PARTNER = "partner"
PRIVACY = "privacy"  # the privacy officer: audits, and reads only what was told to them
SIGNS_IN = (STAFF, PARTNER, PRIVACY)  # with a password and a second factor
OPERATOR = "operator"  # who runs a command on the server: no account, no human, reads nothing
ZONE = ZoneInfo("Europe/Amsterdam")


def day_of(moment: datetime) -> date:
    """The calendar day of a moment in the Netherlands: an hour before midnight in London it is tomorrow here."""
    return moment.astimezone(ZONE).date()


def midnight(day: date) -> datetime:
    """The moment at which a day begins in the Netherlands."""
    return datetime(day.year, day.month, day.day, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Viewer:
    """One account in one capacity at one moment. `human` and `account` are row ids, so a repr tells nothing.

    `eyes_of` is the human (and capacity) whose part an own professional wants to see: what is shown is
    what both may read. `handed_by` is the account of the worker whose device was handed over.
    `asked_confidential` is true for five minutes after a resident asked, behind the PIN, for what they
    told in confidence. `only` is the row id of the one dossier that a handed-over screen is locked to: the
    worker beside it must not learn of another.
    """

    account: int | None
    human: int
    capacity: str
    at: datetime
    eyes_of: "Eyes | None" = None
    handed_by: int | None = None
    asked_confidential: bool = False
    only: int | None = None

    @property
    def today(self) -> date:
        """The day of looking."""
        return day_of(self.at)

    @property
    def is_staff(self) -> bool:
        return self.capacity == STAFF

    def through(self, eyes: "Eyes") -> "Viewer":
        """The same viewer, seeing only what `eyes` would see as well."""
        return replace(self, eyes_of=eyes)


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose part is looked at, in which capacity, and on which moment (a coming date is possible)."""

    human: int
    capacity: str
    at: datetime
    public_id: str = ""
    label: str = ""

    def __repr__(self) -> str:
        return f"<Eyes {self.human}>"


class Missing(Exception):
    """Not there, or not for this viewer: the two cannot be told apart. Carries no message on purpose."""
