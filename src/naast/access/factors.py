"""Worries and strengths, risk and protective factors side by side, and how each person sees them, as far as this viewer
may read; never counted. Where nothing may be read of somebody there is nothing here, whatever the reason."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.records.models import Entry, FactorView, Kind
from naast.rules import factor_views as rule
from naast.rules.factors import STRENGTHS, WORRIES, marks

from . import dossiers, kinds, lines, people, policy, shoulder, trace
from .lines import Line
from .people import Face
from .reach import runs_on
from .viewer import RESIDENT, STAFF, Missing, Viewer

BOTH = (Kind.FACTOR, Kind.FACTOR_VIEW)
AROUND = (Kind.INVOLVEMENT, Kind.MEMBERSHIP)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody answered on a day; the reason is the words of the line."""

    line: Line
    answer: str
    day: date

    @property
    def name(self) -> str:
        """The answer as a message id of the rules."""
        return rule.ANSWERS[self.answer]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody, with what may be read of how they see one factor; newest first."""

    face: Face
    said: tuple[Said, ...]

    @property
    def now(self) -> Said | None:
        """Their newest answer, as far as it may be read here."""
        return next(iter(self.said), None)


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody named as one sort of rules/factors.py; `versions` are all that this viewer may read.

    `main`: people chose it as one of the main risk factors. `voices` are of all who live in the household
    or read it, and of who said something of it.
    """

    line: Line
    sort: str
    of: str = ""
    evidence: str = field(default="", repr=False)
    main: bool = False
    voices: tuple[Voice, ...] = ()
    versions: frozenset[UUID] = frozenset()

    @property
    def marks(self) -> tuple[str, ...]:
        """What it is, as its page says it."""
        return marks(self.sort, self.of)

    @property
    def asks(self) -> str:
        """What is asked of it as a message id; empty where nothing is."""
        return rule.ASKS.get(self.sort, "")

    @property
    def changed(self) -> bool:
        """Did anybody answer more than once, as far as it may be read here?"""
        return any(len(voice.said) > 1 for voice in self.voices)

    @property
    def mine(self) -> Voice | None:
        """The viewer's own voice, where they have one here."""
        return next((voice for voice in self.voices if voice.face.is_viewer), None)

    @property
    def sharing(self) -> tuple[Face, ...]:
        """With whom an answer can be shared: who reads the factor besides the team and the viewer."""
        readers = people.each_once(one.face for one in self.line.readers if one.capacity != STAFF)
        return tuple(face for face in readers if not face.is_viewer)


@dataclass(frozen=True, slots=True)
class FactorsPage:
    """Both sides, newest first; `partners` are row ids of partner professionals.

    `answers`: this viewer can say how they see a factor; not through somebody's eyes or by an emergency reading.
    """

    dossier: UUID
    named: tuple[Named, ...]
    known: tuple[Face, ...]
    in_team: bool
    partners: frozenset[int]
    answers: bool = True

    @property
    def worries(self) -> tuple[Named, ...]:
        """Worries and risk factors."""
        return tuple(one for one in self.named if one.sort in WORRIES)

    @property
    def strengths(self) -> tuple[Named, ...]:
        """Strengths and protective factors."""
        return tuple(one for one in self.named if one.sort in STRENGTHS)

    def find(self, factor: UUID) -> Named:
        """The newest readable version of a factor of which something is asked, by any version; Missing otherwise."""
        found = next((one for one in self.named if factor in one.versions and one.asks), None)
        if found is None:
            raise Missing
        return found


def factors(viewer: Viewer, dossier: UUID) -> FactorsPage:
    """All that is named in one dossier; a resident's page holds unasked what everyone in the household may read."""
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        kept = shoulder.keep(policy.entries(reach), open_circles)
        found = kept.filter(dossier_id=row, kind__in=BOTH).select_related("factor", "factorview")
        every = tuple(found.order_by("confirmed_at", "public_id"))
        around = kinds.rows(reach, row, AROUND, open_circles)
        known = shoulder.known_in(reach, row, open_circles)
        raw = lines.gather(reach, list({entry.root: entry for entry in every}.values()), known)
    made = {line.row: line for line in lines.lines(raw, known)}
    members = [m.person_id for m in around[Kind.MEMBERSHIP] if runs_on(m, viewer.today)]
    living = people.in_order(known[one] for one in members if one in known)
    home = tuple(face for face in living if not (face.unborn or face.deceased))
    shown = _named(every, raw.entries, made, home)
    trace.saw(
        viewer, row, (line.public_id for line in made.values()), {face.row for face in raw.faces.values()}
    )
    return FactorsPage(
        dossier,
        shown,
        people.in_order(known.values()),
        dossiers.works_here(viewer, around[Kind.INVOLVEMENT]),
        dossiers.partners(around[Kind.INVOLVEMENT]),
        viewer.eyes_of is None and (not viewer.is_staff or bool(reach.whole or reach.later)),
    )


def _named(
    every: tuple[Entry, ...], newest: tuple[Entry, ...], made: dict[int, Line], home: tuple[Face, ...]
) -> tuple[Named, ...]:
    """Factors in their newest version, each with what is said of any version of it: both ends may be read."""
    roots = {entry.id: entry.root for entry in every if entry.kind == Kind.FACTOR}
    said: dict[UUID, list[Said]] = {}
    main: set[UUID] = set()
    for view in (entry.factorview for entry in newest if entry.kind == Kind.FACTOR_VIEW):
        root = roots.get(view.factor_id)
        if root is None:
            continue
        if view.answer == rule.MAIN:
            main |= set() if view.ends else {root}
        else:
            said.setdefault(root, []).append(_said(made[view.entry_id], view))
    shown = [entry for entry in newest if entry.kind == Kind.FACTOR]
    versions: dict[UUID, set[UUID]] = {}
    for entry in every:
        versions.setdefault(entry.root, set()).add(entry.public_id)
    return tuple(
        Named(
            made[entry.id],
            entry.factor.sort,
            entry.factor.of,
            entry.factor.evidence,
            entry.root in main,
            _voices(home, made[entry.id], said.get(entry.root, ())) if entry.factor.sort in rule.ASKS else (),
            frozenset(versions[entry.root]),
        )
        for entry in sorted(shown, key=_newest_first)
    )


def _newest_first(entry: Entry) -> tuple[float, float, str]:
    return (-entry.moment_at.timestamp(), -entry.confirmed_at.timestamp(), str(entry.public_id))


def _said(line: Line, view: FactorView) -> Said:
    return Said(line, view.answer, line.happened.start or line.confirmed_at.date())


def _voices(home: tuple[Face, ...], factor: Line, said: Iterable[Said]) -> tuple[Voice, ...]:
    """Everybody who lives there or reads the factor as a resident, then others who said something; of each their
    answers, newest first."""
    newest = sorted(said, key=lambda one: (one.day, one.line.confirmed_at, str(one.line.public_id)))[::-1]
    tellers = people.each_once(one.line.teller for one in newest if one.line.teller is not None)
    readers = (one.face for one in factor.readers if one.capacity == RESIDENT)
    asked = people.in_order((*home, *readers))
    inside = {face.row for face in asked}
    others = people.in_order(face for face in tellers if face.row not in inside)
    return tuple(
        Voice(face, tuple(one for one in newest if one.line.teller and one.line.teller.row == face.row))
        for face in (*asked, *others)
    )
