"""The one expression of who reads what, and the only querysets on household data that viewers get.

*This viewer, at this moment, is in a circle that this entry is told in or shared to, and it is not
withheld from them* (design 4.1). Every access module starts from one of these functions.
"""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from naast.records.models import (
    CircleRow,
    Dossier,
    Draft,
    Entry,
    EntryPerson,
    Household,
    Link,
    OfEntry,
    Person,
    SamePerson,
    SearchRow,
    Share,
)

from .one_of import OneOf
from .reach import Reach, running
from .viewer import STAFF

K = TypeVar("K", bound=OfEntry)


def _readable(reach: Reach, id_field: str) -> Q:
    """The expression itself, on a table that carries circle and confirmed_at; lists of ids, no subqueries."""
    told = Q(OneOf("circle_id", reach.whole))
    for circle, opens_from in reach.later:
        told |= Q(circle_id=circle, confirmed_at__gte=opens_from)
    if reach.shared:
        told |= Q(OneOf(id_field, reach.shared))
    if reach.withheld:
        told &= ~Q(OneOf(id_field, reach.withheld))
    return told & _readable(reach.eyes, id_field) if reach.eyes else told


def entries(reach: Reach) -> QuerySet[Entry]:
    """Every version of every entry that may be read."""
    return Entry.objects.filter(_readable(reach, "id"))


def named(reach: Reach) -> QuerySet[EntryPerson]:
    """Who is named, in which role, by an entry that may be read."""
    return EntryPerson.objects.filter(_readable(reach, "entry_id"))


def search_rows(reach: Reach) -> QuerySet[SearchRow]:
    """The search words of entries that may be read."""
    return SearchRow.objects.filter(_readable(reach, "entry_id"))


def newest(reach: Reach) -> QuerySet[Entry]:
    """Of every entry only the newest version that may be read."""
    newer = entries(reach).filter(root=OuterRef("root"), confirmed_at__gt=OuterRef("confirmed_at"))
    return entries(reach).filter(~Exists(newer))


def of_kind(model: type[K], reach: Reach) -> QuerySet[K]:
    """Rows of one kind's table whose entry may be read."""
    return model._default_manager.filter(Exists(entries(reach).filter(id=OuterRef("entry_id"))))


def links(reach: Reach) -> QuerySet[Link]:
    """Ties of which both ends may be read."""
    return Link.objects.filter(
        Exists(entries(reach).filter(id=OuterRef("source_id"))),
        Exists(entries(reach).filter(id=OuterRef("target_id"))),
    )


def persons(reach: Reach) -> QuerySet[Person]:
    """Oneself, and everybody named by an entry that may be read."""
    return Person.objects.filter(
        Q(id=reach.subject) | Q(Exists(named(reach).filter(person_id=OuterRef("id"))))
    )


def joinings(reach: Reach) -> QuerySet[SamePerson]:
    """What was said of two persons being one, over or not: for a professional of a local team, with their own eyes,
    who may know of both. Nobody else learns of it: that the unknown man is the father would tell them something."""
    if reach.capacity != STAFF or reach.eyes:
        return SamePerson.objects.none()
    known = persons(reach)
    return SamePerson.objects.filter(
        Exists(known.filter(id=OuterRef("kept_id"))), Exists(known.filter(id=OuterRef("other_id")))
    )


def same_persons(reach: Reach) -> QuerySet[SamePerson]:
    """Of those the ones that hold now."""
    return joinings(reach).filter(running(reach.at))


def dossiers(reach: Reach) -> QuerySet[Dossier]:
    """Dossiers in which the viewer is in any circle."""
    return Dossier.objects.filter(OneOf("id", reach.inside))


def households(reach: Reach) -> QuerySet[Household]:
    """Households of those dossiers."""
    return Household.objects.filter(id__in=dossiers(reach).values("household_id"))


def circle_rows(reach: Reach) -> QuerySet[CircleRow]:
    """Who is in the circles that the viewer is in, now."""
    circles = set(reach.whole) | {circle for circle, _ in reach.later}
    if reach.eyes:
        circles &= set(reach.eyes.whole) | {circle for circle, _ in reach.eyes.later}
    return CircleRow.objects.filter(running(reach.at), OneOf("circle_id", circles))


def shares(reach: Reach) -> QuerySet[Share]:
    """Running shares of entries that may be read."""
    return Share.objects.filter(running(reach.at), Exists(entries(reach).filter(id=OuterRef("entry_id"))))


def drafts(reach: Reach) -> QuerySet[Draft]:
    """The viewer's own drafts; never through somebody's eyes."""
    if reach.eyes:
        return Draft.objects.none()
    return Draft.objects.filter(human_id=reach.human, capacity=reach.capacity)
