"""Missing and forbidden give one and the same answer, to the byte."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing found: the same page, status and headers, whatever the reason."""
    return render(request, "naast/404.html", status=404)
