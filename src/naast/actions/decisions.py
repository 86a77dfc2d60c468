"""What people decide about the phase: a dated decision with their names and reason. Nothing follows by itself."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.access.decisions import DECIDES, PHASE
from naast.access.viewer import Viewer
from naast.records.models import Decision, Kind, Nature
from naast.rules import phases as rule
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, may
from .act import Invalid, act
from .choice import Choice, circle_of
from .write import Line


@dataclass(frozen=True, slots=True)
class Voice:
    """What one member says of it in their own words, or why they were not asked."""

    person: UUID
    said: str = field(default="", repr=False)
    not_asked: str = field(default="", repr=False)


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
    choice: Choice | None = None,
    guard_seen: bool = False,
) -> UUID:
    """Write down in which phase the household is since when, who decided that, why, and what each member says of it.

    Default circle: who decided, and the team. Everything of it is read by whoever reads it, each one's words as well.
    A later decision stands beside it, and may go back. Raises Invalid on 'phase', 'since', 'words', 'by', 'voices'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    wrong = rule.problem(phase, since, viewer.today, words)
    if wrong is not None:
        raise Invalid(*wrong)
    deciders = may.persons_for(reach, list(by))
    if not deciders:
        raise Invalid("by", N_("Choose who decided this."))
    if any(not (one.said.strip() or one.not_asked.strip()) for one in voices):
        raise Invalid("voices", N_("Write down what they say of it, or why they were not asked."))
    spoken = may.persons_for(reach, [one.person for one in voices])
    if choice is None:
        circle = choices.ensure_for(found, deciders, {p.id: "named" for p in deciders}, at=viewer.at)
    else:
        circle = circle_of(found, reach, choice, at=viewer.at, named=deciders)
    views = [
        {"person": person.id, "said": one.said.strip(), "not_asked": one.not_asked.strip()}
        for person, one in zip(spoken, voices, strict=True)
    ]
    decided = [one.id for one in deciders]
    row = guarded.write(
        found,
        Line(
            Kind.DECISION,
            Nature.FACT,
            words.strip(),
            circle,
            people=[(DECIDES, one) for one in deciders] + [("about", one) for one in spoken],
            circle_how=choice.how if choice else "proposed",
            circle_ground=choice.ground if choice else "",
            of_kind=(
                Decision,
                {"about": PHASE, "phase": phase, "since": since, "by": decided, "views": views},
            ),
            searchable="\n".join(text for one in voices for text in (one.said, one.not_asked) if text),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    return row.public_id
