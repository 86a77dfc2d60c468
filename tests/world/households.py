"""The households of the generated world, opened through the act, with who stands around them."""

from datetime import date, timedelta

from naast.access.doors import upkeep
from naast.actions import dossiers, involvements, splitting, withholding
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.records.models import Account, Entry, Person

from .humans import know, worker_of
from .making import NOW, World
from .oracle import Kept, Period
from .stories import tell
from .words import MARKUP, as_typed


def household(world: World, number: int) -> None:
    """Two to five people; every fifth has twins, every seventh an unborn child, some a secret address."""
    home = f"home{number}"
    rng = world.rng
    keys = [f"{home}-{part}" for part in ("one", "two", "kid", "kid2", "unborn")]
    size = rng.choice((2, 3, 4))
    chosen = keys[:size]
    if number % 5 == 0:
        chosen = keys[:4]
    if number % 7 == 0:
        chosen = [*chosen[:3], keys[4]]
    names = {key: next(world.names).capitalize() for key in chosen}
    secret = number % 4 == 0
    address = f"{world.word().capitalize()}straat 4" if secret else ""
    persons = []
    for key in chosen:
        kid, unborn = "kid" in key, "unborn" in key
        born = None if unborn else date(2016 if kid else 1988, 3, 3 if number % 5 == 0 else 1 + len(persons))
        persons.append(
            NewPerson(
                key,
                as_typed(names[key]),
                family_name=MARKUP,
                birth_from=born,
                birth_to=born,
                unborn=unborn,
                secret=secret and key.endswith("one"),
                addresses=(("street", address),) if address and key.endswith("one") else (),
            )
        )
    worker = worker_of(number)
    opened = world.viewer(worker, "staff")
    dossier = dossiers.open_household(
        viewer=opened,
        persons=persons,
        members=[NewMember(key) for key in chosen],
        relations=[NewRelation(chosen[0], "partner", chosen[1])],
        purpose="vraag om hulp",
    )
    world.facts.homes[home] = dossier
    world.members[home] = chosen
    world.facts.living[home] = {key for key in chosen if "unborn" not in key}
    world.facts.team[home] = [(worker, Period(opened.at))]
    with upkeep():
        for row in Person.objects.filter(call_name__in=map(as_typed, names.values())):
            key = next(key for key, name in names.items() if row.call_name.startswith(name))
            know(world, key, names[key], row)
        written = list(Entry.objects.filter(dossier__public_id=dossier).order_by("id"))
    _note_opening(world, home, chosen, worker, written, address)
    for key in chosen:
        if "unborn" not in key:
            world.account(key, "resident")
    if number % 2:
        add_colleague(world, home, worker_of(number + 5))
    add_partner(world, home, f"partner{number % 10}")


def _note_opening(
    world: World, home: str, chosen: list[str], worker: str, written: list[Entry], address: str
) -> None:
    """By hand: who reads the entries that an opening makes (design 3 and 4.4)."""
    born = [key for key in chosen if "unborn" not in key]
    kinds = [entry.kind for entry in written]
    expected = ["involvement", *["membership"] * len(chosen), "relation"] + (
        ["contact_data"] if address else []
    )
    assert kinds == expected, kinds
    names = [{worker}] + [{key, worker} for key in chosen] + [{chosen[0], chosen[1], worker}]
    for entry, named in zip(written, names, strict=False):
        world.note(home, entry.kind, named, born, entry.public_id)
    if address:
        word = address.split("straat")[0].lower()
        world.note(home, "contact_data", {chosen[0], worker}, [chosen[0]], written[-1].public_id, word)


def add_colleague(world: World, home: str, colleague: str) -> None:
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    account = world.accounts[colleague, "staff"]
    with upkeep():
        same_team = Account.objects.get(pk=world.accounts[fixed, "staff"].pk).team_id == account.team_id
    if not same_team or colleague == fixed:
        return
    entry = involvements.add_colleague(
        viewer=viewer,
        dossier=world.facts.homes[home],
        account=account.public_id,
        role="team",
        starts=viewer.at,
    )
    born = [key for key in world.members[home] if "unborn" not in key]
    world.facts.team[home].append((colleague, Period(viewer.at)))
    world.note(home, "involvement", {fixed, colleague}, born, entry)


def add_partner(world: World, home: str, partner: str) -> None:
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    ends = NOW + timedelta(days=20)
    one = world.members[home][0]
    entry = involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[home],
        account=world.accounts[partner, "partner"].public_id,
        organisation="school",
        ground="kent het kind",
        readers=[world.facts.ids[one]],
        starts=viewer.at,
        ends=ends,
    )
    told = world.note(home, "involvement", {fixed, partner}, [one], entry)
    told.shared.append(((partner, "partner"), Period(viewer.at, ends)))


def split(world: World) -> None:
    """A household splits: the dossier keeps its entries, the second one starts empty but for who is in it."""
    _split(world, "home18")


def split_with_a_secret(world: World) -> None:
    """One more, of which a secret address goes along."""
    home = "home32"
    one, fixed = world.members[home][0], world.facts.team[home][0][0]
    address = next(told for told in world.facts.told if told.home == home and told.kind == "contact_data")
    [written] = _split(world, home)
    world.note(f"{home}b", "contact_data", {one, fixed}, [one], written.public_id, address.word)


def split_with_kin(world: World) -> None:
    """One more: everything with who leaves is kept from a colleague, who joins the team of the new dossier too."""
    home = "home30"
    one, fixed = world.members[home][0], world.facts.team[home][0][0]
    team = world.accounts[fixed, "staff"].team_id
    colleague = next(
        human
        for (human, capacity), account in world.accounts.items()
        if capacity == "staff" and account.team_id == team and human != fixed and account.is_active
    )
    viewer = world.viewer(fixed, "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[home],
        human=world.facts.ids[colleague],
        reason="tante",
        person=world.facts.ids[one],
    )
    world.facts.kept.append(Kept(colleague, home, Period(viewer.at), person=one))
    _split(world, home)
    there = f"{home}b"
    world.facts.kept.append(Kept(colleague, there, Period(viewer.at), person=one))
    add_colleague(world, there, colleague)
    tell(world, there, one, [], [])


def _split(world: World, home: str) -> list[Entry]:
    """What was written in the new dossier besides who is in it and who stands beside them."""
    there = f"{home}b"
    going = world.members[home][:1]
    fixed = world.facts.team[home][0][0]
    viewer = world.viewer(fixed, "staff")
    with upkeep():
        before = set(Entry.objects.values_list("id", flat=True))
    new = splitting.split(
        viewer=viewer,
        dossier=world.facts.homes[home],
        leaving=[world.facts.ids[key] for key in going],
        on=viewer.at.date(),
        purpose="gaat apart wonen",
    )
    world.facts.homes[there] = new
    world.members[there] = going
    world.facts.living[there], world.facts.living[home] = set(going), set(world.members[home][1:])
    world.facts.team[there] = [(fixed, Period(viewer.at))]
    with upkeep():
        written = list(Entry.objects.exclude(id__in=before).order_by("id"))
    for entry, names in zip(written, [{fixed}, {going[0], fixed}], strict=False):
        world.note(there, entry.kind, names, going, entry.public_id)
    tell(world, there, going[0], [], [])
    tell(world, home, None, world.members[home][1:2], [])
    return written[2:]
