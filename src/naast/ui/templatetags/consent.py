"""Consent in templates: the words of its codes, and where a rule comes from."""

from django import template
from django.utils import formats
from django.utils.translation import gettext

from naast.rules import consent_note, consent_time, consent_words
from naast.rules.sources import Source

register = template.Library()


@register.filter
def subject(code: str) -> str:
    """ "hulp van de gemeente (Wmo)"."""
    return gettext(consent_words.SUBJECTS[consent_words.Subject(code)])


@register.filter
def said(code: str) -> str:
    """ "zegt ja"."""
    return gettext(consent_time.ANSWERS[code])


@register.filter
def stands(code: str) -> str:
    """How an answer stands: "loopt binnenkort af"."""
    return gettext(consent_time.STATES[consent_time.State(code)])


@register.filter
def how_said(code: str) -> str:
    """ "in het portaal", "gesproken"."""
    return gettext(consent_note.HOWS[code])


@register.filter
def weighs(code: str) -> str:
    """ "niemand twijfelt eraan"."""
    return gettext(consent_words.WEIGHS[consent_words.Weighs(code)])


@register.filter
def turns(years: int) -> str:
    """What changes at this birthday, and what to look at."""
    return gettext(consent_time.TURNS[years])


@register.filter
def standing(code: str) -> str:
    """ "moet ja zeggen"."""
    return gettext(consent_words.STANDINGS[consent_words.Standing(code)])


@register.filter
def source(one: Source) -> str:
    """ "Jeugdwet 7.3.4 (tekst van 6 november 2021, nog niet vergeleken met de tekst van vandaag)"."""
    state = gettext(one.state)
    if one.edition is None:
        return f"{one.name} ({state})"
    day = formats.date_format(one.edition, "j F Y")
    return gettext("%(name)s (text of %(day)s, %(state)s)") % {
        "name": one.name,
        "day": day,
        "state": state,
    }
