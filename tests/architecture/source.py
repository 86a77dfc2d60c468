"""The source of Naast as syntax trees, for guards that read code."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import naast

PACKAGE = Path(naast.__file__).parent
FACES = ("staff", "portal", "api", "cli")


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of Naast by its path under src/naast, like "rules/ages.py"."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def layer(name: str) -> str:
    """The layer a module belongs to: the first part of its path."""
    return name.split("/")[0]


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, module or module.name) of everything imported with an absolute name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.AST) -> str:
    """`a.b.c` for names and attributes; calls in between are passed over: `A.objects.filter(...).update`."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Subscript):
        return dotted(node.value)
    return node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)
