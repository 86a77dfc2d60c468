"""What may stand behind the question mark of an address: searched, filtered, going on, at a table, through eyes."""

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from tests.world.build import NOW

from .addresses import SAMPLED, Address, Arguments

# Words that many entries hold: what was told, files (also inside), plans, answers, drafts.
SEARCHED = ("stil", "staan", "stuk", "bellen", "denken", "dag")


def with_questions(path: str, arguments: Arguments, address: Address) -> Iterator[str]:
    """The same path as it is asked for: searched, filtered, going on, with a draft, through somebody's eyes."""
    yield path
    home = arguments.home_of(path)
    asked = QUESTIONS.get(address.name)
    if asked is not None:
        there = home or (arguments.homes or sorted(arguments.world.facts.homes))[0]
        found = [f"{path}?{urlencode(one, doseq=True)}" for one in asked(arguments, there)]
        yield from found if address.name == "staff-search" else arguments.few(found, FEW_QUESTIONS)
    if home is None or arguments.watcher.capacity != "staff":
        return
    seldom = address.name in SEEN_THROUGH_EYES and (arguments.full or arguments.rng.random() < SAMPLED / 3)
    if seldom or "dossier" in address.arguments:
        yield from _through_eyes(path, arguments, home)


FEW_QUESTIONS = 2
SEEN_THROUGH_EYES = {"staff-entry", "staff-file"}  # besides every address that names a dossier
Asked = list[dict[str, object]]


def _after(arguments: Arguments, home: str) -> dict[str, object]:
    """The mark of a next page: any entry there, also one that they may not read."""
    told = arguments.rng.choice(arguments.by_home[home])
    return {"na": f"{told.at.isoformat()}_{told.entry}"}


def _filtered(arguments: Arguments, home: str) -> Asked:
    told = arguments.rng.choice(arguments.by_home[home])
    people = [arguments.world.facts.ids[human] for human in arguments.people[home]]
    day = told.at.date()
    return [
        _after(arguments, home),
        {"wie": arguments.rng.choice(people)},
        {"soort": told.kind},
        {"aard": "opinion"},
        {"van": day, "tot": day},
    ]


def _searched(arguments: Arguments, home: str) -> Asked:
    within = {"q": "stil", "huishouden": arguments.world.facts.homes[home]}
    return [*({"q": word} for word in SEARCHED), within, {"q": "stil"} | _after(arguments, home)]


def _drafts(name: str) -> Callable[[Arguments, str], Asked]:
    def asked(arguments: Arguments, home: str) -> Asked:
        return [{name: kept.draft} for kept in arguments.world.facts.drafts if kept.home == home]

    return asked


def _situations(arguments: Arguments, home: str) -> Asked:
    names = {"situation": "situatie", "condition": "voorwaarde"}
    return [{names[told.kind]: told.entry} for told in arguments.by_home[home] if told.kind in names]


def _next(arguments: Arguments, home: str) -> Asked:
    return [_after(arguments, home)]


def tables(arguments: Arguments, home: str) -> Asked:
    """Who sits at a table, and which step of it: one, two, everybody, and somebody who lives elsewhere as well."""
    facts = arguments.world.facts
    living = sorted(facts.living[home])
    other = next(one for one in sorted(facts.homes) if one != home and facts.living[one] - facts.living[home])
    stranger = min(facts.living[other] - facts.living[home])
    seatings = [living[:1], arguments.some(living, 2), living, [*living[:1], stranger]]
    return [
        {"aan": [facts.ids[human] for human in seated], "stap": step}
        for seated in seatings
        for step in (1, 2, 9)
    ]


def _who_looked(arguments: Arguments, home: str) -> Asked:
    """Somebody of that household or around it, also who never looked, on the last day."""
    return [{"day": NOW.date(), "who": arguments.world.facts.ids[one]} for one in arguments.people[home]]


def _of_the_trace(arguments: Arguments, home: str) -> Asked:
    """Of one dossier, also their own; of one sort of act; of who was refused; of one account."""
    return [
        {"dossier": arguments.world.facts.homes[home], "tot": NOW.date()},
        {"wat": "emergency", "tot": NOW.date()},
        {"uitkomst": "refused", "wie": arguments.rng.choice(arguments.accounts), "tot": NOW.date()},
    ]


def _whose(arguments: Arguments, home: str) -> Asked:
    """Somebody of that household or around it."""
    return [{"wie": arguments.world.facts.ids[one]} for one in arguments.people[home]]


# By address what may stand behind its question mark; `ogen` stands in `_through_eyes`.
QUESTIONS: dict[str, Callable[[Arguments, str], Asked]] = {
    "staff-households": _next,
    "staff-household": _filtered,
    "staff-entry-moment": _next,
    "staff-search": _searched,
    "staff-write": _drafts("concept"),
    "staff-own-words": _drafts("concept"),
    "staff-incidents-tell": _drafts("concept"),
    "staff-plan-agreement": _situations,
    "staff-plan-condition": _situations,
    "staff-table-open": tables,
    "staff-matter-note": _whose,
    "staff-matter-say": _whose,
    "portal-home": lambda arguments, home: [{"kies": 1}],
    "portal-story": _next,
    "portal-knows": _next,
    "portal-looked": lambda arguments, home: [{"maand": "2026-10"}],
    "portal-question": _who_looked,
    "portal-tell": _drafts("verder"),
    "staff-oversight-trace": _of_the_trace,
    "staff-oversight-signs": lambda arguments, home: [{"tot": NOW.date()}],
}


def _through_eyes(path: str, arguments: Arguments, home: str) -> Iterator[str]:
    for human in arguments.few(arguments.people[home], 1):
        capacity = arguments.rng.choice(["resident", "resident", "partner"])
        asked = f"{path}?ogen={arguments.world.facts.ids[human]}&als={capacity}"
        yield asked
        if arguments.full:
            yield f"{asked}&dag=2030-01-01"
