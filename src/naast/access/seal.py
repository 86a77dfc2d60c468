"""The seal on the access log: rows chained in batches into daily segments; one sealer at a time.

A row's seal is a keyed hash of the seal before it and the row's own fields, so that a changed, removed or
swapped row shows. A segment's head is a keyed hash of how many rows it has and of its last seal, so that rows
taken from its end show too. The newest head also stands outside the database (settings.TRACE_ANCHOR): whoever
puts back an older copy of the log, or takes a whole segment from its end, would have to change that file as
well. At the end of its term a segment's rows go and its sealed head stays.
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from naast.records.models import Segment, TraceLine

BATCH = 1000
START = "0" * 64
SEALING = 0x6E61617374  # the number of the lock that a sealer holds


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found: rows checked, rows not yet sealed, and what is wrong in words without names."""

    sealed: int
    unsealed: int
    wrong: tuple[str, ...]


def _keyed(text: str) -> str:
    return hmac.new(settings.FIELD_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def _seal(before: str, line: TraceLine) -> str:
    fields = (
        line.segment.isoformat() if line.segment else "",
        line.place,
        line.at.isoformat(),
        line.account_id,
        line.human_id,
        line.capacity,
        line.act,
        line.outcome,
        line.dossier_id,
        line.eyes_of,
        line.handed_by,
        bytes(line.shown).hex(),
    )
    return _keyed(before + "|".join("" if field is None else str(field) for field in fields))


def _head(segment: Segment, last: str) -> str:
    return _keyed(f"segment|{segment.day.isoformat()}|{segment.rows}|{segment.first}|{last}")


def _last_seal(segment: Segment) -> str:
    rows = TraceLine.objects.filter(segment=segment.day).order_by("-place", "-id")
    return rows.values_list("seal", flat=True).first() or segment.first


def seal_batch(today: date) -> int:
    """Chain the next rows; returns how many. Call until it returns 0.

    A second sealer waits for the first, and then goes on from where that one ended.
    """
    with transaction.atomic(using=settings.RULES_ALIAS):
        _only_one()
        newest = Segment.objects.order_by("-day").first()
        rows = list(TraceLine.objects.filter(segment=None).order_by("id")[:BATCH])
        if not rows:
            return 0
        segment, seal = _continued(newest, today)
        for line in rows:
            line.segment, line.place = segment.day, segment.rows
            line.seal = seal = _seal(seal, line)
            segment.rows += 1
        segment.head = _head(segment, seal)
        TraceLine.objects.bulk_update(rows, ["segment", "place", "seal"])
        segment.save()
        transaction.on_commit(lambda: _write_anchor(segment), using=settings.RULES_ALIAS)
    return len(rows)


def _only_one() -> None:
    """Wait for another sealer; SQLite has one writer at a time anyway."""
    connection = connections[settings.RULES_ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING])


def _continued(newest: Segment | None, today: date) -> tuple[Segment, str]:
    """The segment to go on with and the seal to go on from; days never run backwards."""
    if newest is not None and newest.day >= today:
        return newest, _last_seal(newest)
    first = newest.head if newest else START
    segment = Segment(day=today, rows=0, first=first, head=first)
    segment.save(force_insert=True)
    return segment, first


def drop_old(today: date) -> int:
    """Remove the rows of segments past their term; their sealed heads stay. Returns how many rows went."""
    with transaction.atomic(using=settings.RULES_ALIAS):
        days = Segment.objects.filter(day__lte=_term_ended(today)).values_list("day", flat=True)
        gone, _ = TraceLine.objects.filter(segment__in=list(days)).delete()
    return gone


def _term_ended(today: date) -> date:
    return today - timedelta(days=settings.TRACE_TERM_DAYS)


def verify(today: date) -> Verdict:
    """Walk every chain: reports any changed, removed or swapped row, and how many are not yet sealed.

    Only a segment past its term (settings.TRACE_TERM_DAYS) may have lost its rows, and then all of them.
    """
    wrong: list[str] = []
    sealed, before = 0, START
    segments = list(Segment.objects.order_by("day"))
    for segment in segments:
        if segment.first != before:
            wrong.append(f"{segment.day}: does not continue the day before")
        sealed += _walk(segment, _term_ended(today), wrong)
        before = segment.head
    wrong += _stray(segments) + _against_anchor(segments)
    return Verdict(sealed, TraceLine.objects.filter(segment=None, seal="").count(), tuple(wrong))


def _walk(segment: Segment, term_ended: date, wrong: list[str]) -> int:
    seal, place, count = segment.first, 0, 0
    for line in TraceLine.objects.filter(segment=segment.day).order_by("place", "id").iterator():
        if line.place != place:
            wrong.append(f"{segment.day}: row {place} is missing or doubled")
            place = line.place or 0
        if _seal(seal, line) != line.seal:
            wrong.append(f"{segment.day}: row {line.place} was changed, removed before it, or swapped")
        seal, place, count = line.seal, place + 1, count + 1
    gone_in_time = count == 0 and segment.day <= term_ended
    if count != segment.rows and not gone_in_time:
        wrong.append(f"{segment.day}: {segment.rows} rows were sealed, {count} are there")
    if not gone_in_time and _head(segment, seal) != segment.head:
        wrong.append(f"{segment.day}: the head does not fit")
    return count


def _stray(segments: list[Segment]) -> list[str]:
    """Rows whose segment is gone, or that carry a seal outside any segment."""
    wrong = []
    days = [segment.day for segment in segments]
    if lost := TraceLine.objects.exclude(segment=None).exclude(segment__in=days).count():
        wrong.append(f"{lost} sealed rows belong to a segment that is gone")
    if loose := TraceLine.objects.exclude(seal="").filter(segment=None).count():
        wrong.append(f"{loose} rows carry a seal but no segment")
    return wrong


def _write_anchor(segment: Segment) -> None:
    """The newest head, outside the database; written whole or not at all."""
    path = Path(settings.TRACE_ANCHOR)
    kept = {"day": segment.day.isoformat(), "rows": segment.rows, "head": segment.head}
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(kept), encoding="utf-8")
    beside.replace(path)


def _against_anchor(segments: list[Segment]) -> list[str]:
    """Is the head that was written outside the database still the newest one?"""
    path = Path(settings.TRACE_ANCHOR)
    if not path.exists():
        return ["the head outside the database is missing"] if segments else []
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    newest = segments[-1] if segments else None
    if newest is not None and (newest.day.isoformat(), newest.rows, newest.head) == (
        kept["day"],
        kept["rows"],
        kept["head"],
    ):
        return []
    return [f"{kept['day']}: {kept['rows']} rows were sealed last, and the log does not end there"]
