"""How somebody sees a factor, on the team's face; and which risk factors are the main ones."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import factors as reading
from naast.access.viewer import Missing, Viewer
from naast.actions import factor_views as acts
from naast.actions.act import Conflict, Invalid
from naast.rules.factor_views import MOST_MAIN
from naast.staff.sign_in.require import professional_view, see, staff_view

from .forms import MainForm, SeeForm


@professional_view
def say(request: HttpRequest, viewer: Viewer, dossier: UUID, factor: UUID) -> HttpResponse:
    """Whether it still harms or protects: one's own answer, or, for the team, one noted for somebody."""
    if request.GET.get("ogen"):
        raise Missing
    page = reading.factors(viewer, dossier)
    one = page.find(factor)
    if not page.answers:
        raise Missing
    form = SeeForm(request.POST or None, page=page, factor=one, today=viewer.today)
    changed = one.line.public_id != factor
    if request.method == "POST" and not changed and form.is_valid():
        try:
            acts.say(
                viewer=viewer,
                factor=factor,
                seen=form.said(),
                shared_with=form.shared_with(),
                for_person=form.for_person,
                how=form.cleaned_data.get("how", "") if form.for_person else "own",
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            page = reading.factors(viewer, dossier)
            one, changed = page.find(factor), True
        else:
            messages.success(request, gettext("It stands beside the rest."))
            return see(redirect("staff-factors", dossier=dossier))
    context = {"form": form, "one": one, "page": page, "dossier": dossier, "section": "households"}
    status = 422 if form.errors else 200
    return render(request, "staff/factors/see.html", {**context, "changed": changed}, status=status)


@staff_view
def main(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Choose with the household which risk factors are the main ones."""
    page = reading.factors(viewer, dossier)
    if request.GET.get("ogen") or not page.in_team:
        raise Missing
    chosen = [str(one.line.public_id) for one in page.worries if one.main]
    form = MainForm(request.POST or None, page=page, initial={"factors": chosen})
    if request.method == "POST" and form.is_valid():
        try:
            acts.choose_main(
                viewer=viewer,
                dossier=dossier,
                factors=tuple(form.cleaned_data["factors"]),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            return redirect("staff-factors-main", dossier=dossier)
        else:
            return see(redirect("staff-factors", dossier=dossier))
    context = {"form": form, "dossier": dossier, "section": "households", "most": MOST_MAIN}
    return render(request, "staff/factors/main.html", context, status=422 if form.errors else 200)
