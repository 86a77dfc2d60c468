"""The address guard at every text: who would read here what they may not know (design 4.9).

Whoever may read the guarded fact is warned. From anybody else the text is taken as if nothing were guarded, and held
back (held.py). "A warning must not be an oracle": what a writer is told depends only on what they may read, and the
same work is done whether something was found or not.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from django.db.models import F, Q

from naast.access import people, policy
from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import Viewer
from naast.integrations import cleaning
from naast.records.models import Circle, CircleRow, ContactData, Dossier, Entry, File, Kind, Person
from naast.rules import address_guard, copied_sentence
from naast.rules.address_guard import Fact, Place
from naast.rules.guarded_spellings import compact
from naast.rules.texts import N_

from . import unaware
from .act import Warned, is_touched

WARNING = N_(
    "Here stands something that is kept secret: %(words)s. Somebody who may not know it would read this. "
    "Change the words or who reads them, or say that you have seen this."
)
WARNING_TEAM = N_(
    "Here stands something that is kept secret: %(words)s. %(names)s may not know it. If you go on, this text is kept "
    "from them."
)
WARNING_BOTH = N_(
    "Here stands something that is kept secret: %(words)s. Somebody who may not know it would read this. "
    "%(names)s may not know it either. If you go on, this text is kept from them, but not from who you chose."
)
COPIED = N_(
    "This sentence was told to fewer people: %(words)s. Change it or who reads it, or say that you have seen this."
)
MOST_SOURCES = 60
"""Texts that are compared with copied sentences, the newest first: after the sifting few are left, and a standard
sentence that stands in more texts than this is no secret."""

MOST_FILES = 5
"""Files among them, the newest first, of which the text is taken out of the file anew: that takes time."""

MOST_QUOTED = 120
"""Letters of the writer's own words that a warning gives back."""


BETWEEN = "\n" * (address_guard.MOST_BETWEEN + 1)
"""What stands between two texts that are looked through together, so that no spelling runs from one into the other."""

