"""A session and whose it is are read at once, and never as they were before."""

import pytest
from django.contrib.auth import get_user, load_backend
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.cast import Cast, samira_and_karim

from naast.access import sessions
from naast.records.models import Account, Session
from naast.ui.signing import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def signed_in(account: Account) -> str:
    client = Client()
    client.force_login(account, backend=BACKEND)
    return client.session.session_key or ""


def user_of(key: str) -> object:
    request = RequestFactory().get("/")
    request.session = sessions.SessionStore(key)
    return get_user(request)


def test_a_session_and_its_account_are_one_query(cast: Cast) -> None:
    from django.db import connection

    key = signed_in(cast.accounts["jerrel"])
    with CaptureQueriesContext(connection) as asked:
        assert user_of(key) == cast.accounts["jerrel"]
    assert len(asked) == 1


def test_a_session_ends_when_its_account_is_closed_or_gets_another_salt(cast: Cast) -> None:
    account = cast.accounts["jerrel"]
    key = signed_in(account)
    Account.objects.filter(id=account.id).update(is_active=False)
    assert not user_of(key).is_authenticated  # type: ignore[attr-defined]
    Account.objects.filter(id=account.id).update(is_active=True, salt="5f1d1f6e-0000-4000-8000-000000000000")
    assert not user_of(key).is_authenticated  # type: ignore[attr-defined]


def test_a_session_that_has_ended_is_nobody_s(cast: Cast) -> None:
    key = signed_in(cast.accounts["jerrel"])
    Session.objects.filter(session_key=key).update(expire_date=timezone.now())
    assert not user_of(key).is_authenticated  # type: ignore[attr-defined]


def test_a_key_that_was_not_given_out_is_not_taken_over(cast: Cast) -> None:
    """Else somebody could choose the key of the session in which another signs in."""
    store = sessions.SessionStore("k" * 32)
    store["signing_in"] = "x"
    store.save()
    assert store.session_key != "k" * 32


def test_an_account_is_read_anew_when_it_is_asked_for_once_more(cast: Cast) -> None:
    """Else who chose a new PIN would be signed in as before it, and signed out on the next page."""
    account = cast.accounts["jerrel"]
    user_of(signed_in(account))
    Account.objects.filter(id=account.id).update(display_name="Iemand anders")
    assert load_backend(BACKEND).get_user(account.id).display_name == "Iemand anders"  # type: ignore[union-attr]


def test_what_was_read_along_is_never_given_for_another_account(cast: Cast) -> None:
    sessions.SessionStore(signed_in(cast.accounts["jerrel"])).load()
    other = cast.accounts["karim"]
    assert load_backend(BACKEND).get_user(other.id) == other


def test_a_session_in_which_nobody_signed_in_has_no_account(cast: Cast) -> None:
    store = sessions.SessionStore()
    store["signing_in"] = "x"
    store.create()
    assert Session.objects.get(session_key=store.session_key).account_id is None
    assert not user_of(store.session_key or "").is_authenticated  # type: ignore[attr-defined]


def test_nobody_comes_in_with_a_password_by_who_carries_sessions(cast: Cast) -> None:
    assert sessions.Carried().authenticate(None, username="x", password="y") is None
