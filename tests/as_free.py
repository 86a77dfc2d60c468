"""What its writer sees of a text that is held back, beside the same text set free: nothing may differ."""

import re
from collections.abc import Iterable
from contextlib import ExitStack
from uuid import UUID

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naast.access.doors import upkeep
from naast.records.models import Entry, Kind, Withheld
from tests.cast import Cast

TOKENS = re.compile(r'(name="(?:csrfmiddlewaretoken|once|key|who|draft)" value=")[^"]*')
VALUES = re.compile(r"'[^']*'|\bs\d+_x\d+\b|\b\d+\b|\b[0-9a-f]{32}\b")
LISTS = re.compile(r"\?(?:, \?)+")  # a list of values is one value, as on PostgreSQL
Seen = list[tuple[str, int, str, list[str]]]


def seen(browser: Client, addresses: Iterable[str]) -> Seen:
    """(address, status, bytes, queries in shape) of each page; without form tokens and values."""
    return [_one(browser, address) for address in addresses]


def _one(browser: Client, address: str) -> tuple[str, int, str, list[str]]:
    with ExitStack() as stack:
        asked = [stack.enter_context(CaptureQueriesContext(one)) for one in connections.all()]
        answer = browser.get(address, follow=True)
        shapes = [LISTS.sub("?", VALUES.sub("?", query["sql"])) for context in asked for query in context]
    return address, answer.status_code, TOKENS.sub(r"\1", answer.content.decode()), shapes


def differing(before: Seen, after: Seen) -> list[str]:
    """The addresses of which anything differs."""
    return [one[0] for one, other in zip(before, after, strict=True) if one != other]


def set_free(cast: Cast) -> None:
    """Take away all that holding back left: from whom it is held, and the notices to the team."""
    with upkeep():
        assert Withheld.objects.filter(silent=True).exists(), "nothing was held back"
        Withheld.objects.filter(silent=True).delete()
        notices = Entry.objects.filter(kind=Kind.NOTICE, dossier__public_id=cast.dossier)
        Withheld.objects.filter(entry__in=notices).delete()
        notices.delete()


def untold(cast: Cast, told: UUID) -> None:
    """As if this had never been told: the text is gone, and the notices to the team."""
    with upkeep():
        assert Withheld.objects.filter(entry__public_id=told).exists(), "nothing was held back"
        notices = Entry.objects.filter(kind=Kind.NOTICE, dossier__public_id=cast.dossier)
        for gone in (notices, Entry.objects.filter(public_id=told)):
            gone.delete()


def story_pages(entry: UUID, *acts: str, at: str) -> list[str]:
    """The page of one entry, and of what can be done with it."""
    return [f"{at}/{entry}", *(f"{at}/{entry}/{act}" for act in acts)]
