"""Two privacy officers in the generated world: one looks at how things were done, one lives in one of the households.

What an officer says is for the team and for the officers who do not live there; what the team answers them as well. All
else that they see holds no word.
"""

from uuid import UUID

from naast.actions import entries, oversight
from naast.rules.oversight import ASKS, IN_ORDER, NOT_IN_ORDER

from .humans import professional
from .making import World
from .oracle import Period, Told

OFFICER, AT_HOME = "officer0", "home20"
SAID = (("home20", "sharing", ASKS), ("home20", "emergency", ASKS), ("home7", "sharing", NOT_IN_ORDER))


def say(world: World) -> None:
    """Of a share, an emergency reading and an opening; two questions are answered by the team."""
    professional(world, OFFICER, "privacy")
    lives_there = world.members[AT_HOME][0]
    world.account(lives_there, "privacy")
    for home, kind, result in SAID:
        told = _say(world, home, _of(world, home, kind), result, lives_there)
        _answer(world, told)
    opening = next(told for told in world.facts.told if told.kind == "opening")
    _say(world, opening.home, opening.entry, IN_ORDER, lives_there)


def _of(world: World, home: str, kind: str) -> UUID:
    return next(told.entry for told in world.facts.told if (told.home, told.kind) == (home, kind))


def _say(world: World, home: str, entry: UUID, result: str, lives_there: str) -> Told:
    word = world.word()
    said = oversight.say(
        viewer=world.viewer(OFFICER, "privacy"), entry=entry, result=result, words=f"Waarom {word}?"
    )
    told = world.note(home, "oversight", {OFFICER}, [], said, word)
    officers = [OFFICER] if lives_there in world.facts.living[home] else [OFFICER, lives_there]
    told.shared.extend(((one, "privacy"), Period(world.at)) for one in officers)
    return told


def _answer(world: World, told: Told) -> None:
    fixed, word = world.facts.team[told.home][0][0], world.word()
    answer = entries.answer(viewer=world.viewer(fixed, "staff"), entry=told.entry, words=f"Daarom {word}.")
    noted = world.note(told.home, "answer", {fixed}, [], answer, word)
    noted.shared.extend((who, Period(world.at)) for who, _ in told.shared)
