"""How names, days and times are said, on paper and on the pages of the web faces."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.translation import gettext

from naast.access.people import Face


def names(people: Iterable[Face]) -> str:
    """ "Samira, Karim en Noa"; nothing for nobody."""
    return and_list([person.label for person in people])


def and_list(words: Iterable[str]) -> str:
    """Words with commas and a last *and*."""
    listed = [str(word) for word in words]
    if len(listed) < 2:
        return "".join(listed)
    return gettext("%(first)s and %(last)s") % {"first": ", ".join(listed[:-1]), "last": listed[-1]}


def local_day(moment: date | datetime) -> date:
    """The day itself, or the day of a moment in Dutch time."""
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


def full_day(moment: date | datetime | None) -> str:
    """ "31 oktober 2026"; nothing for None."""
    return formats.date_format(local_day(moment), "j F Y") if moment else ""


def weekday_and_day(moment: date | datetime | None) -> str:
    """ "dinsdag 1 december", for a day in the weeks around now; nothing for None."""
    return formats.date_format(local_day(moment), "l j F") if moment else ""


def long_day(moment: date | datetime | None) -> str:
    """ "dinsdag 1 december 2026"; nothing for None."""
    return formats.date_format(local_day(moment), "l j F Y") if moment else ""


def clock(moment: datetime | None) -> str:
    """ "16.10" in Dutch time; nothing for None."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{local.hour}.{local.minute:02d}"
