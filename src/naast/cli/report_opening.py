"""Part of `./naast report register`: open every household of the test data through the act, in a throw-away database.

A process of its own, because Django is set up once, with the database that the environment names.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from .demo import environment


def opened() -> tuple[list[str], int]:
    """The report's lines, and how many households did not open."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", __spec__.name],
            env=environment(Path(folder), 0),
            capture_output=True,
            text=True,
            check=False,
        )
    lines = done.stdout.splitlines()
    if done.returncode and not lines:
        lines = [done.stderr.strip().rsplit("\n", 1)[-1]]
    return lines, done.returncode


def _open_all() -> Iterator[str]:
    import django

    django.setup()
    from django.core.management import call_command

    from naast.demo import cast, opening
    from naast.integrations.brp.client import BrpClient
    from naast.integrations.brp.fake import FakeRegister
    from naast.integrations.brp.fake.persons import DATA_FROM, official_test_persons
    from naast.rules.bsn import Bsn

    call_command("migrate", "--no-input", verbosity=0)
    numbers = [Bsn(raw["burgerservicenummer"]) for raw in official_test_persons()]
    with FakeRegister() as register, BrpClient(register.base_url) as client:
        people = {number: client.by_bsn(number, "report", with_address=True) for number in numbers}
    viewer = cast.lone_worker(datetime.now(UTC))
    found = opening.open_everyone(viewer, people.values(), {}, DATA_FROM)
    yield from (f"  {count:6}  {outcome}" for outcome, count in sorted(found.items()))
    if set(found) != {"opened"}:
        raise SystemExit(1)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
    for line in _open_all():
        print(line, flush=True)
