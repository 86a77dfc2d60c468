"""The plans of the generated world: situations, agreements in small and large circles, positions, looks.

What becomes of them later stands in plan_changes.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from naast.actions import evaluations, plan, positions
from naast.actions.choice import Choice

from .oracle import Told, Watcher

if TYPE_CHECKING:
    from .making import World


def tell(world: World) -> None:
    """Every third household has a plan; in it something is arranged in confidence as well."""
    for home in list(world.facts.homes)[::3]:
        born = sorted(world.facts.living[home])
        if len(born) > 1:
            _plan(world, home, born[0], born[1], born)


def _plan(world: World, home: str, one: str, two: str, born: list[str]) -> None:
    fixed = world.facts.team[home][0][0]
    word = world.word()
    situation = plan.add_situation(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        words=f"Dan wordt het {word} en gaat de deur dicht.",
        choice=world.choice(born),
        teller=world.facts.ids[one],
    )
    world.note(home, "situation", {fixed, one}, born, situation, word)
    for named, readers in (([one], [one]), ([one, two], [one, two]), (born, born)):
        agreement = agreement_of(world, home, fixed, named, readers)
        owner = named[-1]
        if not world.facts.is_kept(Watcher(owner, "resident", 0), agreement, world.at):
            position_of(world, home, owner, agreement, [one] if len(named) > 2 else [])
    words = world.word()
    look = evaluations.plan_evaluation(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        on=(world.at + timedelta(days=60)).date(),
        words=f"Samen kijken {words}.",
        present=(world.facts.ids[two],),
    )
    world.note(home, "evaluation", {fixed, two}, [two], look, words)


def agreement_of(world: World, home: str, fixed: str, named: list[str], readers: list[str]) -> Told:
    """An agreement that these people are named in, told to these readers, with words in all of its parts."""
    word, fallback, childrens = world.word(), world.word(), world.word()
    ids = tuple(world.facts.ids[human] for human in named)
    viewer = world.viewer(fixed, "staff")
    entry = plan.add_agreement(
        viewer=viewer,
        dossier=world.facts.homes[home],
        terms=plan.Terms(
            f"Wij bellen {word}.",
            viewer.at.date(),
            f"Anders {fallback}.",
            does=ids[:1],
            watches=ids[-1:],
            about=ids,
            childrens_words=f"Je mag {childrens} zeggen.",
        ),
    )
    told = world.note(home, "agreement", {fixed, *named}, readers, entry, word)
    told.also = (fallback, childrens)
    return told


def position_of(world: World, home: str, owner: str, agreement: Told, shared_with: list[str]) -> Told:
    """What one person thinks of it, shared with these people."""
    word = world.word()
    entry = positions.take_position(
        viewer=world.viewer(owner, "resident"),
        agreement=agreement.entry,
        stance="differs",
        words=f"Ik zie het {word}.",
        shared_with=Choice(tuple(world.facts.ids[human] for human in shared_with)),
    )
    return world.note(home, "position", {owner}, [owner, *shared_with], entry, word)
