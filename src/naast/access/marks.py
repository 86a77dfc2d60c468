"""What an entry is besides its words, in the words of the rules: a worry, how near and whether asked, which phase."""

from collections.abc import Callable
from typing import Any

from naast.content.sharing_grounds import grounds
from naast.records.models import Entry, Kind
from naast.rules import (
    advice,
    consent_time,
    consent_words,
    factor_views,
    factors,
    guideline,
    incidents,
    matters,
    network,
    oversight,
    phases,
    relations,
    roles,
    sharing,
    situations,
    unsafety,
)


def _ground(code: str) -> str:
    """Its title; the code itself where the file no longer has it."""
    ground = grounds().every.get(code)
    return ground.title if ground else code


def _decided(phase: str, result: str, *, beside: bool) -> tuple[str, ...]:
    """In which phase they are, or whether a telling of an incident counts."""
    if not phase:
        return (incidents.RESULTS[result],)
    return (phases.PHASES[phase].name, *((phases.BESIDE,) if beside else ()))


# of each kind that has them: under which name an entry has its row, and message ids of the rules made of that row
MARKS: dict[str, tuple[str, Callable[[Any], tuple[str, ...]]]] = {
    Kind.FACTOR: ("factor", lambda row: factors.marks(row.sort, row.of)),
    Kind.FACTOR_VIEW: ("factorview", lambda row: factor_views.marks(row.answer)),
    Kind.SUPPORTER: ("supporter", lambda row: (network.RINGS[row.ring], network.ANSWERS[row.answer])),
    Kind.DECISION: ("decision", lambda row: _decided(row.phase, row.result, beside=row.beside)),
    Kind.PLAN_PART: ("planpart", lambda row: (situations.name(row.sort),)),
    Kind.CONSENT: (
        "consent",
        lambda row: (consent_time.ANSWERS[row.answer], consent_words.SUBJECTS[row.subject]),
    ),
    Kind.SHARING: ("sharing", lambda row: (_ground(row.ground), sharing.WAYS[row.way])),
    Kind.OVERSIGHT: ("oversight", lambda row: (oversight.RESULTS[row.result],)),
    Kind.PROPOSAL: ("proposal", lambda row: (relations.ROLES[row.role], roles.STATES[row.state])),
    Kind.MATTER_PART: ("matterpart", lambda row: matters.marks(row.sort, row.result)),
    Kind.ADVICE: ("advice", lambda row: (advice.FORMS[row.form],)),
    Kind.INCIDENT: ("incident", lambda row: (incidents.HAPPENED, *unsafety.names(row.kinds))),
    Kind.GUIDELINE: ("guidelinepart", lambda row: guideline.marks(row.part, needed=row.needed)),
}


def marks(entry: Entry) -> tuple[str, ...]:
    """Message ids, none where its kind has no marks; the row of its kind is read along with the entry."""
    if entry.kind not in MARKS:
        return ()
    name, of = MARKS[entry.kind]
    return of(getattr(entry, name))
