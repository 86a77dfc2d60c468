"""The plan on paper, for whom and how new on every page: all of it, the children's page, a card for the purse."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import get_language, gettext

from naast.access.people import Face
from naast.access.plan_page import Agreed, Condition, Part, PlanPage, Seventh, Situation
from naast.content.help_lines import HelpLine, help_lines
from naast.rules import guideline
from naast.rules.ages import ADULT_FROM
from naast.rules.situations import SORTS
from naast.rules.unsafety import PLAIN

from .press import Paper, press
from .saying import clock, full_day, names, weekday_and_day

TO_PHONE = 3  # lines for a name and a number


def plan(page: PlanPage, only_for: Face | None = None) -> Paper:
    """The whole of `page`, as it is given: access decides what stands on it. For everybody in it, or for one."""
    told = _sheet(page, readers=[only_for] if only_for else ()) | {
        "heading": gettext("Our safety plan"),
        "look": _look(page),
        "situations": [_situation(one) for one in page.situations],
        "least": gettext("What must at least be so"),
        "conditions": [_condition(one) for one in page.loose_conditions],
        "others": gettext("Other agreements"),
        "made_of": gettext("What the plan is made of"),
        "seven": [_seventh(one) for one in page.seven] if page.written else [],
        "source": gettext(guideline.SOURCE),
        "loose": [_agreement(one) for one in page.loose],
        "empty": gettext("There is nothing yet that everybody in the plan may read.") if page.empty else "",
        "phone": gettext("To phone at once"),
    }
    return press("afspraken.pdf", "plan.typ", told, page.at)


def for_children(page: PlanPage) -> Paper:
    """Only what stands in the agreements in words for children, with the numbers that a child can phone."""
    told = _sheet(page, "child") | {
        "heading": gettext("What we agreed"),
        "look": _look(page),
        "agreements": [_for_a_child(one) for one in page.for_children],
        "empty": "" if page.for_children else gettext("There are no words for children in the plan yet."),
        "phone": gettext("You may always phone"),
    }
    return press("afspraken-kinderen.pdf", "children.typ", told, page.at)


def cards(page: PlanPage, people: Iterable[Face]) -> Paper:
    """A card to cut out and fold for each of `people`: the agreements in which they stand, and whom to phone.

    Whom else to phone is left to be written by hand: a card gets lost, and who watches an agreement may be the one
    whose behaviour harms.
    """
    told = _sheet(page) | {
        "heading": gettext("Card for the purse"),
        "how": gettext("Cut along the line and fold in the middle. Write names and numbers on it yourself."),
        "cards": [_card(page, one) for one in people],
    }
    return press("kaartje.pdf", "cards.typ", told, page.at)


def _sheet(page: PlanPage, phones: str = "adult", readers: Sequence[Face] = ()) -> dict[str, Any]:
    """What every sheet has: title, language, for whom (everybody in the plan), how new, and whom to phone."""
    return {
        "title": gettext("Agreements"),
        "language": (get_language() or "nl").partition("-")[0],
        "stamp": _stamp(page, readers or page.everyone),
        "page": gettext("Page %(one)s of %(all)s") % {"one": "{one}", "all": "{all}"},
        "help": _help(phones),
    }


def _stamp(page: PlanPage, readers: Sequence[Face]) -> str:
    whose = gettext("For %(names)s.") % {"names": names(readers)}
    made = gettext("Printed on %(day)s.") % {"day": full_day(page.at)}
    return " ".join(filter(None, (whose, _agreed_on(page), made)))


def _agreed_on(page: PlanPage) -> str:
    if page.changed is None:
        return ""
    moment = {"day": full_day(page.changed), "time": clock(page.changed)}
    return gettext("As it was agreed on %(day)s, %(time)s.") % moment


def _help(reader: str) -> list[dict[str, str]]:
    lines = help_lines(reader)
    said = ((one.number, (one.name, _says(one, reader))) for one in lines)
    return [{"number": number, "says": ", ".join(filter(None, words))} for number, words in said]


def _says(line: HelpLine, reader: str) -> str:
    if line.says == "danger":
        return gettext("when it is dangerous now") if reader == "child" else gettext("in danger now")
    return gettext("free of charge") if reader == "child" else ""


def _look(page: PlanPage) -> str:
    if page.next_look is None:
        return ""
    return gettext("On %(day)s we look together at what works.") % {"day": weekday_and_day(page.next_look.on)}


def _situation(one: Situation) -> dict[str, Any]:
    agreements = [_agreement(agreed) for agreed in one.agreements]
    return {
        "words": one.line.words,
        "quoted": one.line.quoted,
        "parts": [*_kinds(one), *(_parts(sort, parts) for sort, parts in one.by_sort)],
        "conditions": [_condition(condition) for condition in one.conditions],
        "agreements": agreements,
    }


def _kinds(one: Situation) -> list[dict[str, Any]]:
    """What was named together, in plain words; what only the team sees in it is no part of paper."""
    if not one.said:
        return []
    return [
        {"label": gettext("This happens then"), "said": [gettext(PLAIN[name]) for name in one.kind_names]}
    ]


def _parts(sort: str, parts: Sequence[Part]) -> dict[str, Any]:
    return {"label": gettext(SORTS[sort]), "said": [_part(one) for one in parts]}


def _part(one: Part) -> str:
    about = f"({names(one.line.about)})" if one.line.about else ""
    said = " ".join(filter(None, (one.line.words, about)))
    told = ", ".join(filter(None, (said, one.when)))
    return ": ".join(filter(None, (told, one.reach)))


def _condition(one: Condition) -> dict[str, str]:
    said = {"who": one.set_by, "day": full_day(one.starts)}
    by = gettext("Condition of %(who)s, from %(day)s") % said
    until = gettext("until %(day)s") % {"day": full_day(one.ends)} if one.ends else ""
    return {"words": one.line.words, "by": " ".join(filter(None, (by, until)))}


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


def _seventh(one: Seventh) -> dict[str, Any]:
    return {
        "label": gettext(guideline.PARTS[one.part]),
        "state": gettext(guideline.STATES[one.state]),
        "said": [written.line.words for written in one.written],
    }


def _labelled(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}


def _for_a_child(one: Agreed) -> dict[str, Any]:
    facts = [_labelled(gettext("Who does it?"), names(one.does))]
    facts.append(_labelled(gettext("Who watches?"), names(one.watches)))
    return {"words": one.childrens_words, "facts": facts}


def _card(page: PlanPage, person: Face) -> dict[str, Any]:
    own = [one for one in page.agreements if person.row in {face.row for face in one.named}]
    young = person.age is not None and person.age < ADULT_FROM
    reader = "child" if young else "adult"
    return {
        "whose": gettext("Card for %(name)s") % {"name": person.label},
        "phone": gettext("To phone"),
        "help": _help(reader),
        "room": TO_PHONE,
        "mine": gettext("Agreements"),
        "own": [(young and one.childrens_words) or one.line.words for one in own],
        "none": "" if own else gettext("Nothing yet."),
        "more": gettext("More stands in the plan."),
        "new": _agreed_on(page),
    }
