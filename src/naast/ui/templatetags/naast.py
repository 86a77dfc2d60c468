"""Small pieces of every page: icons, faces, lists of names and days. No logic, only how things look.

What stands on a page a hundred times is put together by `_html` and `escape`: `format_html` took a tenth of the time.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from html import escape
from typing import Any
from uuid import uuid4

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from naast.access import waiting
from naast.documents.saying import and_list, clock, full_day, local_day, long_day, names, weekday_and_day
from naast.rules.ages import ADULT_FROM
from naast.ui import files, who

register = template.Library()

_FORMS = re.compile("‹([^‹›|]*)[|]([^‹›|]*)›")
for said in (and_list, clock, full_day, long_day, names, weekday_and_day):
    register.filter(said)
NATURE_ICONS = {"fact": "eye", "telling": "quote", "opinion": "lightbulb", "wish": "star"}


def _html(made: str) -> SafeString:
    """A piece of a page in which every text of somebody was escaped where it was put in."""
    return SafeString(made)  # nosec: the few that call it escape


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """One Lucide icon of our own sprite; never the only carrier of a meaning."""
    return format_html(
        '<svg class="i" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        static("naast/icons.svg"),
        name,
    )


@register.simple_tag
def face(person: Any, size: str = "", reads: bool = True) -> SafeString:
    """The face of one person: round for household and network, square for a professional, struck through where
    they do not read. A face never stands without its name beside it."""
    kind = "face-pro" if person.professional else f"t-{person.voice}"
    kinds = f"face {kind}{size and f' face-{size}'}{'' if reads else ' face-no'}"
    return _html(f'<span class="{kinds}" aria-hidden="true">{escape(person.initials)}</span>')


@register.simple_tag
def faces(people: Iterable[Any], size: str = "xs") -> SafeString:
    """A row of small faces; the names are read aloud. Nothing at all for nobody."""
    listed = list(people)
    if not listed:
        return SafeString("")
    labels = escape(", ".join(person.label for person in listed))
    row = "".join(face(person, size) for person in listed)
    return _html(f'<span class="faces" role="img" aria-label="{labels}">{row}</span>')


@register.filter
def day(moment: date | datetime | None) -> str:
    """ "za 31 okt 2026" for a day or a moment in Dutch time; nothing for None."""
    return formats.date_format(local_day(moment), "D j M Y").lower() if moment else ""


@register.filter
def month_and_year(moment: date | datetime | None) -> str:
    """ "november 2026"; nothing for None."""
    return formats.date_format(local_day(moment), "F Y") if moment else ""


@register.filter
def happened(when: Any) -> str:
    """When it happened, as exact as it was told: the teller's words first, else the day or the period."""
    if when.words:
        return str(when.words)
    if when.start is None:
        return ""
    start, end = full_day(when.start), full_day(when.end) if when.end and when.end != when.start else ""
    if end:
        return gettext("%(start)s until %(end)s") % {"start": start, "end": end}
    return gettext("about %(day)s") % {"day": start} if when.precision == "about" else start


@register.filter
def nature_icon(nature: str) -> SafeString:
    """The mark that goes with fact, telling, opinion or wish."""
    return icon(NATURE_ICONS.get(nature, "quote"))


@register.filter
def file_kind(name: str) -> str:
    """ "foto of plaatje", "pdf": what sort of file it is, by its neutral name."""
    return files.kind(name)


@register.filter
def paragraphs(text: str) -> SafeString:
    """Words as they were typed, with their line breaks; everything in them is escaped."""
    return _html(escape(text.replace("\r\n", "\n")).replace("\n", "<br>"))


def words_of(line: Any) -> str:
    """The words of a line; those of a notice are Naast's own, and kept in English."""
    return gettext(line.words) if line.kind == "notice" and line.words else str(line.words)


@register.filter
def spoken(line: Any) -> SafeString:
    """The words of a line: as a quote where they are the teller's own, else as plain text."""
    words = paragraphs(words_of(line))
    if line.quoted:
        return _html(f'<blockquote class="voice">{words}</blockquote>')
    return _html(f'<p class="told">{words}</p>')


@register.filter
def speaker(person: Any) -> SafeString:
    """The face and name of who told it; with the age of a child. Nothing for nobody."""
    if not person:
        return SafeString("")
    child = f", {person.age}" if person.age is not None and person.age < ADULT_FROM else ""
    return _html(f'<span class="who">{face(person, "s")}<b>{escape(person.label)}{child}</b></span>')


@register.filter
def entry_class(line: Any) -> str:
    """The classes of a line: what it is, and whose voice it has."""
    teller = line.teller
    voice = f" e-{teller.voice}" if teller and not teller.professional else ""
    return f"entry is-{line.nature}{voice}"


@register.simple_tag
def once() -> SafeString:
    """The hidden field by which the same confirmation sent twice counts once."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid4())


@register.simple_tag(takes_context=True)
def sealed_who(context: Context) -> SafeString:
    """The hidden field that says whose form this is: beside `{% once %}` in every form in which people type.

    Where the sign-in has ended before the form is sent, what was typed waits under it for the same person, and
    the page's own form shows it again once they are back (ui/waiting.py). Give it to each `<form method="post">`;
    the page at its address must draw the form on a GET with `Form(request.POST or None, ...)`. Nothing at all
    where nobody is signed in.
    """
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return SafeString("")
    handed = who.handed_over(request)
    owner = waiting.owner_of(None if handed else request.user.pk, handed.human if handed else 0)
    return format_html(
        '<input type="hidden" name="who" value="{}">', waiting.sealed_who(owner, request.get_full_path())
    )


@register.filter
def to(text: str, reader: Any) -> str:
    """A text of the portal in the form for its reader: where the Dutch says ‹u|je›, a child or teenager gets the
    second. Nothing else changes; English says *you* to all."""
    picked = _FORMS.sub(lambda found: found[2 if getattr(reader, "young", False) else 1], str(text))
    return mark_safe(picked) if isinstance(text, SafeString) else picked  # nosec: only parts of it are left out
