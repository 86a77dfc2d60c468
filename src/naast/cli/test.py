"""Run the tests, on SQLite and on PostgreSQL where one answers; options go to pytest."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from xml.etree import ElementTree as ET

from .places import CHECKOUT, MADE, compiled_once
from .translations import compile_all

DEFAULT_POSTGRES = "postgresql:///naast"  # the local socket, as whoever runs the tests
NOTHING_COLLECTED = 5
KEPT = ("NAAST_CHROMIUM", "NAAST_KILLS")  # of our own settings, what a test run takes from outside
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def in_ci() -> bool:
    """Whether a missing part is a failure and not a skip."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def postgres() -> tuple[str, str | None]:
    """The address of the PostgreSQL to test on, and why it can not be used (None when it can).

    The two roles of the doors are made here, before workers that run side by side would each try.
    """
    import psycopg

    url = os.environ.get("NAAST_TEST_POSTGRES") or DEFAULT_POSTGRES
    try:
        with psycopg.connect(url, dbname="postgres", connect_timeout=3, autocommit=True) as connection:
            may = "SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolcreatedb OR rolsuper)"
            if not connection.execute(may).fetchone():
                return url, "its login may not create databases"
            for role in ("naast_viewer", "naast_rules"):
                if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                    connection.execute(f'CREATE ROLE "{role}" NOLOGIN')
    except psycopg.Error as error:
        return url, str(error).strip().splitlines()[-1]
    return url, None


def _pytest(database: str | None, name: str, argv: list[str]) -> tuple[int, str]:
    """One run of pytest: its exit code, and a line that says how it went."""
    MADE.mkdir(exist_ok=True)
    report = MADE / f"tests-{name}.xml"
    report.unlink(missing_ok=True)
    env = compiled_once(os.environ)
    env = {key: value for key, value in env.items() if not key.startswith("NAAST_") or key in KEPT}
    env["PYTHONPATH"] = str(CHECKOUT / "src")
    if database:
        env["NAAST_TEST_DATABASE"] = database
    line = [sys.executable, "-m", "pytest", f"--junitxml={report}"]
    if not any(option.startswith(("-n", "-p", "--pdb")) for option in argv):
        # by itself xdist begins with the files that have most tests, and they are the quickest (tests/conftest.py)
        line += ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    with tempfile.TemporaryDirectory(prefix="naast-test-") as data:
        env["NAAST_DATA"] = data
        started = time.monotonic()
        code = subprocess.run([*line, *argv], cwd=CHECKOUT, env=env, check=False).returncode
    return code, f"{_counts(report)} in {time.monotonic() - started:.0f} s"


def _counts(report: os.PathLike[str]) -> str:
    try:
        suite = next(ET.parse(report).iter("testsuite"))  # nosec B314  # written by our own pytest
    except (OSError, ET.ParseError, StopIteration):
        return "no result"
    total, failed, errors, skipped = (
        int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")
    )
    return f"{total - failed - errors - skipped} passed, {failed + errors} failed, {skipped} skipped"


def main(argv: list[str]) -> int:
    """Both runs and one result: 0 when nothing failed."""
    os.chdir(CHECKOUT)
    compile_all()
    lines: list[str] = []
    failed = False
    if not os.environ.get("NAAST_CHROMIUM") and not any(map(shutil.which, CHROMIUM_NAMES)):
        lines.append("Chromium     missing: journeys in the browser were skipped (apt install chromium)")
        failed = in_ci()
    url, why_not = postgres()
    if why_not:
        lines.append(f"PostgreSQL   not tested: {why_not}")
        failed = failed or in_ci()
    codes = []
    for name, database in [("SQLite", None)] + ([] if why_not else [("PostgreSQL", url)]):
        code, counts = _pytest(database, name.lower(), argv)
        codes.append(code)
        lines.append(f"{name:<13}{counts}")
    failed = failed or any(code not in (0, NOTHING_COLLECTED) for code in codes)
    failed = failed or all(code == NOTHING_COLLECTED for code in codes)
    print("\n" + "\n".join(lines) + f"\n{'FAILED' if failed else 'All tests passed.'}")
    return 1 if failed else 0
