"""Run Naast on this machine with invented households, and say who to sign in as."""

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import demo_world
from .places import CHECKOUT, MADE
from .serve import granian_line

HOST = "127.0.0.1"
ROOT = "/haalcentraal/api/brp"  # under which the stand-in register answers, as the real one does
START_SECONDS = 60


def free_port(wanted: int) -> int:
    """The wanted port on the loopback address, or the next one that nobody uses."""
    for port in range(wanted, wanted + 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise SystemExit(f"no free port from {wanted} on")


def environment(data: Path, register: int) -> dict[str, str]:
    """What the demo's processes are told; settings of a real Naast on this machine do not reach them."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "naast.settings",
        "PYTHONPATH": str(CHECKOUT / "src"),
        "NAAST_DATA": str(data),
        "NAAST_DEMO": "1",
        "NAAST_BRP_URL": f"http://{HOST}:{register}{ROOT}",
    }


def start_register(port: int) -> subprocess.Popen[bytes]:
    """The stand-in population register, with the official test persons."""
    line = [sys.executable, "-m", "naast.integrations.brp.fake", "--port", str(port)]
    return subprocess.Popen(line, env=environment(MADE / "register", port), stdout=subprocess.DEVNULL)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; raises SystemExit when it stops or stays silent for a minute."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise SystemExit("the server stopped; what is above says why")
        try:
            with urllib.request.urlopen(address, timeout=5):  # nosec B310  # our own loopback address
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server does not answer")


def stop(*processes: subprocess.Popen[bytes]) -> None:
    """End the processes that the demo started."""
    for process in processes:
        process.terminate()
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)


def main(argv: list[str]) -> int:
    """Serve until Ctrl-C. The households are told anew at each start; nothing that is tried out stays."""
    parser = argparse.ArgumentParser(prog="./naast demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    chosen = parser.parse_args(argv)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    register_port = free_port(5010)
    register = start_register(register_port)
    running = [register]
    data = None
    try:
        world = demo_world.ready(lambda folder: environment(folder, register_port))
        data = demo_world.throw_away_copy(world)
        port = free_port(chosen.port)
        address = f"http://{HOST}:{port}/"
        server = subprocess.Popen(granian_line(HOST, port, workers=1), env=environment(data, register_port))
        running.append(server)
        wait_for(address, server)
        print(f"\nNaast stands at {address}\n\nSign in as one of:", flush=True)
        print("\n".join(demo_world.sign_in_lines(world, address)), flush=True)
        print("\nCtrl-C ends the demo; nothing of it is kept.", flush=True)
        return server.wait()
    finally:
        stop(*running)
        if data:
            shutil.rmtree(data, ignore_errors=True)
