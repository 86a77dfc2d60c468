"""Sessions of the web, each with whose it is, so that both are read at once. No household data."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models


class SessionManager(BaseSessionManager["Session"]):
    """Whoever asks for a session wants to know whose it is."""

    def get_queryset(self) -> models.QuerySet["Session"]:
        return super().get_queryset().select_related("account")


class Session(AbstractBaseSession):
    """One session of one account; without an account nobody has signed in in it yet."""

    account = models.ForeignKey("records.Account", models.CASCADE, null=True, related_name="+")
    objects = SessionManager()  # type: ignore[misc]

    class Meta(AbstractBaseSession.Meta):
        db_table = "session"

    @classmethod
    def get_session_store_class(cls) -> Any:
        return import_module(settings.SESSION_ENGINE).SessionStore
