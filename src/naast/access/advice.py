"""What an advice without names keeps besides its words, as a page shows it."""

from dataclasses import dataclass, field

from naast.records.models import Entry, Kind


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """Which function or organisation gave it, to which question, and what the team does with it."""

    giver: str = field(repr=False)
    question: str = field(repr=False)
    followed: str = field(repr=False)


def advice(entry: Entry) -> AdviceLine | None:
    """Of an entry with the row of its kind read along (`told.of_page`); None where it is no advice."""
    if entry.kind != Kind.ADVICE:
        return None
    kept = entry.advice
    return AdviceLine(kept.giver, kept.question, kept.followed)
