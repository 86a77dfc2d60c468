"""The safety plan: unsafe situations and agreements about them.

A changed agreement is a new version that asks everybody named in it again: a position belongs to one version.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from naast.access import policy
from naast.access.reach import Reach
from naast.access.viewer import Viewer
from naast.records.models import (
    Agreement,
    Circle,
    Dossier,
    Entry,
    Kind,
    Link,
    Nature,
    Person,
)
from naast.rules.texts import N_

from . import choice as choices
from . import guarded, kept_along, may
from .act import Invalid, Refused, act
from .choice import Choice, circle_of
from .unsafety import NOTHING, Seen, of_situation
from .versions import carry_shares, check_newest, close_versions, follow_given, receivers
from .write import Line, entry, tie

NAMED_ROLES = ("does", "watches", "about")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed: in whose words, who does it, who watches, for whom else it is, from when until when.

    `fallback` says what happens when it does not work; `childrens_words` tells it to the children.
    """

    words: str
    starts: date
    fallback: str
    does: tuple[UUID, ...] = ()
    watches: tuple[UUID, ...] = ()
    about: tuple[UUID, ...] = ()
    ends: date | None = None
    childrens_words: str = field(default="")
    meets: tuple[UUID, ...] = ()  # conditions that it meets
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("add situation")
def add_situation(
    *,
    viewer: Viewer,
    dossier: UUID,
    words: str,
    choice: Choice,
    teller: UUID | None = None,
    seen: Seen = NOTHING,
    guard_seen: bool = False,
) -> UUID:
    """An unsafe situation in the household's words, told by `teller` (None: seen by the worker who writes).

    Default circle: who told it and the team. Raises Invalid on 'words', 'kinds'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    if not words.strip():
        raise Invalid("words", N_("Write down what the situation is."))
    person = may.person_for(reach, teller) if teller else Person.objects.get(id=viewer.human)
    circle = circle_of(found, reach, choice, at=viewer.at, teller=person)
    row = guarded.write(
        found,
        Line(
            Kind.SITUATION,
            Nature.TELLING,
            words.strip(),
            circle,
            teller=person,
            quoted=person.id != viewer.human,
            circle_how=choice.how,
            circle_ground=choice.ground,
            of_kind=of_situation(seen),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    return row.public_id


@act("add agreement")
def add_agreement(
    *,
    viewer: Viewer,
    dossier: UUID,
    terms: Terms,
    situation: UUID | None = None,
    choice: Choice | None = None,
) -> UUID:
    """An agreement in the plan. Default circle: the people named in it, and the team.

    A `choice` may be smaller (what one person arranges for their own safety) or larger (the whole plan).
    Raises Invalid on 'words', 'does', 'watches', 'ends', 'fallback'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    about = situation_in(viewer, found, situation) if situation else None
    row = _write(viewer, found, reach, terms, about, choice)
    tie(Link.Tie.MEETS, row, _conditions(viewer, found, terms.meets))
    return row.public_id


@act("change agreement")
def change_agreement(
    *, viewer: Viewer, agreement: UUID, terms: Terms, choice: Choice | None = None, close_old: bool = False
) -> UUID:
    """A new version beside the old one; who was asked is asked again.

    Whoever may not read the new version keeps reading the old one, unless `close_old`. Raises Conflict where
    somebody else was first, Invalid as add_agreement.
    """
    old, found, reach = current(viewer, agreement)
    row = _write(viewer, found, reach, terms, old.agreement.situation, choice, old)
    tie("replaces", row, [old])
    tie(Link.Tie.MEETS, row, [*_conditions(viewer, found, terms.meets), *_met_unseen(old, reach)])
    kept_along.in_next_version(old, row)
    follow_given(old, row, viewer)
    if close_old:
        close_versions(row, viewer)
    return row.public_id


@act("end agreement")
def end_agreement(*, viewer: Viewer, agreement: UUID, on: date) -> UUID:
    """The agreement holds until (not including) `on`. Everybody who may read it may read that it ended.

    Older versions close for whoever may not read this one: what no longer holds must not seem to.
    Raises Conflict where somebody else was first, Invalid on 'ends'.
    """
    old, found, _ = current(viewer, agreement)
    if on < old.agreement.starts:
        raise Invalid("ends", "The end lies before the beginning.")
    return let_end(old, found, viewer, on).public_id


