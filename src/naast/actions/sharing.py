"""Giving something outside its circle: to one receiver, for a purpose, on a ground, until a day; and ending that.

"Every share outside its circle: which entries or plan parts, to whom, purpose, ground, until when, who was informed."
What is shared is read by exactly who it was shared with, and by them it cannot be opened further: who owns a telling
does that, or the team for them (openings.py).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from naast.access import policy
from naast.access.reach import NOWHERE, Reach, running
from naast.access.viewer import PARTNER, Viewer, midnight
from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Circle, Dossier, Entry, Kind, Link, Nature, Person, Share, Sharing
from naast.rules import sharing as rule
from naast.rules.sharing import Needs
from naast.rules.texts import N_

from . import circles, guarded, held, kept_along, may
from .act import Invalid, Refused, act, touched
from .choice import ensure_for, standing
from .openings import check_stays, looked_through, share_with, words_inside
from .sharing_consents import Yeses, check_whole, running_for
from .write import Line, tie

OUTSIDE = NOWHERE
"""Who gets a file and has no place here, for the address guard: a human who may know of no guarded fact."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is given to whom and why: public ids, codes of the rules and of the grounds, and words.

    `told` says whether the tellers are told; `consents` are the answers that it rests on, where the ground needs a yes.
    """

    entries: tuple[UUID, ...]
    way: str
    ground: str
    purpose: str = field(repr=False)
    ends: date | None
    receiver: UUID | None = None
    organisation: str = field(default="", repr=False)
    need: str = field(default="", repr=False)
    lighter: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    told: bool = True
    not_told: str = field(default="", repr=False)
    look_on: date | None = None
    consents: tuple[UUID, ...] = ()
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


def share(*, viewer: Viewer, dossier: UUID, asked: Asked, once: UUID | None = None) -> list[UUID]:
    """Give these entries to one receiver. One share for each teller, who reads no more than their own.

    Raises Invalid on 'entries', 'ground', 'consents', 'receiver' and the fields of rules/sharing.py, Refused for who is
    not of the team or may not read it all.
    """
    words = {one: words_inside(viewer, one, "entries") for one in dict.fromkeys(asked.entries)}
    return _share(viewer=viewer, dossier=dossier, asked=asked, words=words, once=once)  # type: ignore[call-arg]


@act("share outside the circle")
def _share(*, viewer: Viewer, dossier: UUID, asked: Asked, words: dict[UUID, str]) -> list[UUID]:
    found, reach = may.team_dossier(viewer, dossier)
    ground = grounds().every.get(asked.ground)
    if ground is None or not ground.offered:
        raise Invalid("ground", N_("Choose on which ground."))
    if (wrong := rule.problem(noted(asked, ground), viewer.today)) is not None:
        raise Invalid(*wrong)
    receiver, leaves = _receiver(found, reach, asked, viewer)
    rows = _rows(found, reach, tuple(words))
    if asked.way == rule.PLACE and receiver is not None:
        _check_new(rows, receiver, viewer.at)
    yeses = Yeses()
    if ground.needs is Needs.CONSENT:
        to = receiver, asked.organisation.strip()
        yeses = running_for(found, reach, ground, asked.consents, to, viewer.today)
        check_whole(rows, yeses)
    day = rule.ends_on(asked.ends, yeses.ending)
    ends = min((moment for moment in (midnight(day) if day else None, leaves) if moment), default=None)
    giving = _Giving(found, reach, viewer, asked, ground, receiver, yeses, ends, words)
    return _written(giving, rows)


@act("end a share")
def end(*, viewer: Viewer, dossier: UUID, sharing: UUID) -> None:
    """The team ends what is open: gone on the next request. A file that was given stays given."""
    row, _ = _of_team(viewer, dossier, sharing)
    _end([row], viewer.at)


@act("tell of a share")
def tell(*, viewer: Viewer, dossier: UUID, sharing: UUID) -> None:
    """Who told it was told now that it was shared, and reads so from here on. Raises Invalid on '' where they were."""
    row, found = _of_team(viewer, dossier, sharing)
    if row.told_on is not None:
        raise Invalid("", N_("They were told already."))
    tellers = {one.id: one for one in map(_teller, shared_by(row.entry)) if one is not None}
    circles.move([row.entry], _circle(found, tellers.values(), viewer.at))
    row.told_on = viewer.today
    if not _in_danger(row):
        row.look_on = None
    row.save(update_fields=["told_on", "look_on"])
    Share.objects.filter(opening=row.entry, because=rule.UNTOLD).update(because=rule.SHARED_WITHOUT)
    touched(persons=tellers)


@act("look at a share again")
def look_again(
    *,
    viewer: Viewer,
    dossier: UUID,
    sharing: UUID,
    words: str,
    look_on: date | None = None,
    guard_seen: bool = False,
) -> UUID:
    """The team looks at what was shared in danger, or at whether the teller can be told by now; the answer stays.

    What was shared in danger somebody else looks at than who shared it. As long as the teller is not told there is a
    next day. Raises Invalid on '', 'words' and 'look_on'.
    """
    row, found = _of_team(viewer, dossier, sharing)
    if row.look_on is None:
        raise Invalid("", N_("There is nothing to look at again here."))
    if _in_danger(row) and row.entry.writer_id == viewer.human:
        raise Invalid("", N_("Somebody else of the team looks at this: you shared it yourself."))
    if not words.strip():
        raise Invalid("words", N_("Write down what you think of it."))
    if row.told_on is None and (look_on is None or look_on <= viewer.today):
        raise Invalid("look_on", N_("Choose a day on which you look at that again."))
    answer = guarded.write(
        found,
        Line(
            Kind.ANSWER,
            Nature.OPINION,
            words.strip(),
            circles.team(found, viewer.at),
            teller=Person.objects.get(id=viewer.human),
        ),
        reach=may.reach_in(viewer, found),
        viewer=viewer,
        guard_seen=guard_seen,
    )
    tie(Link.Tie.ANSWERS, answer, [row.entry])
    kept_along.keep(answer, row.entry, viewer)
    row.look_on = look_on if row.told_on is None else None
    row.save(update_fields=["look_on"])
    return answer.public_id


def end_resting_on(consent: Entry, at: datetime) -> None:
    """End all that rests on any version of this yes, which was taken back; within another act."""
    rows = Sharing.objects.filter(
        entry__links_out__tie=Link.Tie.RESTS_ON, entry__links_out__target__root=consent.root
    )
    _end(rows.filter(Q(ends=None) | Q(ends__gt=at)).select_related("entry"), at)


def shared_by(sharing: Entry) -> list[Entry]:
    """The entries that a share gave, oldest first."""
    rows = Entry.objects.filter(links_in__tie=Link.Tie.SHARES, links_in__source=sharing)
    return list(rows.select_related("teller").order_by("confirmed_at", "id"))


def _end(rows: Iterable[Sharing], at: datetime) -> None:
    ending = [row for row in rows if row.ends is None or row.ends > at]
    touched(entries=[row.entry.public_id for row in ending])
    ids = [row.entry_id for row in ending]
    Share.objects.filter(running(at), opening__in=ids).update(ends=at)
    Sharing.objects.filter(entry__in=ids).update(ends=at)


def _of_team(viewer: Viewer, dossier: UUID, sharing: UUID) -> tuple[Sharing, Dossier]:
    entry, _ = may.read_entry(viewer, dossier, sharing)
    if entry.kind != Kind.SHARING or not may.in_team(viewer, entry.dossier):
        raise Refused
    return entry.sharing, entry.dossier


def _in_danger(row: Sharing) -> bool:
    ground = grounds().every.get(row.ground)
    return ground is not None and ground.needs is Needs.DANGER


def noted(asked: Asked, ground: Ground) -> rule.Noted:
    """What the rule looks at of what is asked, for a face that says what is wrong before it reads back."""
    receivers = (asked.receiver is not None) + bool(asked.organisation.strip())
    return rule.Noted(
        ground.needs,
        asked.way,
        receivers,
        asked.purpose,
        asked.need,
        asked.lighter,
        asked.words,
        asked.told,
        asked.not_told,
        asked.look_on,
        asked.ends,
    )


def _receiver(
    found: Dossier, reach: Reach, asked: Asked, viewer: Viewer
) -> tuple[Person | None, datetime | None]:
    """Who gets it, and when they leave; who reads it in Naast has a place here now, a file goes to whoever is named."""
    receiver = may.person_for(reach, asked.receiver) if asked.receiver else None
    if asked.way != rule.PLACE:
        return receiver, None
    capacity, leaves = standing(found, viewer.at).get(receiver.id, ("", None)) if receiver else ("", None)
    if capacity != PARTNER:
        raise Invalid("receiver", N_("This person has no place here. Give a file, or let them join first."))
    return receiver, leaves


def _rows(found: Dossier, reach: Reach, ids: Collection[UUID]) -> list[Entry]:
    """The newest version of each, in the order of writing. Refused where one is not the viewer's to read."""
    if not ids:
        raise Invalid("entries", N_("Choose what you share."))
    chosen = policy.entries(reach).filter(dossier=found, public_id__in=ids)
    roots = dict(chosen.values_list("public_id", "root"))
    if len(roots) < len(ids):
        raise Refused
    rows = policy.newest(reach).filter(dossier=found, root__in=roots.values()).select_related("teller")
    listed = list(rows.order_by("confirmed_at", "id"))
    if any(row.kind not in rule.SHAREABLE for row in listed):
        raise Invalid("entries", N_("This does not go outside the circle."))
    for row in listed:
        check_stays(row, "entries")
    return listed


