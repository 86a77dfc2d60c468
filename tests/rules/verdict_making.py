"""Short ways to say what the rules of the verdicts take, for their tests, and what Hypothesis may say."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from naast.rules.verdict_incidents import ABOUT, EXACT, PERIOD, UNKNOWN, Decided, Telling
from naast.rules.verdict_voices import ANSWERS, Heard, Member, Voice
from naast.rules.verdicts import CAREFUL_FIRST, Criterion, Verdict

TODAY = date(2026, 11, 16)


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def telling(day: date | None, name: str = "t1", *, told: date | None = None, **more: object) -> Telling:
    """An incident on a day, told on that day unless `told` says another."""
    heard = told or day or TODAY
    given = {"last": day, "precision": UNKNOWN if day is None else EXACT, **more}
    return Telling(f"root-{name}", name, at(heard), heard, **given)  # type: ignore[arg-type]


def decided(
    of: Telling, on: date, *, counts: bool, name: str = "d1", differs: tuple[str, ...] = ()
) -> Decided:
    return Decided(f"root-{name}", name, at(on), of.entry, on, counts, differs)


def voice(person: str, answer: str, day: date, name: str = "", hour: int = 12) -> Voice:
    entry = name or f"voice-{person}-{day}-{hour}"
    return Voice(f"root-{entry}", entry, at(day, hour), person, answer, day)


def member(person: str, *days: date, **more: object) -> Member:
    heard = tuple(Heard(f"talk-{person}-{day}", day) for day in days)
    return Member(person, **{"heard": heard, **more})  # type: ignore[arg-type]


def rank(of: Verdict | Criterion) -> int:
    """The safer, the higher."""
    return CAREFUL_FIRST.index(of.state)


PAST = st.dates(date(2024, 1, 1), TODAY)


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """Any version of any of a few tellings."""
    first = draw(PAST)
    last = first + timedelta(days=draw(st.integers(0, 60)))
    known = draw(st.sampled_from([EXACT, ABOUT, PERIOD, UNKNOWN]))
    told = draw(PAST)
    return Telling(
        draw(st.sampled_from(["root-a", "root-b", "root-c"])),
        f"version-{draw(st.integers(0, 10**9))}",
        at(told, draw(st.integers(0, 23))),
        told,
        None if known == UNKNOWN else first if known == EXACT else last,
        known,
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    person, answer = draw(st.sampled_from(["mother", "father"])), draw(st.sampled_from(ANSWERS))
    name = f"voice-{draw(st.integers(0, 10**9))}"
    return voice(person, answer, draw(PAST), name, draw(st.integers(0, 23)))
