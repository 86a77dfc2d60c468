"""The address guard at every text: who would read here what they may not know (design 4.9).

Whoever may read the guarded fact is warned. From anybody else the text is taken as if nothing were guarded; it is told
to them and the team, and a notice tells the team. "A warning must not be an oracle": what a writer is told depends only
on what they may read, and the same work is done whether something was found or not.

What stands in a text but is not its words (a title, the name of a file) is for the caller to give along.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from django.db.models import F, Q

from naast.access import policy
from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import Viewer
from naast.records.models import Circle, CircleRow, ContactData, Dossier, Entry, Kind
from naast.rules import address_guard, copied_sentence
from naast.rules.address_guard import Fact, Place
from naast.rules.guarded_spellings import compact
from naast.rules.texts import N_

from .act import Invalid, _mark
from .guard_notice import told_to_few

WARNING = N_(
    "Here stands something that is kept secret: %(words)s. Somebody who may not know it would read this. "
    "Change the words or who reads them, or say that you have seen this."
)
COPIED = N_(
    "This sentence was told to fewer people: %(words)s. Change it or who reads it, or say that you have seen this."
)
MOST_SOURCES = 60
"""Texts that are compared with copied sentences, the newest first: after the sifting few are left, and a standard
sentence that stands in more texts than this is no secret."""

MOST_QUOTED = 120
"""Letters of the writer's own words that a warning gives back."""


@dataclass(frozen=True, slots=True)
class Found:
    """What some words would tell in a circle.

    `told`: the writer's own words that name a guarded fact they may read and some reader may not. `silent`: row ids
    of the persons whose guarded facts are named by a writer who may not read them; never shown to that writer.
    """

    told: tuple[str, ...] = dataclass_field(default=(), repr=False)
    silent: tuple[int, ...] = dataclass_field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """One piece of contact data: of whom (row id), whether guarded now, and its entry."""

    person: int
    guarded: bool
    entry: Entry
    kind: str
    value: str = dataclass_field(repr=False)


def keep_safe(
    dossier: Dossier, reach: Reach, viewer: Viewer, words: str, circle: Circle, guard_seen: bool, field: str
) -> Circle:
    """The circle in which these words are told: the chosen one, or the writer and the team.

    Called inside an act, before its entry is written. Raises Invalid at `field` where the writer has to look first;
    with `guard_seen` they have. Writes a notice for the team where the writer may not know what they wrote.
    """
    if not words.strip():
        return circle
    found = found_in(dossier, reach, words, circle)
    if not guard_seen:
        if found.told:
            raise Invalid(field, WARNING, words=_quoted(found.told))
        copied = copied_in(dossier, reach, words, circle)
        if copied:
            raise Invalid(field, COPIED, words=_quoted([copied]))
    return told_to_few(dossier, viewer, circle, found.silent)


def found_in(dossier: Dossier, reach: Reach, words: str, circle: Circle) -> Found:
    """What these words (or the text of a file) would tell in this circle. `reach` is the writer's; rules door."""
    return found_for(dossier, reach, words, _readers(circle, reach))


def found_for(dossier: Dossier, reach: Reach, words: str, told_to: set[int]) -> Found:
    """What these words would tell these humans (row ids), besides the team; see `found_in`."""
    facts = _facts(dossier)
    reading = humans_of([fact.entry for fact in facts], reach)
    mine = set(
        policy.entries(reach).filter(id__in=[fact.entry.id for fact in facts]).values_list("id", flat=True)
    )
    town = frozenset({compact(dossier.team.municipality)})
    places = address_guard.find(words, [Fact(fact.kind, fact.value) for fact in facts], town)
    told: dict[str, None] = {}
    silent: dict[int, None] = {}
    for group in address_guard.overlapping(places):
        warned = []
        for place in group:
            by_me = [facts[i] for i in _explaining(place, group) if facts[i].entry.id in mine]
            known_to = {human for fact in by_me if fact.guarded for human, _, _ in reading[fact.entry.id]}
            guarded = [facts[i] for i in place.facts if facts[i].guarded]
            if any(fact.entry.id in mine for fact in guarded) and told_to - known_to:
                warned.append(place)
            if not by_me:
                silent.update(dict.fromkeys(fact.person for fact in guarded))
        for place in warned:
            if not any(other is not place and other.covers(place) for other in warned):
                told[words[place.start : place.end]] = None
    return Found(tuple(told), tuple(silent))


def _facts(dossier: Dossier) -> list[_Known]:
    """All contact data of the dossier. What is not guarded counts too: who may read it knows those words."""
    rows = list(
        ContactData.objects.filter(entry__dossier=dossier)
        .select_related("entry")
        .order_by("entry__confirmed_at", "entry_id")
    )
    # a newer version may have let go; an ended address stays guarded, since a shelter stays secret
    guarded = {row.entry.root: row.guarded for row in rows}
    return [
        _Known(row.person_id, row.guarded and guarded[row.entry.root], row.entry, row.type, row.value)
        for row in rows
    ]


def copied_in(dossier: Dossier, reach: Reach, words: str, circle: Circle) -> str:
    """The first sentence copied from a text that the writer may read and some reader of this circle may not, or ''.

    Of texts that the writer may not read nothing is looked at: an equal sentence is a coincidence.
    """
    told_to = _readers(circle, reach)
    wanted = copied_sentence.sentences(words)
    if not told_to or not wanted:
        return ""
    sifted = Q()
    for sentence in wanted:
        marks = Q()
        for mark in sentence.marks:
            marks &= Q(search_row__lemmas__contains=f" {mark} ")
        sifted |= marks
    # an agreement keeps its other words in its own table
    rows = list(
        policy.entries(reach)
        .filter(sifted, dossier=dossier)
        .select_related("circle")
        .annotate(fallback=F("agreement__fallback"), childrens=F("agreement__childrens_words"))
        .order_by("-confirmed_at", "public_id")[:MOST_SOURCES]
    )
    reading = {row: {human for human, _, _ in reading} for row, reading in humans_of(rows, reach).items()}
    for row in rows:
        if _is_changed_now(row):
            reading[row.id] |= _readers(row.circle, reach)
    texts = {row.id: "\n".join(filter(None, (row.words, row.fallback, row.childrens))) for row in rows}
    for sentence in wanted:
        sources = [row for row in rows if copied_sentence.holds(texts[row.id], sentence)]
        known_to = {human for row in sources for human in reading[row.id]}
        if sources and told_to - known_to:
            return sentence.text
    return ""


def _is_changed_now(row: Entry) -> bool:
    """Is this the agreement that the act puts a new version of? Whoever it is withheld from stays so there."""
    mark = _mark.get(None)
    return mark is not None and row.kind == Kind.AGREEMENT and row.public_id in mark.entries


def _explaining(place: Place, places: Iterable[Place]) -> set[int]:
    """The facts that account for every word of this place.

    Who may read one of them writes what they know: a mother's own address is her child's as well, and the town in
    which a father lives may be the secret one.
    """
    return {fact for other in places if other.covers(place) for fact in other.facts}


def _readers(circle: Circle, reach: Reach) -> set[int]:
    """Everybody besides the team and the writer who reads this circle, now or later."""
    rows = CircleRow.objects.filter(Q(ends=None) | Q(ends__gt=reach.at), circle=circle).exclude(
        capacity="staff"
    )
    return set(rows.values_list("human_id", flat=True)) - {reach.human}


def _quoted(words: Iterable[str]) -> str:
    text = ", ".join(f"“{' '.join(word.split())}”" for word in words)
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED].rstrip()} …”"
