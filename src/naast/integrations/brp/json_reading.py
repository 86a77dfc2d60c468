"""Small careful steps through JSON that somebody else made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from naast.rules.bsn import Bsn, NotABsn
from naast.rules.partial_date import UNKNOWN_DATE, PartialDate, from_date

Json = dict[str, Any]


@dataclass
class Notes:
    """What could not be read, by field name; never by content."""

    fields: set[str] = field(default_factory=set)

    def add(self, name: str) -> None:
        """Note a field that was there and could not be read."""
        self.fields.add(name)


def part(data: Json, name: str) -> Json:
    """The object under a name; an empty one where there is none."""
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def parts(data: Json, name: str) -> list[Json]:
    """The objects in a list under a name; an empty list where there is none."""
    value = data.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(data: Json, name: str) -> str:
    """The text under a name; '' where there is none."""
    value = data.get(name)
    return "" if value is None else str(value)


def read_date(value: Any, notes: Notes, name: str) -> PartialDate:
    """An AbstractDatum: whole, year and month, year, or unknown. Absent is unknown; unreadable is noted
    too.
    """
    if value is None:
        return UNKNOWN_DATE
    try:
        match value["type"]:
            case "Datum":
                return from_date(date.fromisoformat(value["datum"]))
            case "JaarMaandDatum":
                return PartialDate(int(value["jaar"]), int(value["maand"]))
            case "JaarDatum":
                return PartialDate(int(value["jaar"]))
            case "DatumOnbekend":
                return UNKNOWN_DATE
    except (KeyError, TypeError, ValueError):
        pass
    notes.add(name)
    return UNKNOWN_DATE


def read_bsn(data: Json, notes: Notes) -> Bsn | None:
    """The number as the register gives it, eleven test or not; None where it gives none."""
    digits = data.get("burgerservicenummer")
    if digits is None:
        return None
    try:
        return Bsn(str(digits))
    except NotABsn:
        notes.add("burgerservicenummer")
        return None
