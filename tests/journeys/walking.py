"""The pages that a person can reach by links: opened one of each kind, or all of them only read."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
FILE = re.compile(r"/stukken/[^/]+/bestand$|\.pdf$")  # to keep, not to look at
LEAVES = ("/snel-weg", "/afmelden", "/mijn/afmelden", "/static/", "/scherm-terug")
MOST = 150
MOST_WRITTEN = 600


def kind_of(address: str) -> str:
    """The address with its ids and answers taken out: one page of each kind is enough."""
    parts = urlsplit(address)
    names = ",".join(sorted(re.findall(r"(?:^|&)([a-z_]+)=", parts.query)))
    return UUID.sub("*", parts.path) + (f"?{names}" if names else "")


def pages(page: Page, start: str) -> Iterator[str]:
    """Open one page of each kind that links lead to, beginning with `start`; gives its kind while it is open."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if kind in seen:
            continue
        seen.add(kind)
        assert len(seen) <= MOST, "a walk without an end"
        page.goto(address)
        yield kind
        waiting += [to for to in links(page.content(), page.url) if not FILE.search(urlsplit(to).path)]


def written(page: Page, start: str, kind: Callable[[str], str] = str) -> dict[str, str]:
    """What is written on `start` and on every page that links lead to, by address; none of it is opened.

    With `kind_of` one page of each kind.
    """
    found: dict[str, str] = {}
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        address = waiting.pop(0)
        if kind(address) in seen:
            continue
        seen.add(kind(address))
        answer = page.request.get(address)
        assert answer.status == 200, address
        found[address] = answer.body().decode("utf-8", "replace")  # a picture is no text
        waiting += links(found[address], address)
        assert len(found) < MOST_WRITTEN, "a walk without an end"
    return found


def links(html: str, address: str) -> list[str]:
    """Where the links on a page lead, on the same host and without leaving or signing out."""
    return _inside(re.findall(r'<a\b[^>]*\bhref="([^"]*)"', html), address)


def forms(html: str, address: str) -> list[str]:
    """Where the forms on a page are sent, on the same host and without leaving or signing out."""
    posted = re.findall(r"<form\b[^>]*\bmethod=\"post\"[^>]*>", html)
    actions = [re.search(r'\baction="([^"]*)"', form) for form in posted]
    return _inside([found[1] if found else address for found in actions], address)


def _inside(hrefs: list[str], address: str) -> list[str]:
    found = []
    for href in hrefs:
        parts = urlsplit(urljoin(address, unescape(href)))
        if parts.netloc == urlsplit(address).netloc and not parts.path.startswith(LEAVES):
            found.append(parts._replace(fragment="").geturl())
    return found
