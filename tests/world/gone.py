"""Somebody with an account who has died: their reading ends at once, and what they told stays with its readers."""

from naast.actions import persons

from .making import World
from .stories import tell


def die(world: World) -> None:
    """The second adult of one household dies; before that they told something, and were told something."""
    home = "home20"
    one, gone = world.members[home][:2]
    tell(world, home, gone, [one], [])
    tell(world, home, one, [gone], [gone])
    viewer = world.viewer(world.facts.team[home][0][0], "staff")
    persons.died(
        viewer=viewer,
        dossier=world.facts.homes[home],
        person=world.facts.ids[gone],
        on=viewer.at.date(),
    )
    world.facts.living[home].discard(gone)
    world.facts.end_reading(gone, viewer.at)
    tell(world, home, one, [], [gone])
