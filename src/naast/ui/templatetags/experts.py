"""An expert beside the fixed face, in templates."""

from django import template
from django.utils.translation import gettext

from naast.rules.advice import FORMS, WHY
from naast.rules.experts import EXPERTS

register = template.Library()


@register.filter
def expert(code: str) -> str:
    """ "gedragswetenschapper"."""
    return gettext(EXPERTS[code]) if code in EXPERTS else code


@register.filter
def joins(code: str) -> str:
    """In which form: "Consultatie"."""
    return gettext(FORMS[code]) if code in FORMS else code


@register.filter
def joins_how(code: str) -> str:
    """The same in plain words: "Meedenken in een gesprek."."""
    return gettext(WHY[code]) if code in WHY else ""
