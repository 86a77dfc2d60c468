"""What every test shares: one moment, and upkeep when tables are emptied after a test."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import hypothesis
import pytest
from _pytest import runner
from django.conf import settings

# a machine that does other work as well is slow now and then: no test may fail by that
hypothesis.settings.register_profile("naast", deadline=None)
hypothesis.settings.load_profile("naast")
# the first process tells the world (tests/told_once.py), and the next two do what needs no world meanwhile; on
# PostgreSQL, where there are no journeys, the acts
LONGEST = (
    "crawl/test_residents",
    "crawl/test_queries",
    "journeys/test_every_page",
    "kill/",
    "crawl/",
    "journeys/",
    "actions/",
    "world/",
)
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest is begun first, so that no process is left with it alone at the end.

    What asks no database is the same on both: it is taken on SQLite.
    """
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        same = [item for item in items if not asks_a_database(item)]
        config.hook.pytest_deselected(items=same)
        items[:] = [item for item in items if asks_a_database(item)]

    def place(item: pytest.Item) -> int:
        found = (at for at, part in enumerate(LONGEST) if f"tests/{part}" in item.path.as_posix())
        return next(found, len(LONGEST))

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What is imported by now stays: looking through it for garbage again and again is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


def with_room(walk: Callable[[], object]) -> object:
    """Calls it from a frame that asks for half a megabyte of Python's stack.

    Python 3.11 takes its stack in pieces of 16 kB and gives each back at once: a test whose calls go up and down
    across the edge of a piece spends up to a fifth of its time in the system on that. This makes one large piece.
    """
    return walk()


with_room.__code__ = with_room.__code__.replace(co_stacksize=70_000)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    with_room(lambda: runner.pytest_runtest_protocol(item, nextitem))
    return True


def asks_a_database(item: pytest.Item) -> bool:
    """By its mark, or by a fixture."""
    named = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(named & {"db", "django_db_setup"})


@pytest.fixture
def now() -> datetime:
    """The moment at which the tests' acts happen."""
    return NOW


@pytest.fixture(autouse=True, scope="session")
def _upkeep_after_transactions() -> Iterator[None]:
    """Emptying the tables after a test is upkeep, not a read without a door."""
    from django.test import TestCase, TransactionTestCase

    from naast.access import doors

    original = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        if doors.current() is None and not isinstance(self, TestCase):
            with doors.upkeep():
                original(self)
        else:
            original(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield


@pytest.fixture(autouse=True, scope="session")
def _written_anew() -> Iterator[None]:
    """Who changes what the policy says, gets statements of that policy; nobody after them does."""
    from naast.access import kept

    change, undo = pytest.MonkeyPatch.setattr, pytest.MonkeyPatch.undo

    def changed(self: pytest.MonkeyPatch, *given: object, **more: object) -> None:
        kept.forget()
        change(self, *given, **more)  # type: ignore[arg-type]

    def undone(self: pytest.MonkeyPatch) -> None:
        if self._setattr:  # it is asked for by every test, for pytest-django, and undone after each
            kept.forget()
        undo(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pytest.MonkeyPatch, "setattr", changed)
        patch.setattr(pytest.MonkeyPatch, "undo", undone)
        yield
