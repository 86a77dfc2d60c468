"""Experts beside the fixed face: which this region offers, on whose yeses they are here, and what is asked to add one.

As far as the viewer may read: of the yeses that somebody rests on, and of whom no such yes runs for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.conf import settings

from naast.records.models import Consent, Kind, Link
from naast.rules.consent_time import State
from naast.rules.sharing import without_yes

from . import consent, lines, policy, questions, shoulder, trace
from .consent import ConsentPage, Given
from .people import Face
from .reach import Reach
from .viewer import Missing, Viewer


def offered() -> tuple[str, ...]:
    """The experts that this region adds (rules/experts.py); none where it has none."""
    return tuple(settings.EXPERTS)


@dataclass(frozen=True, slots=True)
class RestsOn:
    """One yes that an expert is here on: who gave it, about whom, and until when as agreed."""

    by: Face | None
    person: Face
    ends: date | None


@dataclass(frozen=True, slots=True)
class Rests:
    """By expert (row id of the entry) the yeses that the viewer reads, as the viewer door gave them."""

    consents: Mapping[int, tuple[Consent, ...]] = field(default_factory=dict)


def read(reach: Reach, experts: Iterable[int]) -> Rests:
    """On which yeses these involvements rest, inside a viewer door; no query where there is none of them."""
    ids = list(experts)
    if not ids:
        return Rests()
    ties = policy.links(reach).filter(tie=Link.Tie.RESTS_ON, source_id__in=ids, target__kind=Kind.CONSENT)
    roots: dict[int, set[UUID]] = {}
    for source, root in ties.values_list("source_id", "target__root"):
        roots.setdefault(source, set()).add(root)
    wanted = {root for found in roots.values() for root in found}
    rows = policy.newest(reach).filter(root__in=wanted).select_related("consent")
    newest = [row.consent for row in rows.order_by("confirmed_at", "public_id")]
    return Rests({one: tuple(c for c in newest if c.entry.root in found) for one, found in roots.items()})


def among(
    viewer: Viewer, row: int, known: Mapping[int, Face], rests: Rests
) -> dict[int, tuple[RestsOn, ...]]:
    """The same as plain data; tells the trace what it shows."""
    told = {c.entry.public_id for found in rests.consents.values() for c in found}
    if told:
        trace.saw(viewer, row, told, ())
    return {
        one: tuple(
            RestsOn(known.get(c.entry.teller_id or 0), known[c.person_id], c.ends)
            for c in found
            if c.person_id in known
        )
        for one, found in rests.consents.items()
    }


@dataclass(frozen=True, slots=True)
class AddingPage:
    """What a worker of the team needs to add an expert: the answers, what the region offers, who is the fixed face."""

    answers: ConsentPage
    offered: tuple[str, ...]
    fixed_face: Face | None

    @property
    def around(self) -> tuple[Face, ...]:
        """Who of the household and around it can be told: who lives, and is no professional."""
        return tuple(
            face for face in self.answers.known if not (face.professional or face.unborn or face.deceased)
        )

    @property
    def running(self) -> tuple[Given, ...]:
        """Every yes to sharing that runs."""
        return tuple(
            one
            for one in self.answers.given
            if one.sharing and one.runs and one.state in (State.RUNS, State.ENDING)
        )

    @property
    def receivers(self) -> tuple[str, ...]:
        """Who any such yes names as its receiver, by name."""
        return tuple(
            sorted({one.receiver.full_name if one.receiver else one.organisation for one in self.running})
        )

    def yeses(self, human: UUID, organisation: str) -> tuple[Given, ...]:
        """Those to this person, or to this organisation by name."""
        return tuple(
            one
            for one in self.running
            if (one.receiver.public_id == human if one.receiver else one.organisation == organisation.strip())
        )

    def without(self, yeses: Iterable[Given]) -> tuple[Face, ...]:
        """The members of the household for whom none of these runs: about them nothing may be told."""
        faces = {face.row: face for face in self.answers.household}
        return tuple(faces[row] for row in without_yes(faces, (one.person.row for one in yeses)))


def adding(viewer: Viewer, dossier: UUID) -> AddingPage:
    """For the team of a dossier, where the region offers an expert; Missing for anybody else, and through somebody's
    eyes."""
    if not offered() or viewer.eyes_of is not None:
        raise Missing
    with shoulder.page_door(viewer, dossier) as (reach, row, open_circles):
        found = consent.read(reach, row, open_circles)
        raw = lines.gather(reach, found.entries, found.known)
    made = lines.lines(raw, found.known)
    answers = consent.finished(
        viewer, dossier, found, {line.row: line for line in made}, found.known | raw.faces
    )
    if not answers.in_team:
        raise Missing
    shown = {face.row for face in (*raw.faces.values(), *answers.known)}
    trace.saw(viewer, row, (line.public_id for line in made), shown)
    fixed = questions.fixed_of(found.here[Kind.INVOLVEMENT], viewer.at)
    return AddingPage(answers, offered(), found.known.get(fixed.person_id) if fixed else None)
