"""When something happened, in the words in which people say it: a day, about a day, a period, or only words.

"31 november" is refused with the day that was probably meant; what is not understood is kept as words and never
refused, because a teller may know no more than "toen ik klein was".
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from .texts import N_

LONGEST = 120
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
SHORT = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"mrt": 3, "sept": 9}
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TODAY = {"vandaag", "nu", "net", "zojuist", "vanochtend", "vanmorgen", "vanmiddag", "vanavond", "vannacht"}
ABOUT = re.compile(r"^(zo )?(ongeveer|rond|omstreeks|circa|ca)\.? ")
PARTS = {"begin": (1, 10), "half": (11, 20), "midden": (11, 20), "eind": (21, 31), "einde": (21, 31)}


class NotADay(ValueError):
    """No calendar has this day, or it is still to come: a message id with its parameters."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day it can be, how exact (exact, about, period, unknown), and words worth keeping."""

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    words: str = ""


def read(text: str, today: date) -> When:
    """What somebody typed as the moment at which it happened. Raises NotADay."""
    typed = " ".join(text.split())[:LONGEST]
    plain = typed.lower().replace(",", "")
    about = bool(ABOUT.match(f"{plain} "))
    plain = ABOUT.sub("", plain)
    if not plain:
        return When()
    found = _range(plain, today) or _one(plain, today) or _period(plain, today, typed)
    if found is None:
        return When(words=typed)
    if found.start is not None and found.start > today:
        raise NotADay(N_("This day is still to come."))
    end = min(found.end, today) if found.end else None
    precision = "about" if about and found.precision == "exact" else found.precision
    return When(found.start, end, precision, found.words)


def _range(text: str, today: date) -> When | None:
    """Two days: "van 1 tot 5 november", "tussen 28 oktober en 2 november", "1 t/m 5 november"."""
    match = re.fullmatch(
        r"(?:van |tussen )?(.+?) (?:tot en met|tot|en|t/m|-|–) (.+)", text.replace("t.e.m.", "t/m")
    )
    if match is None:
        return None
    last = _day(match[2], today)
    first = match[1]
    if last is not None and re.fullmatch(r"\d{1,2}", first):
        first = f"{first} {MONTHS[last.month - 1]} {last.year}"
    if last is None:
        return None
    worded = re.fullmatch(r"\d{1,2} [a-z]+", first)
    start = _day(f"{first} {last.year}" if worded else first, last)
    if start is None:
        return None
    if worded and start > last and start.month > last.month:  # from December until January
        start = start.replace(year=last.year - 1)
    if last < start:
        raise NotADay(N_("The end lies before the beginning."))
    return When(start, last, "period" if start != last else "exact")


def _one(text: str, today: date) -> When | None:
    day = _day(text, today)
    return When(day, day, "exact") if day else None


def _day(text: str, today: date) -> date | None:
    """One day, typed in one of the usual ways; None where it is something else."""
    if text in TODAY:
        return today
    if text in ("gisteren", "gisteravond", "eergisteren"):
        return today - timedelta(days=2 if text == "eergisteren" else 1)
    if text in ("morgen", "overmorgen"):
        raise NotADay(N_("This day is still to come."))
    named = re.fullmatch(rf"(?:op |afgelopen |vorige )?({'|'.join(WEEKDAYS)})", text)
    if named:
        back = (today.weekday() - WEEKDAYS.index(named[1]) - 1) % 7 + 1
        return today - timedelta(days=back)
    text = re.sub(rf"^(op )?(({'|'.join(WEEKDAYS)}|ma|di|wo|do|vr|za|zo) )?", "", text)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        return _made(int(iso[3]), int(iso[2]), int(iso[1]), today)
    digits = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?", text)
    if digits:
        return _made(int(digits[1]), int(digits[2]), _year(digits[3], today), today)
    worded = re.fullmatch(r"(\d{1,2})(?:e|ste|de)? ([a-z]+)\.?(?: (\d{4}))?", text)
    if worded and (month := _month(worded[2])):
        return _made(int(worded[1]), month, _year(worded[3], today), today)
    return None


def _made(day: int, month: int, year: int | None, today: date) -> date:
    """The day; without a year the last one that is not still to come. Raises NotADay."""
    if not 1 <= month <= 12:
        raise NotADay(N_("There is no month %(month)s."), month=month)
    given = year
    if year is None:
        year = today.year if (month, day) <= (today.month, today.day) else today.year - 1
    if not 1 <= year <= 9999:
        raise NotADay(N_("There is no year %(year)s."), year=year)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        meant = last if day > last else 1
        name = MONTHS[month - 1] + (f" {year}" if given and month == 2 and day == 29 else "")
        raise NotADay(
            N_("%(day)s %(month)s does not exist. Do you mean %(meant)s %(month)s?"),
            day=day,
            month=name,
            meant=meant,
        )
    return date(year, month, day)


def _year(text: str | None, today: date) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else today.year // 100 * 100 + int(text)


def _month(text: str) -> int | None:
    if text in MONTHS:
        return MONTHS.index(text) + 1
    return SHORT.get(text)


def _period(text: str, today: date, typed: str) -> When | None:
    """A part of a month, a month, a year, last week or last month, so many weeks ago."""
    match = re.fullmatch(r"(?:in |in de maand )?(?:(begin|half|midden|einde?) )?([a-z]+)(?: (\d{4}))?", text)
    if match and (month := _month(match[2])):
        first, last = PARTS.get(match[1] or "", (1, 31))
        year = int(match[3]) if match[3] else today.year - ((month, first) > (today.month, today.day))
        most = calendar.monthrange(year, month)[1]
        return When(date(year, month, first), date(year, month, min(last, most)), "period", typed)
    if (year_only := re.fullmatch(r"(?:in )?(1[89]\d\d|20\d\d)", text)) is not None:
        year = int(year_only[1])
        return When(date(year, 1, 1), date(year, 12, 31), "period", typed)
    return _ago(text, today)


def _ago(text: str, today: date) -> When | None:
    monday = today - timedelta(days=today.weekday())
    if text in ("deze week", "van de week"):
        return When(monday, today, "period")
    if text in ("vorige week", "afgelopen week"):
        return When(monday - timedelta(days=7), monday - timedelta(days=1), "period")
    if text in ("afgelopen weekend", "vorig weekend", "dit weekend"):
        return When(monday - timedelta(days=2), monday - timedelta(days=1), "period")
    if text in ("vorige maand", "afgelopen maand"):
        end = today.replace(day=1) - timedelta(days=1)
        return When(end.replace(day=1), end, "period")
    amount, unit = r"(\d{1,3}|een|twee|drie|vier|vijf|zes)", r"(dag|dagen|week|weken|maand|maanden)"
    match = re.fullmatch(rf"{amount} {unit} geleden", text)
    if match is None:
        return None
    numbers = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
    count = numbers.get(match[1]) or int(match[1])
    days = count * {"d": 1, "w": 7, "m": 30}[match[2][0]]
    day = today - timedelta(days=days)
    return When(day, day, "exact" if match[2].startswith("dag") else "about")
