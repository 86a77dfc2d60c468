"""What the privacy officer says of how something was opened or shared, and what the team answers.

It is told to the team of that household, and to the privacy officers there are; nobody else. It stands beside the entry
and changes nothing of it: people judge.
"""

from uuid import UUID

from naast.access import overseen
from naast.access import oversight as reading
from naast.access.viewer import PRIVACY, Missing, Viewer
from naast.records.models import Account, Entry, Kind, Link, Nature, Oversight, Person, Share, Team
from naast.rules import oversight as rule
from naast.rules.working_days import working_days_after

from . import circles, guarded, kept_along, may
from .act import Invalid, Refused, act, touched
from .openings import share_with
from .write import Line, tie

OFFICER = "officer"
"""Why a privacy officer reads it (access/readers.py)."""


@act("say of how it was done")
def say(*, viewer: Viewer, entry: UUID, result: str, words: str = "") -> UUID:
    """What a privacy officer found. A question, and what is not as it should be, is answered by the team within its own
    term. Raises Invalid on 'result', 'words'; Refused where there is nothing such for this officer."""
    try:
        reading.check(viewer)
    except Missing:
        raise Refused from None
    row = overseen.things(viewer).select_related("dossier").filter(public_id=entry).first()
    if row is None:
        raise Refused
    dossier = row.dossier
    touched(dossier=dossier.id, entries=[row.public_id])
    if (wrong := rule.problem(result, words)) is not None:
        raise Invalid(*wrong)
    days = Team.objects.get(id=dossier.team_id).answer_working_days
    answer_by = None if result == rule.IN_ORDER else working_days_after(viewer.today, days)
    written = guarded.write(
        dossier,
        Line(
            Kind.OVERSIGHT,
            Nature.OPINION,
            words.strip(),
            circles.team(dossier, viewer.at),
            teller=Person.objects.get(id=viewer.human),
            of_kind=(Oversight, {"result": result, "answer_by": answer_by}),
        ),
        reach=may.reach_in(viewer, dossier),
        viewer=viewer,
        guard_seen=True,  # only the team and the privacy officers read it
    )
    tie(Link.Tie.CITES, written, [row])
    kept_along.keep(written, row, viewer)
    for account in Account.objects.filter(capacity=PRIVACY, is_active=True).select_related("human"):
        if dossier.id not in overseen.own_dossiers(_as(account, viewer)):
            share_with(written, account.human, PRIVACY, OFFICER, viewer)
    return written.public_id


def tell_back(answer: Entry, beside: Entry, viewer: Viewer) -> None:
    """What is answered to a privacy officer is told to those who read what they asked; within another act."""
    if beside.kind != Kind.OVERSIGHT:
        return
    for share in Share.objects.filter(entry=beside, capacity=PRIVACY, ends=None).select_related("human"):
        share_with(answer, share.human, PRIVACY, OFFICER, viewer)


def _as(account: Account, viewer: Viewer) -> Viewer:
    return Viewer(account.pk, account.human_id, PRIVACY, viewer.at)
