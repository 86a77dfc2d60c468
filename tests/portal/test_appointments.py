"""When do we meet: what a resident finds of it, and what somebody who looks along may not see."""

from datetime import time, timedelta
from uuid import UUID

import pytest
import time_machine
from django.utils import timezone
from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import appointments
from naast.actions.appointments import Meeting

pytestmark = pytest.mark.django_db
HOME = ("samira", "yusuf", "noa")


def made(cast: Cast, *present: str, readers: tuple[str, ...] | None = None, **more: object) -> UUID:
    """Three days from now at two, of Jerrel with these."""
    meeting = Meeting(
        **{
            "words": "Hoe gaat het thuis?",
            "day": timezone.localdate(cast.clock.at) + timedelta(days=3),
            "starts": time(14),
            "ends": time(15),
            "present": tuple(cast.people[name] for name in (*present, "jerrel")),
        }
        | more  # type: ignore[arg-type]
    )
    choice = cast.choice(*readers, how="worker_chose") if readers else None
    return appointments.make(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meeting, choice=choice
    )


def page(cast: Cast, browser: Browser, name: str, where: str = "/afspraken", **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/{cast.dossier}{where}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("where", ["", "/afspraken"])
def test_what_everybody_at_home_reads_stands_there_unasked(cast: Cast, browser: Browser, where: str) -> None:
    made(cast, "samira", readers=HOME)
    found = page(cast, browser, "samira", where)
    assert "Wanneer zien we elkaar?" in found
    assert "14.00 tot 15.00" in found
    assert "Hoe gaat het thuis?" in found


@pytest.mark.parametrize("where", ["", "/afspraken"])
def test_what_one_meets_the_worker_for_alone_stands_there_only_behind_the_pin(
    cast: Cast, browser: Browser, where: str
) -> None:
    made(cast, "samira")
    unasked = page(cast, browser, "samira", where)
    assert "Hoe gaat het thuis?" not in unasked
    assert "Hier staat geen afspraak." in unasked
    assert "Hoe gaat het thuis?" in page(cast, browser, "samira", where, asked=True)


@pytest.mark.parametrize("where", ["", "/afspraken"])
def test_a_secret_place_stands_there_not_unasked(cast: Cast, browser: Browser, where: str) -> None:
    made(cast, "samira", readers=HOME, place="Lindehof 12", secret=True)
    assert "Lindehof" not in page(cast, browser, "samira", where)
    asked = page(cast, browser, "samira", "/afspraken", asked=True)
    assert "Lindehof 12" in asked


def test_the_page_of_one_holds_no_secret_place_unasked(cast: Cast, browser: Browser) -> None:
    one = made(cast, "samira", readers=HOME, place="Lindehof 12", secret=True)
    for asked in (False, True):
        found = browser("samira", asked=asked).get(f"/mijn/stukken/{one}").content.decode()
        assert ("Lindehof" in found) is asked
        assert "14.00 tot 15.00" in found


def test_one_that_does_not_go_on_says_so_with_why(cast: Cast, browser: Browser) -> None:
    one = made(cast, "samira", readers=HOME)
    appointments.cancel(viewer=cast.viewer("jerrel"), appointment=one, reason="Jerrel is ziek.")
    assert "Dit gaat niet door." in page(cast, browser, "samira", "")
    found = page(cast, browser, "samira")
    assert "Dit gaat niet door." in found
    assert "Jerrel is ziek." in found


def test_what_is_over_is_no_longer_there(cast: Cast, browser: Browser) -> None:
    made(cast, "samira", readers=HOME)
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
        assert "Hier staat geen afspraak." in page(cast, browser, "samira")


def test_home_holds_the_first_three_to_come(cast: Cast, browser: Browser) -> None:
    for number in range(4):
        made(cast, "samira", readers=HOME, words=f"Nummer {number}", starts=time(10 + number))
    found = page(cast, browser, "samira", "")
    assert [f"Nummer {number}" in found for number in range(4)] == [True, True, True, False]
    assert "Nummer 3" in page(cast, browser, "samira")


def test_whom_the_reader_may_not_know_of_is_not_named(cast: Cast, browser: Browser) -> None:
    made(cast, "samira", "karim", readers=HOME)
    for where in ("", "/afspraken"):
        found = page(cast, browser, "karim", where, asked=True)
        assert "Samira" in found  # whom they meet
        assert "Yusuf" not in found


def test_a_worker_finds_nothing_at_this_address(cast: Cast, browser: Browser) -> None:
    assert browser("jerrel").get(f"/mijn/{cast.dossier}/afspraken").status_code == 404
