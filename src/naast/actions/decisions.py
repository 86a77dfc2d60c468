"""What people decide: in which phase they are, and whether a telling of an incident counts.

A dated decision with their names and reason. Nothing follows by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from naast.access import policy
from naast.access.decisions import DECIDES, INCIDENT, PHASE
from naast.access.plan_making import state
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import Decision, Dossier, Entry, Kind, Link, Nature, Person
from naast.rules import incidents
from naast.rules import phases as rule
from naast.rules.phases import Answer, Step
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may
from .act import Invalid, Refused, act, touched
from .choice import Choice, circle_of
from .write import Line, tie


@dataclass(frozen=True, slots=True)
class Voice:
    """What one member says of it in their own words, or why they were not asked; `differs`: they see it differently."""

    person: UUID
    said: str = field(default="", repr=False)
    not_asked: str = field(default="", repr=False)
    differs: bool = False


@act("decide phase")
def decide_phase(
    *,
    viewer: Viewer,
    dossier: UUID,
    phase: str,
    since: date,
    by: tuple[UUID, ...],
    words: str,
    voices: tuple[Voice, ...] = (),
    criteria: tuple[Answer, ...] = (),
    keeps: tuple[UUID, ...] = (),
    beside: bool = False,
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """Write down in which phase the household is since when, who decided that, why, and what each member says of it.

    Where that closes a phase, `criteria` say of each of its criteria whether it is reached, and why; of what closes
    nothing is kept. `beside` opens direct safety beside the phase that runs, which goes on. `keeps` are running
    agreements that are named to go on: all others go on as well.
    Default circle: who decided, and the team. Everything of it is read by whoever reads it, each one's words as well;
    which agreement is named shows only to who reads that one too. A later decision stands beside it, and may go back.
    Raises Invalid on 'phase', 'beside', 'since', 'words', 'by', 'voices', 'keeps', and on 'answer-' and 'why-' with the
    code of a criterion.
    """
    found, reach = may.team_dossier(viewer, dossier)
    wrong = rule.problem(phase, since, viewer.today, words)
    if wrong is not None:
        raise Invalid(*wrong)
    fields = {
        "about": PHASE,
        "phase": phase,
        "since": since,
        "criteria": _criteria(_road(reach, found), phase, criteria, beside=beside),
        "beside": beside,
    }
    named = _running(reach, found, keeps, viewer)
    made = _write(found, reach, viewer, _Decided(words, by, voices, choice, guard_seen), fields)
    tie(Link.Tie.CITES, made, named)
    return made.public_id


def _road(reach: Reach, found: Dossier) -> list[Step]:
    """What was decided about the phase until now, the newest first, as far as who writes may read it."""
    told = policy.of_kind(Decision, reach).filter(entry__circle__dossier=found, about=PHASE)
    rows = told.order_by("-entry__confirmed_at", "-entry__public_id").values_list("phase", "beside")
    return [Step(phase, beside) for phase, beside in rows]


def _criteria(
    decided: Sequence[Step], phase: str, answers: Sequence[Answer], *, beside: bool
) -> list[dict[str, str]]:
    """What is kept of the answers: those to the criteria of what this closes. Raises Invalid for what is missing."""
    if beside:
        wrong = rule.of_beside(phase, decided)
        if wrong is not None:
            raise Invalid("beside", wrong)
        return []
    closed = rule.closes(decided, phase)
    for code, what, message in rule.unanswered(closed, answers):
        raise Invalid(f"{what}-{code}", message)
    of = {one.criterion: one for one in answers}
    asked = [of[code] for code in rule.criteria_of(closed)]
    return [{"criterion": o.criterion, "answer": o.answer, "words": o.words.strip()} for o in asked]


def _running(reach: Reach, found: Dossier, keeps: Sequence[UUID], viewer: Viewer) -> list[Entry]:
    """These agreements in their newest version that who writes may read; one that is hidden is as one that ended."""
    if not keeps:
        return []
    told = policy.newest(reach).filter(dossier=found, kind=Kind.AGREEMENT, public_id__in=keeps)
    rows = [
        row for row in told.select_related("agreement") if state(row.agreement, viewer.today) == "running"
    ]
    if len(rows) < len(set(keeps)):
        raise Invalid("keeps", N_("An agreement was changed or has ended. Look once more which ones go on."))
    touched(entries=[row.public_id for row in rows])
    return rows


@act("decide incident")
def decide_incident(
    *,
    viewer: Viewer,
    telling: UUID,
    result: str,
    by: tuple[UUID, ...],
    words: str,
    voices: tuple[Voice, ...] = (),
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """Write down whether this telling of an incident counts, who decided that, why, and who sees it differently.

    The telling stays as it is, and the newest decision about these words of it holds: of corrected ones people decide
    anew. Default circle: who decided, and the team; kept from whom the telling is kept from. Who reads it and not the
    telling learns not which one it is about. Raises Invalid on 'result', 'words', 'by', 'voices'; Refused where it is
    no telling of an incident.
    """
    row, found, reach = may.entry_for(viewer, telling)
    if row.kind != Kind.INCIDENT or not may.in_team(viewer, found):
        raise Refused
    for wrong in incidents.of_decision(result, words):
        raise Invalid(*wrong)
    decided = _Decided(words, by, voices, choice, guard_seen)
    made = _write(found, reach, viewer, decided, {"about": INCIDENT, "result": result, "since": viewer.today})
    tie(Link.Tie.RESTS_ON, made, [row])
    kept_along.keep(made, row, viewer)
    return made.public_id


@dataclass(frozen=True, slots=True)
class _Decided:
    """What every decision has: why, who decided, what each says of it, who reads it."""

    words: str = field(repr=False)
    by: tuple[UUID, ...]
    voices: tuple[Voice, ...]
    choice: Choice | None
    guard_seen: bool


def _write(
    found: Dossier, reach: Reach, viewer: Viewer, decided: _Decided, fields: Mapping[str, Any]
) -> Entry:
    voices, choice = decided.voices, decided.choice
    deciders = may.persons_for(reach, list(decided.by))
    if not deciders:
        raise Invalid("by", N_("Choose who decided this."))
    if any(not (one.said.strip() or one.not_asked.strip()) for one in voices):
        raise Invalid("voices", N_("Write down what they say of it, or why they were not asked."))
    spoken = may.persons_for(reach, [one.person for one in voices])
    if choice is None:
        circle = choices.ensure_for(found, deciders, {p.id: "named" for p in deciders}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=deciders)
    kept = {**fields, "by": [one.id for one in deciders], "views": _views(spoken, voices)}
    return guarded.write(
        found,
        Line(
            Kind.DECISION,
            Nature.FACT,
            decided.words.strip(),
            circle,
            people=[(DECIDES, one) for one in deciders] + [("about", one) for one in spoken],
            circle_how=choice.how if choice else "proposed",
            circle_ground=choice.ground if choice else "",
            of_kind=(Decision, kept),
            searchable="\n".join(guarded.words_kept(kept.get(name)) for name in ("views", "criteria")),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=decided.guard_seen,
    )


def _views(spoken: list[Person], voices: tuple[Voice, ...]) -> list[dict[str, Any]]:
    return [
        {
            "person": person.id,
            "said": one.said.strip(),
            "not_asked": one.not_asked.strip(),
            "differs": one.differs and bool(one.said.strip()),
        }
        for person, one in zip(spoken, voices, strict=True)
    ]
