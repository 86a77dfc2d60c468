"""Everything of a dossier that the rules on its safety ask, whoever may read it; needs the rules door.

It goes nowhere but into a rule: what a reader gets of a verdict is cut afterwards (verdicts.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from naast.records.models import Entry, EntryPerson, Kind, Link, Membership, Person
from naast.rules.factor_views import MAIN
from naast.rules.factors import RISK
from naast.rules.incidents import COUNTS
from naast.rules.verdict_incidents import PERIOD, Decided, Telling
from naast.rules.verdict_stable import Followed, MainRisk
from naast.rules.verdict_voices import OBSERVED, SPEAKS_FROM_YEARS, THROUGH, Heard, Member, Voice
from naast.rules.verdicts import Ref

from . import decisions, people
from .reach import runs_on
from .today import HEARD_IN
from .viewer import day_of

ASKED = (Kind.INCIDENT, Kind.DECISION, Kind.FACTOR, Kind.FACTOR_VIEW, Kind.MEMBERSHIP)
Role = EntryPerson.Role


@dataclass(frozen=True, slots=True)
class Facts:
    """What the verdict on stable safety is asked over. Entries and persons are their row ids."""

    tellings: tuple[Telling, ...]
    decided: tuple[Decided, ...]
    risks: tuple[MainRisk, ...]
    members: tuple[Member, ...]
    followed: Followed


def facts(dossier: int, opened: date, today: date) -> Facts:
    """Of one dossier (row id) that was opened on a day; four queries."""
    rows = Entry.objects.filter(circle__dossier_id=dossier, kind__in=ASKED)
    rows = rows.select_related("incident", "decision", "factor", "factorview__factor", "membership__person")
    every = list(rows.order_by("confirmed_at", "public_id"))
    of = {kind: [entry for entry in every if entry.kind == kind] for kind in ASKED}
    living = _living(of[Kind.MEMBERSHIP], today)
    members = _members(dossier, living, today)
    asked = tuple(one.person for one in members if one.speaks and not one.unborn)
    return Facts(
        tuple(_tellings(of[Kind.INCIDENT])),
        tuple(_decided(of[Kind.DECISION], of[Kind.INCIDENT])),
        tuple(_risks(of[Kind.FACTOR], of[Kind.FACTOR_VIEW], asked)),
        members,
        Followed(opened),
    )


def _newest(entries: Iterable[Entry]) -> dict[UUID, Entry]:
    return {entry.root: entry for entry in entries}


def _tellings(entries: list[Entry]) -> Iterable[Telling]:
    first: dict[UUID, date] = {}
    for one in entries:
        told = first.setdefault(one.root, day_of(one.confirmed_at))
        since = one.happened_from is not None and one.happened_to is None
        yield Telling(
            one.root,
            one.id,
            one.confirmed_at,
            told,
            one.happened_to or one.happened_from,
            one.happened_precision,
            goes_on=since and one.happened_precision == PERIOD,
        )


def _decided(entries: list[Entry], tellings: list[Entry]) -> Iterable[Decided]:
    """A version with the same words, such as one for fewer readers, is what people had before them too."""
    told = {one.id: one for one in tellings}
    newest = _newest(tellings)
    about = {entry.id: entry for entry in entries if decisions.is_about(entry, decisions.INCIDENT)}
    ties = Link.objects.filter(tie=Link.Tie.RESTS_ON, source_id__in=list(about)).order_by("id")
    for source, telling in ties.values_list("source_id", "target_id"):
        one = about[source]
        before = told.get(telling)
        if before is not None and newest[before.root].words == before.words:
            telling = newest[before.root].id
        counts = one.decision.result == COUNTS
        differs = tuple(view["person"] for view in one.decision.views if view.get("differs"))
        yield Decided(one.root, one.id, one.confirmed_at, telling, one.decision.since, counts, differs)


def _risks(factors: list[Entry], views: list[Entry], asked: tuple[Ref, ...]) -> Iterable[MainRisk]:
    newest = {root: one for root, one in _newest(factors).items() if one.factor.sort == RISK}
    said: dict[UUID, list[Voice]] = {}
    for one in views:
        view = one.factorview
        if view.answer != MAIN:
            day = one.happened_from or day_of(one.confirmed_at)
            voice = Voice(one.root, one.id, one.confirmed_at, view.person_id, view.answer, day)
            said.setdefault(view.factor.root, []).append(voice)
    for mark in _newest(one for one in views if one.factorview.answer == MAIN).values():
        factor = newest.get(mark.factorview.factor.root)
        if factor is not None and mark.factorview.ends is None:
            yield MainRisk(factor.id, mark.id, tuple(said.get(factor.root, ())), asked)


def _living(entries: list[Entry], today: date) -> list[Person]:
    inside: list[Membership] = [one.membership for one in _newest(entries).values()]
    found = {one.person_id: one.person for one in inside if runs_on(one, today)}
    return [person for person in found.values() if person.died_on is None or person.died_on > today]


def _members(dossier: int, living: list[Person], today: date) -> tuple[Member, ...]:
    """Who can speak for themselves is heard where they told something or were there; of who cannot yet, what was told
    or seen of them counts as well."""
    ages = {person.id: people.age_on(person, today) for person in living}
    young = {row for row, age in ages.items() if age is not None and age < SPEAKS_FROM_YEARS}
    heard: dict[int, list[Heard]] = {person.id: [] for person in living}
    for person, entry, day in _spoken(dossier, list(heard)):
        heard[person].append(Heard(entry, day))
    for person, entry, day, how in _told_of(dossier, young, set(heard) - young):
        heard[person].append(Heard(entry, day, how))
    return tuple(
        Member(person.id, tuple(heard[person.id]), person.id not in young, person.unborn) for person in living
    )


def _named(dossier: int, persons: list[int], roles: tuple[str, ...]) -> Any:
    found = EntryPerson.objects.filter(
        circle__dossier_id=dossier, entry__kind__in=HEARD_IN, role__in=roles, person_id__in=persons
    )
    return found.order_by("id")


def _spoken(dossier: int, persons: list[int]) -> Iterable[tuple[int, int, date]]:
    rows = _named(dossier, persons, (Role.TELLER, Role.PRESENT))
    for person, entry, at in rows.values_list("person_id", "entry_id", "entry__moment_at"):
        yield person, entry, day_of(at)


def _told_of(dossier: int, young: set[int], others: set[int]) -> Iterable[tuple[int, int, date, str]]:
    rows = _named(dossier, list(young), (Role.ABOUT,)).values_list(
        "person_id",
        "entry_id",
        "entry__moment_at",
        "entry__nature",
        "entry__teller_id",
        "entry__teller__professional",
    )
    for person, entry, at, nature, teller, professional in rows:
        if professional and nature == "fact":
            yield person, entry, day_of(at), OBSERVED
        elif teller in others:
            yield person, entry, day_of(at), THROUGH
