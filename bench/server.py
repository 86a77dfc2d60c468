"""The server that is measured: granian with two workers, as `./naast serve` starts it, on a port of its own."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from naast.cli.demo import HOST, free_port, wait_for
from naast.cli.places import CHECKOUT
from naast.cli.serve import granian_line


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port, seconds until its first answer, and its process."""

    port: int
    first_answer: float
    pid: int

    def memory(self) -> list[int]:
        """Megabytes that each worker holds now (resident)."""
        return [_resident(pid) for pid in _children(self.pid)]


@contextlib.contextmanager
def running(environment: dict[str, str], application: str = "naast.wsgi:application") -> Iterator[Server]:
    """Start, wait for the first answer, and stop at the end."""
    port = free_port(8300)
    line = [*granian_line(HOST, port, workers=2)[:-1], application]
    started = time.monotonic()
    process = subprocess.Popen(line, env=environment, cwd=CHECKOUT)
    try:
        wait_for(f"http://{HOST}:{port}/", process)
        yield Server(port, time.monotonic() - started, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=10)


def environment(database: dict[str, str], data: Path) -> dict[str, str]:
    """What the bench's processes are told; other settings of Naast on this machine do not reach them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")}
    return (
        kept
        | database
        | {
            "DJANGO_SETTINGS_MODULE": "naast.settings",
            "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)]),
            "NAAST_DATA": str(data),
        }
    )


def run(module: str, *words: str, env: dict[str, str]) -> str:
    """Run one module of the bench as a process of its own; its output is shown, or given back where it is JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=env,
        cwd=CHECKOUT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in path.read_text().split()] if path.exists() else []


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
    return 0
