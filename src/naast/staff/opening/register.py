"""Questions to the population register: noted before they are sent, outside any transaction, never blocking."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from django.conf import settings

from naast.access.viewer import Viewer
from naast.actions import register
from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.errors import RegisterUnreachable

T = TypeVar("T")


@lru_cache(maxsize=4)
def _client(address: str) -> BrpClient:
    return BrpClient(address)


def ask(viewer: Viewer, purpose: str, way: str, question: Callable[[BrpClient], T]) -> T:
    """The register's answer; the question is noted first. Raises RegisterError with a reason to show."""
    register.ask(viewer=viewer, purpose=purpose, way=way)
    if not settings.BRP_URL:
        raise RegisterUnreachable
    return question(_client(settings.BRP_URL))
