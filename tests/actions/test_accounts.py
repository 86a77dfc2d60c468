"""What people do with their own account, and the PIN for handing over the screen."""

from datetime import timedelta

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access.doors import upkeep
from naast.access.viewer import RESIDENT, Viewer
from naast.actions import accounts, throttle
from naast.actions.act import Invalid, Refused
from naast.records.models import Account, Person, TraceLine

pytestmark = pytest.mark.django_db
PIN = "290461"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


@pytest.mark.parametrize(
    "pin", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "000000", "123456", "987654", "890123"]
)
def test_a_pin_is_six_digits_that_nobody_tries_first(cast: Cast, pin: str) -> None:
    with pytest.raises(Invalid) as told:
        accounts.set_pin(viewer=cast.viewer("jerrel"), pin=pin)
    assert list(told.value.errors) == ["pin"]


def test_a_pin_is_hashed_and_found_right(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    kept = Account.objects.get(id=cast.accounts["jerrel"].pk).pin
    assert kept.startswith("argon2")
    assert PIN not in kept
    assert accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    assert not accounts.check_pin(viewer=cast.viewer("jerrel"), pin="290462")
    assert not accounts.check_pin(viewer=cast.viewer("ayse"), pin=PIN)
    assert not accounts.check_pin(viewer=cast.viewer("ayse"), pin="")


def test_a_handed_over_screen_comes_back_with_the_pin_of_the_worker_who_handed_it_over(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    worker = cast.accounts["jerrel"].pk
    child = Viewer(None, cast.rows["noa"], RESIDENT, cast.clock.tick(), handed_by=worker)
    assert accounts.check_pin(viewer=child, pin=PIN)
    with pytest.raises(Refused):
        accounts.set_pin(viewer=child, pin="736482")


def test_five_wrong_pins_pause_also_the_right_one_for_a_quarter_of_an_hour(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    for _ in range(throttle.TRIES):
        assert not accounts.check_pin(viewer=cast.viewer("jerrel"), pin="111112")
    assert not accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    cast.clock.at += throttle.PAUSE - timedelta(minutes=1)
    assert not accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    cast.clock.at += timedelta(minutes=1)
    assert accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)


def test_four_wrong_pins_and_a_right_one_start_the_count_anew(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    for _ in range(2):
        for _ in range(throttle.TRIES - 1):
            accounts.check_pin(viewer=cast.viewer("jerrel"), pin="111112")
        assert accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)


def test_a_wrong_pin_of_one_does_not_pause_another(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("ayse"), pin=PIN)
    for _ in range(throttle.TRIES):
        accounts.check_pin(viewer=cast.viewer("jerrel"), pin="111112")
    assert accounts.check_pin(viewer=cast.viewer("ayse"), pin=PIN)


def test_every_try_leaves_a_trace(cast: Cast) -> None:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    accounts.check_pin(viewer=cast.viewer("jerrel"), pin="111112")
    accounts.check_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    outcomes = TraceLine.objects.filter(act="check pin").order_by("id").values_list("outcome", flat=True)
    assert list(outcomes) == ["refused", "done"]


def test_a_new_pin_or_password_ends_other_sessions(cast: Cast) -> None:
    def session() -> str:
        return Account.objects.get(id=cast.accounts["jerrel"].pk).get_session_auth_hash()

    before = session()
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=PIN)
    between = session()
    accounts.set_password(viewer=cast.viewer("jerrel"), password="een lange wandeling")
    assert len({before, between, session()}) == 3


@pytest.mark.parametrize("password", ["kort", "elf tekens!", "qwertyuiop12345"[:11]])
def test_a_password_is_long(cast: Cast, password: str) -> None:
    with pytest.raises(Invalid) as told:
        accounts.set_password(viewer=cast.viewer("jerrel"), password=password)
    assert list(told.value.errors) == ["password"]


def test_a_new_name_is_read_by_the_household(cast: Cast) -> None:
    accounts.set_profile(
        viewer=cast.viewer("jerrel"), given=" Jerrel ", family="Pinas-Bos", function="wijkteam"
    )
    account = Account.objects.get(id=cast.accounts["jerrel"].pk)
    assert (account.display_name, account.function) == ("Jerrel Pinas-Bos", "wijkteam")
    with upkeep():
        assert Person.objects.get(id=cast.rows["jerrel"]).family_name == "Pinas-Bos"


def test_a_worker_who_is_somebody_in_a_household_keeps_the_name_that_is_told_there(cast: Cast) -> None:
    with upkeep():
        Person.objects.filter(id=cast.rows["jerrel"]).update(professional=False)
    accounts.set_profile(viewer=cast.viewer("jerrel"), given="J.", family="Pinas", function="")
    with upkeep():
        assert Person.objects.get(id=cast.rows["jerrel"]).call_name == "Jerrel"
    assert Account.objects.get(id=cast.accounts["jerrel"].pk).display_name == "J. Pinas"


def test_a_closed_account_changes_nothing(cast: Cast) -> None:
    Account.objects.filter(id=cast.accounts["jerrel"].pk).update(is_active=False)
    with pytest.raises(Refused):
        accounts.set_language(viewer=cast.viewer("jerrel"), language="en")


def test_a_resident_s_account_is_not_changed_here(cast: Cast) -> None:
    with pytest.raises(Refused):
        accounts.set_pin(viewer=cast.viewer("samira"), pin=PIN)
