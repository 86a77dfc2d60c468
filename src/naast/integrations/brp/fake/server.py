"""The stand-in register over HTTP on the loopback address."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from .persons import DATA_FROM, Persons
from .problems import INSTANCE, Problem, not_found, server_error, unreadable_body
from .questions import answer

ROOT = INSTANCE.removesuffix("/personen")


class Fault(StrEnum):
    """A way to answer wrongly, for tests."""

    SILENT = "silent"
    ERROR = "error"
    MALFORMED = "malformed"
    WRONG_SHAPE = "wrong-shape"
    HANG_UP = "hang-up"


@dataclass(frozen=True)
class Asked:
    """One question as it arrived: the address and the body."""

    path: str
    body: dict[str, Any] = field(repr=False)


class FakeRegister:
    """The stand-in as a context manager: `with FakeRegister() as register: BrpClient(register.base_url)`.

    `on`: the day on which ages are counted; by default the day of the data, so that answers never change.
    `fault` may be changed while it runs. `asked` holds the last questions. Port 0 picks a free one. No
    network but loopback.
    """

    def __init__(self, port: int = 0, on: date = DATA_FROM, fault: Fault | None = None) -> None:
        self.persons = Persons.official(on)
        self.fault = fault
        self.asked: deque[Asked] = deque(maxlen=1000)
        self.stopping = threading.Event()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.register = self
        self._thread: threading.Thread | None = None

    @property
    def base_url(self) -> str:
        """Where the client should ask; '/personen' comes behind it."""
        return f"http://127.0.0.1:{self._server.server_port}{ROOT}"

    def start(self) -> Self:
        """Answer from a thread of its own."""
        self._thread = threading.Thread(target=self.serve, daemon=True)
        self._thread.start()
        return self

    def serve(self) -> None:
        """Answer until `stop`, in this thread."""
        self._server.serve_forever(poll_interval=0.01)

    def stop(self) -> None:
        """Stop answering and let the port go."""
        self.stopping.set()
        if self._thread:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    register: FakeRegister


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        register = self.server.register
        if register.fault and self._fail(register, register.fault):
            return
        try:
            self._send(200, self._answer(register, body))
        except Problem as problem:
            self._send(problem.status, problem.body(), "application/problem+json")

    def do_GET(self) -> None:
        problem = not_found()
        self._send(problem.status, problem.body(), "application/problem+json")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it so
        """Say nothing: questions hold numbers."""

    def _answer(self, register: FakeRegister, body: bytes) -> dict[str, Any]:
        if self.path != INSTANCE:
            raise not_found()
        try:
            question = json.loads(body)
        except ValueError:
            raise unreadable_body() from None
        if not isinstance(question, dict):
            raise unreadable_body()
        register.asked.append(Asked(self.path, question))
        return answer(question, register.persons)

    def _fail(self, register: FakeRegister, fault: Fault) -> bool:
        match fault:
            case Fault.SILENT:
                register.stopping.wait()
                self.close_connection = True
            case Fault.HANG_UP:
                self.close_connection = True
            case Fault.MALFORMED:
                self._write(200, b'{"type": "RaadpleegMetBurgerservicenummer", "perso', "application/json")
            case Fault.WRONG_SHAPE:
                self._send(200, {"type": "RaadpleegMetBurgerservicenummer", "personen": "none"})
            case Fault.ERROR:
                problem = server_error()
                self._send(problem.status, problem.body(), "application/problem+json")
        return True

    def _send(self, status: int, body: dict[str, Any], kind: str = "application/json; charset=utf-8") -> None:
        self._write(status, json.dumps(body, ensure_ascii=False).encode(), kind)

    def _write(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
