"""The stand-in register over real HTTP, for the screens that ask it."""

from collections.abc import Iterator

import pytest

from naast.integrations.brp.fake import FakeRegister


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
