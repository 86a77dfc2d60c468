"""What happened in the generated world: told in confidence, told to all and corrected; and whether it counts."""

from naast.actions import corrections, decisions, entries, incidents
from naast.actions.decisions import Voice
from naast.actions.drafts import save_draft
from naast.actions.entries import Passage
from naast.actions.incidents import Effect, Event
from naast.rules.incidents import COUNTS, NOT, THERE

from .making import World
from .oracle import Drafted, Told, Watcher


def tell(world: World) -> None:
    """In every fourth household of two or more: two tellings of one event, and what was decided about each."""
    for home in list(world.facts.homes)[3::4]:
        born = sorted(world.facts.living[home])
        if len(born) < 2:
            continue
        one, two = born[0], born[-1]
        alone = _told(world, home, one, "resident", one, two, [])
        for_all = _corrected(
            world, _told(world, home, _fixed(world, home), "staff", two, one, born), two, one, born
        )
        _together(world, [alone, for_all], born)
        _decided(world, alone, NOT, one, born)
        _decided(world, alone, COUNTS, one, [one])
        _decided(world, for_all, NOT, two, born)
        _begun(world, home)


def _fixed(world: World, home: str) -> str:
    return world.facts.team[home][0][0]


def _reading(world: World, told: list[Told], humans: list[str]) -> list[str]:
    """Who of these may read what stands beside these tellings: not from whom one of them is kept."""
    return [
        one
        for one in humans
        if not any(world.facts.is_kept(Watcher(one, "resident", 0), two, world.at) for two in told)
    ]


def _told(
    world: World, home: str, writer: str, capacity: str, teller: str, other: str, readers: list[str]
) -> Told:
    """By one of the household, or noted for them; about themselves and another, with words in all that it keeps."""
    ids, (word, done, effect) = world.facts.ids, [world.word() for _ in range(3)]
    event = Event(
        THERE,
        ("threat", "witnessing"),
        harmed=(ids[teller],),
        harms=(ids[other],),
        saw=(ids[teller],),
        done=f"Toen {done}.",
        effects=(Effect(ids[teller], f"Het werd {effect}."),),
    )
    passage = Passage(
        f"Er was {word}.", "", world.choice(readers), ids[teller] if capacity == "staff" else None
    )
    entry = incidents.tell(
        viewer=world.viewer(writer, capacity), dossier=world.facts.homes[home], event=event, passage=passage
    )
    told = world.note(home, "incident", {writer, teller, other}, sorted({teller, *readers}), entry, word)
    told.also = (done, effect)
    return told


def _corrected(world: World, old: Told, teller: str, other: str, readers: list[str]) -> Told:
    """In other words for the same readers, by the team; what its kind keeps goes along."""
    fixed, word = _fixed(world, old.home), world.word()
    entry = corrections.correct(
        viewer=world.viewer(fixed, "staff"), entry=old.entry, words=f"Er was {word}.", how="asked_alone"
    )
    told = world.note(old.home, "incident", {fixed, teller, other}, readers, entry, word)
    told.also = old.also
    return told


def _together(world: World, told: list[Told], readers: list[str]) -> None:
    home, fixed, word = told[0].home, _fixed(world, told[0].home), world.word()
    entry = entries.same_moment(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        entries=[one.entry for one in told],
        title=f"Die dag met {word}",
        choice=world.choice(readers),
    )
    world.note(home, "moment", {fixed}, _reading(world, told, readers), entry, word)


def _decided(world: World, told: Told, result: str, by: str, readers: list[str]) -> None:
    """With how one of them sees it."""
    fixed, why, said = _fixed(world, told.home), world.word(), world.word()
    entry = decisions.decide_incident(
        viewer=world.viewer(fixed, "staff"),
        telling=told.entry,
        result=result,
        by=(world.facts.ids[by],),
        words=f"Want {why}.",
        voices=(Voice(world.facts.ids[by], f"Ik zeg {said}."),),
        choice=world.choice(readers),
    )
    found = world.note(told.home, "decision", {fixed, by}, _reading(world, [told], readers), entry, why)
    found.also = (said,)


def _begun(world: World, home: str) -> None:
    """What the fixed face is still writing down."""
    fixed, word = _fixed(world, home), world.word()
    draft = save_draft(
        viewer=world.viewer(fixed, "staff"),
        form="incident-0123456789ab",
        fields={"words": [f"Er was misschien {word}"], "draft": ["0123456789ab"]},
        dossier=world.facts.homes[home],
    )
    world.facts.drafts.append(Drafted(word, home, fixed, "staff", draft))
