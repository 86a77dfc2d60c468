"""Why somebody reads it, in the words of the household: what was shared with a yes, and without one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from tests.actions.test_sharing import asked, share, with_yes, yes
from tests.cast import Cast
from tests.portal.conftest import masked

pytestmark = pytest.mark.django_db
WORDS = "Noa slaapt slecht na ruzie."


def page(client: Client, entry: UUID) -> str:
    answer: Any = client.get(f"/mijn/stukken/{entry}")
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text


def test_shared_with_a_yes_says_so_and_shared_without_says_no_more_than_that(
    cast: Cast, browser: Any
) -> None:
    samira = browser("samira", asked=True)
    agreed, opened = cast.tells("samira", WORDS), cast.tells("samira", "Ik ben bang.")
    given = yes(cast, starts=cast.today, ends=cast.today + timedelta(days=40))
    until = cast.today + timedelta(days=30)
    share(cast, with_yes(cast, agreed, consents=(given,), ends=until))
    share(cast, asked(cast, opened, ends=until))
    assert "kreeg het met een ja te lezen" in page(samira, agreed)
    assert "kreeg het te lezen" in page(samira, opened)
    assert "met een ja" not in page(samira, opened)


def test_what_is_not_told_yet_leaves_the_page_as_it_was(cast: Cast, browser: Any) -> None:
    told, until = cast.tells("samira", WORDS), cast.today + timedelta(days=30)
    before = page(browser("samira", asked=True), told)
    later = {"told": False, "not_told": "Nog niet.", "look_on": until, "ends": until}
    share(cast, asked(cast, told, **later))
    assert masked(page(browser("samira", asked=True), told)) == masked(before)
