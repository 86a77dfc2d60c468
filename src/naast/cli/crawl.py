"""Fetch every address of a generated world as viewers of every sort, and look for words where they may not be."""

import argparse
import os
import subprocess
import sys
import tempfile

from .places import CHECKOUT, compiled_once
from .test import postgres
from .translations import compile_all


def main(argv: list[str]) -> int:
    """`./naast crawl [--full] [--postgres]`: without --full the sample that the tests take; 0 when nothing leaks."""
    parser = argparse.ArgumentParser(prog="./naast crawl", description=__doc__)
    parser.add_argument(
        "--full", action="store_true", help="every viewer, every address, every entry; takes hours"
    )
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL instead of SQLite")
    chosen, options = parser.parse_known_args(argv)
    compile_all()
    env = {name: value for name, value in compiled_once(os.environ).items() if not name.startswith("NAAST_")}
    env |= {"PYTHONPATH": str(CHECKOUT / "src"), "NAAST_CRAWL": "full" if chosen.full else "sample"}
    if chosen.postgres:
        env["NAAST_TEST_DATABASE"], why_not = postgres()
        if why_not:
            print(f"PostgreSQL can not be used: {why_not}")
            return 1
    line = [sys.executable, "-m", "pytest", "tests/crawl", "-n", "auto", "--show-capture=no", *options]
    with tempfile.TemporaryDirectory(prefix="naast-crawl-") as data:
        return subprocess.run(line, cwd=CHECKOUT, env=env | {"NAAST_DATA": data}, check=False).returncode
