"""Somebody stands in for the viewer in all their households at once."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from naast.access import accounts as reading
from naast.access.viewer import Viewer
from naast.actions import stand_ins
from naast.actions.act import Invalid
from naast.staff.sign_in.require import see, staff_view

from .forms import StandInForm


@staff_view
def stand_in(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Choose a colleague and the days. Only who is the fixed face decides who reads along in their households."""
    today = timezone.localtime(viewer.at).date()
    colleagues = reading.colleagues(viewer)
    count = reading.households_as_face(viewer)
    form = StandInForm(request.POST or None, colleagues=colleagues, today=today)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        zone = timezone.get_current_timezone()
        starts = datetime.combine(given["starts"], time(), tzinfo=zone)
        try:
            done = stand_ins.stand_in(
                viewer=viewer,
                account=given["account"],
                starts=viewer.at if given["starts"] == today else starts,
                ends=datetime.combine(given["ends"] + timedelta(days=1), time(), tzinfo=zone),
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            told = ngettext(
                "Your colleague stands in for you in %(count)s household.",
                "Your colleague stands in for you in %(count)s households.",
                len(done),
            )
            messages.success(request, told % {"count": len(done)})
            if len(done) < count:
                messages.info(
                    request,
                    gettext(
                        "Not in every household can this colleague stand in. Look which household has nobody yet, "
                        "and ask somebody else there."
                    ),
                )
            return see(redirect("staff-account"))
    context = {"form": form, "colleagues": colleagues, "count": count}
    return render(request, "staff/account/stand_in.html", context, status=422 if form.errors else 200)
