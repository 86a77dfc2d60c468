"""Write the lock files anew after a change in pyproject.toml: ./naast lock [--upgrade]."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .places import CHECKOUT, MADE

COMPILE = ["--quiet", "--generate-hashes", "--no-emit-index-url", "--no-annotate", "--universal"]
COMPILE += ["--python-version", "3.11", "--custom-compile-command", "./naast lock"]


def _uv() -> str:
    found = shutil.which("uv") or str(MADE / "tools" / "bin" / "uv")
    if not Path(found).exists():
        raise SystemExit("needs uv on the PATH; the launcher fetches it where it is missing")
    return found


def _compile(source: list[str], target: str, *options: str) -> None:
    line = [_uv(), "pip", "compile", *COMPILE, *options, *source, "--output-file", target]
    subprocess.run(line, cwd=CHECKOUT, env={**os.environ, "VIRTUAL_ENV": sys.prefix}, check=True)


def main(argv: list[str]) -> int:
    """Versions stay as they are unless `--upgrade`; the tests' lock follows that of the product."""
    parser = argparse.ArgumentParser(prog="./naast lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    upgrade = ["--upgrade"] if parser.parse_args(argv).upgrade else []
    _compile(["pyproject.toml"], "requirements.txt", *upgrade)
    _compile(["pyproject.toml", "--group", "dev"], "requirements-dev.txt", "-c", "requirements.txt", *upgrade)
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.in"
        wanted.write_text("uv\n", encoding="utf-8")
        _compile([str(wanted)], "requirements-uv.txt", *upgrade)
    return 0
