"""Any sealed row that is changed, removed or swapped shows, the last one and a whole day too."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models import F

from naast.access import seal
from naast.records.models import Segment, TraceLine

TODAY = date(2026, 11, 16)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _anchor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "TRACE_ANCHOR", tmp_path / "anchor.json")


def write(count: int, first: int = 0) -> None:
    at = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    TraceLine.objects.bulk_create(
        TraceLine(
            at=at,
            account_id=place,
            human_id=place,
            capacity="staff",
            act="look",
            outcome="shown",
            shown=b"x" * 16,
        )
        for place in range(first, first + count)
    )


def seal_all(day: date) -> int:
    total = 0
    while done := seal.seal_batch(day):
        total += done
    return total


@pytest.fixture
def sealed(db: None, django_capture_on_commit_callbacks: Any) -> None:
    """Two days of sealed rows and two rows that are not sealed yet."""
    for day, first in ((YESTERDAY, 0), (TODAY, 5)):
        write(5, first)
        with django_capture_on_commit_callbacks(execute=True):
            seal_all(day)
    write(2, 10)


def last() -> TraceLine:
    return TraceLine.objects.exclude(segment=None).order_by("-segment", "-place")[0]


def test_an_untouched_log_is_right_and_says_what_is_not_yet_sealed(sealed: None) -> None:
    assert seal.verify(TODAY) == seal.Verdict(10, 2, ())


def swap() -> None:
    one, other = TraceLine.objects.filter(segment=TODAY, place__in=(1, 2)).order_by("place")
    TraceLine.objects.filter(id=one.id).update(human_id=other.human_id, account_id=other.account_id)
    TraceLine.objects.filter(id=other.id).update(human_id=one.human_id, account_id=one.account_id)


def swap_places() -> None:
    one, other = TraceLine.objects.filter(segment=TODAY, place__in=(1, 2)).order_by("place")
    TraceLine.objects.filter(id=one.id).update(place=2, seal=other.seal)
    TraceLine.objects.filter(id=other.id).update(place=1, seal=one.seal)


def remove_last_and_hide_it() -> None:
    gone = last()
    gone.delete()
    Segment.objects.filter(day=TODAY).update(rows=F("rows") - 1, head=last().seal)


def remove_last_segment() -> None:
    TraceLine.objects.filter(segment=TODAY).delete()
    Segment.objects.filter(day=TODAY).delete()


def unseal_last() -> None:
    TraceLine.objects.filter(id=last().id).update(segment=None, place=None, seal="")


def double() -> None:
    row = last()
    row.pk = None
    row.save()


@pytest.mark.parametrize(
    "harm",
    [
        lambda: TraceLine.objects.filter(segment=TODAY, place=2).update(human_id=99),
        lambda: TraceLine.objects.filter(segment=TODAY, place=2).update(shown=b"y" * 16),
        lambda: TraceLine.objects.filter(segment=TODAY, place=2).update(at=datetime(2026, 1, 1, tzinfo=UTC)),
        lambda: TraceLine.objects.filter(segment=YESTERDAY, place=0).delete(),
        lambda: TraceLine.objects.filter(segment=TODAY, place=2).delete(),
        lambda: last().delete(),
        lambda: TraceLine.objects.filter(segment=YESTERDAY).delete(),
        lambda: Segment.objects.filter(day=YESTERDAY).delete(),
        lambda: Segment.objects.all().delete(),
        lambda: TraceLine.objects.filter(segment=TODAY, place=1).update(segment=YESTERDAY),
        swap,
        swap_places,
        remove_last_and_hide_it,
        remove_last_segment,
        unseal_last,
        double,
    ],
)
def test_every_harm_is_reported(sealed: None, harm: Callable[[], object]) -> None:
    harm()
    assert seal.verify(TODAY).wrong


def test_an_older_copy_of_the_log_that_is_put_back_is_reported(
    sealed: None, django_capture_on_commit_callbacks: Any
) -> None:
    kept = Segment.objects.get(day=TODAY)
    with django_capture_on_commit_callbacks(execute=True):
        seal_all(TODAY)
    assert not seal.verify(TODAY).wrong
    TraceLine.objects.filter(segment=TODAY, place__gte=kept.rows).delete()
    kept.save()
    assert seal.verify(TODAY).wrong


def test_rows_past_their_term_go_and_their_head_stays(sealed: None) -> None:
    after = YESTERDAY + timedelta(days=settings.TRACE_TERM_DAYS)
    assert seal.drop_old(after) == 5
    verdict = seal.verify(after)
    assert (verdict.sealed, verdict.wrong) == (5, ())
    assert Segment.objects.filter(day=YESTERDAY).exists()


def test_a_clock_that_runs_back_seals_in_the_newest_day(
    sealed: None, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert seal_all(YESTERDAY) == 2
    assert seal.verify(TODAY) == seal.Verdict(12, 0, ())


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite has one writer"
)
def test_two_sealers_at_once_double_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "BATCH", 20)
    write(400)
    errors: list[BaseException] = []

    def run() -> None:
        try:
            seal_all(TODAY)
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    sealers = [threading.Thread(target=run) for _ in range(3)]
    for sealer in sealers:
        sealer.start()
    for sealer in sealers:
        sealer.join()
    assert errors == []
    assert seal.verify(TODAY) == seal.Verdict(400, 0, ())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT (segment, place)) FROM trace_line")
        assert cursor.fetchone() == (400, 400)
