"""Adding an expert beside the fixed face: who it is, then whose yes they rest on and about whom nothing may be told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import experts as reading
from naast.access import withholding
from naast.access.experts import AddingPage
from naast.access.viewer import Missing, Viewer
from naast.actions import experts as acts
from naast.actions.act import Invalid
from naast.rules.experts import FIRST_A_FACE
from naast.staff.sign_in.require import see, staff_view

from .forms import JoinForm, WhoForm


@staff_view
def add(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Who joins; then the yeses to them that run, for whom none runs, and what they are asked."""
    page = reading.adding(viewer, dossier)
    if request.GET.get("ogen"):
        raise Missing
    partners = withholding.partners(viewer)
    who = WhoForm(request.POST or None, offered=page.offered, partners=partners)
    if not who.is_valid():
        return _show(request, dossier, page, who)
    given = who.cleaned_data
    human = next(one.human for one in partners if str(one.account) == given["account"])
    yeses = page.yeses(human, given["organisation"])
    form = JoinForm(
        request.POST if "answered" in request.POST else None,
        yeses=yeses,
        readers=page.around,
        initial={"starts": viewer.today},
    )
    if form.is_valid():
        try:
            acts.add(viewer=viewer, dossier=dossier, asked=form.asked(who), once=form.cleaned_data["once"])  # type: ignore[call-arg]
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("They think along from now on, beside the fixed face."))
            return see(redirect("staff-people", dossier=dossier))
    return _show(request, dossier, page, who, form=form, yeses=yeses, without=page.without(yeses))


def _show(request: HttpRequest, dossier: UUID, page: AddingPage, who: WhoForm, **more: Any) -> HttpResponse:
    wrong = bool(who.errors or (more.get("form") and more["form"].errors))
    context = {
        "section": "households",
        "dossier": dossier,
        "who": who,
        "receivers": page.receivers,
        "no_face": "" if page.fixed_face else gettext(FIRST_A_FACE),
        **more,
    }
    return render(request, "staff/experts/add.html", context, status=422 if wrong else 200)