def let_end(old: Entry, found: Dossier, viewer: Viewer, on: date) -> Entry:
    """The last version of an agreement, in which it holds until `on`."""
    kept = old.agreement
    people = [(n.role, n.person) for n in old.people.filter(role__in=NAMED_ROLES).select_related("person")]
    row = entry(
        found,
        Line(
            Kind.AGREEMENT,
            Nature.FACT,
            old.words,
            old.circle,
            people=people,
            circle_how=old.circle_how,
            circle_ground=old.circle_ground,
            root=old.root,
            of_kind=(
                Agreement,
                {
                    "situation": kept.situation,
                    "starts": kept.starts,
                    "ends": on,
                    "fallback": kept.fallback,
                    "childrens_words": kept.childrens_words,
                },
            ),
            searchable=f"{kept.fallback} {kept.childrens_words}",
        ),
        writer=viewer.human,
        at=viewer.at,
    )
    tie("replaces", row, [old])
    kept_along.in_next_version(old, row, same_words=True)
    tie(Link.Tie.MEETS, row, _met_by(old))
    carry_shares(old, row, viewer)
    close_versions(row, viewer, old)
    return row


def _write(
    viewer: Viewer,
    found: Dossier,
    reach: Reach,
    terms: Terms,
    situation: Entry | None,
    choice: Choice | None,
    old: Entry | None = None,
) -> Entry:
    does, watches, about = (
        may.persons_for(reach, list(ids)) for ids in (terms.does, terms.watches, terms.about)
    )
    _check(terms)
    circle = _circle(viewer, found, reach, [*does, *watches, *about], choice)
    people = [("does", p) for p in does] + [("watches", p) for p in watches] + [("about", p) for p in about]
    return guarded.write(
        found,
        Line(
            Kind.AGREEMENT,
            Nature.FACT,
            terms.words.strip(),
            circle,
            people=people,
            circle_how=choice.how if choice else "proposed",
            circle_ground=choice.ground if choice else "",
            root=old.root if old else None,
            of_kind=(
                Agreement,
                {
                    "situation": situation,
                    "starts": terms.starts,
                    "ends": terms.ends,
                    "fallback": terms.fallback.strip(),
                    "childrens_words": terms.childrens_words.strip(),
                },
            ),
            searchable=f"{terms.fallback} {terms.childrens_words}",
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=terms.guard_seen,
        also=receivers(old, viewer) if old else (),
    )


def _check(terms: Terms) -> None:
    if not terms.words.strip():
        raise Invalid("words", N_("Write down what you agree."))
    if not terms.does:
        raise Invalid("does", N_("Choose who does it."))
    if not terms.watches:
        raise Invalid("watches", N_("Choose who watches."))
    if terms.ends is not None and terms.ends < terms.starts:
        raise Invalid("ends", N_("The end lies before the beginning."))
    if not terms.fallback.strip():
        raise Invalid("fallback", N_("Write down what happens if it does not work."))


def _circle(
    viewer: Viewer, found: Dossier, reach: Reach, named: list[Person], choice: Choice | None
) -> Circle:
    """Who is named in it and the team; or, where somebody chose, exactly whom they chose and the team."""
    if choice is None:
        return choices.ensure_for(found, named, {p.id: "named" for p in named}, at=viewer.at)
    return circle_of(found, reach, choice, at=viewer.at, named=named)


def situation_in(viewer: Viewer, found: Dossier, public_id: UUID) -> Entry:
    """A situation of this dossier that the viewer may read; Refused otherwise."""
    row, dossier, _ = may.entry_for(viewer, public_id)
    if row.kind != Kind.SITUATION or dossier.id != found.id:
        raise Refused
    return row


def _conditions(viewer: Viewer, found: Dossier, ids: tuple[UUID, ...]) -> list[Entry]:
    """The conditions that an agreement is to meet, each of which the viewer may read."""
    rows = [may.entry_for(viewer, public_id) for public_id in dict.fromkeys(ids)]
    if any(row.kind != Kind.CONDITION or dossier.id != found.id for row, dossier, _ in rows):
        raise Refused
    return [row for row, _, _ in rows]


def _met_by(agreement: Entry) -> list[Entry]:
    return list(Entry.objects.filter(links_in__tie=Link.Tie.MEETS, links_in__source=agreement))


def _met_unseen(old: Entry, reach: Reach) -> list[Entry]:
    """Conditions that it met and that who changes it may not read: they go on being met, as nobody said otherwise."""
    met = _met_by(old)
    seen = set(
        policy.entries(reach).filter(root__in=[row.root for row in met]).values_list("root", flat=True)
    )
    return [row for row in met if row.root not in seen]


def current(viewer: Viewer, agreement: UUID) -> tuple[Entry, Dossier, Reach]:
    """This agreement, for one of the dossier's own professionals; Conflict where a newer version exists."""
    old, found, reach = may.entry_for(viewer, agreement)
    if old.kind != Kind.AGREEMENT or not may.in_team(viewer, found):
        raise Refused
    check_newest(old, reach)
    return old, found, reach
