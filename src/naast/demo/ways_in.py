"""How each of the cast comes in: the lines that the demo prints, and the accounts of residents behind them."""

from dataclasses import dataclass
from datetime import time, timedelta

from naast.actions import residents as acts

from .home import Home

DEMO_WEEK = timedelta(days=8)  # the told world is kept for a week at most


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of the demo: under which heading it stands, who it is, and how to come in."""

    group: str
    who: str
    how: str


def ways_in(home: Home, group: str, **pins: str) -> list[SignIn]:
    """Accounts and one-time links for these residents of a household, by key, each with a PIN."""
    assert home.dossier is not None
    home.at = home.now
    lines = []
    for key, pin in pins.items():
        token = acts.give(
            viewer=home.viewer(),
            dossier=home.dossier,
            person=home.ids[key],
            own=acts.Own(f"{key}@post.example", pin, acts.Messages(time(8), time(22))),
            present=True,
            lasts=DEMO_WEEK,
        )
        lines.append(SignIn(group, key.capitalize(), f"{{address}}/binnen/{token}  PIN {pin}"))
    return lines


def child(home: Home, group: str, who: str, pin: str) -> SignIn:
    """How a child without an account of its own comes in: on the worker's screen."""
    how = f"sign in as {home.worker.display_name}, hand over the screen; it comes back with PIN {pin}"
    return SignIn(group, who, how)