def _check_new(rows: Iterable[Entry], receiver: Person, at: datetime) -> None:
    """Who reads it already is given nothing: of an untold share their reading would seem to end. Raises Invalid."""
    for row in rows:
        shared = Share.objects.filter(running(at), entry=row, human=receiver, capacity=PARTNER)
        if shared.exists() or (receiver.id, PARTNER) in circles.humans_now(row.circle, at):
            raise Invalid(
                "entries", N_("They read one of these already. Stop that share first, or leave it out.")
            )


@dataclass(frozen=True, slots=True)
class _Giving:
    """Everything that the shares of one act have in common; `words` is what stands in files."""

    found: Dossier
    reach: Reach
    viewer: Viewer
    asked: Asked
    ground: Ground
    receiver: Person | None
    yeses: Yeses
    ends: datetime | None
    words: dict[UUID, str]

    @property
    def because(self) -> str:
        """Why the receiver reads it."""
        if self.yeses.consents:
            return rule.SHARED
        return rule.SHARED_WITHOUT if self.asked.told else rule.UNTOLD

    @property
    def kept(self) -> dict[str, Any]:
        asked, today = self.asked, self.viewer.today
        return {
            "receiver": self.receiver,
            "organisation": asked.organisation.strip(),
            "way": asked.way,
            "ground": self.ground.code,
            "edition": grounds().edition,
            "purpose": asked.purpose.strip(),
            "need": asked.need.strip(),
            "lighter": asked.lighter.strip(),
            "told_on": today if asked.told else None,
            "not_told": "" if asked.told else asked.not_told.strip(),
            "look_on": rule.review_on(self.ground.needs, today) or (None if asked.told else asked.look_on),
            "starts": self.viewer.at,
            "ends": self.ends,
        }


