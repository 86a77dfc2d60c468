"""`python -m naast.cli <command> ...`: finds the module of that name beside this one and runs its `main`."""

import ast
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def commands() -> dict[str, str]:
    """Every command with its line of help: the modules here that define `main(argv)`, told by their docstring.

    The files are read and not imported, so that help is there even where a part is missing.
    """
    found: dict[str, str] = {}
    for path in sorted(HERE.glob("[a-z]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        mains = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "main"]
        if mains and [argument.arg for argument in mains[0].args.args] == ["argv"]:
            found[path.stem] = (ast.get_docstring(tree) or "").partition("\n")[0]
    return found


def help_text() -> str:
    """What `./naast help` prints."""
    known = commands()
    width = max(map(len, known)) + 2
    return "\n".join(
        [
            "usage: ./naast <command> [options]",
            "",
            *(f"  {name:<{width}}{line}" for name, line in known.items()),
        ]
    )


def main(argv: list[str]) -> int:
    """Run one command; 2 for a command that is not there."""
    name = argv[0] if argv else "help"
    if name in ("help", "-h", "--help"):
        print(help_text())
        return 0
    if name not in commands():
        print(f"There is no command {name!r}.\n\n{help_text()}", file=sys.stderr)
        return 2
    try:
        return int(importlib.import_module(f"naast.cli.{name}").main(argv[1:]) or 0)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