# of which an act writes a next version with its words in it again
HAS_VERSIONS = (
    Kind.AGREEMENT,
    Kind.CONDITION,
    Kind.SITUATION,
    Kind.PLAN_PART,
    Kind.APPOINTMENT,
    Kind.SUPPORTER,
    Kind.GUIDELINE,
    Kind.PAPER,
    Kind.CONSENT,
    Kind.APART,
    Kind.ADVICE,
    Kind.MATTER,
    Kind.MATTER_PART,
    Kind.INCIDENT,
    Kind.FACTOR_VIEW,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A guarded fact that some words name: row ids of its entry, and of whose fact it is."""

    fact: int
    person: int


@dataclass(frozen=True, slots=True)
class Found:
    """What some words would tell in a circle.

    `told`: the writer's own words that name a guarded fact they may read and some reader may not. `silent`: the
    guarded facts that are named by a writer who may not read them; never shown to that writer. `known`: those that the
    writer may read, by the words that name them. `new`: of these the facts that some reader may not know.
    """

    told: tuple[str, ...] = dataclass_field(default=(), repr=False)
    silent: tuple[Named, ...] = dataclass_field(default=(), repr=False)
    known: Mapping[int, str] = dataclass_field(default_factory=dict, repr=False)
    new: tuple[Named, ...] = dataclass_field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """One piece of contact data: of whom (row id), whether guarded now, and its entry."""

    person: int
    guarded: bool
    entry: Entry
    kind: str
    value: str = dataclass_field(repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """Words that a reader gets, and the field at which the writer is told what is wrong with them."""

    field: str
    words: str = dataclass_field(repr=False)


def look(
    dossier: Dossier,
    reach: Reach,
    viewer: Viewer,
    texts: Sequence[Text],
    told_to: set[int],
    guard_seen: bool,
    *,
    new: bool = True,
) -> Found:
    """The guarded facts that these texts name, with and without their writer being allowed to know.

    `told_to` are the humans who would read them, besides the team and the writer. Raises Warned at a text's field
    where the writer has to look first; with `guard_seen` they have. What is not `new` is opened further as it stands,
    and copies nothing.
    """
    kept = [text for text in texts if text.words.strip()]
    if not kept:
        return Found()
    words = BETWEEN.join(text.words for text in kept)
    found = found_for(dossier, reach, words, told_to)
    if not guard_seen:
        _warn(dossier, viewer, kept, found, new)
        copied = copied_for(reach, dossier, words, told_to) if new else ""
        if copied:
            raise Warned(_field(kept, copied), COPIED, words=_quoted([copied]))
    return found


def _warn(dossier: Dossier, viewer: Viewer, texts: list[Text], found: Found, new: bool) -> None:
    """What a writer knows and some reader may not: who is of the team is told which colleagues that are, since the
    team knows from whom something is kept."""
    learning = unaware.in_team(dossier, found.known, viewer) if new and viewer.is_staff else {}
    colleagues = Person.objects.filter(id__in={one for kept in learning.values() for one in kept})
    names = [people.full_name(one) for one in colleagues.order_by("id")]
    words = tuple(dict.fromkeys([*found.told, *(found.known[fact] for fact in learning)]))
    if words:
        message = WARNING_BOTH if names and found.told else WARNING_TEAM if names else WARNING
        raise Warned(_field(texts, words[0]), message, words=_quoted(words), names=", ".join(names))


def _field(texts: Sequence[Text], words: str) -> str:
    return next((text.field for text in texts if words in text.words), texts[0].field)


def found_for(dossier: Dossier, reach: Reach, words: str, told_to: set[int]) -> Found:
    """What these words would tell these humans (row ids), besides the team. `reach` is the writer's; rules door."""
    facts = _facts(dossier)
    reading = humans_of([fact.entry for fact in facts], reach)
    mine = set(
        policy.entries(reach).filter(id__in=[fact.entry.id for fact in facts]).values_list("id", flat=True)
    )
    town = frozenset({compact(dossier.team.municipality)})
    places = address_guard.find(words, [Fact(fact.kind, fact.value) for fact in facts], town)
    told: dict[str, None] = {}
    silent: dict[Named, None] = {}
    known: dict[int, str] = {}
    new: dict[Named, None] = {}
    for group in address_guard.overlapping(places):
        warned = []
        for place in group:
            by_me = [facts[i] for i in _explaining(place, group) if facts[i].entry.id in mine]
            known_to = {human for fact in by_me if fact.guarded for human, _, _ in reading[fact.entry.id]}
            guarded = [facts[i] for i in place.facts if facts[i].guarded]
            theirs = [Named(fact.entry.id, fact.person) for fact in guarded if fact.entry.id in mine]
            if theirs and told_to - known_to:
                warned.append(place)
                new.update(dict.fromkeys(theirs))
            for fact in guarded:
                if fact.entry.id in mine:
                    known.setdefault(fact.entry.id, words[place.start : place.end])
            if not by_me:
                silent.update(dict.fromkeys(Named(fact.entry.id, fact.person) for fact in guarded))
        for place in warned:
            if not any(other is not place and other.covers(place) for other in warned):
                told[words[place.start : place.end]] = None
    return Found(tuple(told), tuple(silent), known, tuple(new))


def naming(dossier: Dossier, kept: Collection[int], texts: Mapping[int, str]) -> set[int]:
    """Of these texts, by key, the keys of those that name a guarded fact among `kept` (row ids of entries)."""
    facts = [fact for fact in _facts(dossier) if fact.guarded and fact.entry.id in kept]
    town = frozenset({compact(dossier.team.municipality)})
    wanted = [Fact(fact.kind, fact.value) for fact in facts]
    return {key for key, words in texts.items() if facts and address_guard.find(words, wanted, town)}


def _facts(dossier: Dossier) -> list[_Known]:
    """All contact data of the dossier. What is not guarded counts too: who may read it knows those words."""
    rows = list(
        ContactData.objects.filter(entry__circle__dossier=dossier)
        .select_related("entry")
        .order_by("entry__confirmed_at", "entry_id")
    )
    # a newer version may have let go; an ended address stays guarded, since a shelter stays secret
    guarded = {row.entry.root: row.guarded for row in rows}
    return [
        _Known(row.person_id, row.guarded and guarded[row.entry.root], row.entry, row.type, row.value)
        for row in rows
    ]


def copied_for(reach: Reach, dossier: Dossier, words: str, told_to: set[int]) -> str:
    """The first sentence copied from a text that the writer may read and one of these humans may not, or ''.

    Of texts that the writer may not read nothing is looked at: an equal sentence is a coincidence. What they wrote
    themselves counts as told to whom they told it, also where it is held back.
    """
    wanted = copied_sentence.sentences(words)
    if not told_to or not wanted:
        return ""
    sifted = Q()
    for sentence in wanted:
        marks = Q()
        for mark in sentence.marks:
            marks &= Q(search_row__lemmas__contains=f" {mark} ")
        sifted |= marks
    # an agreement, why an appointment was cancelled, advice, and what was done keep words in a table of their own
    rows = list(
        policy.entries(reach)
        .filter(sifted, dossier=dossier)
        .select_related("circle")
        .annotate(fallback=F("agreement__fallback"), childrens=F("agreement__childrens_words"))
        .annotate(reason=F("appointment__reason"))
        .annotate(asked=F("advice__question"), followed=F("advice__followed"))
        .annotate(done=F("incident__done"), effects=F("incident__effects"))
        .order_by("-confirmed_at", "public_id")[:MOST_SOURCES]
    )
    reading = {row: {human for human, _, _ in reading} for row, reading in humans_of(rows, reach).items()}
    for row in rows:
        if _is_changed_now(row):
            reading[row.id] |= readers_of(row.circle, reach)
    inside = _inside([row.id for row in rows if row.kind == Kind.FILE][:MOST_FILES])
    texts = {
        row.id: "\n".join(
            filter(
                None,
                (
                    row.words,
                    row.fallback,
                    row.childrens,
                    row.reason,
                    row.asked,
                    row.followed,
                    row.done,
                    *(one["words"] for one in row.effects or ()),
                    inside.get(row.id),
                ),
            )
        )
        for row in rows
    }
    for sentence in wanted:
        sources = [row for row in rows if copied_sentence.holds(texts[row.id], sentence)]
        known_to = {human for row in sources for human in reading[row.id]}
        if sources and told_to - known_to:
            return sentence.text
    return ""


def _inside(files: list[int]) -> dict[int, str]:
    """The text in these files (row ids of entries), as it was searched when they were added."""
    found = {}
    for file in File.objects.filter(entry__in=files):
        with suppress(cleaning.Unclean):
            found[file.entry_id] = cleaning.clean(file.name, bytes(file.content)).text
    return found


def _is_changed_now(row: Entry) -> bool:
    """Is this what the act puts a new version of? Whoever it is withheld from stays so there."""
    return row.kind in HAS_VERSIONS and is_touched(row.public_id)


def _explaining(place: Place, places: Iterable[Place]) -> set[int]:
    """The facts that account for every word of this place.

    Who may read one of them writes what they know: a mother's own address is her child's as well, and the town in
    which a father lives may be the secret one.
    """
    return {fact for other in places if other.covers(place) for fact in other.facts}


def readers_of(circle: Circle, reach: Reach) -> set[int]:
    """Everybody besides the team and the writer who reads this circle, now or later."""
    rows = CircleRow.objects.filter(Q(ends=None) | Q(ends__gt=reach.at), circle=circle).exclude(
        capacity="staff"
    )
    return set(rows.values_list("human_id", flat=True)) - {reach.human}


def _quoted(words: Iterable[str]) -> str:
    text = ", ".join(f"“{' '.join(word.split())}”" for word in words)
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED].rstrip()} …”"
