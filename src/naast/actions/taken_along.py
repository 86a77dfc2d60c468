"""What is kept secret of a person goes along to the dossier in which their household goes on.

Another dossier counts only through a share (design 3), so the address guard of one dossier may not look for facts of
another: a warning there, or a notice, would tell its team of both. So the facts themselves go along, by the choice of
the worker who splits or joins the household: entries of that dossier, for the same people as far as they go along too,
and for its team. What that worker may not read stays behind unseen.
"""

from django.db.models import QuerySet

from naast.access import policy
from naast.access.reach import Reach
from naast.access.readers import humans_of
from naast.access.viewer import Viewer
from naast.records.models import ContactData, Dossier, Entry, Kind, Nature, Person

from . import choice, kept_along
from .write import Line, entry


def take(old: Dossier, new: Dossier, going: list[Person], reach: Reach, viewer: Viewer) -> None:
    """The guarded contact data of these people, as this worker may read it in the old dossier (`reach`).

    An ended address goes along as well: a shelter stays secret. What stands in the new dossier already is not doubled.
    """
    there = set(_guarded(Entry.objects.filter(circle__dossier=new), going).values_list(*_SAME))
    facts = _guarded(policy.newest(reach).filter(dossier=old), going)
    rows = facts.select_related("contactdata__person").order_by("confirmed_at", "public_id")
    for row in rows:
        if (row.contactdata.person_id, row.contactdata.type, row.contactdata.value) not in there:
            _copy(row, new, going, reach, viewer)


_SAME = ("contactdata__person_id", "contactdata__type", "contactdata__value")


def _guarded(rows: QuerySet[Entry], going: list[Person]) -> QuerySet[Entry]:
    return rows.filter(kind=Kind.CONTACT_DATA, contactdata__guarded=True, contactdata__person__in=going)


def _copy(row: Entry, new: Dossier, going: list[Person], reach: Reach, viewer: Viewer) -> None:
    fact = row.contactdata
    reading = {human for human, _, _ in humans_of([row], reach)[row.id]}
    readers = [person for person in going if person.id in reading]
    kept = ("type", "value", "guarded", "starts", "ends")
    written = entry(
        new,
        Line(
            Kind.CONTACT_DATA,
            Nature.FACT,
            "",
            choice.ensure_for(new, readers, {fact.person_id: "self"}, at=viewer.at),
            people=[("about", fact.person)],
            of_kind=(
                ContactData,
                {"person": fact.person} | {name: getattr(fact, name) for name in kept},
            ),
        ),
        writer=viewer.human,
        at=viewer.at,
    )
    # who may not read the fact there may not read it here, should they come to this team
    kept_along.also_from(written, kept_along.keeping(row, viewer.at))
