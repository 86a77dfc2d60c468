"""Signing in as a watcher, one capacity at a time."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client

from naast.access.doors import upkeep
from naast.records.models import Account, Dossier
from naast.ui.who import CONFIDENTIAL_UNTIL, HANDED_OVER
from tests.world.build import NOW, World
from tests.world.oracle import Watcher

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


def signed_in(watcher: Watcher) -> Client:
    """A client with this watcher's session; an error of the server becomes an answer of 500."""
    client = Client(raise_request_exception=False)
    client.force_login(Account.objects.get(id=watcher.account), backend=BACKEND)
    return client


def asked(client: Client) -> None:
    """As after the PIN: for five minutes also what was told in confidence."""
    change(client, **{CONFIDENTIAL_UNTIL: (NOW + timedelta(minutes=5)).isoformat()})


def hand_over(client: Client, world: World, worker: Watcher, human: str, home: str) -> None:
    """The worker's screen is handed to this person of this home."""
    with upkeep():
        row = Dossier.objects.get(public_id=world.facts.homes[home]).pk
    kept = {
        "row": row,
        "human": world.facts.rows[human],
        "dossier": str(world.facts.homes[home]),
        "worker": worker.account,
    }
    change(client, **{HANDED_OVER: kept})


def change(client: Client, **values: Any) -> None:
    session = client.session
    session.update(values)
    session.save()
