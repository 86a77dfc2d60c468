"""Professionals who left: one with two households, each with another fixed face now, and a partner professional."""

from naast.access.doors import upkeep
from naast.actions import team, withholding
from naast.records.models import Entry

from .making import World
from .oracle import Kept, Period

LEAVER, LEAD, FIRST, SECOND = "worker9", "worker0", "worker12", "worker15"
HOMES = {"home9": FIRST, "home33": SECOND}  # the second is kept from the first who was chosen
PARTNER = "partner9"


def leave(world: World) -> None:
    """The lead closes both accounts; what the colleagues who follow read begins, what the leavers read ends."""
    viewer = world.viewer(LEAVER, "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes["home33"],
        human=world.facts.ids[FIRST],
        reason="buurman",
    )
    world.facts.kept.append(Kept(FIRST, "home33", Period(viewer.at)))
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
    viewer = world.viewer(LEAD, "staff")
    faces = [world.accounts[human, "staff"].public_id for human in (FIRST, SECOND)]
    team.close(viewer=viewer, account=world.accounts[LEAVER, "staff"].public_id, faces=faces)
    with upkeep():
        rows = Entry.objects.exclude(id__in=before).select_related("dossier")
        written = {entry.dossier.public_id: entry.public_id for entry in rows}
    for home, follows in HOMES.items():
        period = Period(viewer.at)
        ended = [
            (human, was.until(viewer.at) if human == LEAVER else was) for human, was in world.facts.team[home]
        ]
        world.facts.team[home] = [(follows, period), *ended]
        readers = sorted(world.facts.living[home])
        world.note(home, "involvement", {LEAD, follows}, readers, written.pop(world.facts.homes[home]))
    assert not written, "nothing else was written"
    _partner_leaves(world)


def _partner_leaves(world: World) -> None:
    account = world.accounts[PARTNER, "partner"]
    account.team = world.accounts[LEAD, "staff"].team
    account.save()
    viewer = world.viewer(LEAD, "staff")
    team.close(viewer=viewer, account=account.public_id)
    world.facts.end_reading(PARTNER, viewer.at)
