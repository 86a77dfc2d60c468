"""The demo's households: told once for each version of the code, then copied at every start."""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from .places import CHECKOUT, MADE, PACKAGE
from .translations import compile_all

LINES = "sign-in.json"
LEFT_OUT = {".html", ".md", ".po", ".mo", ".pyc"}  # what does not change the database or the static files


def _sources() -> Iterator[Path]:
    yield CHECKOUT / "requirements.txt"
    for path in sorted(PACKAGE.rglob("*")):
        if (
            path.is_file()
            and path.suffix not in LEFT_OUT
            and "cli" not in path.relative_to(PACKAGE).parts[:1]
        ):
            yield path


def key() -> str:
    """A name that changes with the code and with the week: the stories happen in the weeks before today."""
    digest = hashlib.sha256("-".join(map(str, date.today().isocalendar()[:2])).encode())  # noqa: DTZ011
    for path in _sources():
        digest.update(str(path.relative_to(CHECKOUT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:20]


def ready(environment: Callable[[Path], dict[str, str]]) -> Path:
    """The folder with the told database, its keys and the static files; made when it is not there yet.

    Of two demos that start at once the second waits for the first.
    """
    compile_all()
    MADE.mkdir(exist_ok=True)
    with (MADE / "demo-worlds.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _told(MADE / "demo-worlds" / key(), environment)


def _told(folder: Path, environment: Callable[[Path], dict[str, str]]) -> Path:
    if (folder / LINES).exists():
        return folder
    print("Telling the households; only the first start takes this long.", flush=True)
    shutil.rmtree(folder.parent, ignore_errors=True)  # worlds of older code
    folder.mkdir(parents=True)
    done = subprocess.run([sys.executable, "-m", __spec__.name], env=environment(folder), check=False)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise SystemExit("the households could not be told; what is above says why")
    return folder


def throw_away_copy(world: Path) -> Path:
    """A fresh copy of the told world; whoever asked for it removes it."""
    data = Path(tempfile.mkdtemp(prefix="demo-", dir=MADE))
    shutil.copytree(world, data, dirs_exist_ok=True)
    return data


def sign_in_lines(world: Path, address: str) -> list[str]:
    """One line per person to sign in as, each household under a heading; `{address}` becomes where this demo stands."""
    people: list[tuple[str, str, str]] = json.loads((world / LINES).read_text(encoding="utf-8"))
    width = max((len(who) for _group, who, _how in people), default=0) + 2
    lines = []
    for group, of_group in groupby(people, key=lambda line: line[0]):
        lines += ["", group]
        lines += [
            f"  {who:<{width}}{how}".replace("{address}", address.rstrip("/")) for _, who, how in of_group
        ]
    return lines


def _tell() -> None:
    """Runs as a process of its own, with NAAST_DATA set to the new world's folder."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from .static import collect

    call_command("migrate", "--no-input", verbosity=0)
    from naast.demo import cast

    people = cast.tell_all(datetime.now(UTC))
    collect(settings.STATIC_ROOT)
    with connections["default"].cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that the copy is one whole file
    connections.close_all()
    (settings.DATA / LINES).write_text(json.dumps([astuple(one) for one in people]), encoding="utf-8")


if __name__ == "__main__":
    _tell()
