"""Who is the same human being as whom, at one moment (`SamePerson`): for what is withheld, and behind the rules door.

Every joining counts here, also one that no viewer knows of: what is withheld from a human is withheld over all of
their persons. The definer function `naast_same` says the same on PostgreSQL; a random-worlds test holds them equal.
What a viewer gets to see of joinings stands in `policy.same_persons`.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connections
from django.db.models import BooleanField, F, Func, Q, QuerySet, Subquery

from naast.records.models import SamePerson

from .kept import Slot
from .one_of import Ids, as_parameter

# From each root over running joinings to everybody who is joined with them, step by step, to the end of the chain.
JOINED = """
WITH RECURSIVE same(root, id) AS (
  SELECT p.value, p.value FROM {listed} AS p
   UNION
  SELECT same.root, CASE s.kept_id WHEN same.id THEN s.other_id ELSE s.kept_id END
    FROM same JOIN h_same_person s ON s.kept_id = same.id OR s.other_id = same.id
   WHERE s.starts <= %s AND (s.ends IS NULL OR s.ends > %s))
"""


def _joined(listed: str, given: list[Any], at: datetime | Slot, connection: Any) -> tuple[str, list[Any]]:
    """`listed` is where the roots come from, a table of one column `value`."""
    moment = at if isinstance(at, Slot) else connection.ops.adapt_datetimefield_value(at)
    return JOINED.format(listed=listed), [*given, moment, moment]


def _listed(persons: Collection[int] | Ids, connection: Any) -> tuple[str, list[Any]]:
    listed = (
        "(SELECT unnest(%s::bigint[]) AS value)" if connection.vendor == "postgresql" else "json_each(%s)"
    )
    return listed, [persons if isinstance(persons, Ids) else as_parameter(persons, connection)]


class OneHuman(Func):
    """A condition for `filter`: true where `column` is one of these persons, or whoever is joined with one of them.

    Persons are row ids, or a query that gives them as `value`.
    """

    output_field = BooleanField()

    def __init__(
        self,
        column: str | F,
        persons: Collection[int] | Ids | QuerySet[Any, Any],
        at: datetime | Slot,
    ) -> None:
        asked = [Subquery(persons)] if isinstance(persons, QuerySet) else []
        super().__init__(F(column) if isinstance(column, str) else column, *asked)
        self.persons = persons if isinstance(persons, Ids) else () if asked else tuple(persons)
        self.at = at

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """One subquery, also where nobody is joined."""
        column, *asked = self.get_source_expressions()
        sql, params = compiler.compile(column)
        listed, given = compiler.compile(asked[0]) if asked else _listed(self.persons, connection)
        joined, given = _joined(listed, list(given), self.at, connection)
        return f"{sql} IN ({joined} SELECT same.id FROM same)", [*params, *given]  # nosec B608  # sql is Django's own


@dataclass(slots=True)
class Humans:
    """For each of some persons: everybody joined with them (themselves too), and which entries name any of those.

    `entries` pairs the row ids of an entry and of its dossier.
    """

    persons: dict[int, set[int]] = field(default_factory=dict)
    entries: dict[int, set[tuple[int, int]]] = field(default_factory=dict)

    def of(self, person: int) -> set[int]:
        """All persons that this human is here."""
        return self.persons.get(person, {person})


WITHIN = {"entries": "n.entry_id", "dossiers": "c.dossier_id"}


def humans(persons: Collection[int], at: datetime, within: str, ids: Collection[int]) -> Humans:
    """Of these persons; the entries among `ids` themselves or in those dossiers (`within` says which).

    One query, whoever of them is joined: one more or less would tell.
    """
    connection = connections[SamePerson.objects.db]
    joined, given = _joined(*_listed(persons, connection), at, connection)
    among = (
        "= ANY(%s::bigint[])" if connection.vendor == "postgresql" else "IN (SELECT value FROM json_each(%s))"
    )
    found = Humans()
    with connection.cursor() as cursor:
        cursor.execute(
            f"{joined} SELECT same.root, same.id, n.entry_id, c.dossier_id FROM same"  # nosec B608  # our own words
            " LEFT JOIN (h_entry_person n JOIN h_circle c ON c.id = n.circle_id)"
            f" ON n.person_id = same.id AND {WITHIN[within]} {among}",
            [*given, as_parameter(ids, connection)],
        )
        for root, person, entry, dossier in cursor.fetchall():
            found.persons.setdefault(root, set()).add(person)
            if entry is not None:
                found.entries.setdefault(root, set()).add((entry, dossier))
    return found


WAITS = Q(silent=True, reason="")
"""Rows of `Withheld` by which the guard holds something back until the team lets go. Those with a reason keep it from
who may not know what it names, also later (actions/unaware.py)."""


def held_of(human: Any) -> Q:
    """Rows of `Withheld` that this human is not to notice: the guard's, on what they wrote."""
    return Q(silent=True) & Q(entry__writer_id=human)
