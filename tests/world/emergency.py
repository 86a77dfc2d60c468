"""Emergency readings in the generated world: a first and a second reason, one over, one seen, and what is withheld.

What each opens is asked of the shares that it wrote; by which kinds it does is written by hand in
test_table_emergency.py. Nothing else may be on a page of theirs, and nothing of it once it is over.
"""

from datetime import timedelta

from naast.access.doors import upkeep
from naast.actions import emergency, withholding
from naast.actions.same_person import Sought
from naast.records.fields import look_up_hash
from naast.records.models import Emergency, Person, Share

from .humans import professional
from .making import NOW, START, World
from .oracle import Kept, Period, Told

FIRST, SECOND, OVER, KEPT_FROM = "duty0", "duty1", "duty2", "duty3"
HOMES = {FIRST: "home15", SECOND: "home20", OVER: "home21", KEPT_FROM: "home22"}
HOURS = timedelta(hours=1)


def read(world: World) -> None:
    """Four duty workers, each in one household of a team that they are in as well, and in no circle."""
    for worker, home in HOMES.items():
        fixed = world.facts.team[home][0][0]
        team = world.accounts[fixed, "staff"].team
        professional(world, worker, "staff", team=team, duty_since=START)
        with upkeep():
            Person.objects.filter(id=world.facts.rows[_one(world, home)]).update(
                bsn_hash=look_up_hash(home, "bsn")
            )
    world.at = NOW - 20 * HOURS
    _open(world, SECOND, HOMES[FIRST])
    world.at = NOW - 11 * HOURS
    _open(world, OVER)
    _seen(world, SECOND, HOMES[FIRST])
    world.at = NOW - 3 * HOURS
    _open(world, FIRST)
    _open(world, SECOND)
    _rest(world, SECOND)
    _withhold(world, HOMES[KEPT_FROM])
    _open(world, KEPT_FROM)
    _rest(world, KEPT_FROM)


def _one(world: World, home: str) -> str:
    return world.members[home][0]


def _open(world: World, worker: str, there: str = "") -> None:
    word, home = world.word(), there or HOMES[worker]
    emergency.open_household(
        viewer=world.viewer(worker, "staff"), reason=f"Het is stil, {word}, hier nu.", sought=Sought(home)
    )
    _note(world, worker, home, word)


def _rest(world: World, worker: str) -> None:
    word, home = world.word(), HOMES[worker]
    emergency.open_rest(
        viewer=world.viewer(worker, "staff"),
        dossier=world.facts.homes[home],
        reason=f"Daarom ook {word} van die dag lezen.",
    )
    _note(world, worker, home, word)


def _seen(world: World, worker: str, home: str) -> None:
    """The fixed face has seen it, and told everybody who lives there: they know this duty worker from now on."""
    fixed, word, living = world.facts.team[home][0][0], world.word(), sorted(world.facts.living[home])
    with upkeep():
        row = Emergency.objects.select_related("entry__dossier").get(
            entry__writer_id=world.facts.rows[worker]
        )
    answer = emergency.release(
        viewer=world.viewer(fixed, "staff"),
        dossier=row.entry.dossier.public_id,
        reading=row.entry.public_id,
        words=f"Er keek iemand mee, {word}.",
        choice=world.choice(living),
    )
    world.note(home, "answer", {fixed, worker}, living, answer, word)


def _note(world: World, worker: str, home: str, word: str) -> None:
    """What was just opened, until when; the reading itself is told to the team."""
    human = world.facts.rows[worker]
    with upkeep():
        row = (
            Emergency.objects.filter(entry__writer_id=human)
            .select_related("entry")
            .order_by("entry_id")
            .last()
        )
        assert row is not None
        shares = Share.objects.filter(opening=row.entry)
        opened = set(shares.values_list("entry__public_id", flat=True))
    reading = world.note(home, "emergency", {worker}, [], row.entry.public_id, word)
    found = [told for told in world.facts.told if told.entry in opened]
    assert {told.entry for told in found} == opened, "something was opened that nobody noted"
    for told in found:
        told.shared.append(((worker, "staff"), Period(row.starts, row.ends)))
    assert reading in found


def _withhold(world: World, home: str) -> None:
    """From this duty worker: one thing told, and everything with one person."""
    fixed, dossier, worker = world.facts.team[home][0][0], world.facts.homes[home], world.facts.ids[KEPT_FROM]
    told: Told = next(
        told for told in world.facts.told if told.home == home and told.kind == "passage" and told.word
    )
    viewer = world.viewer(fixed, "staff")
    withholding.withhold(viewer=viewer, dossier=dossier, human=worker, reason="nicht", entry=told.entry)
    world.facts.kept.append(Kept(KEPT_FROM, home, Period(viewer.at), told=told))
    other = world.members[home][1]
    viewer = world.viewer(fixed, "staff")
    withholding.withhold(
        viewer=viewer, dossier=dossier, human=worker, reason="nicht", person=world.facts.ids[other]
    )
    world.facts.kept.append(Kept(KEPT_FROM, home, Period(viewer.at), person=other))
