"""Kill the server in the middle of writing, again and again (NAAST_KILLS, by default 6 times)."""

import contextlib
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path
from typing import Any

import httpx

from naast.cli.places import CHECKOUT
from naast.cli.serve import granian_line

TIMES = int(os.environ.get("NAAST_KILLS", "6"))
HOST = "127.0.0.1"


class Server:
    """Naast on one SQLite file, started and killed."""

    def __init__(self, data: Path) -> None:
        self.env = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")} | {
            "DJANGO_SETTINGS_MODULE": "naast.settings",
            "PYTHONPATH": f"{CHECKOUT / 'src'}:{CHECKOUT}",
            "NAAST_DATA": str(data),
        }
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port = probe.getsockname()[1]

    def run(self, module: str) -> dict[str, Any]:
        line = [sys.executable, "-m", f"tests.kill.{module}"]
        done = subprocess.run(line, env=self.env, cwd=CHECKOUT, capture_output=True, text=True, check=True)
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return answer

    def start(self) -> None:
        self.process = subprocess.Popen(
            granian_line(HOST, self.port, workers=1),
            env=self.env,
            cwd=CHECKOUT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"http://{HOST}:{self.port}/aanmelden", timeout=5)
                return
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        """At once, with its workers: no time to finish anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def write_until_killed(
    server: Server, session: str, dossier: str, confirmed: list[str], writing: threading.Event
) -> None:
    """Post one look after another; a 303 is a confirmation."""
    address = f"http://{HOST}:{server.port}/huishoudens/{dossier}/plan/kijkdag"
    with (
        contextlib.suppress(httpx.TransportError),
        httpx.Client(cookies={"naast": session}, timeout=10) as client,
    ):
        page = client.get(address).text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token, "no form to write in"
        while True:
            words = f"blik{uuid.uuid4().hex}"
            fields = {
                "csrfmiddlewaretoken": token[1],
                "on": "2999-01-01",
                "words": words,
                "once": str(uuid.uuid4()),
            }
            if client.post(address, data=fields).status_code == 303:
                confirmed.append(words)
                writing.set()


def test_nothing_confirmed_is_lost_and_nothing_half_written_appears(tmp_path: Path) -> None:
    server = Server(tmp_path)
    who = server.run("prepare")
    confirmed: list[str] = []
    moments = random.Random(20261116)
    for _ in range(TIMES):
        server.start()
        writing = threading.Event()
        writer = threading.Thread(
            target=write_until_killed, args=(server, who["session"], who["dossier"], confirmed, writing)
        )
        writer.start()
        assert writing.wait(60)
        # the one sleep of all tests: the moment of the kill is what is tried
        time.sleep(moments.random() / 2)
        server.kill()
        writer.join()
    found = server.run("look")
    assert confirmed, "nothing was written"
    assert set(confirmed) <= set(found["words"])
    assert len(found["words"]) == len(set(found["words"])) == found["traced"]
    assert found["whole"]
    assert found["sound"]
