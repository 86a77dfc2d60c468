"""How each sees a risk factor in the generated world: in confidence, shared, noted, a professional's; and a choice."""

from naast.access.doors import upkeep
from naast.actions import factor_views, factors
from naast.actions.entries import Passage
from naast.actions.factor_views import Seen
from naast.actions.factors import Basis
from naast.records.models import Entry

from .making import World
from .oracle import Told, Watcher


def tell(world: World) -> None:
    """In every fifth household: a risk factor that all read, which is a main one, and one that one alone reads."""
    for home in list(world.facts.homes)[::5]:
        born = sorted(world.facts.living[home])
        fixed = world.facts.team[home][0][0]
        for_all, for_one = _factor(world, home, born, "money"), _factor(world, home, born[:1], "person")
        _seen(world, for_all, born[0], "yes", [])
        _seen(world, for_all, born[0], "no", [])
        _seen(world, for_all, born[-1], "partly", _reading(world, for_all, born))
        _noted(world, for_one, born[-1])
        _seen(world, for_one, fixed, "yes", [])
        _chosen(world, for_all, _reading(world, for_all, born))


def _reading(world: World, told: Told, humans: list[str]) -> list[str]:
    """Who of these reads it: not from whom it is kept."""
    return [one for one in humans if not world.facts.is_kept(Watcher(one, "resident", 0), told, world.at)]


def _factor(world: World, home: str, readers: list[str], of: str) -> Told:
    fixed, word = world.facts.team[home][0][0], world.word()
    about = readers[:1] if of == "person" else []
    passage = Passage(
        f"Het is {word}.",
        "",
        world.choice(readers),
        about=tuple(world.facts.ids[human] for human in about),
    )
    entry = factors.note(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        sort="risk",
        passage=passage,
        basis=Basis(of, f"Dat er {word} is."),
    )
    return world.note(home, "factor", {fixed, *about}, readers, entry, word)


def _seen(world: World, factor: Told, human: str, answer: str, readers: list[str]) -> None:
    """Their own answer, in confidence or shared."""
    word = world.word()
    staff = human == world.facts.team[factor.home][0][0]
    entry = factor_views.say(
        viewer=world.viewer(human, "staff" if staff else "resident"),
        factor=factor.entry,
        seen=Seen(answer, f"Want {word}."),
        shared_with=world.choice([one for one in readers if one != human]) if readers else None,
    )
    told = set(readers) if staff else {human, *readers}
    world.note(factor.home, "factor_view", {human}, sorted(told), entry, word)


def _noted(world: World, factor: Told, human: str) -> None:
    """Noted for somebody who may not read the factor itself."""
    fixed, word = world.facts.team[factor.home][0][0], world.word()
    entry = factor_views.say(
        viewer=world.viewer(fixed, "staff"),
        factor=factor.entry,
        seen=Seen("partly", f"Soms {word}."),
        for_person=world.facts.ids[human],
        how="asked_alone",
    )
    world.note(factor.home, "factor_view", {fixed, human}, [human], entry, word)


def _chosen(world: World, factor: Told, readers: list[str]) -> None:
    """Who reads the factor reads that it is one of the main ones."""
    fixed = world.facts.team[factor.home][0][0]
    factor_views.choose_main(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[factor.home],
        factors=(factor.entry,),
    )
    with upkeep():
        mark = Entry.objects.get(factorview__answer="main", dossier__public_id=world.facts.homes[factor.home])
    world.note(factor.home, "factor_view", {fixed}, readers, mark.public_id)
