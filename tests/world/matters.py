"""Questions that several people answer together in the generated world: each part read by other people."""

from uuid import UUID

from naast.access.doors import upkeep
from naast.actions import matters, matters_outcome, matters_views
from naast.actions.choice import Choice
from naast.actions.entries import Happened
from naast.actions.matters import Asked, Noted
from naast.actions.matters_outcome import Counted, Decided
from naast.records.models import MatterPart
from naast.rules import matters as rule

from .making import World
from .oracle import Told, Watcher


def answer(world: World) -> None:
    """In every fifth household of two or more: one of all that is decided, and one of two that is changed."""
    for home in list(world.facts.homes)[::5]:
        born = sorted(world.facts.living[home])
        if len(born) < 2:
            continue
        one, two = born[:2]
        _decided(world, _asked(world, home, born), born)
        _asked(world, home, [one, two], changed=[one])


def _fixed(world: World, home: str) -> str:
    return world.facts.team[home][0][0]


def _reading(world: World, told: Told, humans: list[str]) -> list[str]:
    """Who of these a part is told: not from whom the question is kept."""
    return [one for one in humans if not world.facts.is_kept(Watcher(one, "resident", 0), told, world.at)]


def _asked(world: World, home: str, belongs: list[str], changed: list[str] | None = None) -> Told:
    fixed, word = _fixed(world, home), world.word()
    ids = tuple(world.facts.ids[human] for human in belongs)
    entry = matters.ask(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        asked=Asked(f"Wat doen wij met {word}?", ids),
    )
    told = world.note(home, "matter", {fixed, *belongs}, belongs, entry, word)
    if changed:
        again = world.word()
        newest = matters.change(
            viewer=world.viewer(fixed, "staff"),
            matter=entry,
            asked=Asked(f"Wat doen wij nu met {again}?", tuple(world.facts.ids[human] for human in changed)),
        )
        world.note(home, "matter", {fixed, *changed}, changed, newest, again)
    return told


def _decided(world: World, matter: Told, belongs: list[str]) -> None:
    """Each is told something, one says how they see it in confidence, the others do not; and what came out."""
    fixed, (one, *others) = _fixed(world, matter.home), belongs
    for human in belongs:
        _noted(world, matter, rule.INFORMED, human, [human])
    word = world.word()
    view = matters_views.say(
        viewer=world.viewer(fixed, "staff"),
        matter=matter.entry,
        words=f"Ik wil liever {word}.",
        for_person=world.facts.ids[one],
        how="asked_alone",
    )
    world.note(matter.home, "matter_part", {fixed, one}, [one], view, word)
    for human in others:
        _noted(world, matter, rule.SILENT, human, [])
    _noted(world, matter, rule.TRIED, None, belongs)
    _came_out(world, matter, one, belongs, view)
    for human in belongs:
        _noted(world, matter, rule.TOLD_BACK, human, [human])


def _noted(world: World, matter: Told, sort: str, human: str | None, readers: list[str]) -> None:
    fixed, word = _fixed(world, matter.home), world.word()
    viewer = world.viewer(fixed, "staff")
    part = Noted(
        sort,
        f"Dit is {word}.",
        world.facts.ids[human] if human else None,
        Happened(viewer.today, viewer.today, "exact"),
    )
    entry = matters.note(viewer=viewer, matter=matter.entry, part=part)
    names = {fixed, human} if human else {fixed}
    world.note(matter.home, "matter_part", names, _reading(world, matter, readers), entry, word)


def _came_out(world: World, matter: Told, one: str, belongs: list[str], view: UUID) -> None:
    """Read by who belongs to it; about what they differ stands beside it, and how the view counted beside that."""
    fixed, words = _fixed(world, matter.home), [world.word() for _ in range(3)]
    by = (world.facts.ids[one],)
    decided = Decided(
        rule.DIFFER,
        f"Wij gaan {words[0]} doen.",
        by,
        f"Over {words[1]} denken wij anders.",
        (Counted(view, f"Dit gaf {words[2]}.", otherwise=True),),
    )
    entry = matters_outcome.decide(
        viewer=world.viewer(fixed, "staff"),
        matter=matter.entry,
        decided=decided,
        choice=Choice(tuple(world.facts.ids[human] for human in belongs)),
    )
    parts = {
        "outcome": (words[0], {fixed, one}, belongs),
        "differing": (words[1], {fixed}, belongs),
        "counted": (words[2], {fixed, one}, [one]),
    }
    for sort, (word, names, readers) in parts.items():
        found = entry if sort == "outcome" else _beside(entry, view, sort)
        world.note(matter.home, "matter_part", names, _reading(world, matter, readers), found, word)


def _beside(outcome: UUID, view: UUID, sort: str) -> UUID:
    """The public id of what was written along with the outcome."""
    beside = outcome if sort == "differing" else view
    with upkeep():
        return MatterPart.objects.get(sort=sort, beside__public_id=beside).entry.public_id
