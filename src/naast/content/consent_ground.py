"""Why the team keeps data, from consent_ground.toml: its own short text, and never a consent."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("consent_ground.toml")


@dataclass(frozen=True, slots=True)
class Ground:
    """The text, where it comes from, and when a person compared it with today's law."""

    title: str
    words: str
    source: str
    checked_on: date | None


def load(text: str) -> Ground:
    """The ground as the file says it. Raises ValueError where it has no words or no source."""
    told = tomllib.loads(text)
    words = " ".join(told["words"].split())
    if not words or not told["source"]:
        raise ValueError("the ground to keep data has no words, or no source")
    checked = told["checked_on"]
    return Ground(told["title"], words, told["source"], date.fromisoformat(checked) if checked else None)


@cache
def ground() -> Ground:
    """The ground of this municipality."""
    return load(FILE.read_text(encoding="utf-8"))
