"""Workers of the generated world who fetch their appointments in a calendar of their own."""

from naast.actions import calendar_feeds

from .making import World


def fetch(world: World) -> None:
    """Every worker who still has an account."""
    for human, capacity in sorted(world.accounts):
        account = world.accounts[human, capacity]
        account.refresh_from_db()
        if capacity == "staff" and account.is_active:
            world.feeds[human] = calendar_feeds.make(viewer=world.viewer(human, "staff"))
