"""Every page that a person can reach by links, one of each kind."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
LEAVES = ("/snel-weg", "/afmelden", "/static/", "/scherm-terug")
MOST = 60


def kind_of(address: str) -> str:
    """The address with its ids and answers taken out: one page of each kind is enough."""
    parts = urlsplit(address)
    names = ",".join(sorted(re.findall(r"(?:^|&)([a-z_]+)=", parts.query)))
    return UUID.sub("*", parts.path) + (f"?{names}" if names else "")


def pages(page: Page, start: str) -> Iterator[str]:
    """Open one page of each kind that links lead to, beginning with `start`; gives its kind while it is open."""
    seen: set[str] = set()
    waiting = [start]
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        kind = kind_of(address)
        if kind in seen:
            continue
        seen.add(kind)
        page.goto(address)
        yield kind
        for link in page.locator("a[href]").all():
            if link.get_attribute("download") is not None:
                continue
            found = urljoin(page.url, link.get_attribute("href") or "")
            same_host = urlsplit(found).netloc == urlsplit(page.url).netloc
            if same_host and not urlsplit(found).path.startswith(LEAVES) and "bestand" not in found:
                waiting.append(found.partition("#")[0])
