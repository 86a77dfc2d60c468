"""Before people are brought together: do any two of them not sit together?

Who may read that is refused, with the reason. Who may not is not to notice: a refusal would tell what is kept from
them. Then it goes on, and colleagues who may read it get a notice, as with the address guard (held.py).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q

from naast.access import people, policy
from naast.access.reach import Reach
from naast.access.same_person import humans
from naast.access.viewer import Viewer
from naast.records.models import Dossier, Entry, Kind, Link, Nature, Person
from naast.rules.texts import N_

from . import circles, held, unaware
from .act import Invalid, untraced
from .write import Line, entry

NOT_TOGETHER = N_(
    "%(one)s and %(other)s do not sit together: %(reason)s Let each come apart, or look at that first under People."
)
NOTICE_PLANNED = N_(
    "Two people who do not sit together are planned together, by somebody who may not read that. Look at it together."
)
NOTICE_MET = N_(
    "Two people who do not sit together were in one talk, written down by somebody who may not read that. "
    "Look at it together."
)
NOTICE_SEATED = N_(
    "Two people who do not sit together were seated at one table, by somebody who may not read that. "
    "Look at it together."
)


@dataclass(frozen=True, slots=True)
class Found:
    """What keeps some of these people apart: what the viewer may read of it, and what only others may (`hidden`)."""

    readable: tuple[Entry, ...] = field(default=(), repr=False)
    hidden: tuple[Entry, ...] = field(default=(), repr=False)


def look(dossier: Dossier, reach: Reach, viewer: Viewer, persons: Iterable[Person], day: date) -> Found:
    """On this day. Somebody who stands here as two persons is one, as far as the viewer knows for what they read."""
    rows = sorted({person.id for person in persons})
    running = Q(apart__starts__lte=day) & (Q(apart__ends=None) | Q(apart__ends__gt=day))
    asked = {"dossier": dossier, "kind": Kind.APART}
    replaced = Link.objects.filter(tie=Link.Tie.REPLACES, target_id=OuterRef("id"))
    told = policy.newest(reach).filter(running, **asked).select_related("apart").order_by("public_id")
    every = Entry.objects.filter(running, ~Exists(replaced), **asked).select_related("apart")
    one_face = people.under_one_face(reach)
    one_human = humans(rows, viewer.at, "dossiers", ())
    seen = [row for row in told if _both(row, {one: one_face.get(one, {one}) for one in rows})]
    known = {row.root for row in seen}
    hidden = [
        row for row in every if row.root not in known and _both(row, {r: one_human.of(r) for r in rows})
    ]
    return Found(tuple(seen), tuple(sorted(hidden, key=lambda row: row.public_id)))


def _both(row: Entry, sides: Mapping[int, Collection[int]]) -> bool:
    """Are the two of this row both here, as two?"""
    one = {key for key, rows in sides.items() if row.apart.one_id in rows}
    other = {key for key, rows in sides.items() if row.apart.other_id in rows}
    return any(a != b for a in one for b in other)


def refuse(found: Found, reach: Reach, name: str) -> None:
    """Raises Invalid at this field where the viewer reads that two of them do not sit together."""
    if not found.readable:
        return
    row = found.readable[0]
    faces = people.faces(reach, [row.apart.one_id, row.apart.other_id])
    one, other = (
        faces[side].label if side in faces else "?" for side in (row.apart.one_id, row.apart.other_id)
    )
    reason = row.words.strip()
    raise Invalid(
        name,
        NOT_TOGETHER,
        one=one,
        other=other,
        reason=reason if reason.endswith((".", "!", "?")) else f"{reason}.",
    )


def tell_the_team(dossier: Dossier, viewer: Viewer, found: Found, about: Entry | None, words: str) -> None:
    """A notice for colleagues who may read what the viewer may not; the viewer and who else may not get none.

    It points at what was written (`about`) and at what keeps the two apart.
    """
    if not found.hidden:
        return
    both = [person for row in found.hidden for person in (row.apart.one, row.apart.other)]
    line = Line(
        Kind.NOTICE,
        Nature.FACT,
        words,
        circles.team(dossier, viewer.at),
        people=[("about", person) for person in both],
    )
    with untraced():
        notice = entry(dossier, line, writer=viewer.human, at=viewer.at)
    ties = [Link(tie=Link.Tie.RESTS_ON, source=notice, target=row) for row in found.hidden]
    ties += [Link(tie=Link.Tie.CITES, source=notice, target=about)] if about else []
    Link.objects.bulk_create(ties)
    unaware.keep(viewer, notice, unaware.of((row.id for row in found.hidden), viewer))
    held.keep_from_writer(dossier, viewer, notice)
