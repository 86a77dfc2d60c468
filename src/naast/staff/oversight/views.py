"""The privacy officer: what waits to be looked at, what was, the trace, and what stands out in it. Never content."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext

from naast.access import oversight as reading
from naast.access import oversight_trace as traced
from naast.access.viewer import Viewer
from naast.actions import oversight as acts
from naast.actions.act import Invalid
from naast.rules.oversight import MANY_DOSSIERS, NIGHT_FROM, NIGHT_UNTIL
from naast.staff.sign_in.require import officer_view, see

from .forms import PeriodForm, SayingForm, TraceForm


@officer_view
def waiting(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What nobody looked at yet, the oldest first."""
    return _list(request, viewer, looked_at=False)


@officer_view
def looked_at(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What a privacy officer looked at, the newest first, with what was said."""
    return _list(request, viewer, looked_at=True)


def _list(request: HttpRequest, viewer: Viewer, *, looked_at: bool) -> HttpResponse:
    page = reading.waiting(viewer, looked_at=looked_at, page=_page(request))
    return render(request, "staff/oversight/done.html", {"page": page, "section": "oversight"})


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("bladzij", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


@officer_view
def one(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """One of them, and what there is to say of it."""
    done = reading.one(viewer, entry)
    form = SayingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            acts.say(
                viewer=viewer,
                entry=entry,
                result=given["result"],
                words=given["words"],
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("It is kept. The team of this household reads it."))
            return see(redirect("staff-oversight"))
    context = {"done": done, "form": form, "section": "oversight"}
    return render(request, "staff/oversight/one.html", context, status=422 if form.errors else 200)


@officer_view
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Who did what, when; by the address alone."""
    form = TraceForm(_given(request, TraceForm), viewer.today)
    page = traced.search(viewer, form.asked)
    form.offer(page.accounts)
    context: dict[str, Any] = {"page": page, "form": form, "section": "trace"}
    if page.more:
        context["older"] = urlencode({**_given(request, TraceForm), "bladzij": str(page.asked.page + 1)})
    return render(request, "staff/oversight/trace.html", context, status=422 if form.errors else 200)


@officer_view
def signs(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What stands out: own family and who is known, nights, many dossiers."""
    form = PeriodForm(_given(request, PeriodForm), viewer.today)
    page = traced.signs(viewer, *form.period)
    night = (NIGHT_FROM, NIGHT_UNTIL)
    context = {"page": page, "form": form, "section": "signs", "night": night, "many": MANY_DOSSIERS}
    return render(request, "staff/oversight/signs.html", context, status=422 if form.errors else 200)


def _given(request: HttpRequest, form: type[PeriodForm]) -> dict[str, str]:
    return {name: request.GET[name][:40] for name in form.base_fields if request.GET.get(name)}
