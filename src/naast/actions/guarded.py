"""The one place where words that readers get become an entry: looked through, written, and held back where needed.

Guarded are all words that a reader of the entry may get to see: its text, the words of when it happened, the
interpreter, why the circle was chosen so, and what its kind keeps in words. Not guarded, with the reason:

- contact data: it is the fact itself, in its own circle; a notice: the guard wrote it, for the team;
- a membership's words of part-time living: written when a household is opened, before there is a guarded fact;
- what became of paper: the words and circle of the version before it, likewise;
- the end of an agreement: the words and circle of the version before it, and what was held back of that stays so;
- names of people: a name is how somebody is called here, and a guarded new name is contact data (persons.py);
- the name of a file: it gets a neutral one;
- why something is withheld, or let go: only the team reads it;
- why two persons are taken for one, or no longer: only colleagues who may know of both read it (joining.py).
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from naast.access import timeline
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.integrations import cleaning
from naast.records.models import (
    Advice,
    Agreement,
    Apart,
    Appointment,
    Authority,
    Consent,
    Contact,
    Decision,
    Dossier,
    Entry,
    Factor,
    File,
    Incident,
    Involvement,
    OfEntry,
    PlanPart,
    Proposal,
    SafetyCondition,
    Score,
    Sharing,
)

from . import guard, held, unaware
from .guard import Text
from .write import Line, OfKind, entry

WORDS_OF_KIND: dict[type[OfEntry], tuple[str, ...]] = {
    Contact: ("goal", "problem"),
    Consent: ("purpose", "organisation"),
    Agreement: ("fallback", "childrens_words"),
    Appointment: ("place", "reason"),
    Apart: ("because",),
    Advice: ("giver", "question", "followed"),
    Incident: ("done", "effects"),
    Authority: ("reason",),
    Involvement: ("ground", "organisation"),
    Score: ("higher",),
    Factor: ("evidence",),
    PlanPart: ("when", "reach"),
    SafetyCondition: ("set_by", "told_by"),
    Decision: ("views", "criteria"),
    Proposal: ("views",),
    Sharing: ("purpose", "organisation", "need", "lighter", "not_told"),
}
"""What a kind's own table keeps in words. The rest is codes and days, or never comes here (see above)."""
CODES = ("criterion", "answer")
"""What stands beside the words of a list and is no word of anybody."""


def write(
    dossier: Dossier,
    line: Line,
    *,
    reach: Reach,
    viewer: Viewer,
    guard_seen: bool = False,
    field: str = "words",
    prefix: str = "",
    heard: bool = False,
    only: Sequence[Text] | None = None,
    also: Collection[int] = (),
) -> Entry:
    """Write an entry whose words were looked through. `reach` is the writer's in this dossier.

    `heard` is what was said before its readers, on a screen that they look at: a warning there would tell them. It is
    taken as it is, held back from all but who said it, and the team looks at it.

    Raises Warned where the writer names what a reader may not know: at `field`, or at the field of what
    the kind keeps, of the moment ... (after `prefix`), unless they have seen it (`guard_seen`). `only` is what is new
    in a version of which the rest stands already; `also` reads it besides its circle (row ids of persons).
    """
    told_to = guard.readers_of(line.circle, reach) | set(also)
    looked = texts(line, field, prefix) if only is None else only
    found = guard.look(dossier, reach, viewer, looked, told_to, guard_seen or heard)
    row = entry(dossier, line, writer=viewer.human, at=viewer.at)
    if heard:
        held.hold_heard(dossier, viewer, row, found)
    else:
        held.hold(dossier, viewer, row, found.silent)
    unaware.keep_known(viewer, row, found.known, told_to)
    return row


def words_of(row: Entry) -> list[str]:
    """The same words of an entry that stands already, for who comes to read it later; for a file see `words_inside`."""
    kept = (
        words_kept(getattr(getattr(row, model.__name__.lower(), None), name, ""))
        for model, names in WORDS_OF_KIND.items()
        for name in names
    )
    return [row.words, row.happened_words, f"{row.language} {row.interpreter}", row.circle_ground, *kept]


def words_kept(kept: Any) -> str:
    """One text, or all that several people said."""
    if isinstance(kept, list):
        pairs = (pair for one in kept for pair in one.items())
        return "\n".join(value for name, value in pairs if isinstance(value, str) and name not in CODES)
    return kept or ""


def found_by(of_kind: OfKind | None) -> str:
    """The words that the row of a kind keeps, to find its entry by."""
    if of_kind is None:
        return ""
    model, kept = of_kind
    words = (words_kept(kept.get(name)) for name in WORDS_OF_KIND.get(model, ()))
    return "\n".join(filter(None, words))


def words_inside(viewer: Viewer, entry: UUID) -> str:
    """The text inside a file that this viewer may read, searched as it was when it was added; '' for all else.

    It is taken out of the file again and not kept beside it: one thing less to secure and to destroy. That takes time,
    and an act holds the database, so it is asked for before the act. Raises Unclean where it can not be searched.
    """
    found = timeline.stored(viewer, entry)
    if found is None:
        return ""
    cleaned = cleaning.clean(*found)
    if not cleaned.safe:
        raise cleaning.Unclean(cleaning.BROKEN)
    return cleaned.text


def texts(line: Line, field: str, prefix: str = "") -> list[Text]:
    """All words of a line that a reader may get, each with its field on the form."""
    model, kept = line.of_kind or (None, {})
    of_kind: dict[str, Any] = {name: words_kept(kept.get(name)) for name in WORDS_OF_KIND.get(model, ())}  # type: ignore[arg-type]
    named = [Text(f"{prefix}{name}", words) for name, words in of_kind.items()]
    return [
        *(
            [] if field in of_kind else [Text(f"{prefix}{field}", line.words)]
        ),  # a talk's are its goal and problem
        *named,
        Text(f"{prefix}{'file' if model is File else field}", line.searchable or ""),
        Text(f"{prefix}happened", line.happened.words),
        Text(f"{prefix}interpreter", f"{line.language} {line.interpreter}"),
        Text(f"{prefix}ground", line.circle_ground),
    ]
