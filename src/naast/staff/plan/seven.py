"""The seven parts of the plan on the team's face: write in one, or say why it is not needed."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.plan_page import PlanPage, Written
from naast.access.viewer import Missing, Viewer
from naast.actions import guideline as acts
from naast.actions.act import Conflict
from naast.actions.choice import Choice
from naast.rules.guideline import GOALS, PARTS
from naast.staff.sign_in.require import staff_view

from .changes import show, to_plan, told_to, written
from .forms import CircleForm, PlanForm, words_field
from .views import own_page

YES, NO = "yes", "no"


def _needed() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("What do you write down?"), choices=[(YES, YES), (NO, NO)], initial=YES)


class PartForm(CircleForm):
    """Which part, and what stands in it or why it is not needed."""

    part = forms.ChoiceField(label=_("Which part?"), widget=forms.Select(attrs={"class": "input"}))
    needed = _needed()
    words = words_field(_("In plain words"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part, gettext(name)) for part, name in PARTS.items()]  # type: ignore[attr-defined]


class ChangedForm(PlanForm):
    """What stands there now."""

    needed = _needed()
    words = words_field(_("In plain words"))


def _told(form: PlanForm) -> acts.Told:
    given = form.cleaned_data
    return acts.Told(given["words"], given["needed"] == YES, given["guard_seen"])


@staff_view
def write(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write in one part; who reads it is said before it is confirmed."""
    page = own_page(request, viewer, dossier)
    asked = request.GET.get("deel", "")
    form = PartForm(request.POST or None, page=page, initial={"part": asked if asked in PARTS else GOALS})
    if request.method != "POST" or not form.is_valid():
        return show(request, "seven", form)
    told, checked = told_to(form, page, [])
    given = form.cleaned_data
    if checked and written(
        form,
        lambda: acts.write(
            viewer=viewer,
            dossier=dossier,
            part=given["part"],
            told=_told(form),
            choice=told.choice or Choice(how="worker_chose"),
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return show(request, "seven", form, told=told)


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, guideline: UUID) -> HttpResponse:
    """Write down what stands there now; read by who read it before."""
    page = own_page(request, viewer, dossier)
    one = _on_page(page, guideline)
    first = {"needed": YES if one.needed else NO, "words": one.line.words}
    form = ChangedForm(request.POST or None, page=page, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            if written(
                form,
                lambda: acts.change(
                    viewer=viewer,
                    written=guideline,
                    told=_told(form),
                    once=form.cleaned_data["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            return redirect("staff-plan", dossier=dossier)
    return show(request, "seven_change", form, one=one)


def _on_page(page: PlanPage, guideline: UUID) -> Written:
    """The newest version that is on the page; Missing otherwise."""
    for one in page.written:
        if one.line.public_id == guideline:
            return one
    raise Missing
