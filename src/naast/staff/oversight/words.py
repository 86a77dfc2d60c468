"""How the pages of the privacy officer say things: filters for their templates."""

from uuid import UUID

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.overseen import Opened
from naast.access.oversight import Said
from naast.access.oversight_trace import TraceRow
from naast.rules.oversight import RESULTS

from .groups import group_of

register = template.Library()
KINDS = {
    "passage": _("things told or seen"),
    "statement": _("own statements"),
    "answer": _("answers"),
    "file": _("files"),
    "contact": _("contacts"),
    "contact_data": _("addresses and numbers"),
    "situation": _("unsafe situations"),
    "agreement": _("agreements"),
    "condition": _("conditions"),
    "plan_part": _("parts of the plan"),
    "membership": _("who lives there"),
    "relation": _("how people belong to each other"),
    "authority": _("parental authority"),
    "involvement": _("who stands around it"),
    "factor": _("worries and strengths"),
    "decision": _("decisions"),
    "advice": _("advice without names"),
    "incident": _("things that happened"),
    "matter": _("questions together"),
    "matter_part": _("parts of questions together"),
    "factor_view": _("how factors are seen"),
    "proposal": _("questions to take on a role"),
}
OTHER = _("other things")
SHOWN_OF_A_NUMBER = 8


@register.filter
def opened(one: Opened) -> str:
    """ "afspraken: 3"; a kind without a name of its own is one of other things."""
    return f"{KINDS.get(one.kind, OTHER)}: {one.number}"


@register.filter
def result(said: Said) -> str:
    """What the privacy officer found."""
    return gettext(RESULTS[said.result])


@register.filter
def doing(row: TraceRow) -> str:
    """What a line of the trace was, by its group."""
    return str(group_of(row.act))


@register.filter
def short(number: UUID) -> str:
    """The beginning of a number, for a narrow column; the whole stands in the link's name."""
    return f"{str(number)[:SHOWN_OF_A_NUMBER]}…"
