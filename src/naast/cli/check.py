"""Look for what tests do not see: lint, types, layers, migrations, Dutch and how it reads, templates, unsafe calls."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from . import check_files, check_readability, check_templates
from .places import CHECKOUT, MADE, compiled_once, start_django
from .translations import compile_all, problems

Problems = list[str]


def _program(*line: str) -> Callable[[], Problems]:
    """A check that is a program of its own; what it prints are the problems when it does not answer 0."""

    def run() -> Problems:
        done = subprocess.run(
            [sys.executable, "-m", *line],
            cwd=CHECKOUT,
            env=compiled_once(os.environ),
            capture_output=True,
            text=True,
            check=False,
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

LONGEST = ("types", "template layout")

SAYS: dict[str, Callable[[], list[str]]] = {"readability": check_readability.measured}
"""What a check tells besides whether it found something."""


def _timed(check: Callable[[], Problems]) -> tuple[Problems, float]:
    """What a check found, and how many seconds it took beside the others."""
    started = time.monotonic()
    return check(), time.monotonic() - started


def _tell(name: str, found: Problems, seconds: float) -> None:
    print(f"{name:<16}{'ok' if not found else 'FAILED'}  {seconds:.1f} s", flush=True)
    for line in SAYS[name]() if name in SAYS else ():
        print(f"    {line}", flush=True)
    if found:
        print("\n".join("    " + line for text in found for line in text.splitlines()), flush=True)


def main(argv: list[str]) -> int:
    """All checks, or those named; 1 when one finds something."""
    parser = argparse.ArgumentParser(prog="./naast check", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="check", help="; ".join(CHECKS))
    names = parser.parse_args(argv).names or list(CHECKS)
    os.environ["NAAST_DATA"] = str(MADE / "check")
    os.environ["PYTHONPATH"] = str(CHECKOUT / "src")
    os.chdir(CHECKOUT)
    if len(names) > 1:
        # before others start Django beside it: who comes first makes the keys of this folder (settings._secret)
        start_django()
    compile_all()
    failed = []
    # threads: nearly every check is a program of its own; what is Python here waits for none of them
    with ThreadPoolExecutor(os.cpu_count() or 1) as side_by_side:
        # the longest first, so that it is not alone at the end; what is found is told in the order of the list
        asked = sorted(names, key=lambda name: name not in LONGEST)
        running = {name: side_by_side.submit(_timed, CHECKS[name]) for name in asked}
        for name in names:
            found, seconds = running[name].result()
            _tell(name, found, seconds)
            if found:
                failed.append(name)
    print(f"FAILED: {', '.join(failed)}" if failed else "Everything is in order.")
    return 1 if failed else 0
