"""What is withheld, also where it was shared; and rows that are over or have yet to begin."""

from datetime import timedelta

from naast.access.doors import upkeep
from naast.actions import entries, openings, withholding
from naast.records.models import CircleRow, Entry, Share

from .making import NOW, START, World
from .oracle import Kept, Period
from .stories import tell


def withheld_and_shared(world: World) -> None:
    """An entry that one person was chosen for, that is shared to them as well, and that is withheld from them."""
    home = "home11"
    one, two = world.members[home][:2]
    fixed = world.facts.team[home][0][0]
    told = tell(world, home, one, [two], [])
    viewer = world.viewer(fixed, "staff")
    openings.widen(viewer=viewer, entry=told.entry, readers=[world.facts.ids[two]], how="asked")
    told.shared.append(((two, "resident"), Period(viewer.at)))
    viewer = world.viewer(fixed, "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[two],
        reason="gevaar",
        entry=told.entry,
    )
    world.facts.kept.append(Kept(two, home, Period(viewer.at), told=told))
    # everything with one person is kept from another
    home = "home12"
    one, two = world.members[home][:2]
    fixed = world.facts.team[home][0][0]
    tell(world, home, one, [two], [])
    viewer = world.viewer(fixed, "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[two],
        reason="gevaar",
        person=world.facts.ids[one],
    )
    world.facts.kept.append(Kept(two, home, Period(viewer.at), person=one))


def answered(world: World) -> None:
    """The fixed face answers what is withheld from one of those it was told to: the answer does not reach them."""
    for kept in [one for one in world.facts.kept if one.home in ("home11", "home12")]:
        beside = kept.told or next(
            told
            for told in world.facts.told
            if told.home == kept.home
            and told.kind == "passage"
            and kept.person in told.names
            and (kept.human, "resident") in [who for who, _ in told.chosen]
        )
        fixed, word = world.facts.team[kept.home][0][0], world.word()
        answer = entries.answer(
            viewer=world.viewer(fixed, "staff"), entry=beside.entry, words=f"Dat hoorde ik ook, {word}."
        )
        readers = [human for (human, _), _ in beside.chosen if human != kept.human]
        world.note(kept.home, "answer", {fixed}, readers, answer, word)


def expired_and_future(world: World) -> None:
    """Circle rows and shares that are over, and ones that have yet to begin; made where only time would make them."""
    for home, starts, ends in (
        ("home13", START, NOW - timedelta(days=1)),
        ("home14", NOW + timedelta(days=1), None),
        ("home15", START, NOW),
        ("home16", NOW, None),
    ):
        one, two = world.members[home][:2]
        told = tell(world, home, one, [], [])
        shared = tell(world, home, one, [], [])
        with upkeep():
            circle = Entry.objects.get(public_id=told.entry).circle
            # a circle of its own, so that no other entry changes
            copy = type(circle).objects.create(
                dossier=circle.dossier, digest=f"time-{home}", with_team=True, made_at=world.at
            )
            for row in CircleRow.objects.filter(circle=circle):
                row.pk, row.circle = None, copy
                row.save()
            CircleRow.objects.create(
                circle=copy,
                dossier=circle.dossier,
                human_id=world.facts.rows[two],
                capacity="resident",
                starts=starts,
                ends=ends,
                because="chosen",
            )
            from naast.actions.circles import move

            entry = Entry.objects.get(public_id=told.entry)
            move([entry], copy)
            Share.objects.create(
                entry=Entry.objects.get(public_id=shared.entry),
                dossier=circle.dossier,
                human_id=world.facts.rows[two],
                capacity="resident",
                starts=starts,
                ends=ends,
                because="opened",
            )
        told.chosen.append(((two, "resident"), Period(starts, ends)))
        shared.shared.append(((two, "resident"), Period(starts, ends)))
