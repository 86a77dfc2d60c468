"""What every test shares: one moment, and upkeep when tables are emptied after a test."""

from collections.abc import Iterator
from datetime import UTC, datetime

import hypothesis
import pytest

# a machine that does other work as well is slow now and then: no test may fail by that
hypothesis.settings.register_profile("naast", deadline=None)
hypothesis.settings.load_profile("naast")
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """The moment at which the tests' acts happen."""
    return NOW


@pytest.fixture(autouse=True)
def _upkeep_after_transactions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Emptying the tables after a test is upkeep, not a read without a door."""
    from django.test import TransactionTestCase

    from naast.access import doors

    original = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        if doors.current() is None and not issubclass(type(self), _django_testcase()):
            with doors.upkeep():
                original(self)
        else:
            original(self)

    monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
    return


def _django_testcase() -> type:
    from django.test import TestCase

    return TestCase
