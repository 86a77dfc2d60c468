"""A colleague of the generated world who may not know a secret phone number, which a resident writes down.

They read neither that text nor the notice of it. What they note of somebody's words reaches nobody but the team: also
not who said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from naast.access.doors import upkeep
from naast.actions import entries, withholding
from naast.records.models import Entry

from .held import secret_phone
from .households import add_colleague
from .oracle import Kept, Period, Told

if TYPE_CHECKING:
    from .making import World

HOME = "home24"
PHONE = "06-38260417"
SAID = "0031 6 38260417"


def tell(world: World) -> None:
    """One's number is kept from a colleague; two writes it, and says it to that colleague as well."""
    one, two, *others = sorted(world.facts.living[HOME])
    colleague = _colleague(world)
    phone = secret_phone(world, HOME, one, PHONE)
    _kept(world, colleague, phone)
    word, viewer = world.word(), world.viewer(two, "resident")
    passage = entries.Passage(f"Bel {word} op {SAID}.", "telling", world.choice([one, *others]))
    entry = entries.tell(viewer=viewer, dossier=world.facts.homes[HOME], passage=passage)
    told = world.note(HOME, "passage", {two}, [one, two, *others], entry, word)
    _waits(world, told, [one, *others], two)
    world.facts.kept.append(Kept(colleague, HOME, Period(viewer.at), told, unseen_by=two))
    _notice(world, {one, two}, colleague)
    word, viewer = world.word(), world.viewer(colleague, "staff")
    passage = entries.Passage(
        f"Ik belde {word} op {SAID}.", "telling", world.choice([one, *others]), teller=world.facts.ids[two]
    )
    ids = entries.tell_talk(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        talk=entries.Talk("phone", entries.Happened()),
        passages=[passage],
    )
    world.note(HOME, "contact", {colleague}, [], ids[0])
    told = world.note(HOME, "passage", {colleague, two}, [one, two, *others], ids[1], word)
    _waits(world, told, [one, two, *others], colleague)
    _notice(world, {one, colleague}, colleague)


def _colleague(world: World) -> str:
    inside = {human for human, _ in world.facts.team[HOME]}
    team = world.accounts[world.facts.team[HOME][0][0], "staff"].team_id
    colleague = next(
        human
        for (human, capacity), account in world.accounts.items()
        if capacity == "staff" and account.team_id == team and human not in inside
    )
    add_colleague(world, HOME, colleague)
    return colleague


def _kept(world: World, colleague: str, phone: Told) -> None:
    viewer = world.viewer(world.facts.team[HOME][0][0], "staff")
    withholding.withhold(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        human=world.facts.ids[colleague],
        reason="kent de familie",
        entry=phone.entry,
    )
    world.facts.kept.append(Kept(colleague, HOME, Period(viewer.at), phone))


def _waits(world: World, told: Told, humans: list[str], writer: str) -> None:
    world.facts.kept += [Kept(human, HOME, Period(world.at), told, unseen_by=writer) for human in humans]


def _notice(world: World, names: set[str], colleague: str) -> None:
    """The newest notice of this home is for who of the team may know the number."""
    told = world.note(HOME, "notice", names, [], _newest_notice(world))
    world.facts.kept.append(Kept(colleague, HOME, Period(world.at), told))


def _newest_notice(world: World) -> UUID:
    with upkeep():
        written = Entry.objects.filter(kind="notice", dossier__public_id=world.facts.homes[HOME])
        return written.latest("id").public_id


def answered(world: World) -> None:
    """Two answers their own text, that is held back, and so does the fixed face: both answers wait for it."""
    two = sorted(world.facts.living[HOME])[1]
    kept = [one for one in world.facts.kept if one.home == HOME and one.unseen_by == two]
    beside = kept[0].told
    assert beside is not None
    fixed = world.facts.team[HOME][0][0]
    for who, capacity in ((two, "resident"), (fixed, "staff")):
        word, viewer = world.word(), world.viewer(who, capacity)
        entry = entries.answer(viewer=viewer, entry=beside.entry, words=f"Toch niet, {word}.")
        readers = [human for (human, _), _ in beside.chosen]
        told = world.note(HOME, "answer", {who}, readers, entry, word)
        unseen = two if who == two else None
        world.facts.kept += [Kept(one.human, HOME, Period(viewer.at), told, unseen_by=unseen) for one in kept]


def tell_knowing(world: World) -> None:
    """One, whose number it is, and the fixed face write it for the team: the colleague reads neither."""
    one = min(world.facts.living[HOME])
    fixed = world.facts.team[HOME][0][0]
    colleague = next(kept.human for kept in world.facts.kept if kept.home == HOME)
    for who, capacity in ((one, "resident"), (fixed, "staff")):
        word, viewer = world.word(), world.viewer(who, capacity)
        passage = entries.Passage(f"Bel {word} op {SAID}.", "telling", world.choice([]), guard_seen=True)
        home = world.facts.homes[HOME]
        if who == one:
            entry = entries.tell(viewer=viewer, dossier=home, passage=passage)
        else:
            talk = entries.Talk("phone", entries.Happened())
            ids = entries.tell_talk(viewer=viewer, dossier=home, talk=talk, passages=[passage])
            world.note(HOME, "contact", {who}, [], ids[0])
            entry = ids[1]
        told = world.note(HOME, "passage", {who}, [one] if who == one else [], entry, word)
        unseen = one if who == one else None
        world.facts.kept.append(Kept(colleague, HOME, Period(viewer.at), told, unseen_by=unseen))
