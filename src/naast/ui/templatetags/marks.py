"""What an entry is besides its words (access/marks.py), in templates."""

from django import template
from django.utils.translation import gettext

from naast.access.lines import Line
from naast.access.people import Face
from naast.rules import advice, consent_words, factor_views, factors, matters, unsafety

register = template.Library()
PLAIN = (
    advice.PLAIN | factors.PLAIN | factor_views.PLAIN | consent_words.PLAIN | matters.PLAIN | unsafety.PLAIN
)


@register.filter
def mark(text: str) -> str:
    """ "Zorg", "heel dichtbij"."""
    return gettext(text)


@register.filter
def plain_mark(text: str) -> str:
    """The same for the household: "wat helpt" for a protective factor."""
    return gettext(PLAIN.get(text, text))


@register.filter
def in_role(line: Line, role: str) -> tuple[Face, ...]:
    """Who stands in an entry in one role."""
    return line.with_role(role)
