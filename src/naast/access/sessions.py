"""Sessions in the database: the session and its account are one query, as every page asks both."""

from contextvars import ContextVar
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends.db import SessionStore as Stored
from django.db.models import QuerySet
from django.http import HttpRequest

from naast.records.models import Account, Session

from . import kept

# the account of the session that was read last, until it is asked for: once, as what changes later is to be read anew
_along: ContextVar[Account | None] = ContextVar("account_of_session", default=None)


class SessionStore(Stored):
    """Django's sessions in the database, with the account in a column of its own."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row: Any = super().create_model_instance(data)
        account = data.get(SESSION_KEY)
        row.account_id = None if account is None else int(account)
        return row

    def _get_session_from_db(self) -> Session | None:
        found = kept.rows(_with_key, key=self.session_key)
        row = next((one for one in found if self.get_expiry_age(expiry=one.expire_date) > 0), None)
        if row is None:
            self._session_key = None
        _along.set(row.account if row else None)
        return row


def _with_key(key: Any) -> QuerySet[Session]:
    """The session with this key, ended or not: Django's own store says whether it has."""
    return Session.objects.filter(session_key=key)


class Carried(ModelBackend):
    """Carries the sessions of who came in: it lets nobody in itself."""

    def authenticate(self, request: HttpRequest | None, **_: Any) -> None:  # type: ignore[override]
        """Nobody, whatever is given."""

    def get_user(self, user_id: int) -> Account | None:
        """The account with this row id, if it is open; without a query right after its session was read."""
        account = _along.get()
        _along.set(None)
        if account is None or account.pk != user_id:
            return super().get_user(user_id)
        return account if self.user_can_authenticate(account) else None
