"""Addresses that somebody types by hand, and how two answers are compared."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import APIResponse

from .walking import UUID, forms, links

OF_ONE_ENTRY = ("", "/antwoord", "/verbeteren")
INSIDE = ("/huishoudens", "/stukken", "/team", "/zoeken", "/account", "/mijn/")


def masked(answer: APIResponse) -> tuple[int, str]:
    """The status and the bytes, without what differs at every answer: form tokens and ids that were asked for."""
    body = re.sub(r'(name="(?:csrfmiddlewaretoken|once|key|who|checked)" value=")[^"]*', r"\1", answer.text())
    return answer.status, UUID.sub("*", body)


def typed(seen: dict[str, str]) -> set[str]:
    """Every address that needs somebody signed in, of the pages that others see (html by address)."""
    return {found for found in _all(seen) if found.startswith(INSIDE) and "naar=" not in found}


def sent(seen: dict[str, str]) -> set[str]:
    """Where the forms on these pages are sent."""
    return {urlsplit(found).path for address, html in seen.items() for found in forms(html, address)}


def _all(seen: dict[str, str]) -> Iterator[str]:
    """Every address on these pages, and the portal's own addresses of every entry that stands in one."""
    for address, html in seen.items():
        for found in (address, *links(html, address), *forms(html, address)):
            parts = urlsplit(found)
            yield parts._replace(scheme="", netloc="").geturl()
            for entry in re.findall(rf"/stukken/({UUID.pattern})", parts.path):
                yield from (f"/mijn/stukken/{entry}{act}" for act in OF_ONE_ENTRY)
