"""Persons as a viewer may know them: a name and a face, never a record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from naast.records.models import Account, EntryPerson, Person, SamePerson
from naast.rules.partial_date import UNKNOWN_DATE, PartialDate, between

from . import policy, ready
from .one_of import Ids, OneOf
from .reach import Reach
from .viewer import day_of

VOICES = ("clay", "lake", "fern", "straw", "plum", "rose")


@dataclass(frozen=True, slots=True)
class Face:
    """One person as shown. `voice` is a colour token; `age` is full years or None when unknown; `about` is it then,
    where the birth is known in part, and `born` what is known of it.

    The row id stays in `row` for access and actions only; its repr shows neither name nor id. Where two persons are
    one human to this viewer, both have the face that was kept: `own` and `own_id` are then those of the other one.
    """

    public_id: UUID
    label: str = field(repr=False)
    full_name: str = field(repr=False)
    initials: str = field(repr=False)
    voice: str
    professional: bool = False
    unborn: bool = False
    deceased: bool = False
    age: int | None = None
    is_viewer: bool = False
    row: int = field(default=0, repr=False)
    birth: date | None = field(default=None, repr=False)
    about: int | None = None
    own: int = field(default=0, repr=False, compare=False)
    own_id: UUID | None = field(default=None, repr=False, compare=False)
    born: PartialDate = field(default=UNKNOWN_DATE, repr=False, compare=False)


def full_name(person: Person) -> str:
    """Given names (or the call name), prefix and family name in that order."""
    given = person.call_name or person.given_names
    return " ".join(part for part in (given, person.prefix, person.family_name) if part)


def age_on(person: Person, day: date) -> int | None:
    """Full years on `day`; None when birth is unknown, or when its range spans a birthday."""
    youngest, oldest = _ages(person, day) or (0, None)
    return youngest if youngest == oldest else None


def _about(person: Person, day: date) -> int | None:
    """The middle of the ages that somebody can have on `day`, where there is more than one."""
    youngest, oldest = _ages(person, day) or (0, 0)
    return (youngest + oldest) // 2 if youngest < oldest else None


def _ages(person: Person, day: date) -> tuple[int, int] | None:
    if person.birth_from is None or person.birth_to is None:
        return None

    def years(birth: date) -> int:
        return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))

    return years(person.birth_to), years(person.birth_from)


def _initials(person: Person) -> str:
    first = (person.call_name or person.given_names or "?")[0].upper()
    return first + person.family_name[:1].upper() if person.professional else first


def _deceased(person: Person, reach: Reach) -> bool:
    return person.died_on is not None and person.died_on <= day_of(reach.at)


def face(person: Person, reach: Reach) -> Face:
    """The face of one person for the viewer of `reach`."""
    voice = "stone" if person.professional else _first_voice(person.public_id)
    exact = person.birth_from if person.birth_from == person.birth_to else None
    today = day_of(reach.at)
    return Face(
        person.public_id,
        person.call_name or person.given_names or full_name(person),
        full_name(person),
        _initials(person),
        voice,
        person.professional,
        person.unborn,
        _deceased(person, reach),
        age_on(person, today),
        person.id == reach.subject,
        person.id,
        exact,
        _about(person, today),
        person.id,
        person.public_id,
        between(person.birth_from, person.birth_to),
    )


def _first_voice(public_id: UUID) -> str:
    """The voice that somebody has where nobody else has it already."""
    return VOICES[public_id.int % len(VOICES)]


def faces(reach: Reach, persons: Iterable[int]) -> dict[int, Face]:
    """Faces by row id of those of `persons` that the viewer may know of, and of whose face they have (`shown`).

    More than one query only for who may know of a joining: the face that was kept is fetched where nobody asked for it.
    """
    wanted, asked, rows = set(persons), set[int](), list[Person]()
    while wanted:
        asked |= wanted
        found = ready.rows(_persons, reach, persons=wanted)
        rows += found
        wanted = {row for person in found if (row := getattr(person, "kept_row", None)) is not None} - asked
    return shown(rows, reach)


def _persons(reach: Reach, persons: Ids) -> QuerySet[Person]:
    return with_kept(policy.persons(reach).filter(OneOf("id", persons)).defer("bsn", "bsn_hash"), reach)


def known_in(reach: Reach, dossier: int, *, apart: bool = False) -> dict[int, Face]:
    """Everybody whom this viewer may know of in one dossier: named by an entry that they may read.

    One query where the door was narrowed to the dossier and the viewer is named in it. With `apart` each person has
    their own face, as residents see them: for what a worker prints for others.
    """
    rows = ready.rows(_named, reach, dossier=None if reach.dossier == dossier else dossier)
    known = shown(rows, reach, apart=apart, voices=own_voices)
    return known if reach.subject in known else known | faces(reach, [reach.subject])


def _named(reach: Reach, dossier: int | None) -> QuerySet[Person]:
    named = policy.named(reach)
    if dossier is not None:
        named = named.filter(circle__dossier_id=dossier)
    found = Person.objects.filter(id__in=named.values("person_id")).defer("bsn", "bsn_hash")
    return with_kept(found, reach)


def _one_face(reach: Reach) -> QuerySet[SamePerson]:
    """Joinings that give two persons one face here. A colleague's face stays a colleague's, also who is a resident."""
    return policy.same_persons(reach).filter(kept__professional=False, other__professional=False)


def with_kept(persons: QuerySet[Person], reach: Reach) -> QuerySet[Person]:
    """The same rows, each with the row whose face is shown (`shown`), for whom joinings are there to see."""
    kept = _one_face(reach).filter(other_id=OuterRef("id")).order_by("starts", "id")
    return persons.annotate(kept_row=Subquery(kept.values("kept_id")[:1]))


def shown(
    rows: Iterable[Person],
    reach: Reach,
    *,
    apart: bool = False,
    voices: Callable[[dict[int, Face]], dict[int, Face]] = dict,
) -> dict[int, Face]:
    """Faces by row id. Who was joined with somebody who is among them too, has that one's face; where one of the two
    has died, that face has."""
    by_row = {person.id: person for person in rows}
    kept = {row: getattr(person, "kept_row", None) for row, person in by_row.items()}
    steps = {} if apart else {row: to for row, to in kept.items() if to in by_row}
    ends = {row: _end(steps, row) for row in by_row}
    made = voices({row: face(by_row[row], reach) for row in by_row if row in set(ends.values())})
    dead = {to for row, to in ends.items() if _deceased(by_row[row], reach)}
    return {
        row: replace(made[to], own=row, own_id=by_row[row].public_id, deceased=to in dead)
        for row, to in ends.items()
    }


def _end(steps: dict[int, int], row: int) -> int:
    """Whose face is shown, from joining to joining; in a circle of joinings the same one from everywhere."""
    seen: list[int] = []
    while row not in seen:
        seen.append(row)
        row = steps.get(row, row)
    return min(seen[seen.index(row) :])


def each_once(faces: Iterable[Face]) -> list[Face]:
    """Each human once."""
    return list({face.row: face for face in faces}.values())


def in_order(faces: Iterable[Face]) -> tuple[Face, ...]:
    """Each human once: who is no professional first, by name."""
    return tuple(sorted(each_once(faces), key=lambda face: (face.professional, face.label)))


def under_one_face(reach: Reach) -> dict[int, set[int]]:
    """For each person who stands under one face with another: all persons under it."""
    found: dict[int, set[int]] = {}
    for pair in _one_face(reach).values_list("kept_id", "other_id"):
        group = set(pair).union(*(found.get(row, ()) for row in pair))
        found |= dict.fromkeys(group, group)
    return found


def own_voices(known: dict[int, Face]) -> dict[int, Face]:
    """Nobody shares a voice with another while there are voices left. It follows from who is known, in an order
    that tells nothing, so that somebody hidden changes no colour; and not from voices that were given before, among
    others."""
    taken: set[str] = set()
    found = dict(known)
    for row, one in sorted(known.items(), key=lambda item: item[1].public_id):
        if one.professional:
            continue
        free = [voice for voice in VOICES if voice not in taken]
        first = _first_voice(one.public_id)
        voice = first if first in free or not free else free[0]
        taken.add(voice)
        found[row] = replace(one, voice=voice)
    return found


def roles(reach: Reach, entries: Iterable[int]) -> dict[int, list[tuple[str, int]]]:
    """(role, person) pairs by entry row id."""
    found: dict[int, list[tuple[str, int]]] = {}
    listed = tuple(entries)
    for entry, role, person in ready.rows(_roles, reach, entries=listed) if listed else ():
        found.setdefault(entry, []).append((role, person))
    return found


def _roles(reach: Reach, entries: Ids) -> QuerySet[EntryPerson, tuple[int, str, int]]:
    rows = policy.named(reach).filter(OneOf("entry_id", entries)).order_by("id")
    return rows.values_list("entry_id", "role", "person_id")


def account_label(account: int) -> str:
    """The display name of an account; accounts hold no household data."""
    return Account.objects.values_list("display_name", flat=True).get(id=account)
