"""The network circle in templates."""

from django import template
from django.utils.translation import gettext

from naast.rules.network import ANSWERS, RINGS
from naast.ui.network import Picture

register = template.Library()


@register.filter
def answer(code: str) -> str:
    """ "zegt ja", "nog niet gevraagd"."""
    return gettext(ANSWERS[code])


@register.filter
def ring(number: int) -> str:
    """ "heel dichtbij"."""
    return gettext(RINGS[number])


@register.filter
def answers(picture: Picture) -> list[str]:
    """The answers that stand in this picture, in the order of rules/network.py."""
    given = {dot.answer for dot in picture.dots}
    return [code for code in ANSWERS if code in given]
