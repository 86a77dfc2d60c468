"""The whole bench: fill, serve, ask, and print each figure beside a floor of the same run."""

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench import database, drive, server
from bench.drive import Ask, Result
from bench.size import HOMES

COOKIE = "naast"
EMPTY = "/account"  # an empty signed-in page of the same server
OPEN = "bench.open_app:application"


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page: its name in the table, and the addresses that are asked."""

    name: str
    asks: list[Ask]


def pages(workers: list[dict[str, Any]]) -> list[Page]:
    """The pages that are measured, each asked by every worker for homes of their own."""
    long, last = workers[0]["long"], workers[0]["last"]
    cookies = [(f"{COOKIE}={worker['session']}", worker["homes"]) for worker in workers]
    residents = [(worker["homes"][0], f"{COOKIE}={worker['resident']}") for worker in workers]
    return [
        Page("empty page", [Ask(EMPTY, cookie) for cookie, _ in cookies]),
        Page("today", [Ask("/vandaag", cookie) for cookie, _ in cookies]),
        Page("my households", [Ask("/huishoudens", cookie) for cookie, _ in cookies]),
        Page(
            "household page",
            [Ask(f"/huishoudens/{home}", cookie) for cookie, homes in cookies for home in homes[:5]],
        ),
        Page(
            "timeline, one nature",
            [
                Ask(f"/huishoudens/{home}?aard=wish", cookie)
                for cookie, homes in cookies
                for home in homes[:5]
            ],
        ),
        Page(
            "search",
            [Ask(f"/zoeken?q={word}", cookie) for cookie, _ in cookies for word in ("school", "ruzie")],
        ),
        Page("3,000 entries, first", [Ask(f"/huishoudens/{long}", cookies[0][0])]),
        Page("3,000 entries, last", [Ask(f"/huishoudens/{long}?{urlencode({'na': last})}", cookies[0][0])]),
        Page("plan", [Ask(f"/huishoudens/{homes[0]}/plan", cookie) for cookie, homes in cookies]),
        Page(
            "plan, PDF",
            [Ask(f"/huishoudens/{homes[0]}/plan/afspraken.pdf", cookie) for cookie, homes in cookies],
        ),
        Page("agenda", [Ask(f"/huishoudens/{homes[0]}/agenda", cookie) for cookie, homes in cookies]),
        Page("safety now", [Ask(f"/huishoudens/{homes[0]}/veiligheid", cookie) for cookie, homes in cookies]),
        Page("portal, first page", [Ask(f"/mijn/{home}", cookie) for home, cookie in residents]),
        Page("portal, story", [Ask(f"/mijn/{home}/verhaal", cookie) for home, cookie in residents]),
        Page("portal, plan", [Ask(f"/mijn/{home}/plan", cookie) for home, cookie in residents]),
        Page("write", [Ask(**worker["write"]) for worker in workers]),
    ]


@contextmanager
def filled(households: int) -> Iterator[tuple[database.Database, Path, int]]:
    """A database with so many households, and a folder for the server's keys; both go afterwards."""
    copies = households // HOMES
    made = database.make("naast_bench")
    with tempfile.TemporaryDirectory(prefix="naast-bench-") as folder:
        data = Path(folder)
        both = {"NAAST_DATABASE": made.url(), "NAAST_ONE_ALIAS": "1"}
        print(f"\n{households:,} households", flush=True)
        started = time.monotonic()
        print(server.run("bench.fill", str(copies), env=server.environment(both, data)), end="", flush=True)
        print(f"  altogether                          {time.monotonic() - started:6.1f} s", flush=True)
        try:
            yield made, data, copies
        finally:
            database.remove(made)


def measure(households: int, seconds: float) -> dict[str, float]:
    """Print the table of one size; gives p50 for one user by page, to compare sizes."""
    with filled(households) as (made, data, copies):
        env = server.environment(made.environment(), data)
        workers = json.loads(server.run("bench.sessions", str(copies), env=env))
        asked = pages(workers)
        first = json.dumps([asdict(page.asks[0]) for page in asked])
        plain = json.loads(server.run("bench.plain", made.url(), first, env=env))
        open_env = server.environment(made.environment(database.WEB), data)
        with server.running(open_env, OPEN) as opened:
            without = {page.name: _p50(opened.port, page, seconds) for page in asked}
        return _table(asked, plain, without, env, seconds)


def _p50(port: int, page: Page, seconds: float) -> float:
    found = drive.at_once(port, page.asks, 1, seconds)
    if found.wrong:
        raise SystemExit(f"{page.name}: {found.wrong} wrong answers with circles off")
    return found.percentile(0.5)


HEAD = (
    f"  {'':<22}{'queries':>8}{'SQL':>8}{'open':>8}{'1: p50':>9}{'p95':>8}{'8: /s':>9}{'p50':>8}{'p95':>8}"
    f"{'20/s p50':>10}{'p95':>8}{'client CPU':>12}"
)


def _table(
    asked: list[Page], plain: dict[str, Any], without: dict[str, float], env: dict[str, str], seconds: float
) -> dict[str, float]:
    found = {}
    with server.running(env) as served:
        print(f"\n{HEAD}", flush=True)
        for page in asked:
            drive.at_once(served.port, page.asks, 2, 2)  # warm
            one = drive.at_once(served.port, page.asks, 1, seconds)
            eight = drive.at_once(served.port, page.asks, 8, seconds)
            steady = drive.a_second(served.port, page.asks, 20, seconds)
            queries, sql = plain[page.asks[0].path]
            print(_row(page.name, queries, sql, without[page.name], one, eight, steady), flush=True)
            found[page.name] = one.percentile(0.5)
        print(server.run("bench.paper", env=env), end="")
        print(server.run("bench.involvement", env=env), end="")
        print(
            f"\n  first answer after {served.first_answer:.1f} s; memory of the workers {served.memory()} MB"
        )
    return found


def _row(
    name: str, queries: int, sql: float, without: float, one: Result, eight: Result, steady: Result
) -> str:
    wrong = one.wrong + eight.wrong + steady.wrong
    share = eight.client_cpu / eight.seconds
    return (
        f"  {name:<22}{queries:>8}{sql:>8.1f}{without:>8.1f}{one.percentile(0.5):>9.1f}{one.percentile(0.95):>8.1f}"
        f"{eight.rate:>9.0f}{eight.percentile(0.5):>8.1f}{eight.percentile(0.95):>8.1f}"
        f"{steady.percentile(0.5):>10.1f}{steady.percentile(0.95):>8.1f}{share:>11.0%}"
        + (f"  {wrong} WRONG" if wrong else "")
    )
