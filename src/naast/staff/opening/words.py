"""Dates that are known in part, in words."""

from django.utils import formats
from django.utils.translation import gettext

from naast.rules.partial_date import PartialDate, Precision


def partial(birth: PartialDate) -> str:
    """'3 februari 1990', 'februari 1990', '1990', or that it is not known."""
    first = birth.earliest
    if first is None:
        return gettext("birth date not known")
    if birth.precision is Precision.DAY:
        return formats.date_format(first, "j F Y")
    return formats.date_format(first, "F Y") if birth.precision is Precision.MONTH else str(first.year)
