"""Search in Dutch over what this viewer may read and nothing else, counts included; newest moment first.

It reads the viewer's own rows by circle and compares their lemmas (docs/decisions): a full-text index
over everything would tell, by the time it takes, how much there is that this viewer may not read.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from naast.records.models import Dossier, Entry
from naast.rules import words

from . import dossiers, lines, policy, ready, trace
from .doors import viewer_door
from .lines import Line
from .one_of import Ids, OneOf
from .reach import Reach
from .viewer import Missing, Viewer

PAGE = 20
MOST_TERMS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One line found, and the dossier it stands in."""

    line: Line
    dossier: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits; `after` marks the next page, or is empty. `terms` are what was searched for."""

    hits: tuple[Hit, ...]
    after: str
    terms: tuple[str, ...]


def search(viewer: Viewer, q: str, after: str = "", dossier: UUID | None = None) -> Found:
    """Entries in which every word of `q` (or a longer word that begins with it) stands.

    Staff and partners only; Missing for residents, who have their own story to read.
    """
    if viewer.capacity == "resident":
        raise Missing
    terms = tuple(words.query_terms(q)[:MOST_TERMS])
    if not terms:
        trace.saw(viewer)
        return Found((), "", terms)
    within = dossiers.row_of(viewer, dossier) if dossier else None
    with viewer_door(viewer, within) as reach:
        begins = {f"term{place}": f" {term}" for place, term in enumerate(terms)}
        page = ready.rows(_page, reach, **dossiers.page_mark(after), **begins)
        shown = page[:PAGE]
        raw = lines.gather(reach, shown)
        of = dict(ready.rows(_of, reach, rows={e.dossier_id for e in shown}))
    found = lines.lines(raw)
    trace.saw(viewer, within, (e.public_id for e in shown), raw.faces)
    last = shown[-1] if len(page) > PAGE else None
    return Found(
        tuple(
            Hit(line, of[e.dossier_id]) for line, e in zip(found, shown, strict=True) if e.dossier_id in of
        ),
        f"{last.moment_at.isoformat()}_{last.public_id}" if last else "",
        terms,
    )


def _page(reach: Reach, *, moment: Any, public_id: Any, **terms: Any) -> QuerySet[Entry]:
    """One more than a page of hits (`ready` fills in the words and the mark)."""
    rows = policy.search_rows(reach)
    for term in terms.values():
        rows = rows.filter(lemmas__contains=term)
    found = policy.newest(reach).filter(id__in=rows.values("entry_id"))
    return dossiers.beyond(found, "moment_at", moment, public_id)[: PAGE + 1]


def _of(reach: Reach, rows: Ids) -> QuerySet[Dossier, tuple[int, UUID]]:
    return policy.dossiers(reach).filter(OneOf("id", rows)).values_list("id", "public_id")
