"""Worries and strengths in templates."""

from django import template
from django.utils.translation import gettext

from naast.rules.factors import SORTS

register = template.Library()


@register.filter
def factor(sort: str) -> str:
    """ "Zorg", "Beschermende factor"."""
    return gettext(SORTS[sort])
