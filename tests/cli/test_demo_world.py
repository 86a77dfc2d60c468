"""The demo's households are told once, also where two demos start at once."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import pytest

from naast.cli import demo_world


def test_of_two_demos_that_start_at_once_the_second_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen red without the lock: the second took away what the first was telling."""
    telling, told = Lock(), []

    def run(line: list[str], env: dict[str, str], check: bool) -> subprocess.CompletedProcess[str]:
        assert telling.acquire(blocking=False), "two at once"
        folder = Path(env["NAAST_DATA"])
        for number in range(2000):  # long enough for the other one to come in between
            (folder / "database").write_text(str(number))
        (folder / demo_world.LINES).write_text("[]")
        told.append(folder)
        telling.release()
        return subprocess.CompletedProcess(line, 0)

    monkeypatch.setattr(demo_world, "MADE", tmp_path / "made")
    monkeypatch.setattr(demo_world, "key", lambda: "this-week")
    monkeypatch.setattr(demo_world, "compile_all", lambda: None)
    monkeypatch.setattr(demo_world.subprocess, "run", run)
    with ThreadPoolExecutor(2) as demos:
        starting = [
            demos.submit(demo_world.ready, lambda folder: {"NAAST_DATA": str(folder)}) for _ in range(2)
        ]
        found = {one.result() for one in starting}
    assert [*found] == told
