"""Who may open the rules door: acts, and this list, each with its reason."""

import ast
import importlib
import pkgutil

import naast.access
import naast.actions
import naast.demo
from naast.access.doors import RULES_DOOR_USERS, through_rules
from naast.actions.act import ACTS

from .source import dotted, trees

# Reads that need more than the viewer's part, and what keeps it from the viewer.
REASONS = {
    "naast.access.conditions._met": "which conditions an agreement meets, for the team; of those that they read",
    "naast.access.emergency._because": "by which share a worker reads, to name the page in the trace; codes only",
    "naast.access.entry_page._behind": "who reads an entry, from whom it is kept; cut to whom the viewer may know of",
    "naast.access.lines.readers_of": "reader lists; cut afterwards to whom the viewer may know of",
    "naast.access.at_home.read_at_home": "which circles everybody in the household reads; gives row ids only",
    "naast.access.shoulder._read_by": "who has read an entry; cut afterwards to whom the viewer may know of",
    "naast.access.leaving._count": "how many households need a new fixed face when a colleague leaves; a number only",
    "naast.access.looked._untold": "notices to the team, and what the viewer wrote: public ids that count for nothing",
    "naast.access.overseen.the_one": "how one thing was opened or shared, for the privacy officer; no word or name",
    "naast.access.overseen.page_of": "the same of a page of them",
    "naast.access.oversight_trace._search": "the trace for the privacy officer: who, when, how many",
    "naast.access.oversight_trace._signs": "the same, counted by day",
    "naast.access.own_words._behind": "who is in a partner's circles, whether they work here; cut to whom they know of",
    "naast.access.received.ended_since": "whether a share of the viewer's own has ended; a yes or no only",
    "naast.access.withholding._public_ids": "which professional an account is, to name a colleague by; public ids only",
    "naast.access.withholding._rows": "what is withheld from whom; for the team, cut to what and whom they may know of",
    "naast.access.verdicts._stable": "a verdict over everything; cut afterwards to reasons that the viewer may read",
    "naast.access.together.measure": "who reads what, which conditions an agreement meets; gives row ids only",
}


def load_all() -> None:
    """Import every module that could mark a function."""
    for package in (naast.access, naast.actions, naast.demo):
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")


def acts() -> set[str]:
    """The full names of all acts."""
    return {f"{act.__module__}.{act.__qualname__}" for act in ACTS.values()}


def others() -> set[str]:
    """Who may open the rules door without being an act, the demo's story telling and tests aside."""
    load_all()
    return {
        name
        for name in RULES_DOOR_USERS - acts()
        if not name.startswith(("naast.demo.", "tests.", "conftest"))
    }


def test_only_acts_and_the_functions_listed_here_open_the_rules_door() -> None:
    assert others() == set(REASONS)


def test_every_act_is_behind_the_rules_door() -> None:
    load_all()
    assert acts() <= RULES_DOOR_USERS


def test_one_more_is_noticed() -> None:
    def sneaky() -> None: ...

    sneaky.__module__ = "naast.access.sneaky"
    through_rules(sneaky)
    try:
        assert others() != set(REASONS)
    finally:
        RULES_DOOR_USERS.discard(f"naast.access.sneaky.{sneaky.__qualname__}")


def test_what_a_dossier_holds_is_found_by_its_circles() -> None:
    """Entries have no index by dossier: one that counts hidden rows would show them in the time an answer takes."""
    asked = [
        f"{name}:{node.lineno}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in ("entry__dossier", "entry__dossier_id")
    ]
    asked += [
        f"{name}:{node.lineno}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and dotted(node.func) == "Entry.objects.filter"
        for word in node.keywords
        if word.arg in ("dossier", "dossier_id")
    ]
    assert not asked, "ask with entry__circle__dossier; without an index this reads every entry there is"
