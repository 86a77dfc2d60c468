"""On to the next page once something was kept, so that reloading asks nothing twice."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect


def to(name: str, **where: Any) -> HttpResponse:
    """303 to an address by its name."""
    response = redirect(name, **where)
    response.status_code = 303
    return response
