"""The scale from 0 to 10 in templates: a ruler, and an answer in words."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from naast.ui import scale

from .naast import icon

register = template.Library()


@register.filter
def answered(given: Any) -> str:
    """An answer in words, of a `Given` or a `ScoreLine`."""
    return scale.said(given.answer, given.value)


@register.simple_tag
def weather(value: int) -> SafeString:
    """One picture of the scale, the lowest first; never without its words."""
    return icon(f"weather-{value}")


@register.inclusion_tag("naast/ruler.html")
def ruler(voice: Any, absent: str) -> dict[str, Any]:
    """One person's newest answer on a ruler, the one before it dashed; `absent` where there is none to show."""
    latest, before = voice.latest, voice.before
    return {
        "face": voice.face,
        "now": scale.mark(latest) if latest else None,
        "before": scale.mark(before) if before else None,
        "absent": absent,
    }
