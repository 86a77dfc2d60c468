"""Helplines on the household's pages, from help_lines.toml: numbers are never made up by code."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("help_lines.toml")
SAYS = ("danger", "day_and_night", "free")
READERS = ("adult", "child")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One number to phone: for whom (adult, child), what is said of it, and when a person checked it."""

    number: str
    name: str
    readers: tuple[str, ...]
    says: str
    source: str
    checked_on: date | None

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return "".join(character for character in self.number if character.isdigit())


def load(text: str) -> tuple[HelpLine, ...]:
    """The lines that may be shown. Raises ValueError for a line that says something unknown."""
    told = tomllib.loads(text)
    lines = tuple(_line(row) for row in told["line"])
    return lines if told["show_unchecked"] else tuple(line for line in lines if line.checked_on)


def _line(row: dict[str, object]) -> HelpLine:
    readers = tuple(str(reader) for reader in row["for"])  # type: ignore[attr-defined]
    if row["says"] not in SAYS or not set(readers) <= set(READERS) or not row["source"]:
        raise ValueError(f"help line {row['number']}: unknown reader or words, or no source")
    checked = str(row["checked_on"])
    return HelpLine(
        str(row["number"]),
        str(row["name"]),
        readers,
        str(row["says"]),
        str(row["source"]),
        date.fromisoformat(checked) if checked else None,
    )


@cache
def help_lines(reader: str) -> tuple[HelpLine, ...]:
    """The lines for an adult or a child, in the order of the file."""
    return tuple(line for line in load(FILE.read_text(encoding="utf-8")) if reader in line.readers)
