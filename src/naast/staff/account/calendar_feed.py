"""The appointments of a worker in their own calendar: its secret address, and what is fetched there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from naast.access import calendar_feeds as reading
from naast.access.viewer import Viewer
from naast.actions import calendar_feeds as acts
from naast.documents import calendar_feeds as documents
from naast.staff.sign_in.require import calendar_view, see, staff_view

from .forms import OwnPasswordForm
from .views import back, show


@staff_view
def calendar(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Whether there is an address; making one, or another one in its place. It is shown once, on this answer."""
    form = OwnPasswordForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and form.confirmed():
        feed, token = acts.make(viewer=viewer)
        address = reverse("staff-calendar-feed", kwargs={"feed": feed, "token": token})
        context = {"address": request.build_absolute_uri(address)}
        return render(request, "staff/account/calendar_once.html", context)
    return show(request, "calendar", form, feed=reading.own(viewer))


@staff_view
def end(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The address opens nothing any more."""
    if request.method != "POST":
        return see(redirect("staff-calendar"))
    acts.end(viewer=viewer)
    return back(
        request, gettext("The address of your calendar has ended. Throw it out of your calendar too.")
    )


@calendar_view
def feed(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """When this worker meets somebody, for their calendar."""
    link = request.build_absolute_uri(reverse("staff-today"))
    made = documents.feed(reading.events(viewer), link, viewer.at)
    return HttpResponse(made, content_type=documents.MIME)
