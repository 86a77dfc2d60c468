"""The demo, started once for all journeys of a process, and browsers with and without script."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from naast.cli.demo import free_port
from naast.cli.places import CHECKOUT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
FIRST_PORT = 8700
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys need a browser, and run once: against the demo, which stands on SQLite."""
    postgres = "postgresql" in settings.DATABASES["default"]["ENGINE"]
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.skipif(not CHROMIUM, reason="Chromium is not here"))
            item.add_marker(pytest.mark.skipif(postgres, reason="the demo stands on SQLite"))


@dataclass
class Demo:
    """A running demo: its address and how each person comes in, as it was printed.

    A printed link works once: `kept` holds the cookies of the session that it began, by the resident's name.
    """

    address: str
    lines: dict[str, str] = field(default_factory=dict)
    kept: dict[str, list[Any]] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The line of the person whose name begins so."""
        return next(line for who, line in self.lines.items() if who.startswith(name))

    def link_of(self, name: str) -> str:
        """The one-time link of a resident."""
        return next(word for word in self.of(name).split() if word.startswith("http"))

    def pin_of(self, name: str) -> str:
        """The PIN of somebody: a resident's own, or with which a worker takes their screen back."""
        found = re.search(r"PIN (\d+)", self.of(name))
        assert found, name
        return found.group(1)


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    """`./naast demo` on a port of its own; ended after the last journey."""
    side_by_side = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    port = free_port(FIRST_PORT + 50 * side_by_side)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")}
    line = [sys.executable, "-m", "naast.cli", "demo", "--port", str(port)]
    env = kept | {"PYTHONPATH": str(CHECKOUT / "src"), "DJANGO_SETTINGS_MODULE": "naast.settings"}
    process = subprocess.Popen(line, cwd=CHECKOUT, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    printed = []
    for text in process.stdout:
        printed.append(text)
        if text.startswith("Ctrl-C"):
            break
    rest = threading.Thread(target=process.stdout.read, daemon=True)
    rest.start()
    try:
        yield _read("".join(printed))
    finally:
        process.terminate()
        process.wait(timeout=10)


def _read(printed: str) -> Demo:
    address = re.search(r"http://[\d.:]+", printed)
    assert address, printed
    pairs = re.findall(r"^  (\S.*?)  +(\S.*)$", printed, re.MULTILINE)
    return Demo(address.group(0), dict(pairs))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chosen = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
    )
    yield chosen
    chosen.close()


Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, demo: Demo) -> Iterator[Open]:
    """Open a page in a browser of its own; afterwards: no request went to another host, no error in the page."""
    contexts: list[BrowserContext] = []
    elsewhere: list[str] = []
    broken: list[str] = []
    ours = {demo.address}

    def asked(request: Request) -> None:
        if not request.url.startswith((*ours, "data:", "about:", "blob:")):
            elsewhere.append(request.url)

    def open_page(
        *, script: bool = True, phone: bool = False, dark: bool = False, at: str = demo.address
    ) -> Page:
        ours.add(at)
        context = browser.new_context(
            java_script_enabled=script,
            viewport=PHONE if phone else DESK,
            color_scheme="dark" if dark else "light",
            base_url=at,
            locale="nl-NL",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("request", asked)
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda said: broken.append(said.text) if "Content Security" in said.text else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert elsewhere == []
    assert broken == []
