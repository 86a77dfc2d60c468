"""Roles and what became of a question, in words."""

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.rules.roles import COORDINATOR, FIXED_FACE, PLAN_LEAD, STATES

register = template.Library()
ASKED = {
    FIXED_FACE: _("to be the fixed face"),
    COORDINATOR: _("to coordinate who does what"),
    PLAN_LEAD: _("to lead the plan"),
}


@register.filter
def role_asked(role: str) -> str:
    """What somebody is asked to be or do."""
    return str(ASKED[role])


@register.filter
def state_of(state: str) -> str:
    """What became of the question."""
    return gettext(STATES[state])
