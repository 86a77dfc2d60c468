"""A signed-in browser for tests of the staff face."""

from django.test import Client
from tests.cast import Cast

BACKEND = "naast.access.sessions.Carried"


def client(cast: Cast, name: str) -> Client:
    """The browser in which `name` of the cast is signed in."""
    made = Client()
    made.force_login(cast.accounts[name], backend=BACKEND)
    return made
