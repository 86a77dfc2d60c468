"""A plan of as many agreements as one likes, of somebody invented; every turn in other words: nothing is kept."""

from datetime import UTC, date, datetime
from uuid import UUID

from naast.access.lines import Happened, Line
from naast.access.people import Face
from naast.access.plan_page import Agreed, PlanPage, Situation

AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
SOMEBODY = Face(UUID(int=1), "Samira", "Samira", "S", "clay", row=1)


def page(agreements: int, turn: int) -> PlanPage:
    """Two agreements to a situation."""
    situations = tuple(
        Situation(_line(f"Situatie {number} van {turn}. " + "Dan duurt het lang. " * 5), (one, one))
        for number in range(agreements // 2)
        for one in (_agreed(f"Afspraak {number} van {turn}. "),)
    )
    people = (SOMEBODY,)
    return PlanPage(UUID(int=9), situations, (), (), None, people, people, people, False, None, None, AT, AT)


def _agreed(begin: str) -> Agreed:
    words = begin + "Wij bellen eerst en wachten op elkaar. " * 4
    fallback, starts = "Dan gaan wij. " * 6, date(2026, 11, 3)
    return Agreed(_line(words), (SOMEBODY,), (SOMEBODY,), (), starts, None, fallback, "", "running", ())


def _line(words: str) -> Line:
    when = Happened(None, None, "", "")
    told = (SOMEBODY, SOMEBODY, (), when, AT, AT, "", "", "", "", (), False, False, 0, UUID(int=2))
    return Line(UUID(int=2), "agreement", "fact", words, False, *told)
