"""A household and browsers signed in as its members."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago

from naast.access.doors import upkeep
from naast.records.models import Dossier
from naast.ui import who

Browser = Callable[..., Client]


def masked(page: str) -> str:
    """The page without what differs at every answer: form tokens."""
    return re.sub(r'(name="(?:csrfmiddlewaretoken|once|key|who)" value=")[^"]*', r"\1", page)


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast as it was told in the hour before now."""
    return samira_and_karim(some_time_ago(hours=1))


@pytest.fixture
def browser(cast: Cast) -> Browser:
    """A browser of somebody in the cast; `asked` behind the PIN; `handed` on Jerrel's device."""

    def signed_in(name: str, *, asked: bool = False, handed: bool = False) -> Client:
        client = Client()
        account = cast.accounts["jerrel" if handed else name]
        client.force_login(account, backend="naast.access.sessions.Carried")
        session = client.session
        if handed:
            with upkeep():
                row = Dossier.objects.get(public_id=cast.dossier).pk
            session[who.HANDED_OVER] = {
                "human": cast.rows[name],
                "dossier": str(cast.dossier),
                "row": row,
                "worker": cast.accounts["jerrel"].pk,
            }
        if asked:
            session[who.CONFIDENTIAL_UNTIL] = (timezone.now() + timedelta(minutes=5)).isoformat()
        session.save()
        return client

    return signed_in
