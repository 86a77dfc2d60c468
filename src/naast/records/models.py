"""All records, so that Django finds them."""

from .accounts import Account, Capacity, SignInLink, Team
from .circles import Circle, CircleRow, Share, Withheld
from .drafts import Draft, Once
from .entries import Entry, EntryPerson, Kind, Link, Nature, SearchRow
from .kinds import (
    Agreement,
    Authority,
    Contact,
    ContactData,
    Decision,
    Evaluation,
    File,
    Involvement,
    Membership,
    OfEntry,
    Position,
    Question,
    Relation,
    Review,
    Score,
)
from .people import Dossier, Household, Person, SamePerson
from .trace import ProcessingLine, Segment, TraceLine
from .waiting import WaitingText

__all__ = [
    "Account",
    "Agreement",
    "Authority",
    "Capacity",
    "Circle",
    "CircleRow",
    "Contact",
    "ContactData",
    "Decision",
    "Dossier",
    "Draft",
    "Entry",
    "EntryPerson",
    "Evaluation",
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
    "Position",
    "ProcessingLine",
    "Question",
    "Relation",
    "Review",
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
