"""All records, so that Django finds them."""

from .accounts import Account, Capacity, SignInLink, Team
from .circles import Circle, CircleRow, Share, Withheld
from .drafts import Draft, Once
from .entries import Entry, EntryPerson, Kind, Link, Nature, SearchRow
from .kinds import (
    Agreement,
    Appointment,
    Authority,
    Contact,
    ContactData,
    Evaluation,
    Factor,
    File,
    Involvement,
    Membership,
    OfEntry,
    PlanPart,
    Position,
    Question,
    Relation,
    Review,
    SafetyCondition,
    Score,
)
from .people import Dossier, Household, Person, SamePerson
from .trace import ProcessingLine, Segment, TraceLine
from .waiting import WaitingText

__all__ = [
    "Account",
    "Agreement",
    "Appointment",
    "Authority",
    "Capacity",
    "Circle",
    "CircleRow",
    "Contact",
    "ContactData",
    "Dossier",
    "Draft",
    "Entry",
    "EntryPerson",
    "Evaluation",
    "Factor",
    "File",
    "Household",
    "Involvement",
    "Kind",
    "Link",
    "Membership",
    "Nature",
    "OfEntry",
    "Once",
    "Person",
    "PlanPart",
    "Position",
    "ProcessingLine",
    "Question",
    "Relation",
    "Review",
    "SafetyCondition",
    "SamePerson",
    "Score",
    "SearchRow",
    "Segment",
    "Share",
    "SignInLink",
    "Team",
    "TraceLine",
    "WaitingText",
    "Withheld",
]
