"""A signed-in browser for tests of the staff face."""

from django.test import Client
from tests.cast import Cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def client(cast: Cast, name: str) -> Client:
    """The browser in which `name` of the cast is signed in."""
    made = Client()
    made.force_login(cast.accounts[name], backend=BACKEND)
    return made
