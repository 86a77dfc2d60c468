"""Every act needs a viewer, is tried in some test, and leaves exactly one row of the trace, also when refused."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

from naast.access.viewer import Missing, Viewer
from naast.actions.act import ACTS
from naast.records.models import TraceLine
from tests.cast import NOW, Cast, samira_and_karim

from .source import trees
from .test_doors import load_all

load_all()
UNKNOWN = UUID("5f1d1f6e-0000-4000-8000-000000000000")
TESTS = Path(__file__).parent.parent
# Acts for which a stranger is not refused but has simply nothing to act on.
HARMLESS_TO_A_STRANGER = {
    "discard draft": "there is no draft of theirs: nothing happens",
    "save draft": "a draft outside any dossier is the writer's own",
    "try link": "who stands at the door is nobody yet; a wrong link counts and opens nothing",
    "keep waiting text": "text that waits for its own writer, outside any dossier",
    "forget waiting text": "there is no waiting text of theirs: nothing happens",
}
# Functions that take `viewer` by keyword and are no act themselves: each wraps one of its own module.
AROUND_AN_ACT = {
    "actions/accounts.py check_pin": "answers yes or no; each try is an act (check pin)",
    "actions/accounts.py check_own_password": "answers yes or no; each try is an act (check password)",
    "actions/second_factor.py set_up": "counts a try, then acts (set up second factor)",
    "actions/second_factor.py check": "answers yes or no; each try is an act (check second factor)",
    "actions/files.py add_file": "cleans the file before the act holds the database, then acts (add file)",
    "actions/files.py replace_file": "cleans the file before the act holds the database, then acts (replace file)",
    "actions/openings.py widen": "searches a file before the act holds the database, then acts (widen)",
    "actions/openings.py open_for_safety": "searches a file before the act, then acts (open further for safety)",
    "actions/sharing.py share": "searches files before the act, then acts (share outside the circle)",
    "actions/emergency.py open_household": "counts a try, then acts (emergency reading)",
    "actions/guarded.py write": "writes an entry inside an act, its words looked through",
    "actions/waiting.py keep": "turns fields into text, then acts (keep waiting text)",
}


def undecorated(tree: ast.Module) -> Iterator[str]:
    """Public functions that take `viewer` by keyword only, as acts do, and are none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            by_keyword = {argument.arg for argument in node.args.kwonlyargs}
            marks = [
                m.func.id
                for m in node.decorator_list
                if isinstance(m, ast.Call) and isinstance(m.func, ast.Name)
            ]
            if "viewer" in by_keyword and "act" not in marks:
                yield node.name


def test_every_function_that_takes_a_viewer_by_keyword_is_an_act() -> None:
    found = [
        f"{name} {function}"
        for name, tree in trees().items()
        if name.startswith("actions/")
        for function in undecorated(tree)
    ]
    assert set(found) <= set(AROUND_AN_ACT), "make it an act, or say here which act it wraps"


def test_every_act_asks_for_a_viewer_by_keyword() -> None:
    for name, act in ACTS.items():
        parameter = inspect.signature(act).parameters.get("viewer")
        assert parameter is not None, name
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY, name


def test_every_act_is_called_in_some_test() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py"))
    untried = [
        name
        for name, act in ACTS.items()
        if not act.__name__.startswith("_") and f"{act.__name__}(" not in text
    ]
    assert untried == [], "write a test that does it"


def some(hint: Any) -> Any:
    """A value of a type, that names nothing that exists."""
    if get_origin(hint) in (Union, UnionType):
        return None if NoneType in get_args(hint) else some(get_args(hint)[0])
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        needed = [f for f in fields(hint) if f.default is MISSING and f.default_factory is MISSING]
        return hint(**{f.name: some(hints[f.name]) for f in needed})
    known: dict[Any, Any] = {
        UUID: UNKNOWN, str: "x", bool: True, int: 1, date: NOW.date(), datetime: NOW, bytes: b"x",
    }  # fmt: skip
    if hint in known:
        return known[hint]
    return (get_origin(hint) or dict)()


def by_a_stranger(act: Any, viewer: Viewer) -> None:
    """Call an act with what it asks for, none of which this viewer has any part in."""
    hints = get_type_hints(inspect.unwrap(act))
    act(
        viewer=viewer,
        **{name: some(hint) for name, hint in hints.items() if name not in ("viewer", "return")},
    )


@pytest.fixture
def cast(db: None) -> Cast:
    return samira_and_karim()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ACTS))
def test_an_act_on_what_is_not_theirs_is_refused_and_leaves_one_row(name: str, cast: Cast) -> None:
    stranger = Viewer(None, cast.rows["ellen"], "resident", cast.clock.tick())
    before = TraceLine.objects.count()
    if name in HARMLESS_TO_A_STRANGER:
        by_a_stranger(ACTS[name], stranger)
    else:
        with pytest.raises(Missing):
            by_a_stranger(ACTS[name], stranger)
    rows = list(TraceLine.objects.order_by("id")[before:])
    assert [(row.act, row.human_id) for row in rows] == [(name, stranger.human)]
    assert rows[0].outcome == ("done" if name in HARMLESS_TO_A_STRANGER else "refused")


@pytest.mark.django_db
def test_an_act_that_is_done_leaves_one_row_with_what_it_touched(cast: Cast) -> None:
    before = TraceLine.objects.count()
    entry = cast.tells("samira", "Hij belde weer.")
    (row,) = TraceLine.objects.order_by("id")[before:]
    assert (row.act, row.outcome) == ("tell talk", "done")
    assert entry.bytes in bytes(row.shown)


def test_the_guard_sees_a_function_that_writes_without_being_an_act() -> None:
    assert list(undecorated(ast.parse("def sneak(*, viewer: Viewer) -> None: ...")))
    assert not list(undecorated(ast.parse('@act("x")\ndef sneak(*, viewer: Viewer) -> None: ...')))


# Modules that write an entry past the address guard, each with its reason (more in actions/guarded.py).
UNGUARDED = {
    "actions/guarded.py": "looks the words through first",
    "actions/held.py": "the guard's own notice to the team",
    "actions/together.py": "the same, that two who do not sit together are brought together",
    "actions/dossiers.py": "memberships and ties without words, and contact data: the facts themselves",
    "actions/taken_along.py": "guarded contact data in another dossier of theirs: the facts themselves",
    "actions/same_person.py": "what a dossier is asked and answers about one BSN: no words of anybody",
    "actions/plan.py": "the end of an agreement: the words and circle of the version before it",
}


def test_every_other_act_writes_its_words_through_the_address_guard() -> None:
    past = {
        name
        for name, tree in trees().items()
        if name.startswith("actions/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "write"
        for imported in node.names
        if imported.name == "entry"
    }
    assert past == set(UNGUARDED)
