"""A partner professional sees until when they read what was shared, and an open page is told when it is over."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.portal.test_sharing import share, with_yes
from tests.staff.signed_in import client

from naast.access.consent import consents
from naast.access.doors import upkeep
from naast.access.households import household as household_page
from naast.actions import consent, involvements, sharing
from naast.records.models import TraceLine

pytestmark = pytest.mark.django_db
WORDS = "Noa slaapt slecht na ruzie."
ENDED, RUNS = 409, 204


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=2))


def household(cast: Cast, name: str = "ellen") -> str:
    return client(cast, name).get(f"/huishoudens/{cast.dossier}").content.decode()


def asks(browser: Client, opened: int) -> int:
    """What a page is told that was opened on that second."""
    return browser.get(f"/nog-te-lezen?leeftijd={now() - opened + 1}").status_code


def now() -> int:
    return int(timezone.now().timestamp())


def test_it_says_how_much_and_until_when(cast: Cast) -> None:
    share(cast, cast.tells("samira", WORDS))
    page = household(cast)
    assert WORDS in page
    assert "Met jou gedeeld" in page
    assert "1 stuk, tot" in page


def test_without_a_share_nothing_stands_there(cast: Cast) -> None:
    cast.tells("jerrel", "Ellen weet dit.", "ellen")
    assert "Met jou gedeeld" not in household(cast)
    share(cast, cast.tells("samira", WORDS))
    assert "Met jou gedeeld" not in household(cast, "jerrel")


def _ended(cast: Cast, told: UUID) -> None:
    shared = share(cast, told)
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)


def _taken_back(cast: Cast, told: UUID) -> None:
    with_yes(cast, told)
    assert cast.dossier is not None
    [given] = consents(cast.viewer("jerrel"), cast.dossier).given
    consent.withdraw(viewer=cast.viewer("samira"), consent=given.line.public_id)


def _left(cast: Cast, told: UUID) -> None:
    share(cast, told)
    jerrel = cast.viewer("jerrel")
    assert cast.dossier is not None
    [ellen] = [one for one in household_page(jerrel, cast.dossier).involved if one.capacity == "partner"]
    involvements.end(viewer=jerrel, involvement=ellen.entry, at=jerrel.at)


@pytest.mark.parametrize("ends", [_ended, _taken_back, _left])
def test_an_open_page_is_told_that_it_must_go(cast: Cast, ends: Callable[[Cast, UUID], None]) -> None:
    opened, browser = now(), client(cast, "ellen")
    told = cast.tells("samira", WORDS)
    assert asks(browser, opened) == RUNS
    cast.clock.at = timezone.now()
    ends(cast, told)
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        assert asks(browser, opened) == ENDED
        assert asks(browser, now()) == RUNS, "a page that was opened afterwards shows nothing of it"


def test_the_day_on_which_it_ends_is_such_a_moment_too(cast: Cast) -> None:
    share(cast, cast.tells("samira", WORDS), ends=cast.today + timedelta(days=1))
    opened, browser = now(), client(cast, "ellen")
    assert asks(browser, opened) == RUNS
    with time_machine.travel(timezone.now() + timedelta(hours=30), tick=False):
        browser = client(cast, "ellen")
        assert asks(browser, opened) == ENDED


@pytest.mark.parametrize("age", ["", "straks", "9" * 40, "-1", "1e3"])
def test_an_age_that_is_none_makes_the_page_go(cast: Cast, age: str) -> None:
    assert client(cast, "ellen").get(f"/nog-te-lezen?leeftijd={age}").status_code == ENDED


def test_only_a_partner_s_pages_ask(cast: Cast) -> None:
    share(cast, cast.tells("samira", WORDS))
    assert "data-still" in household(cast)
    assert "data-still" not in household(cast, "jerrel")


def test_asking_again_and_again_fills_no_trace(cast: Cast) -> None:
    browser = client(cast, "ellen")

    def lines() -> int:
        with upkeep():
            return TraceLine.objects.count()

    before = lines()
    assert asks(browser, now()) == RUNS
    assert lines() == before


def test_who_is_signed_out_is_sent_away(cast: Cast) -> None:
    assert asks(Client(), now()) == 303
