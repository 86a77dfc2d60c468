"""A girl turns sixteen on a Tuesday: what counts on Monday, on that Tuesday and on Wednesday, and who reads what.

Each day is a server of its own on one database, whose clock begins on that day.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from naast.access.viewer import ZONE, day_of
from naast.cli import demo_world
from naast.cli.demo import HOST, environment, free_port, stop, wait_for
from naast.cli.places import CHECKOUT
from naast.cli.serve import granian_line

from .conftest import FIRST_PORT, Demo, Open
from .doing import answer, come_in_as_professional, come_in_by_link, press, who_must
from .yara import CHEMISTRY, FRIEND, GYM, HELP, SCHOOL, next_tuesday

HERE = "tests.journeys"
NO_REGISTER = 9  # nobody is looked up in these journeys


@dataclass
class Days:
    """One database, and the servers on it by day."""

    data: Path
    told: dict[str, str]
    tuesday: date
    running: dict[date, Demo] = field(default_factory=dict)
    servers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def monday(self) -> date:
        return self.tuesday - timedelta(days=1)

    @property
    def wednesday(self) -> date:
        return self.tuesday + timedelta(days=1)

    def on(self, day: date) -> Demo:
        """Naast from nine o'clock on that day on."""
        if day not in self.running:
            worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
            port = free_port(FIRST_PORT + 400 + 50 * worker)
            moment = datetime.combine(day, time(9), tzinfo=ZONE)
            line = [*granian_line(HOST, port, workers=1)[:-1], f"{HERE}.at_moment:application"]
            env = environment(self.data, NO_REGISTER) | {"AT_MOMENT": moment.isoformat()}
            env["PYTHONPATH"] += os.pathsep + str(CHECKOUT)
            server = subprocess.Popen(line, cwd=CHECKOUT, env=env)
            self.servers.append(server)
            address = f"http://{HOST}:{port}"
            wait_for(address, server)
            lines = dict(
                line.strip().split("  ", 1)
                for line in demo_world.sign_in_lines(self.data, address)
                if "  " in line.strip()
            )
            self.running[day] = Demo(address, {who: how.strip() for who, how in lines.items()})
        return self.running[day]

    def way_in(self, day: date, who: str) -> tuple[str, str]:
        """The link of a resident on that day, and their PIN."""
        link, _, pin = self.told[who].replace("{address}", self.on(day).address).partition("  PIN ")
        return link, pin


@pytest.fixture(scope="module")
def days() -> Iterator[Days]:
    data = demo_world.throw_away_copy(demo_world.ready(lambda folder: environment(folder, NO_REGISTER)))
    env = environment(data, NO_REGISTER)
    env["PYTHONPATH"] += os.pathsep + str(CHECKOUT)
    line = [sys.executable, "-m", f"{HERE}.yara"]
    told = subprocess.run(line, cwd=CHECKOUT, env=env, check=True, stdout=subprocess.PIPE, text=True)
    found = Days(data, json.loads(told.stdout), next_tuesday(day_of(datetime.now(ZONE))))
    yield found
    stop(*found.servers)
    shutil.rmtree(data, ignore_errors=True)


def worker(opened: Open, days: Days, day: date) -> Page:
    """Jerrel on that day, on the page of what was said yes to."""
    page = professional(opened, days, day, "Jerrel")
    page.goto(f"{days.told['household']}/toestemming")
    return page


def professional(opened: Open, days: Days, day: date, name: str) -> Page:
    demo = days.on(day)
    page = opened(at=demo.address)
    come_in_as_professional(page, demo, name)
    return page


def resident(opened: Open, days: Days, day: date, who: str) -> Page:
    page = opened(phone=True, at=days.on(day).address)
    come_in_by_link(page, *days.way_in(day, who))
    return page


def test_a_mother_of_a_girl_of_fifteen_says_yes_beside_her_and_a_father_without_authority_is_not_asked(
    opened: Open, days: Days
) -> None:
    page = worker(opened, days, days.monday)
    said = page.locator("main").inner_text()
    assert re.search(r"Yara wordt op .* 16\.", said)
    assert "Het ja van ouders telt dan niet meer." in said
    must = who_must(page, "Yara", "Idris")
    assert "Yara moet ja zeggen" in must
    assert "Halima moet ja zeggen" in must
    assert "Idris hoeft geen ja te zeggen" in must
    assert "Heeft geen gezag." in must
    answer(page, "Wie antwoordt?", "Halima")
    page.locator("[name=answer][value=yes]").check()
    page.get_by_label("Waar is het voor?").fill(HELP)
    press(page, "Schrijf het antwoord op")
    page.wait_for_url("**/toestemming")
    assert HELP in page.locator("main").inner_text()


def test_the_father_finds_nothing_of_what_she_told_and_of_what_the_mother_said_yes_to(
    opened: Open, days: Days
) -> None:
    idris = resident(opened, days, days.monday, "Idris")
    here = urlsplit(idris.url).path
    for path in ("", "/verhaal", "/ja", "/gedeeld", "/wie-weet-wat", "/plan"):
        idris.goto(here + path)
        shown = idris.locator("main").inner_text()
        for word in (FRIEND, CHEMISTRY, GYM, SCHOOL, "Ellen"):
            assert word not in shown, (path, word)


def test_on_that_tuesday_her_yes_is_her_own_and_her_mother_reads_no_more_by_authority(
    opened: Open, days: Days
) -> None:
    before = worker(opened, days, days.monday)
    before.goto(days.told["household"])
    before.locator("main").get_by_role("link", name="Halima").first.click()
    assert FRIEND in before.locator("main").inner_text()
    after = worker(opened, days, days.tuesday)
    assert re.search(r"Yara werd op .* 16\.", after.locator("main").inner_text())
    must = who_must(after, "Yara")
    assert "Met zestien en zeventien zegt de jongere alleen ja." in must
    assert "Halima hoeft geen ja te zeggen" in must
    halima = resident(opened, days, days.tuesday, "Halima")
    halima.goto(urlsplit(halima.url).path + "/verhaal")
    assert FRIEND not in halima.locator("main").inner_text()


def test_a_teacher_reads_by_day_what_is_still_open_and_after_her_last_day_there_is_nothing(
    opened: Open, days: Days
) -> None:
    """What rests on the mother's yes ends on that Tuesday; all else with the teacher's last day."""
    reads = {}
    for day in (days.monday, days.tuesday, days.wednesday):
        ellen = professional(opened, days, day, "Ellen")
        answered = ellen.goto(days.told["household"])
        assert answered is not None
        shown = ellen.locator("main").inner_text()
        reads[day] = (answered.status, CHEMISTRY in shown, GYM in shown)
        ellen.goto("/zoeken?q=slaap")
        assert (CHEMISTRY in ellen.locator("main").inner_text()) is (day == days.monday)
    assert reads == {
        days.monday: (200, True, True),
        days.tuesday: (200, False, True),
        days.wednesday: (404, False, False),
    }
