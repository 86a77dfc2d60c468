"""Whether a factor still harms or protects safety, as each person sees it; and which risk factors are the main ones."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import RESIDENT, STAFF, Viewer
from naast.records.models import Circle, Dossier, Entry, FactorView, Kind, Link, Nature, Person
from naast.rules import factor_views as rule
from naast.rules.factors import RISK
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may, noted
from .act import Invalid, Refused, act
from .choice import Choice
from .versions import carry_shares, check_newest, close_versions
from .write import Happened, Line, tie

UNREAD = N_("This person does not read the factor itself.")


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer of rules/factor_views.py, why, and on which day it was said (None: today)."""

    answer: str
    words: str = field(default="", repr=False)
    day: date | None = None
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("see factor")
def say(
    *,
    viewer: Viewer,
    factor: UUID,
    seen: Seen,
    shared_with: Choice | None = None,
    for_person: UUID | None = None,
    how: str = "own",
) -> UUID:
    """What one person answers to whether a factor still harms or protects safety, in their own words.

    Default circle: they and the team; it can be shared with who reads the factor. An earlier answer stays as it is and
    for whom it is, so that seeing it otherwise in confidence shows to nobody. `for_person` is set where the team notes
    it, with `how` it was asked; they need not read the factor. A professional's answer is their own opinion. Raises
    Invalid on 'answer', 'words', 'happened', 'how', 'person', 'shared_with'; Conflict where the factor was changed
    meanwhile.
    """
    row, found, reach = _factor(viewer, factor, tuple(rule.ASKS))
    owner = _owner(viewer, found, reach, for_person)
    if for_person is not None:
        noted.check(how)
    day = seen.day or viewer.today
    if (wrong := rule.problem(seen.answer, seen.words, day, viewer.today)) is not None:
        raise Invalid(*wrong)
    line = Line(
        Kind.FACTOR_VIEW,
        Nature.OPINION,
        seen.words.strip(),
        choices.shared_by(owner, shared_with, row, found, reach, at=viewer.at, unread=UNREAD),
        teller=owner,
        quoted=owner.id != viewer.human or viewer.capacity == RESIDENT,
        happened=Happened(day, day, "exact"),
        circle_how=how if for_person else "own",
        of_kind=(FactorView, {"factor": row, "person": owner, "answer": seen.answer}),
    )
    written = guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=seen.guard_seen)
    kept_along.keep(written, row, viewer)
    return written.public_id


@act("choose main risk factors")
def choose_main(*, viewer: Viewer, dossier: UUID, factors: tuple[UUID, ...]) -> None:
    """These risk factors are the main ones, and of those that the viewer reads no others; chosen with the household.

    Whoever reads a factor reads that. What the viewer may not read is neither counted nor changed. Raises Invalid on
    'factors' where they are too many, Conflict where one was changed meanwhile.
    """
    found, reach = may.team_dossier(viewer, dossier)
    rows = [_factor(viewer, public_id, (RISK,))[0] for public_id in dict.fromkeys(factors)]
    if any(row.dossier_id != found.id for row in rows):
        raise Refused
    if (message := rule.too_many(len(rows))) is not None:
        raise Invalid("factors", message, most=rule.MOST_MAIN)
    marks = _marks(reach, found)
    chosen = {row.root for row in rows}
    for mark in marks:
        if mark.factorview.factor.root not in chosen:
            _unmark(found, reach, viewer, mark)
    marked = {mark.factorview.factor.root for mark in marks}
    for row in rows:
        if row.root not in marked:
            written = _mark(found, reach, viewer, row, row.circle)
            kept_along.keep(written, row, viewer)
            carry_shares(row, written, viewer)


def _factor(viewer: Viewer, public_id: UUID, sorts: tuple[str, ...]) -> tuple[Entry, Dossier, Reach]:
    """A factor of one of these sorts in its newest version, for who may read it; Refused otherwise."""
    row, found, reach = may.entry_for(viewer, public_id)
    if row.kind != Kind.FACTOR or row.factor.sort not in sorts:
        raise Refused
    check_newest(row, reach)
    return row, found, reach


def _owner(viewer: Viewer, found: Dossier, reach: Reach, for_person: UUID | None) -> Person:
    """Whose answer it is: the viewer's own, or, noted by the team, that of somebody who lives."""
    if for_person is None:
        return Person.objects.get(id=viewer.human)
    if not may.in_team(viewer, found):
        raise Refused
    owner = may.person_for(reach, for_person)
    if owner.unborn or owner.died_on is not None:
        raise Invalid("person", N_("Choose somebody who lives."))
    capacity, _ = choices.standing(found, viewer.at).get(owner.id, ("", None))
    if capacity == STAFF:
        raise Invalid("person", N_("A colleague says this themselves."))
    return owner


def _mark(
    found: Dossier,
    reach: Reach,
    viewer: Viewer,
    factor: Entry,
    circle: Circle,
    old: Entry | None = None,
) -> Entry:
    kept = {"factor": factor, "answer": rule.MAIN, "ends": viewer.today if old else None}
    line = Line(
        Kind.FACTOR_VIEW,
        Nature.OPINION,
        "",
        circle,
        teller=Person.objects.get(id=viewer.human),
        circle_how=factor.circle_how,
        circle_ground=factor.circle_ground,
        root=old.root if old else None,
        of_kind=(FactorView, kept),
    )
    return guarded.write(found, line, reach=reach, viewer=viewer)


def _unmark(found: Dossier, reach: Reach, viewer: Viewer, mark: Entry) -> None:
    """It is no longer one of the main ones, for who could read that it was."""
    row = _mark(found, reach, viewer, mark.factorview.factor, mark.circle, mark)
    tie(Link.Tie.REPLACES, row, [mark])
    kept_along.in_next_version(mark, row)
    carry_shares(mark, row, viewer)
    close_versions(row, viewer, mark)


def _marks(reach: Reach, found: Dossier) -> list[Entry]:
    """The newest marks that hold, of the factors that this viewer reads: both ends of each."""
    read = policy.entries(reach).filter(kind=Kind.FACTOR, dossier=found).values("root")
    rows = policy.newest(reach).filter(
        kind=Kind.FACTOR_VIEW,
        dossier=found,
        factorview__answer=rule.MAIN,
        factorview__ends=None,
        factorview__factor__root__in=read,
    )
    return list(rows.select_related("factorview__factor", "circle", "teller").order_by("id"))
