"""Look for what tests do not see: lint, types, layers, migrations, Dutch and how it reads, templates, unsafe calls."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable

from . import check_files, check_readability, check_templates
from .places import CHECKOUT, MADE
from .translations import compile_all, problems

Problems = list[str]


def _program(*line: str) -> Callable[[], Problems]:
    """A check that is a program of its own; what it prints are the problems when it does not answer 0."""

    def run() -> Problems:
        done = subprocess.run(
            [sys.executable, "-m", *line], cwd=CHECKOUT, capture_output=True, text=True, check=False
        )
        return (
            []
            if done.returncode == 0
            else [(done.stdout + done.stderr).strip() or f"answered {done.returncode}"]
        )

    return run


CHECKS: dict[str, Callable[[], Problems]] = {
    "lint": _program("ruff", "check", "--quiet"),
    "layout": _program("ruff", "format", "--check", "--quiet"),
    "types": _program("mypy"),
    "layers": _program("importlinter.cli", "lint"),
    "migrations": _program("naast.cli", "manage", "makemigrations", "--check", "--dry-run"),
    "settings": _program("naast.cli", "manage", "check", "--fail-level", "WARNING"),
    "translations": problems,
    "readability": check_readability.problems,
    "templates": check_templates.problems,
    "template layout": _program("djlint", "src/naast", "--lint", "--quiet"),
    "unsafe calls": _program("bandit", "-q", "-r", "src", "-c", "pyproject.toml"),
    "declared parts": _program("deptry", "src"),
    "files": check_files.problems,
}

SAYS: dict[str, Callable[[], list[str]]] = {"readability": check_readability.measured}
"""What a check tells besides whether it found something."""


def main(argv: list[str]) -> int:
    """All checks, or those named; 1 when one finds something."""
    parser = argparse.ArgumentParser(prog="./naast check", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="check", help="; ".join(CHECKS))
    names = parser.parse_args(argv).names or list(CHECKS)
    os.environ["NAAST_DATA"] = str(MADE / "check")
    os.environ["PYTHONPATH"] = str(CHECKOUT / "src")
    os.chdir(CHECKOUT)
    compile_all()
    failed = []
    for name in names:
        started = time.monotonic()
        found = CHECKS[name]()
        print(f"{name:<16}{'ok' if not found else 'FAILED'}  {time.monotonic() - started:.1f} s", flush=True)
        for line in SAYS[name]() if name in SAYS else ():
            print(f"    {line}", flush=True)
        if found:
            failed.append(name)
            print("\n".join("    " + line for text in found for line in text.splitlines()), flush=True)
    print(f"FAILED: {', '.join(failed)}" if failed else "Everything is in order.")
    return 1 if failed else 0
