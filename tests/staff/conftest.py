"""A household with a worker's browser, and the stand-in register over real HTTP for the screens that ask it."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim

from naast.integrations.brp.fake import FakeRegister

from .signed_in import client as signed_in


@pytest.fixture(scope="session")
def running_register() -> Iterator[FakeRegister]:
    """One stand-in on loopback for all tests that only ask."""
    with FakeRegister() as running:
        yield running


@pytest.fixture
def register(running_register: FakeRegister, settings: object) -> FakeRegister:
    """The stand-in, and Naast set to ask it."""
    settings.BRP_URL = running_register.base_url  # type: ignore[attr-defined]
    return running_register


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast, told until now: what a form calls today is no day to come."""
    found = samira_and_karim()
    found.clock.at = timezone.now()
    return found


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of the fixed face of the cast's household."""
    return signed_in(cast, "jerrel")
