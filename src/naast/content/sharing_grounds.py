"""On which grounds something goes outside its circle, per law, from sharing_grounds.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from naast.rules.consent_words import SECRECY
from naast.rules.sharing import Needs

LONGEST_CODE = 12  # as it is kept with a share (records/kinds.py)
FILE = Path(__file__).with_name("sharing_grounds.toml")


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground: `subject` of the consent that it needs, else ''; `law` and `read` (the edition) as far as known."""

    code: str
    needs: Needs
    subject: str
    title: str
    words: str
    law: str
    read: date | None
    source: str
    checked_on: date | None
    offered: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """All of one edition of the file; a share keeps the edition that it was made under."""

    edition: str
    every: Mapping[str, Ground]

    @property
    def offered(self) -> tuple[Ground, ...]:
        """The lawful ones, in the order of the file."""
        return tuple(one for one in self.every.values() if one.offered)


def load(text: str) -> Grounds:
    """The grounds as the file says them. Raises ValueError, with what is wrong, where one is not whole."""
    told = tomllib.loads(text)
    found = [_ground(row) for row in told["ground"]]
    every = {one.code: one for one in found}
    if len(every) < len(found):
        raise ValueError("two grounds have the same code")
    return Grounds(told["edition"], every)


def _ground(row: Mapping[str, Any]) -> Ground:
    code = row["code"]
    if len(code) > LONGEST_CODE:
        raise ValueError(f"the code {code} has more than {LONGEST_CODE} characters")
    for name in ("title", "words", "source"):
        if not row[name].strip():
            raise ValueError(f"the ground {code} has no {name}")
    needs, subject = Needs(row["needs"]), row.get("subject", "")
    if (subject in SECRECY) is not (needs is Needs.CONSENT):
        raise ValueError(
            f"the ground {code} needs a consent to sharing and names none, or names one it does not need"
        )
    return Ground(
        code,
        needs,
        subject,
        row["title"],
        row["words"],
        row["law"],
        _day(row["read"]),
        row["source"],
        _day(row["checked_on"]),
        row.get("offered", True),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def grounds() -> Grounds:
    """The grounds of this municipality."""
    return load(FILE.read_text(encoding="utf-8"))
