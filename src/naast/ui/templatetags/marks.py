"""What an entry is besides its words (access/marks.py), in templates."""

from django import template
from django.utils.translation import gettext

from naast.rules import advice, consent_words, factor_views, factors, matters

register = template.Library()
PLAIN = advice.PLAIN | factors.PLAIN | consent_words.PLAIN | matters.PLAIN | factor_views.PLAIN


@register.filter
def mark(text: str) -> str:
    """ "Zorg", "heel dichtbij"."""
    return gettext(text)


@register.filter
def plain_mark(text: str) -> str:
    """The same for the household: "wat helpt" for a protective factor."""
    return gettext(PLAIN.get(text, text))
