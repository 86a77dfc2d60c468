"""People who are more than one thing: a worker who is a resident, an aunt, a mother who teaches."""

from datetime import timedelta

from naast.access.doors import upkeep
from naast.actions import dossiers, involvements, openings, withholding
from naast.actions.dossiers import NewPerson
from naast.records.models import Entry, Person

from .households import add_colleague
from .making import NOW, World
from .oracle import Kept, Period
from .stories import tell


def two_hats(world: World) -> None:
    """A worker who is a resident elsewhere: one human, two accounts, each reads on its own."""
    worker, home = "worker1", "home7"
    add_colleague(world, "home31", worker)  # by which the fixed face of both homes knows who this is
    viewer = world.viewer(world.facts.team[home][0][0], "staff")
    dossier = world.facts.homes[home]
    one = world.members[home][0]
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
        row = Person.objects.get(pk=world.facts.rows[worker])
        row.bsn_hash = "two-hats"
        row.save()
    # the register would give the same person; by hand the BSN's hash is what makes them one
    import naast.actions.dossiers as acts
    from naast.records.models import Dossier, Household  # noqa: F401

    original = acts.look_up_hash
    acts.look_up_hash = lambda text, context: "two-hats"  # type: ignore[assignment]
    try:
        dossiers.add_person(
            viewer=viewer,
            dossier=dossier,
            person=NewPerson("x", "Ander", bsn="999999990"),
            relation=("sibling", world.facts.ids[one]),
        )
    finally:
        acts.look_up_hash = original
    with upkeep():
        entry = Entry.objects.exclude(id__in=before).get()
    fixed = world.facts.team[home][0][0]
    world.note(home, "relation", {worker, one, fixed}, [worker, one], entry.public_id)
    world.account(worker, "resident")
    tell(world, home, worker, [], [one])


def aunt(world: World) -> None:
    """A worker who is an aunt: in the team of the dossier, and withheld from it by her own declaration."""
    home = "home8"
    fixed = world.facts.team[home][0][0]
    colleague = next(
        human
        for (human, capacity), account in world.accounts.items()
        if capacity == "staff"
        and human != fixed
        and account.team_id == world.accounts[fixed, "staff"].team_id
        and human not in {h for h, _ in world.facts.team[home]}
    )
    add_colleague(world, home, colleague)
    viewer = world.viewer(colleague, "staff")
    withholding.withhold_self(viewer=viewer, dossier=world.facts.homes[home], reason="tante van een kind")
    world.facts.kept.append(Kept(colleague, home, Period(viewer.at), work_only=True))


def teaching_mother(world: World) -> None:
    """A mother in one household who teaches a child of another: resident here, partner there."""
    mother, there = world.members["home9"][0], "home10"
    account = world.account(mother, "partner")
    world.facts.professionals.discard(mother)
    fixed = world.facts.team[there][0][0]
    viewer = world.viewer(fixed, "staff")
    ends = NOW + timedelta(days=20)
    entry = involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[there],
        account=account.public_id,
        organisation="school",
        ground="juf",
        readers=[],
        starts=viewer.at,
        ends=ends,
    )
    told = world.note(there, "involvement", {fixed, mother}, [], entry)
    told.shared.append(((mother, "partner"), Period(viewer.at, ends)))
    told = tell(world, there, world.members[there][0], [], [])
    viewer = world.viewer(fixed, "staff")
    openings.widen(viewer=viewer, entry=told.entry, readers=[world.facts.ids[mother]], how="asked")
    told.shared.append(((mother, "partner"), Period(viewer.at, ends)))
