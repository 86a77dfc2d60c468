"""The seal on the access log: rows chained in batches into daily segments; one sealer at a time.

A row's seal is a keyed hash of the seal before it and the row's own fields, so that a changed, removed
or swapped row shows. At the end of its term a segment's rows go and its sealed head stays.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from naast.records.models import Segment, TraceLine

BATCH = 1000
START = "0" * 64


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found: rows checked, rows not yet sealed, and what is wrong in words without names."""

    sealed: int
    unsealed: int
    wrong: tuple[str, ...]


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
    text = before + "|".join("" if field is None else str(field) for field in fields)
    return hmac.new(settings.FIELD_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def _head() -> tuple[str, Segment | None]:
    last = Segment.objects.select_for_update().order_by("-day").first()
    return (last.head if last else START), last


def seal_batch(today: date) -> int:
    """Chain the next rows; returns how many. Call until it returns 0; a lock keeps a second sealer out."""
    with transaction.atomic(using=settings.RULES_ALIAS):
        head, segment = _head()
        rows = list(TraceLine.objects.select_for_update().filter(segment=None).order_by("id")[:BATCH])
        for line in rows:
            if segment is None or segment.day != today:
                segment = Segment(day=today, rows=0, first=head, head=head)
                segment.save(force_insert=True)
            line.segment, line.place = segment.day, segment.rows
            line.seal = head = _seal(head, line)
            segment.rows, segment.head = segment.rows + 1, head
        TraceLine.objects.bulk_update(rows, ["segment", "place", "seal"])
        if segment is not None and rows:
            segment.save()
    return len(rows)


def verify(today: date) -> Verdict:
    """Walk every chain: reports any changed, removed or swapped row, and how many are not yet sealed.

    Only a segment past its term (settings.TRACE_TERM_DAYS) may have lost its rows, and then all of them.
    """
    term_ended = today - timedelta(days=settings.TRACE_TERM_DAYS)
    wrong: list[str] = []
    sealed, before = 0, START
    for segment in Segment.objects.order_by("day"):
        if segment.first != before:
            wrong.append(f"{segment.day}: does not continue the day before")
        rows = TraceLine.objects.filter(segment=segment.day).order_by("place", "id")
        count = _walk(segment, rows, term_ended, wrong)
        sealed += count
        before = segment.head
    sealed_elsewhere = TraceLine.objects.exclude(seal="").filter(segment=None).count()
    if sealed_elsewhere:
        wrong.append(f"{sealed_elsewhere} rows carry a seal but no segment")
    return Verdict(sealed, TraceLine.objects.filter(segment=None).count(), tuple(wrong))


def _walk(segment: Segment, rows: Any, term_ended: date, wrong: list[str]) -> int:
    head, place, count = segment.first, 0, 0
    for line in rows.iterator():
        if line.place != place:
            wrong.append(f"{segment.day}: row {place} is missing or doubled")
            place = line.place
        if _seal(head, line) != line.seal:
            wrong.append(f"{segment.day}: row {line.place} was changed, removed before it, or swapped")
        head, place, count = line.seal, place + 1, count + 1
    if count != segment.rows and (count or segment.day > term_ended):
        wrong.append(f"{segment.day}: {segment.rows} rows were sealed, {count} are there")
    if count == segment.rows and head != segment.head:
        wrong.append(f"{segment.day}: the head does not fit")
    return count
