"""What is given to one receiver as a file: exactly what was shared, for whom, what for and until when."""

from datetime import datetime
from typing import Any

from django.utils.translation import get_language, gettext

from naast.access.lines import Line
from naast.access.sharing import Shared

from .press import Paper, press
from .saying import full_day, names


def shared(one: Shared, kinds: dict[str, str], at: datetime) -> Paper:
    """One share as it is given on that moment; `kinds` says what each kind of entry is called (code to name)."""
    receiver = one.receiver.full_name if one.receiver else one.organisation
    told = {
        "title": gettext("What was shared"),
        "language": (get_language() or "nl").partition("-")[0],
        "heading": gettext("What was shared with you"),
        "facts": [_fact(gettext("For:"), receiver), _fact(gettext("What for:"), one.purpose), *_until(one)],
        "stays": gettext(
            "Only for you and for this. Do not give it to anybody else, and destroy it afterwards."
        ),
        "what": gettext("What it is"),
        "entries": [_entry(what.line, kinds) for what in one.what],
        "stamp": _stamp(receiver, at),
        "page": gettext("Page %(one)s of %(all)s") % {"one": "{one}", "all": "{all}"},
        "help": [],
    }
    return press("gedeeld.pdf", "shared.typ", told, at)


def _until(one: Shared) -> list[dict[str, str]]:
    return [_fact(gettext("Until:"), full_day(one.last_day))] if one.last_day else []


def _stamp(receiver: str, at: datetime) -> str:
    whose = gettext("For %(names)s.") % {"names": receiver}
    return f"{whose} {gettext('Printed on %(day)s.') % {'day': full_day(at)}}"


def _entry(line: Line, kinds: dict[str, str]) -> dict[str, Any]:
    teller = line.teller.full_name if line.teller else ""
    facts = [
        (gettext("Told by:"), teller),
        (gettext("About:"), names(line.about)),
        (gettext("Who was harmed:"), names(line.with_role("harmed"))),
        (gettext("Whose behaviour harmed:"), names(line.with_role("harms"))),
        (gettext("Who saw it:"), names(line.with_role("saw"))),
        (gettext("Who does it:"), names(line.with_role("does"))),
        (gettext("Who watches:"), names(line.with_role("watches"))),
        (gettext("Written down on:"), full_day(line.confirmed_at)),
    ]
    return {
        "title": kinds.get(line.kind, ""),
        "words": line.words,
        "quoted": line.quoted,
        "facts": [_fact(label, value) for label, value in facts if value],
    }


def _fact(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}
