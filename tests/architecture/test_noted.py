"""All that a member can do in the portal a worker can note for them, with how it was asked: the table, by hand."""

import ast
from collections.abc import Iterator

import pytest

from tests.crawl.addresses import all_addresses

from .source import dotted, trees

# What a member does in the portal: the act by which a worker notes it, its address, and what says how it was asked.
# `choice`, `circle` and `passage` hold who chose the circle and how that was asked (actions/choice.py).
NOTED = {
    "entries.tell": ("entries.tell_talk", "staff-write", "passages"),
    "entries.state": ("entries.state", "staff-statement", "choice"),
    "entries.answer": ("entries.answer", "staff-entry-answer", "how"),
    "corrections.correct": ("corrections.correct", "staff-entry-correct", "how"),
    "openings.widen": ("openings.widen", "staff-entry-widen", "how"),
    "openings.narrow": ("openings.narrow", "staff-entry-narrow", "choice"),
    "files.add_file": ("files.add_file", "staff-file-add", "circle"),
    "files.replace_file": ("files.replace_file", "staff-file-replace", "how"),
    "questions.ask": ("questions.ask", "staff-question", "how"),
    "scores.give": ("scores.give", "staff-scores-give", "choice"),
    "factors.note": ("factors.note", "staff-factors-note", "passage"),
    "incidents.tell": ("incidents.tell", "staff-incidents-tell", "passage"),
    "consent.withdraw": ("consent.withdraw", "staff-consent-withdraw", "how"),
    "factor_views.say": ("factor_views.say", "staff-factor-say", "how"),
    "matters_views.say": ("matters_views.say", "staff-matter-say", "how"),
    "positions.take_position": ("positions.take_position", "staff-plan-position", "how"),
    "positions.take_back_position": ("positions.take_back_position", "staff-plan-take-back", "how"),
}
# What is done with the person beside the worker, or what needs no asking: the act and its address.
TOGETHER = {
    "residents.close_own": (
        "residents.close",
        "staff-resident-close",
    ),  # closing is safe: nobody has to be asked
    "coming_in.ask": ("residents.new_link", "staff-resident-link"),  # only with the person present
    "papers.report": (
        "papers.report",
        "staff-paper-report",
    ),  # that paper is lost is seen, and no choice of anybody
}
# What nobody does for somebody else.
OWN = {
    "drafts.save_draft": "what is not told yet is its writer's alone",
    "drafts.discard_draft": "the same",
    "confidential.ask": "shows on the person's own screen what they told in confidence, behind the PIN",
    "coming_in.enter": "only who has the link and the PIN comes in",
    "papers.make_own": "all that one person may read leaves as a file, which is never to stay on a worker's screen",
    "hand_over.give_back": "the worker takes their own screen back",
}
# What a worker sets up with the person present, and the portal has no page for: channel, PIN, hours of messages
# (staff-resident-own); and what only the team does: the same moment, situations, agreements, the next look.


def used(tree: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """(module.function, keywords of the call) of every function of `naast.actions` that a module calls."""
    modules = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "naast.actions"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            first, _, function = dotted(node.func).partition(".")
            if first in modules and function[:1].islower():
                yield f"{modules[first]}.{function}", {word.arg or "" for word in node.keywords}


def used_by(face: str) -> dict[str, set[str]]:
    """What a face asks of the acts, with the keywords that it gives anywhere."""
    found: dict[str, set[str]] = {}
    for name, tree in trees().items():
        if name.startswith(f"{face}/"):
            for function, keywords in used(tree):
                found.setdefault(function, set()).update(keywords)
    return found


def unlisted(acts: set[str]) -> set[str]:
    """What a member does and nobody thought of here."""
    return acts - set(NOTED) - set(TOGETHER) - set(OWN)


def test_everything_that_a_member_does_in_the_portal_stands_in_the_table() -> None:
    acts = set(used_by("portal"))
    assert unlisted(acts) == set(), "build the page by which a worker notes it, and write it down here"
    assert set(NOTED) | set(TOGETHER) | set(OWN) <= acts, "no longer in the portal: take it off the table"


def test_a_new_act_of_the_portal_is_noticed() -> None:
    tree = ast.parse("from naast.actions import plan as acts\nacts.propose(viewer=viewer, words=words)")
    assert unlisted({name for name, _ in used(tree)}) == {"plan.propose"}


def named(address: str) -> bool:
    return any(one.name == address for one in all_addresses())


@pytest.mark.parametrize("act", sorted(NOTED))
def test_a_worker_can_note_it_and_say_how_it_was_asked(act: str) -> None:
    counterpart, address, says_how = NOTED[act]
    keywords = used_by("staff").get(counterpart, set())
    assert says_how in keywords or "" in keywords  # "" stands for keywords from a form: **given
    assert named(address)


@pytest.mark.parametrize("act", sorted(TOGETHER))
def test_a_worker_can_do_it_with_the_person(act: str) -> None:
    counterpart, address = TOGETHER[act]
    assert counterpart in used_by("staff")
    assert named(address)
