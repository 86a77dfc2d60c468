"""Small values of the register: dates, coded values, initials."""

from __future__ import annotations

from typing import Any

from naast.rules.partial_date import Precision, from_register

Json = dict[str, Any]
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
UNKNOWN = "."


def to_date(digits: str | None) -> Json | None:
    """YYYYMMDD as an AbstractDatum; None where there is no date at all."""
    if not digits:
        return None
    known = from_register(digits)
    match known.precision:
        case Precision.DAY:
            assert known.exact
            assert known.month
            words = f"{known.day} {MONTHS[known.month - 1]} {known.year}"
            return {"type": "Datum", "datum": known.exact.isoformat(), "langFormaat": words}
        case Precision.MONTH:
            assert known.month
            words = f"{MONTHS[known.month - 1]} {known.year}"
            return {"type": "JaarMaandDatum", "jaar": known.year, "maand": known.month, "langFormaat": words}
        case Precision.YEAR:
            return {"type": "JaarDatum", "jaar": known.year, "langFormaat": str(known.year)}
    return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}


def coded(value: Json | None) -> Json | None:
    """A code with its word; None for code nought, the register's way to say unknown."""
    if not value or (not str(value.get("code", "0")).strip("0") and not value.get("omschrijving")):
        return None
    return {name: text for name, text in value.items() if name in ("code", "omschrijving", "soort") and text}


def known(text: str | None) -> str | None:
    """Text as it is; None for the register's sign for unknown."""
    return None if text is None or text.strip() in ("", UNKNOWN) else text


def without_empty(**values: Any) -> Json:
    """The values that are there."""
    return {name: value for name, value in values.items() if value not in (None, {}, "")}
