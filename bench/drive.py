"""A small client that measures: so many requests at once, or so many a second. Only to the loopback address."""

import http.client
import random
import resource
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: an address and the session that asks; `body` makes it a form that is posted.

    `{once}` in the body becomes a new id each time, so that no post is a repetition of another.
    """

    path: str
    cookie: str
    body: str = ""


@dataclass(slots=True)
class Result:
    """Milliseconds of every answer, the wall-clock seconds, the client's own CPU seconds, and what went wrong."""

    took: list[float] = field(default_factory=list)
    seconds: float = 0.0
    client_cpu: float = 0.0
    wrong: int = 0

    def percentile(self, part: float) -> float:
        """Milliseconds that this part of the answers stayed under; 0 where there are none."""
        ordered = sorted(self.took)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.took) / self.seconds if self.seconds else 0.0


def _send(connection: http.client.HTTPConnection, ask: Ask) -> bool:
    headers = {"Cookie": ask.cookie}
    if ask.body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    body = ask.body.replace("{once}", str(uuid4())) or None
    connection.request("POST" if body else "GET", ask.path, body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status == (303 if ask.body else 200)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _measured(work: Callable[[Result, threading.Lock], list[threading.Thread]]) -> Result:
    result, lock = Result(), threading.Lock()
    cpu, started = _cpu(), time.monotonic()
    for thread in work(result, lock):
        thread.join()
    result.seconds, result.client_cpu = time.monotonic() - started, _cpu() - cpu
    return result


def at_once(port: int, asks: list[Ask], people: int, seconds: float) -> Result:
    """`people` ask, read the answer and ask again, for so many seconds."""
    until = time.monotonic() + seconds

    def person(number: int, result: Result, lock: threading.Lock) -> None:
        turn = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < until:
            begun = time.perf_counter()
            right = _send(connection, turn.choice(asks))
            _note(result, lock, begun, right)
        connection.close()

    return _measured(lambda result, lock: _started(person, range(people), result, lock))


def a_second(port: int, asks: list[Ask], rate: float, seconds: float) -> Result:
    """`rate` requests a second whatever the answers take; waiting for one's turn counts."""
    start = time.perf_counter()
    moments = [start + number / rate for number in range(int(rate * seconds))]

    def person(number: int, result: Result, lock: threading.Lock) -> None:
        turn = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for moment in moments[number::HANDS]:
            time.sleep(max(0.0, moment - time.perf_counter()))
            right = _send(connection, turn.choice(asks))
            _note(result, lock, moment, right)
        connection.close()

    return _measured(lambda result, lock: _started(person, range(HANDS), result, lock))


HANDS = 16  # enough that nobody waits for a hand at 20 a second unless an answer takes 800 ms


def _note(result: Result, lock: threading.Lock, begun: float, right: bool) -> None:
    took = (time.perf_counter() - begun) * 1000
    with lock:
        result.took.append(took)
        result.wrong += not right


def _started(
    person: Callable[[int, Result, threading.Lock], None],
    numbers: range,
    result: Result,
    lock: threading.Lock,
) -> list[threading.Thread]:
    threads = [threading.Thread(target=person, args=(number, result, lock)) for number in numbers]
    for thread in threads:
        thread.start()
    return threads
