"""Giving something outside its circle: to one receiver, for a purpose, on a ground, until a day; and ending that.

"Every share outside its circle: which entries or plan parts, to whom, purpose, ground, until when, who was informed."
What is shared is read by exactly who it was shared with, and by them it cannot be opened further: who owns a telling
does that, or the team for them (openings.py).
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from naast.access import policy
from naast.access.reach import Reach, running
from naast.access.viewer import PARTNER, Viewer, midnight
from naast.content.sharing_grounds import Ground, grounds
from naast.records.models import Dossier, Entry, Kind, Link, Nature, Person, Share, Sharing
from naast.rules import sharing as rule
from naast.rules.sharing import Needs
from naast.rules.texts import N_

from . import circles, guarded, kept_along, may
from .act import Invalid, Refused, act, touched
from .choice import standing
from .openings import check_stays, words_inside
from .sharing_consents import Yeses, check_whole, running_for
from .sharing_written import Asked as Asked
from .sharing_written import Giving, circle_for, teller_of, written
from .write import Line, tie


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
    elif any(row.kind == Kind.FILE for row in rows):
        raise Invalid("entries", N_("A file can only be shared with somebody who reads it in Naast."))
    yeses = Yeses()
    if ground.needs is Needs.CONSENT:
        to = receiver, asked.organisation.strip()
        yeses = running_for(found, reach, (ground.subject,), asked.consents, [to], viewer.today)
        check_whole(rows, yeses)
    day = rule.ends_on(asked.ends, yeses.ending)
    ends = min((moment for moment in (midnight(day) if day else None, leaves) if moment), default=None)
    giving = Giving(found, reach, viewer, asked, ground, receiver, yeses, ends, words)
    return written(giving, rows)


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
    tellers = {one.id: one for one in map(teller_of, shared_by(row.entry)) if one is not None}
    circles.move([row.entry], circle_for(found, tellers.values(), viewer.at))
    row.told_on = viewer.today
    if not _in_danger(row) or _looked_at(row):
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


def _looked_at(row: Sharing) -> bool:
    return Link.objects.filter(tie=Link.Tie.ANSWERS, target=row.entry).exists()


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
