"""Is this the same person? A possible match in another dossier is put to that dossier's fixed face, never to who
searches.

Asking is the same work with and without a match: three statements that each stand once, whatever they find. So
neither the answer nor its time tells the searcher that somebody is known elsewhere (design 4.1).
"""

import json
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connections
from django.db.models import Q

from naast.access.reach import Within, reach_of
from naast.access.viewer import Viewer
from naast.records.fields import look_up_hash
from naast.records.models import EntryPerson, Kind, Link, Nature
from naast.rules.names import search_key

from . import circles, may
from .act import Invalid, Refused, act
from .write import Line, entry, tie

SAME_PERSON = "same_person"
MOST = 20
STANDS_IN = (Kind.MEMBERSHIP, Kind.RELATION)


@dataclass(frozen=True, slots=True)
class Sought:
    """Whom a worker looks for: a BSN, or a family name with a birth date."""

    bsn: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)
    birth: date | None = field(default=None, repr=False)

    def matches(self) -> Q:
        """Rows that name who may be this person: the same number, or a name that sounds alike and the same
        possible birth date."""
        found = Q(person__bsn_hash=look_up_hash(self.bsn, "bsn") if self.bsn else "")
        key = search_key(self.family_name)[:240]
        if key and self.birth:
            birth = {"person__birth_from__lte": self.birth, "person__birth_to__gte": self.birth}
            found |= Q(person__name_key=key, **birth)
        return found


@act("search person")
def ask_elsewhere(*, viewer: Viewer, sought: Sought) -> None:
    """Put a possible match in a dossier where the searcher has no part to that dossier's team; answers nothing.

    The notice says who asks and about whom, and no word of why: that belongs to another household.
    """
    if not viewer.is_staff:
        raise Refused
    own = reach_of(viewer, Within()).dossiers
    named = EntryPerson.objects.filter(
        sought.matches(),
        role=EntryPerson.Role.ABOUT,
        entry__kind__in=STANDS_IN,
        entry__dossier__closed_at=None,
        person__professional=False,
    ).values_list("entry__dossier_id", "person_id")
    asked = set(
        EntryPerson.objects.filter(
            role=EntryPerson.Role.ABOUT,
            entry__kind=Kind.NOTICE,
            entry__circle_how=SAME_PERSON,
            entry__writer_id=viewer.human,
        ).values_list("entry__dossier_id", "person_id")
    )
    found = sorted({pair for pair in named if pair[0] not in own and pair not in asked})[:MOST]
    _write(viewer, found)


def _write(viewer: Viewer, found: list[tuple[int, int]]) -> None:
    """Two statements, each for all notices at once; with none to write they are the same two statements."""
    connection = connections[settings.RULES_ALIAS]
    postgres = connection.vendor == "postgresql"
    listed = json.dumps(
        [
            {"id": str(uuid) if postgres else uuid.hex, "dossier": dossier, "person": person}
            for dossier, person in found
            for uuid in [uuid4()]
        ]
    )
    at = connection.ops.adapt_datetimefield_value(viewer.at)
    source = POSTGRES if postgres else SQLITE
    digest = circles.team_digest()
    with connection.cursor() as cursor:
        cursor.execute(NOTICES.format(listed=source), [viewer.human, at, at, SAME_PERSON, listed, digest])
        cursor.execute(NAMED.format(listed=source), [listed])


POSTGRES = "json_to_recordset(%s::json) AS j(id uuid, dossier bigint, person bigint)"
SQLITE = (
    "(SELECT json_extract(value, '$.id') AS id, json_extract(value, '$.dossier') AS dossier,"
    " json_extract(value, '$.person') AS person FROM json_each(%s)) AS j"
)
NOTICES = f"""
INSERT INTO h_entry (public_id, root, dossier_id, circle_id, kind, nature, writer_id, words, quoted,
                     happened_precision, happened_words, confirmed_at, moment_at, language, interpreter,
                     circle_how, circle_ground)
SELECT j.id, j.id, c.dossier_id, c.id, '{Kind.NOTICE}', '{Nature.FACT}', %s, '', false, 'unknown', '', %s, %s, '', '',
       %s, ''
  FROM {{listed}} JOIN h_circle c ON c.dossier_id = j.dossier AND c.digest = %s
"""  # nosec B608  # only our own constants are put in
NAMED = """
INSERT INTO h_entry_person (entry_id, person_id, role, circle_id, confirmed_at)
SELECT e.id, CASE r.role WHEN 'about' THEN j.person ELSE e.writer_id END, r.role, e.circle_id, e.confirmed_at
  FROM {listed} JOIN h_entry e ON e.public_id = j.id
  CROSS JOIN (SELECT 'writer' AS role UNION ALL SELECT 'about') AS r
"""


@act("answer same person")
def answer(*, viewer: Viewer, notice: UUID, same: bool, words: str = "") -> UUID:
    """The fixed face (or who stands in) says whether it is the same person, once. The asker is told by a human.

    Raises Invalid on '' when it was answered already.
    """
    row, dossier, _ = may.entry_for(viewer, notice)
    if row.kind != Kind.NOTICE or row.circle_how != SAME_PERSON or not may.is_fixed_face(viewer, dossier):
        raise Refused
    if Link.objects.filter(tie=Link.Tie.ANSWERS, target=row).exists():
        raise Invalid("", "This was answered already.")
    about = [("about", named.person) for named in row.people.filter(role="about").select_related("person")]
    line = Line(
        Kind.ANSWER,
        Nature.FACT,
        words.strip(),
        row.circle,
        people=about,
        circle_how="same" if same else "not_same",
    )
    written = entry(dossier, line, writer=viewer.human, at=viewer.at)
    tie(Link.Tie.ANSWERS, written, [row])
    return written.public_id
