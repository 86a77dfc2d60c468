"""Signing in: password, second factor, guessing, and who is let in nowhere else than on this host."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.cast import Cast, samira_and_karim

from naast.access import accounts as reading
from naast.actions import second_factor
from naast.actions.second_factor import CONTEXT
from naast.records.fields import unseal
from naast.records.models import Account, TraceLine
from naast.rules import totp

pytestmark = pytest.mark.django_db
PASSWORD = "een lange wandeling"
EMAIL = "jerrel@voorbeeld.example"


@pytest.fixture
def cast() -> Cast:
    cast = samira_and_karim()
    for name in ("jerrel", "ayse", "ellen"):
        account = cast.accounts[name]
        account.set_password(PASSWORD)
        account.save()
    second_factor.give_secret(cast.accounts["jerrel"])
    return cast


@pytest.fixture
def client() -> Client:
    """A browser in which nobody is signed in yet."""
    return Client()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-24 09:00:10Z", tick=False) as traveller:
        yield traveller


def secret_of(cast: Cast, name: str = "jerrel") -> str:
    row = Authenticator.objects.get(user=cast.accounts[name], type="totp")
    return unseal(row.data["secret"], CONTEXT)


def code_now(secret: str) -> str:
    return totp.code(secret, totp.step(datetime.now().astimezone()))


def give_password(client: Client, email: str = EMAIL, password: str = PASSWORD, after: str = "", **more: str):  # type: ignore[no-untyped-def]
    return client.post("/aanmelden", {"email": email, "password": password, "next": after}, **more)


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def sign_in(client: Client, cast: Cast, after: str = "") -> None:
    give_password(client, after=after)
    client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert signed_in(client)


def test_a_password_alone_opens_nothing(client: Client, cast: Cast, clock: object) -> None:
    answer = give_password(client)
    assert (answer.status_code, answer["Location"]) == (303, "/aanmelden/code")
    assert not signed_in(client)
    assert client.get("/account")["Location"].startswith("/aanmelden?")


def test_the_code_of_the_app_lets_in_and_the_session_gets_a_new_key(
    client: Client, cast: Cast, clock: object
) -> None:
    client.get("/aanmelden")
    give_password(client, after="/account")
    before = client.session.session_key
    answer = client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert (answer.status_code, answer["Location"]) == (303, "/account")
    assert client.session.session_key != before
    assert client.get("/account").status_code == 200
    assert TraceLine.objects.filter(
        act="sign in", outcome="done", account_id=cast.accounts["jerrel"].pk
    ).exists()


def test_a_wrong_code_lets_nobody_in(client: Client, cast: Cast, clock: object) -> None:
    give_password(client)
    right = code_now(secret_of(cast))
    answer = client.post("/aanmelden/code", {"code": f"{(int(right) + 1) % 10**6:06}"})
    assert answer.status_code == 422
    assert not signed_in(client)


def test_a_code_counts_once(client: Client, cast: Cast, clock: time_machine.Traveller) -> None:
    sign_in(client, cast)
    other = Client()
    give_password(other)
    assert other.post("/aanmelden/code", {"code": code_now(secret_of(cast))}).status_code == 422
    clock.shift(timedelta(seconds=30))
    assert other.post("/aanmelden/code", {"code": code_now(secret_of(cast))}).status_code == 303


def test_a_code_may_be_half_a_minute_old_and_no_older(
    client: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    give_password(client)
    old = code_now(secret_of(cast))
    clock.shift(timedelta(seconds=60))
    assert client.post("/aanmelden/code", {"code": old}).status_code == 422
    clock.shift(timedelta(seconds=-30))
    assert client.post("/aanmelden/code", {"code": old}).status_code == 303


def test_five_wrong_codes_pause_the_right_one_from_every_address(
    client: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    for number in range(5):
        guesser = Client(REMOTE_ADDR=f"10.0.0.{number + 1}")
        give_password(guesser)
        guesser.post("/aanmelden/code", {"code": "111111"})
    give_password(client)
    locked = client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert locked.status_code == 422
    assert not signed_in(client)
    clock.shift(timedelta(minutes=15))
    give_password(client)
    assert client.post("/aanmelden/code", {"code": code_now(secret_of(cast))}).status_code == 303


def test_the_demo_s_code_is_nothing_outside_the_demo(
    client: Client, cast: Cast, clock: object, settings
) -> None:  # type: ignore[no-untyped-def]
    give_password(client)
    assert client.post("/aanmelden/code", {"code": "000000"}).status_code == 422
    settings.DEMO = True
    assert client.post("/aanmelden/code", {"code": "000000"}).status_code == 303
    assert signed_in(client)


def test_a_recovery_code_lets_in_once(client: Client, cast: Cast, clock: object) -> None:
    code = reading.recovery_codes(cast.viewer("jerrel"))[3]
    give_password(client)
    assert client.post("/aanmelden/code", {"code": f"{code[:4]} {code[4:]}"}).status_code == 303
    other = Client()
    give_password(other)
    assert other.post("/aanmelden/code", {"code": code}).status_code == 422
    assert len(reading.recovery_codes(cast.viewer("jerrel"))) == 9


def page_of(answer) -> str:  # type: ignore[no-untyped-def]
    text = answer.content.decode()
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)
    return re.sub(r'value="[^"]*@[^"]*"', "", text)


def test_wrong_unknown_closed_resident_and_locked_look_alike(
    client: Client, cast: Cast, clock: object
) -> None:
    closed = cast.accounts["ayse"]
    closed.is_active = False
    closed.save()
    resident = cast.accounts["samira"]
    resident.email = "samira@thuis.example"
    resident.set_password(PASSWORD)
    resident.save()
    answers = [
        give_password(Client(), password="een andere zin dan die"),
        give_password(Client(), email="niemand@voorbeeld.example"),
        give_password(Client(), email="ayse@voorbeeld.example"),
        give_password(Client(), email="samira@thuis.example"),
    ]
    for _ in range(6):
        give_password(client, password="mis mis mis mis")
    answers.append(give_password(client))  # the right one, too late
    assert {answer.status_code for answer in answers} == {422}
    assert len({page_of(answer) for answer in answers}) == 1
    assert not signed_in(client)


def test_locked_by_address_and_account_does_not_lock_others(
    client: Client, cast: Cast, clock: object
) -> None:
    for _ in range(6):
        give_password(client, password="mis mis mis mis")
    assert give_password(client).status_code == 422
    assert give_password(Client(REMOTE_ADDR="10.1.1.1")).status_code == 303
    assert give_password(client, email="ellen@school.example").status_code == 303


def test_the_lock_on_a_password_opens_after_a_quarter_of_an_hour(
    client: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    for _ in range(6):
        give_password(client, password="mis mis mis mis")
    clock.shift(timedelta(minutes=15, seconds=1))
    assert give_password(client).status_code == 303


def test_guessing_keeps_no_address_of_a_person(cast: Cast, client: Client, clock: object, caplog) -> None:  # type: ignore[no-untyped-def]
    from axes.models import AccessAttempt

    give_password(client, password="mis mis mis mis")
    row = AccessAttempt.objects.get()
    assert EMAIL not in f"{row.username}{row.get_data}{row.post_data}{row.path_info}"
    assert "mis mis" not in row.post_data
    assert "jerrel" not in caplog.text


def test_refusals_leave_a_trace_under_the_account_or_under_nobody(
    cast: Cast, client: Client, clock: object
) -> None:
    give_password(client, password="mis mis mis mis")
    give_password(client, email="niemand@voorbeeld.example")
    rows = TraceLine.objects.filter(act="sign in", outcome="refused").order_by("id")
    assert [row.account_id for row in rows] == [cast.accounts["jerrel"].pk, None]


@pytest.mark.parametrize(
    "address",
    [
        "https://elders.example/",
        "//elders.example/x",
        "/\\elders.example",
        "javascript:alert(1)",
        "huishoudens",
    ],
)
def test_nobody_is_sent_to_another_host(client: Client, cast: Cast, clock: object, address: str) -> None:
    give_password(client, after=address)
    answer = client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert answer["Location"] == "/"
    assert client.get("/aanmelden", {"next": address})["Location"] == "/"


def test_who_has_no_second_factor_sets_one_up_before_anything_is_shown(
    client: Client, cast: Cast, clock: object
) -> None:
    assert give_password(client, email="ayse@voorbeeld.example")["Location"] == "/aanmelden/instellen"
    assert not signed_in(client)
    page = client.get("/aanmelden/instellen").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")
    wrong = client.post("/aanmelden/instellen", {"code": "111111"})
    assert wrong.status_code == 422
    assert secret[:4] in wrong.content.decode()
    answer = client.post("/aanmelden/instellen", {"code": code_now(secret)})
    assert answer["Location"] == "/account/herstelcodes"
    assert signed_in(client)
    codes = client.get("/account/herstelcodes").content.decode()
    assert all(f"{c[:4]} {c[4:]}" in codes for c in reading.recovery_codes(cast.viewer("ayse")))


def test_fresh_recovery_codes_are_shown_for_ten_minutes(
    client: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    give_password(client, email="ayse@voorbeeld.example")
    page = client.get("/aanmelden/instellen").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")
    client.post("/aanmelden/instellen", {"code": code_now(secret)})
    clock.shift(timedelta(minutes=10))
    code = reading.recovery_codes(cast.viewer("ayse"))[0]
    assert code[:4] + " " + code[4:] not in client.get("/account/herstelcodes").content.decode()


def test_a_password_alone_never_replaces_a_second_factor(client: Client, cast: Cast, clock: object) -> None:
    give_password(client)
    assert client.get("/aanmelden/instellen")["Location"] == "/aanmelden/code"
    assert client.post("/aanmelden/instellen", {"code": "111111"})["Location"] == "/aanmelden/code"


def test_the_secret_is_sealed_in_the_database_and_in_the_session(
    client: Client, cast: Cast, clock: object
) -> None:
    row = Authenticator.objects.get(user=cast.accounts["jerrel"], type="totp")
    assert secret_of(cast) not in str(row.data)
    give_password(client, email="ayse@voorbeeld.example")
    page = client.get("/aanmelden/instellen").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")
    assert secret not in str(dict(client.session.items()))


def test_between_password_and_code_there_is_a_quarter_of_an_hour(
    client: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    give_password(client)
    clock.shift(timedelta(minutes=15))
    answer = client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert answer["Location"].startswith("/aanmelden?")
    assert not signed_in(client)


def test_an_account_closed_between_password_and_code_is_not_let_in(
    client: Client, cast: Cast, clock: object
) -> None:
    give_password(client)
    Account.objects.filter(pk=cast.accounts["jerrel"].pk).update(is_active=False)
    client.post("/aanmelden/code", {"code": code_now(secret_of(cast))})
    assert not signed_in(client)


def test_signing_out_ends_the_session_and_takes_a_post(client: Client, cast: Cast, clock: object) -> None:
    sign_in(client, cast)
    assert client.get("/afmelden").status_code == 405
    answer = client.post("/afmelden")
    assert (answer.status_code, answer["Location"]) == (303, "/aanmelden")
    assert not signed_in(client)
    assert client.get("/account")["Location"].startswith("/aanmelden?")
    assert TraceLine.objects.filter(act="sign out").exists()


def test_signing_in_asks_for_the_page_that_was_wanted(client: Client, cast: Cast, clock: object) -> None:
    wanted = client.get("/account/pincode")["Location"]
    assert wanted == "/aanmelden?next=%2Faccount%2Fpincode"


# RFC 6238, appendix B, the last six of its eight digits
@pytest.mark.parametrize(
    ("moment", "digits"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_are_those_of_the_standard(moment: int, digits: str) -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert totp.code(secret, moment // 30) == digits
