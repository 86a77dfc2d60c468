"""Roles are asked and taken on: a proposal, a yes or a no, and one moment at which one ends and the other begins."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from naast.access import policy
from naast.access.reach import Reach, running
from naast.access.viewer import Viewer
from naast.records.models import Account, Dossier, Entry, Involvement, Kind, Link, Nature, Person, Proposal
from naast.rules import roles as rule
from naast.rules.texts import N_

from . import choice as choices
from . import circles, guarded, involvements, may
from .act import Answered, Invalid, Refused, act
from .choice import Choice
from .decisions import Voice
from .dossiers import current_members
from .openings import share_with
from .write import Line, tie

OVER = N_("This is no longer asked. Somebody else answered it or took it back.")
NOT_NOW = N_("This can not be done now. Talk about it with who asked you.")
ASKED = "asked"


@act("propose role")
def propose(
    *,
    viewer: Viewer,
    dossier: UUID,
    account: UUID,
    role: str,
    words: str,
    voices: tuple[Voice, ...] = (),
    choice: Choice | None = None,
    stays: bool = True,
    guard_seen: bool = False,
) -> UUID:
    """Ask somebody who is involved here to be the fixed face, to coordinate, or to lead the plan. Nothing changes yet.

    `words` is why this person, `voices` what each member says of it. With `stays` who is the fixed face now goes on in
    the team. Default circle: the team; who is asked reads it too.
    Raises Invalid on 'account', 'role', 'words', 'voices'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    wrong = rule.problem(role, words)
    if wrong is not None:
        raise Invalid(*wrong)
    base = _standing(found, reach, account, role, viewer.at)
    if base is None:
        raise Invalid("account", N_("Choose somebody who works with this household. Let them join first."))
    if any(one.person_id == base.person_id for one in holding(found, role, viewer.at)):
        raise Invalid("account", N_("They have this role already."))
    if rule.unsaid((one.said, one.not_asked) for one in voices):
        raise Invalid("voices", N_("Write down what they say of it, or why they were not asked."))
    spoken = may.persons_for(reach, [one.person for one in voices])
    circle = choices.circle_of(found, reach, choice or Choice(), at=viewer.at)
    row = guarded.write(
        found,
        Line(
            Kind.PROPOSAL,
            Nature.FACT,
            words.strip(),
            circle,
            people=[("about", base.person)] + [("about", one) for one in spoken],
            circle_how=choice.how if choice else "proposed",
            circle_ground=choice.ground if choice else "",
            of_kind=(
                Proposal,
                {
                    "person": base.person,
                    "capacity": base.capacity,
                    "role": role,
                    "stays": stays,
                    "state": rule.OPEN,
                    "views": [
                        {"person": person.id, "said": one.said.strip(), "not_asked": one.not_asked.strip()}
                        for person, one in zip(spoken, voices, strict=True)
                    ],
                },
            ),
            searchable="\n".join(text for one in voices for text in (one.said, one.not_asked) if text),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        also=[base.person_id],
    )
    if base.capacity == "partner":
        share_with(row, base.person, "partner", ASKED, viewer, ends=base.ends)
    return row.public_id


@act("withdraw proposal")
def withdraw(*, viewer: Viewer, entry: UUID) -> None:
    """Who asked asks no longer. Raises Invalid on '' where it was answered meanwhile."""
    row, dossier, _reach = may.entry_for(viewer, entry)
    if row.kind != Kind.PROPOSAL or row.writer_id != viewer.human or not may.in_team(viewer, dossier):
        raise Refused
    _closes(_open(row, dossier), rule.WITHDRAWN, viewer)


@act("refuse role")
def refuse(*, viewer: Viewer, entry: UUID, words: str, guard_seen: bool = False) -> UUID:
    """No, with the reason: an answer that the team reads, and who says it. Raises Invalid on 'words', ''."""
    row, dossier, asked = _asked(viewer, entry)
    if not words.strip():
        raise Invalid("words", N_("Write down why not."))
    _closes(asked, rule.REFUSED, viewer)
    circle = circles.team(dossier, viewer.at)
    person = Person.objects.get(id=viewer.human)
    answer = guarded.write(
        dossier,
        Line(Kind.ANSWER, Nature.OPINION, words.strip(), circle, teller=person),
        reach=may.reach_in(viewer, dossier),
        viewer=viewer,
        guard_seen=guard_seen,
    )
    tie("answers", answer, [row])
    if asked.capacity == "partner":
        base = _own(dossier, asked, viewer)
        share_with(answer, person, "partner", "self", viewer, ends=base.ends if base else viewer.at)
    return answer.public_id


@act("accept role")
def accept(*, viewer: Viewer, entry: UUID) -> UUID:
    """Yes: at this one moment the old one ends and the new one begins; never nobody, never two.

    Raises Invalid on '' where it is no longer asked, or where who says yes must stay out or is no longer involved.
    """
    row, dossier, asked = _asked(viewer, entry)
    base = _own(dossier, asked, viewer)
    if base is None or involvements.kept_out(viewer.human, dossier, viewer.at):
        raise Answered("", NOT_NOW)
    held = holding(dossier, asked.role, viewer.at)
    if asked.role == rule.FIXED_FACE:
        new = _new_face(dossier, held, asked, viewer)
    else:
        new = _new_beside(dossier, held, base, asked, viewer)
    _closes(asked, rule.ACCEPTED, viewer)
    others = Proposal.objects.filter(entry__circle__dossier=dossier, role=asked.role, state=rule.OPEN)
    others.update(state=rule.OVERTAKEN, answered=viewer.at)
    # why, for who may read both ends
    tie(Link.Tie.CITES, new.entry, [row])
    return new.entry.public_id


def holding(dossier: Dossier, role: str, at: datetime) -> list[Involvement]:
    """Who has this role here now."""
    rows = Involvement.objects.filter(running(at), entry__circle__dossier=dossier, role=role)
    return list(rows.select_related("entry__circle", "person"))


def _new_face(dossier: Dossier, held: list[Involvement], asked: Proposal, viewer: Viewer) -> Involvement:
    readers = current_members(dossier, viewer)
    for old in held:
        involvements.close(old, dossier, viewer.at, goes_on=asked.stays)
        if asked.stays:
            involvements.write(
                dossier, old.person, viewer, role="team", capacity="staff", starts=viewer.at, readers=readers
            )
    return involvements.become_fixed_face(dossier, asked.person, viewer, readers)


def _new_beside(
    dossier: Dossier, held: list[Involvement], base: Involvement, asked: Proposal, viewer: Viewer
) -> Involvement:
    """Told to whom the involvement is told that it stands beside, until that one's last day."""
    for old in held:
        involvements.close(old, dossier, viewer.at)
    # also of who had it until a day that has passed: the database holds one row a role
    Involvement.objects.filter(held_in=dossier, role=asked.role).update(held_in=None)
    row = guarded.write(
        dossier,
        Line(
            Kind.INVOLVEMENT,
            Nature.FACT,
            "",
            base.entry.circle,
            people=[("about", asked.person)],
            of_kind=(
                Involvement,
                {
                    "person": asked.person,
                    "capacity": asked.capacity,
                    "role": asked.role,
                    "ground": "",
                    "organisation": base.organisation,
                    "starts": viewer.at,
                    "ends": base.ends,
                    "held_in": dossier,
                },
            ),
        ),
        reach=may.reach_in(viewer, dossier),
        viewer=viewer,
    )
    if asked.capacity == "partner":
        share_with(row, asked.person, "partner", "self", viewer, ends=base.ends)
    return row.involvement


def _asked(viewer: Viewer, entry: UUID) -> tuple[Entry, Dossier, Proposal]:
    """The proposal of which this viewer is asked, still open, for an answer; Refused for everybody else."""
    row, dossier, _reach = may.entry_for(viewer, entry)
    if row.kind != Kind.PROPOSAL:
        raise Refused
    asked = row.proposal
    if (asked.person_id, asked.capacity) != (viewer.human, viewer.capacity):
        raise Refused
    return row, dossier, _open(row, dossier)


def _own(dossier: Dossier, asked: Proposal, viewer: Viewer) -> Involvement | None:
    """By what who is asked stands here now."""
    rows = Involvement.objects.all()
    return _base(rows, dossier, viewer.human, asked.role, asked.capacity, viewer.at)


def _open(row: Entry, dossier: Dossier) -> Proposal:
    """The same, locked with its dossier, so that two answers come one after the other."""
    Dossier.objects.select_for_update().get(id=dossier.id)
    asked = Proposal.objects.select_for_update().select_related("person").get(entry=row)
    if asked.state != rule.OPEN:
        raise Invalid("", OVER)
    return asked


def _closes(asked: Proposal, state: str, viewer: Viewer) -> None:
    asked.state, asked.answered = state, viewer.at
    asked.save(update_fields=["state", "answered"])


def _standing(dossier: Dossier, reach: Reach, account: UUID, role: str, at: datetime) -> Involvement | None:
    """By what the human of an open account stands here and could have this role; None also for who must stay out, and
    for somebody of whom the viewer may not know that they stand here: a question to them would tell."""
    found = Account.objects.select_for_update().filter(public_id=account, is_active=True).first()
    if found is None or involvements.kept_out(found.human_id, dossier, at):
        return None
    known = policy.of_kind(Involvement, reach)
    return _base(known, dossier, found.human_id, role, found.capacity, at)


def _base(
    rows: QuerySet[Involvement], dossier: Dossier, human: int, role: str, capacity: str, at: datetime
) -> Involvement | None:
    """Of these the running involvement beside which somebody can have this role: the one that lasts longest."""
    if not rule.may_hold(role, capacity):
        return None
    rows = rows.filter(
        running(at),
        entry__circle__dossier=dossier,
        person_id=human,
        capacity=capacity,
        role__in=(*may.TEAM_ROLES, "partner"),
    ).select_related("entry__circle", "person")
    return max(rows, key=lambda one: (one.ends is None, one.ends or at, one.starts), default=None)
