"""A plan as access gives it, made by hand: everybody in it is invented."""

from datetime import UTC, date, datetime
from uuid import UUID

from naast.access.lines import Happened, Line
from naast.access.people import Face
from naast.access.plan_page import Agreed, Condition, NextLook, Part, PlanPage, Situation, Written

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
AGREED = datetime(2026, 11, 3, 15, 10, tzinfo=UTC)


def face(name: str, row: int, *, is_viewer: bool = False) -> Face:
    """Somebody with a call name."""
    return Face(UUID(int=row), name, name, name[:1], "clay", is_viewer=is_viewer, row=row)


SAMIRA, KARIM, NOA = (face(name, row) for row, name in enumerate(("Samira", "Karim", "Noa"), 1))


def line(words: str, kind: str = "agreement", *, quoted: bool = False) -> Line:
    """One entry with these words."""
    number = UUID(int=sum(map(ord, words)))
    when = Happened(None, None, "", "")
    told = (SAMIRA, KARIM, (), when, AGREED, AGREED, "", "", "", "", (), False, False, 0, number)
    return Line(number, kind, "fact", words, quoted, *told)


def agreed(
    words: str = "Karim belt eerst voor hij komt.",
    *,
    does: tuple[Face, ...] = (KARIM,),
    watches: tuple[Face, ...] = (SAMIRA,),
    fallback: str = "Dan gaat hij weer naar huis.",
    childrens_words: str = "",
) -> Agreed:
    """One agreement that holds today."""
    starts = date(2026, 11, 3)
    return Agreed(line(words), does, watches, (), starts, None, fallback, childrens_words, "running", ())


def condition(words: str, *, gap: bool = False) -> Condition:
    """One condition that holds today."""
    starts = date(2026, 11, 2)
    return Condition(line(words, "condition"), "Veilig Thuis", "Mia", starts, None, "running", gap=gap)


def situation(
    words: str,
    *agreements: Agreed,
    quoted: bool = False,
    conditions: tuple[Condition, ...] = (),
    parts: tuple[Part, ...] = (),
) -> Situation:
    """One situation with its agreements, conditions and parts."""
    return Situation(line(words, "situation", quoted=quoted), agreements, conditions, parts)


def part(sort: str, words: str, *, when: str = "", reach: str = "") -> Part:
    """One part of a situation."""
    return Part(line(words, "plan_part"), sort, when, reach)


def page(
    *situations: Situation,
    loose: tuple[Agreed, ...] = (),
    everyone: tuple[Face, ...] = (KARIM, NOA, SAMIRA),
    viewer: Face | None = None,
    conditions: tuple[Condition, ...] = (),
    written: tuple[Written, ...] = (),
) -> PlanPage:
    """The whole plan; there is a day to look at it together where there is anything in it."""
    look = NextLook(line("Samen kijken", "evaluation"), date(2026, 12, 7)) if situations or loose else None
    changed = AGREED if look else None
    return PlanPage(
        UUID(int=9),
        situations,
        loose,
        (),
        look,
        everyone,
        everyone,
        everyone,
        False,
        None,
        viewer,
        changed,
        AT,
        loose_conditions=conditions,
        written=written,
    )
