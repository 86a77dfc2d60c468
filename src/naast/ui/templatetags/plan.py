"""The plan in templates: what became of an agreement, and the phase."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from naast.rules import guideline
from naast.rules.papers import SHEETS, STATES
from naast.rules.phases import PHASES
from naast.rules.reviews import DROPPED, HELPED, RESULTS, SOMETIMES, TRIED
from naast.rules.situations import SORTS

from .naast import icon

register = template.Library()
ICONS = {HELPED: "check", SOMETIMES: "clock", TRIED: "undo-2", DROPPED: "minus"}


@register.filter
def part_of_plan(sort: str) -> str:
    """ "Eerste signalen", "Wie je belt": what a part of a situation is."""
    return gettext(SORTS[sort])


@register.filter
def alone(part: Any) -> list[Any]:
    """A list of one, for what draws several."""
    return [part]


@register.filter
def seventh(part: str) -> str:
    """ "Doelen van de hulp"."""
    return gettext(guideline.PARTS[part])


@register.filter
def stands(state: str) -> str:
    """ "ingevuld", "nog niets", "niet nodig"."""
    return gettext(guideline.STATES[state])


@register.simple_tag
def source_of_seven() -> str:
    """Whose parts these are."""
    return gettext(guideline.SOURCE)


@register.filter
def became(result: str) -> str:
    """ "Het helpt", "Soms lukt het"."""
    return gettext(RESULTS[result])


@register.filter
def became_icon(result: str) -> SafeString:
    """The mark that goes with it; never without its words."""
    return icon(ICONS[result])


@register.filter
def sheet(code: str) -> str:
    """ "het plan op papier", "een persoonlijke uitgave"."""
    return gettext(SHEETS[code])


@register.filter
def paper_state(state: str) -> str:
    """ "teruggekomen", "kwijt": what became of paper."""
    return gettext(STATES[state])


@register.filter
def phase_name(phase: str) -> str:
    """ "directe veiligheid"."""
    return gettext(PHASES[phase].name)


@register.filter
def of_phase(text: str) -> str:
    """A criterion of a phase, or what was said of it, from the rules."""
    return gettext(text)


@register.filter
def phase_result(phase: str) -> str:
    """What there is when it is reached."""
    return gettext(PHASES[phase].result)
