"""Telling in two steps: what was typed is read back with who reads it, and kept once it is confirmed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.actions.act import Invalid
from naast.portal.page import Me, go, show
from naast.portal.story import circle


def read_back(
    request: HttpRequest,
    form: Any,  # a CircleForm that is Spoken as well
    me: Me,
    keep: Callable[[], object],
    *,
    first: str,
    check: str,
    after: str,
    **more: Any,
) -> HttpResponse:
    """The form, what it will be, or, once kept, a way on to `after`; nothing typed is lost.

    `first` and `check` are the templates of both steps; `more` is what the first one shows besides.
    """
    form.speak(me)
    step = request.POST.get("step", "")
    quiet = step == "change"
    if request.method == "POST" and not quiet and form.is_valid():
        if step == "confirm" and form.cleaned_data["checked"] == form.now().mark:
            try:
                keep()
            except Invalid as invalid:
                form.say(invalid, me)
            else:
                messages.success(request, gettext("Kept.") + " " + circle.reads(form.now(), me))
                return go(after, dossier=me.dossier)
        if not form.errors:
            return show(request, check, me, **circle.beside(form, me))
    status = 422 if form.is_bound and not quiet else 200
    return show(request, first, me, status, **circle.beside(form, me), **more)
