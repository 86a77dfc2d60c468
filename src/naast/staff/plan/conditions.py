"""Safety conditions on the team's face: written down for who set them, with who told it and when."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import plan as reading
from naast.access.plan_page import Condition, PlanPage
from naast.access.viewer import Missing, Viewer
from naast.actions import conditions as acts
from naast.actions.act import Conflict
from naast.rules.conditions import VEILIG_THUIS
from naast.staff.sign_in.require import professional_view, staff_view

from .changes import show, to_plan, told_to, written
from .circle import readers
from .forms import (
    CircleForm,
    Option,
    PlanForm,
    choices_of,
    day_field,
    people_field,
    situations_of,
    words_field,
)
from .views import own_page

TOLD_BY = 240
SET_BY = 120


def _line(label: Any, most: int, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, widget=forms.TextInput(attrs={"class": "input"}), **more
    )


def _told_by(*, required: bool = True) -> forms.CharField:
    return _line(
        _("Who told you this, for whoever set it?"),
        TOLD_BY,
        required=required,
        help_text=_("A name, and how: by phone, in a letter, at the table."),
        error_messages={"required": _("Say who told you this, for whoever set the condition.")},
    )


class ConditionForm(CircleForm):
    """What must at least be so, who set it, and who told the team."""

    words = words_field(_("What must at least be so?"))
    set_by = _line(_("Who set this condition?"), SET_BY, initial=VEILIG_THUIS)
    setter = forms.ChoiceField(label=_("Is it one of these professionals?"), required=False)
    told_by = _told_by()
    told_on = day_field(_("On which day were you told?"))
    situation = forms.ChoiceField(
        label=_("Which situation is it about?"), required=False, widget=forms.Select(attrs={"class": "input"})
    )
    about = people_field(_("Whom is it about?"))
    starts = day_field(_("From"))
    ends = day_field(_("Until"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = choices_of(readers(self.page))  # type: ignore[attr-defined]
        self.fields["situation"].choices = situations_of(self.page)  # type: ignore[attr-defined]
        around = [face for face in self.page.known if face.row in self.page.partners]
        self.around = [face for face in around if not face.deceased]
        self.fields["setter"].choices = [("", ""), *choices_of(self.around)]  # type: ignore[attr-defined]

    @property
    def about_options(self) -> list[Option]:
        return self.options("about", readers(self.page))

    @property
    def setter_options(self) -> list[Option]:
        return self.options("setter", self.around)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        starts, ends = found.get("starts"), found.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", gettext("The end lies before the beginning."))
        return found


class ChangedForm(PlanForm):
    """What a condition is now, and who told the team so; who set it themselves need not say that."""

    words = words_field(_("What must at least be so?"))
    ends = day_field(_("It holds until"), required=False)
    told_by = _told_by(required=False)
    told_on = day_field(_("On which day were you told?"), required=False)


def heard(form: PlanForm) -> acts.Heard:
    """What the team was told, once the form is valid."""
    given = form.cleaned_data
    return acts.Heard(
        given["words"], given["told_by"], given["told_on"], given["ends"], guard_seen=given["guard_seen"]
    )


@staff_view
def condition(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write down a condition; who reads it is said before it is confirmed."""
    page = own_page(request, viewer, dossier)
    first = {"starts": viewer.today, "told_on": viewer.today, "situation": request.GET.get("situatie", "")}
    form = ConditionForm(request.POST or None, page=page, initial=first)
    if request.method != "POST" or not form.is_valid():
        return show(request, "condition", form)
    given = form.cleaned_data
    setter = UUID(given["setter"]) if given["setter"] else None
    told, checked = told_to(form, page, [*given["about"], *([setter] if setter else [])])
    if checked and written(
        form,
        lambda: acts.add_condition(
            viewer=viewer,
            dossier=dossier,
            heard=heard(form),
            setting=acts.Setting(given["set_by"], given["starts"], setter, tuple(given["about"])),
            situation=UUID(given["situation"]) if given["situation"] else None,
            choice=told.choice,
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return show(request, "condition", form, told=told)


@professional_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, condition: UUID) -> HttpResponse:
    """What the team was told of a change, or of the end; or a partner professional who set it changes it."""
    page, found = _on_page(request, viewer, dossier, condition)
    stale = found.line.public_id != condition
    first = {"words": found.line.words, "ends": found.ends, "told_on": viewer.today}
    form = ChangedForm(request.POST or None, page=page, initial=first)
    if request.method != "POST" and stale:
        return redirect("staff-plan-condition-change", dossier=dossier, condition=found.line.public_id)
    if request.method == "POST" and not stale and form.is_valid():
        try:
            if written(form, lambda: _changed(form, viewer, condition)):
                return to_plan(dossier) if page.in_team else _to_entry(viewer, dossier, condition)
        except Conflict:
            (page, found), stale = _on_page(request, viewer, dossier, condition), True
    reading_it = [r.face for r in found.line.readers if not r.face.professional]
    return show(
        request,
        "condition_change",
        form,
        condition=found,
        own=found.line.mine,
        conflict=stale,
        reading=reading_it,
    )


def _changed(form: PlanForm, viewer: Viewer, condition: UUID) -> None:
    acts.change_condition(
        viewer=viewer,
        condition=condition,
        heard=heard(form),
        once=form.cleaned_data["once"],  # type: ignore[call-arg]
    )


def _to_entry(viewer: Viewer, dossier: UUID, condition: UUID) -> HttpResponse:
    """A partner professional has no page of the plan: back to the entry, as it reads now."""
    page = reading.plan(viewer, dossier)
    found = next(c for c in (*page.conditions, *page.ended_conditions) if condition in c.versions)
    response = redirect("staff-entry", entry=found.line.public_id)
    response.status_code = 303
    return response


def _on_page(
    request: HttpRequest, viewer: Viewer, dossier: UUID, condition: UUID
) -> tuple[PlanPage, Condition]:
    """The newest version of a condition, for the team and for who set it; Missing otherwise, also through eyes."""
    if request.GET.get("ogen"):
        raise Missing
    page = reading.plan(viewer, dossier)
    for found in (*page.conditions, *page.ended_conditions):
        if condition in found.versions and (page.in_team or found.line.mine):
            return page, found
    raise Missing
