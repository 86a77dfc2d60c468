"""Somebody's yes or no to help, or to sharing with one receiver; and taking a yes back, which is as easy."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import RESIDENT, Viewer
from naast.records.models import Circle, Consent, Dossier, Entry, Kind, Link, Nature, Person
from naast.rules.consent_note import PORTAL, SPOKEN, WRITTEN, Noted, problem
from naast.rules.consent_time import WITHDRAWN, YES
from naast.rules.consent_words import Weighs
from naast.rules.texts import N_

from . import experts, guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .sharing import end_resting_on
from .versions import carry_shares, check_newest
from .write import Line, tie


@dataclass(frozen=True, slots=True)
class Asked:
    """Who answers what about whom: codes of the rules, public ids of persons, and their own words."""

    person: UUID
    giver: UUID
    subject: str
    answer: str
    how: str
    purpose: str = field(repr=False)
    starts: date | None
    ends: date | None = None
    receiver: UUID | None = None
    organisation: str = field(default="", repr=False)
    weighs: str = Weighs.NOT_JUDGED
    words: str = field(default="", repr=False)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("give consent")
def give(*, viewer: Viewer, dossier: UUID, asked: Asked, choice: Choice | None = None) -> UUID:
    """Note one person's yes or no. Default circle: who gave it and the team, never the other parent.

    It is noted also where the rule asks somebody else: people judge what it is worth.
    Raises Invalid on 'giver', 'person', 'weighs' and the fields of rules/consent_note.py.
    """
    found, reach = may.team_dossier(viewer, dossier)
    giver, person = may.person_for(reach, asked.giver), may.person_for(reach, asked.person)
    if giver.unborn or giver.died_on is not None:
        raise Invalid("giver", N_("Choose somebody who can answer."))
    if person.unborn or person.died_on is not None:
        raise Invalid("person", N_("Choose somebody who lives."))
    receiver = may.person_for(reach, asked.receiver) if asked.receiver else None
    kept = _kept(asked, person, receiver)
    if _runs_already(found, reach, giver, kept, viewer.today):
        raise Invalid("giver", N_("A yes to this runs already. Take that back first, or let it end."))
    chosen = choice or Choice()
    circle = circle_of(found, reach, chosen, at=viewer.at, teller=giver)
    line = _line(asked.words, circle, giver, kept, chosen.how, chosen.ground)
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=asked.guard_seen).public_id


@act("withdraw consent")
def withdraw(
    *, viewer: Viewer, consent: UUID, words: str = "", how: str = SPOKEN, guard_seen: bool = False
) -> UUID:
    """Take a yes back from today on: by who gave it, or noted for them by the team. No reason is asked.

    A next version, read by who read the one before; what rests on it ends. Raises Conflict where somebody else
    was first, Invalid on 'how' or '' where there is no yes to take back.
    """
    old, found, reach = may.entry_for(viewer, consent)
    own = viewer.capacity == RESIDENT and old.teller_id == viewer.human
    if old.kind != Kind.CONSENT or not (own or may.in_team(viewer, found)):
        raise Refused
    check_newest(old, reach)
    if old.consent.answer != YES:
        raise Invalid("", N_("There is no yes to take back here."))
    if not own and how not in (SPOKEN, WRITTEN):
        raise Invalid("how", N_("Choose how it was said."))
    kept = _as_kept(old.consent) | {
        "answer": WITHDRAWN,
        "how": PORTAL if own else how,
        "ends": viewer.today,
    }
    assert old.teller is not None
    line = _line(words, old.circle, old.teller, kept, old.circle_how, old.circle_ground)
    line.root = old.root
    row: Entry = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=guard_seen)
    tie(Link.Tie.REPLACES, row, [old])
    kept_along.in_next_version(old, row)
    carry_shares(old, row, viewer)
    end_resting_on(old, viewer.at)
    experts.end_resting_on(old, viewer.at)
    return row.public_id


def _kept(asked: Asked, person: Person, receiver: Person | None) -> dict[str, Any]:
    organisation = asked.organisation.strip()
    receivers = (receiver is not None) + bool(organisation)
    noted = Noted(asked.subject, asked.answer, asked.how, asked.purpose, receivers, asked.starts, asked.ends)
    if (wrong := problem(noted)) is not None:
        raise Invalid(*wrong)
    if asked.weighs not in set(Weighs):
        raise Invalid("weighs", N_("Choose from the list."))
    return {
        "person": person,
        "subject": asked.subject,
        "answer": asked.answer,
        "how": asked.how,
        "weighs": asked.weighs,
        "purpose": asked.purpose.strip(),
        "receiver": receiver,
        "organisation": organisation,
        "starts": asked.starts,
        "ends": asked.ends,
    }


def _as_kept(row: Consent) -> dict[str, Any]:
    names = ("person", "subject", "weighs", "purpose", "receiver", "organisation", "starts")
    return {name: getattr(row, name) for name in names}


def _runs_already(dossier: Dossier, reach: Reach, giver: Person, kept: dict[str, Any], today: date) -> bool:
    """As far as the writer reads: what they may not read must not be told by a refusal."""
    same = ("person", "subject", "receiver", "organisation")
    rows = policy.newest(reach).filter(
        Q(consent__ends=None) | Q(consent__ends__gt=today),
        dossier=dossier,
        kind=Kind.CONSENT,
        teller=giver,
        consent__answer=YES,
        **{f"consent__{name}": kept[name] for name in same},
    )
    return rows.exists()


def _line(words: str, circle: Circle, giver: Person, kept: dict[str, Any], how: str, ground: str) -> Line:
    told = words.strip()
    receives = [("receives", kept["receiver"])] if kept["receiver"] else []
    return Line(
        Kind.CONSENT,
        Nature.TELLING,
        told,
        circle,
        teller=giver,
        quoted=bool(told),
        people=[("about", kept["person"]), *receives],
        circle_how=how,
        circle_ground=ground,
        of_kind=(Consent, kept),
        searchable=f"{kept['purpose']} {kept['organisation']}".strip(),
    )
