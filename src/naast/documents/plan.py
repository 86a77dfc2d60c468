"""The plan on paper: what everybody in the plan may read, and for whom it is and how new it is on every page."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language, gettext

from naast.access.plan_page import Agreed, PlanPage, Situation
from naast.content.help_lines import HelpLine

from .press import Paper, press
from .saying import clock, full_day, names, weekday_and_day

NAME = "afspraken.pdf"


def plan(page: PlanPage, lines: Sequence[HelpLine]) -> Paper:
    """The whole of `page`, as it is given: access decides what stands on it."""
    told = sheet(page, lines) | {
        "heading": gettext("Our safety plan"),
        "look": _look(page),
        "situations": [_situation(one) for one in page.situations],
        "others": gettext("Other agreements"),
        "loose": [_agreement(one) for one in page.loose],
        "empty": gettext("There is nothing yet that everybody in the plan may read.") if page.empty else "",
        "phone": gettext("To phone at once"),
    }
    return press(NAME, "plan.typ", told, page.at)


def sheet(page: PlanPage, lines: Sequence[HelpLine]) -> dict[str, Any]:
    """What every sheet of the plan has: title, language, for whom, how new, and whom to phone."""
    return {
        "title": gettext("Agreements"),
        "language": (get_language() or "nl").partition("-")[0],
        "stamp": _stamp(page),
        "page": gettext("Page %(one)s of %(all)s") % {"one": "{one}", "all": "{all}"},
        "help": [{"number": one.number, "name": one.name, "says": _says(one)} for one in lines],
    }


def _stamp(page: PlanPage) -> str:
    said = [gettext("For %(names)s.") % {"names": names(page.everyone)}]
    if page.changed:
        moment = {"day": full_day(page.changed), "time": clock(page.changed)}
        said.append(gettext("As it was agreed on %(day)s, %(time)s.") % moment)
    said.append(gettext("Printed on %(day)s.") % {"day": full_day(page.at)})
    return " ".join(said)


def _says(line: HelpLine) -> str:
    return gettext("in danger now") if line.says == "danger" else ""


def _look(page: PlanPage) -> str:
    if page.next_look is None:
        return ""
    return gettext("On %(day)s we look together at what works.") % {"day": weekday_and_day(page.next_look.on)}


def _situation(one: Situation) -> dict[str, Any]:
    agreements = [_agreement(agreed) for agreed in one.agreements]
    return {"words": one.line.words, "quoted": one.line.quoted, "agreements": agreements}


def _agreement(one: Agreed) -> dict[str, Any]:
    until = full_day(one.ends) if one.ends else gettext("no end day")
    facts = [
        _labelled(gettext("Who does it"), names(one.does)),
        _labelled(gettext("Who watches"), names(one.watches)),
        _labelled(gettext("From and until"), f"{full_day(one.starts)} – {until}"),
    ]
    more = [_labelled(gettext("If it does not work"), one.fallback)]
    if one.childrens_words:
        more.append(_labelled(gettext("For the children"), one.childrens_words))
    return {"words": one.line.words, "facts": facts, "more": more}


def _labelled(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}
