"""Within a session: signing out, what was told in confidence, closing the portal, giving the screen back."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from naast.access.viewer import Missing, Viewer
from naast.actions import confidential as asking
from naast.actions import hand_over, residents
from naast.ui import signing, who

from .forms import PinForm
from .require import resident_view

CONFIDENTIAL = timedelta(minutes=5)


@resident_view
def sign_out(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The person is done. A handed-over screen is given back instead."""
    if viewer.handed_by:
        return redirect("portal-give-back")
    if request.method != "POST":
        raise Missing
    logout(request)
    return _see_other("portal-ask")


@resident_view
def confidential(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What was told in confidence shows for five minutes after the code; hidden again at once on request.

    On a handed-over screen the code is the worker's: the person has none, and the worker, who sits beside them,
    looks who else can see the screen.
    """
    target = _inside(request)
    if request.method == "POST" and "hide" in request.POST:
        request.session.pop(who.CONFIDENTIAL_UNTIL, None)
        return _see_other(target)
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        shows = asking.ask(viewer, form.cleaned_data["pin"])
        if shows is not None:
            signing.right_pin(request)
            if shows:
                request.session[who.CONFIDENTIAL_UNTIL] = (viewer.at + CONFIDENTIAL).isoformat()
            return _see_other(target)
        if signing.wrong_pin(request):
            return _over(request)
        form.add_error("pin", gettext("This code is not right."))
    context = {"form": form, "target": target, "open": viewer.asked_confidential, "handed": viewer.handed_by}
    return render(request, "portal/sign_in/confidential.html", context, status=422 if form.errors else 200)


@resident_view
def close(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The person closes their own portal: asked once more, then everything is over at once."""
    if viewer.account is None:
        raise Missing
    if request.method != "POST":
        return render(request, "portal/sign_in/close.html", {})
    residents.close_own(viewer=viewer)
    logout(request)
    return render(request, "portal/sign_in/closed.html", {})


@resident_view
def give_back(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The worker takes their screen back with their own code; after five wrong ones the session is over."""
    if viewer.handed_by is None:
        raise Missing
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        handed = who.handed_over(request)
        if handed is not None and hand_over.give_back(viewer, form.cleaned_data["pin"]):
            signing.take_back(request)
            return _see_other(reverse("staff-residents", kwargs={"dossier": handed.dossier}))
        if signing.wrong_pin(request):
            return _over(request)
        form.add_error("pin", gettext("This code is not right."))
    return render(
        request, "portal/sign_in/give_back.html", {"form": form}, status=422 if form.errors else 200
    )


def _inside(request: HttpRequest) -> str:
    """The portal page to go (back) to; never another host."""
    target = request.POST.get("naar") or request.GET.get("naar") or ""
    home = reverse("portal-home")
    fine = target.startswith(home) and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if fine else home


def _over(request: HttpRequest) -> HttpResponse:
    """Five wrong codes: whoever holds this device now may be somebody else, so the session is over."""
    handed = who.handed_over(request)
    logout(request)
    return _see_other(settings.LOGIN_URL if handed else "portal-ask")


def _see_other(target: str) -> HttpResponse:
    response = redirect(target)
    response.status_code = 303
    return response
