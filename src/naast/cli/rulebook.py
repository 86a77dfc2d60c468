"""Write docs/rulebook.md: every rule with its numbers, its source and its tests, from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

from .places import CHECKOUT, PACKAGE

PAGE = CHECKOUT / "docs" / "rulebook.md"
HEAD = """# Rulebook

What Naast knows of the practice. Made by `./naast rulebook` from `src/naast/rules/` and its tests. Do not edit it:
change the rule beside its test, and make it again.
"""


def main(argv: list[str]) -> int:
    """Write the page; with `--check` only say whether it equals the code (1 when not)."""
    made = page()
    if "--check" in argv:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made else 1
    PAGE.write_text(made, encoding="utf-8")
    print(f"{PAGE.relative_to(CHECKOUT)} written")
    return 0


def page() -> str:
    """The whole page as the code says it now."""
    parts = [HEAD]
    for path in sorted((PACKAGE / "rules").glob("[a-z]*.py")):
        parts += _rule(path)
    return "\n".join(parts).rstrip() + "\n"


def _rule(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield f"## {path.stem.replace('_', ' ')}\n"
    yield f"{ast.get_docstring(tree) or ''}\n"
    numbers = list(_numbers(tree))
    if numbers:
        yield "### Numbers and lists\n"
        yield from (f"- `{name} = {value}`{': ' + words if words else ''}" for name, value, words in numbers)
        yield ""
    functions = list(_functions(tree))
    if functions:
        yield "### What it answers\n"
        yield from (f"- `{name}`: {words}" for name, words in functions)
        yield ""
    tests = list(_tests(path.stem))
    if tests:
        yield "### Tests\n"
        yield from (f"- {sentence}" for sentence in tests)
        yield ""


def _numbers(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Named values of the module, with the docstring that stands under them."""
    for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if (
            not isinstance(node, ast.Assign | ast.AnnAssign)
            or not isinstance(target, ast.Name)
            or not node.value
        ):
            continue
        value = " ".join(ast.unparse(node.value).split())
        if target.id.isupper() and not target.id.startswith("_") and len(value) < 60:
            yield target.id, value, _sentence(after)


def _sentence(node: ast.stmt | None) -> str:
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return " ".join(node.value.value.split())
    return ""


def _functions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())


def _tests(stem: str) -> Iterator[str]:
    path = CHECKOUT / "tests" / "rules" / f"test_{stem}.py"
    if path.exists():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield node.name.removeprefix("test_").replace("_", " ")
