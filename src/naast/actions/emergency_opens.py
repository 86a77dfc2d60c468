"""What an emergency reading finds and opens: never what is withheld from who reads, names it, or waits for the team."""

from naast.access.reach import NOWHERE, kept_from, running
from naast.access.same_person import WAITS
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Entry, EntryPerson, Kind, Withheld
from naast.rules import emergency as rule

from . import guard, guarded
from .same_person import STANDS_IN, Sought

# what a kind keeps besides its line, as far as it is looked at here
OF_KIND = tuple(sorted({model.__name__.lower() for model in guarded.WORDS_OF_KIND}))
# the kinds whose own row says from when until when it holds
HOLDS = {Kind.AGREEMENT: "agreement", Kind.CONDITION: "safetycondition", Kind.APART: "apart"}


def find(viewer: Viewer, sought: Sought) -> Dossier | None:
    """The one open dossier in which somebody stands who fits, as far as nothing of it is withheld from this viewer.

    Where a person lives beats where they are only named: a child of parents who live apart stands in both.
    """
    entries, closed = kept_from(viewer)
    rows = EntryPerson.objects.filter(
        sought.matches(),
        role=EntryPerson.Role.ABOUT,
        entry__kind__in=STANDS_IN,
        entry__dossier__closed_at=None,
        person__professional=False,
    ).values_list(
        "entry_id", "entry__dossier_id", "entry__membership__starts", "entry__membership__ends", "entry__kind"
    )
    named, lives = set[int](), set[int]()
    for entry_id, dossier, starts, ends, kind in rows:
        if entry_id in entries or dossier in closed:
            continue
        named.add(dossier)
        if kind == Kind.MEMBERSHIP and rule.holds(starts, ends, viewer.today):
            lives.add(dossier)
    fits = lives or named
    return Dossier.objects.filter(id__in=[NOWHERE, *fits]).first() if len(fits) <= 1 else None


def first(viewer: Viewer, dossier: Dossier) -> list[Entry]:
    """What the first reason opens of it."""
    return [row for row in rest(viewer, dossier) if _first(row, viewer)]


def rest(viewer: Viewer, dossier: Dossier) -> list[Entry]:
    """Of every entry of this dossier the newest version that is not kept from this viewer, nor held back until the team
    has looked, nor naming what is kept from them."""
    kept, _ = kept_from(viewer)
    waiting = Withheld.objects.filter(WAITS, running(viewer.at), dossier=dossier)
    waits = set(waiting.values_list("entry_id", flat=True))
    rows = Entry.objects.filter(
        circle__dossier=dossier, kind__in=[one for one in Kind.values if rule.opens_rest(one)]
    )
    rows = rows.select_related(*OF_KIND).order_by("confirmed_at", "id")
    listed = [row for row in rows if row.id not in kept | waits]
    named = _naming(dossier, kept, listed)
    return list({row.root: row for row in listed if row.id not in named}.values())


def _naming(dossier: Dossier, kept: set[int], rows: list[Entry]) -> set[int]:
    """Of these the ones that name a guarded fact which is kept; and every file, whose text nobody searches here."""
    if not Entry.objects.filter(id__in=kept, kind=Kind.CONTACT_DATA, circle__dossier=dossier).exists():
        return set()
    texts = {
        row.id: guard.BETWEEN.join(guarded.words_of(row)) for row in rows if row.kind != Kind.CONTACT_DATA
    }
    return guard.naming(dossier, kept, texts) | {row.id for row in rows if row.kind == Kind.FILE}


def _first(row: Entry, viewer: Viewer) -> bool:
    """Is this opened by the first reason?"""
    if row.kind == Kind.PLAN_PART:
        return rule.opens_first(row.kind, holds=rule.holds(None, row.planpart.ends, viewer.today))
    if row.kind in HOLDS:
        kept = getattr(row, HOLDS[Kind(row.kind)])
        return rule.opens_first(row.kind, holds=rule.holds(kept.starts, kept.ends, viewer.today))
    return rule.opens_first(row.kind, holds=True)