def _written(giving: _Giving, rows: list[Entry]) -> list[UUID]:
    """A share for each teller of the household, and one for what all others told: who reads that their words were given
    does not learn that somebody else's were."""
    groups: dict[int | None, list[Entry]] = {}
    for row in rows:
        teller = _teller(row)
        groups.setdefault(teller.id if teller else None, []).append(row)
    told = {teller for teller in groups if teller is not None and giving.asked.told}
    written: list[UUID] = []
    for group in groups.values():
        # the same reason stands with each: it is looked through once, for all who will read it
        seen = giving.asked.guard_seen or bool(written)
        entry = _entry(giving, _teller(group[0]), told, seen)
        tie(Link.Tie.SHARES, entry, group)
        tie(Link.Tie.RESTS_ON, entry, [one.entry for one in giving.yeses.consents])
        for row in group:
            _open(giving, entry, row)
        written.append(entry.public_id)
    return written


def _entry(giving: _Giving, teller: Person | None, told: set[int], seen: bool) -> Entry:
    kept, asked, receiver = giving.kept, giving.asked, giving.receiver
    line = Line(
        Kind.SHARING,
        Nature.FACT,
        asked.words.strip(),
        _circle(giving.found, [teller] if teller and asked.told else [], giving.viewer.at),
        teller=_me(giving.viewer),
        people=[("receives", receiver)] if receiver else [],
        circle_how="proposed",
        of_kind=(Sharing, kept),
        searchable=f"{kept['purpose']} {kept['organisation']}".strip(),
    )
    return guarded.write(
        giving.found, line, reach=giving.reach, viewer=giving.viewer, guard_seen=seen, also=told
    )


def _open(giving: _Giving, entry: Entry, row: Entry) -> None:
    """One entry to the receiver, after the address guard has looked through it; a file is given by a person."""
    found, viewer, reads = giving.found, giving.viewer, giving.asked.way == rule.PLACE
    kept_along.keep(entry, row, viewer)
    told_to = {giving.receiver.id if giving.receiver and reads else OUTSIDE}
    inside, seen = giving.words.get(row.public_id, ""), giving.asked.guard_seen
    silent = looked_through(row, inside, found, giving.reach, viewer, told_to, seen, "entries")
    touched(entries=[row.public_id])
    if reads and giving.receiver is not None:
        share_with(row, giving.receiver, PARTNER, giving.because, viewer, ends=giving.ends, opening=entry)
        held.hold_further(found, viewer, row, silent, told_to)


def _teller(row: Entry) -> Person | None:
    """Who of the household told it; None of what a professional told."""
    return row.teller if row.teller is not None and not row.teller.professional else None


def _me(viewer: Viewer) -> Person:
    return Person.objects.get(id=viewer.human)


def _circle(found: Dossier, tellers: Iterable[Person], at: datetime) -> Circle:
    listed = list(tellers)
    return ensure_for(found, listed, {one.id: "told" for one in listed}, at=at)
