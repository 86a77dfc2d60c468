"""Who may sign in with e-mail and password: professionals, and nobody else."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from naast.access.viewer import SIGNS_IN


class Professionals(ModelBackend):
    """E-mail and password of an open account. A resident never comes in this way, whatever their account holds.

    Ends the asking: no other backend is tried. An unknown address costs as much time as a wrong password.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> Any:
        account = super().authenticate(request, username=username, password=password)
        if account is None or getattr(account, "capacity", "") not in SIGNS_IN:
            raise PermissionDenied
        return account
