"""One unsafe situation on the team's face: other words, its parts, and which situations are the most unsafe."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.plan_page import Part, PlanPage, Situation
from naast.access.viewer import Missing, Viewer
from naast.actions import situations as acts
from naast.actions.act import Conflict
from naast.actions.choice import Choice
from naast.rules.situations import GUARDED, MOST_UNSAFE, SORTS
from naast.staff.sign_in.require import staff_view

from .changes import show, to_plan, told_to, written
from .circle import CHOSEN, EVERYONE, NAMED, readers
from .forms import CircleForm, KindsForm, Option, PlanForm, choices_of, words_field
from .views import own_page

LONGEST = 240


def _line(label: Any, **more: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "input"})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=widget, **more)


def _when() -> forms.CharField:
    return _line(_("When, and where?"))


def _reach() -> forms.CharField:
    return _line(
        _("Which number, or which address?"),
        help_text=_(
            "Kept secret: only for whom to call and where to go. Naast looks for it in what others write."
        ),
    )


class ChangedForm(KindsForm):
    """A situation in other words, and who reads those."""

    words = words_field(_("What is the situation?"))
    close_old = forms.BooleanField(required=False, label=_("They may no longer read the old words either."))


class PartForm(CircleForm):
    """One part of a situation: what it is, whose words, about whom."""

    sort = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(sort, sort) for sort in SORTS],
        error_messages={"required": _("Choose what it is.")},
    )
    teller = forms.ChoiceField(label=_("Whose words are these?"), required=False)
    person = forms.ChoiceField(label=_("About whom is it?"), required=False)
    words = words_field(_("In a few words"))
    when = _when()
    reach = _reach()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("teller", "person"):
            self.fields[name].choices = [("", ""), *choices_of(readers(self.page))]  # type: ignore[attr-defined]

    @property
    def teller_options(self) -> list[Option]:
        return self.options("teller", readers(self.page))

    @property
    def person_options(self) -> list[Option]:
        return self.options("person", readers(self.page))

    def chosen(self, name: str) -> UUID | None:
        """Public id of who was chosen in one field."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data[name] else None

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("sort") in GUARDED and found.get("mode") == EVERYONE:
            self.add_error(
                "mode", gettext("A number or a place is for whom you choose, and never for everybody.")
            )
        return found


class ChangedPartForm(PlanForm):
    """Other words for a part, or that it is taken away."""

    words = words_field(_("In a few words"))
    when = _when()
    reach = _reach()
    away = forms.BooleanField(required=False, label=_("Take it off the plan."))


class UnsafeForm(PlanForm):
    """Which situations are the most unsafe."""

    situations = forms.TypedMultipleChoiceField(
        label=_("Which situations are the most unsafe?"), required=False, coerce=UUID
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(str(s.line.public_id), s.line.words) for s in self.page.situations]
        self.fields["situations"].choices = told  # type: ignore[attr-defined]

    @property
    def options_of(self) -> list[tuple[Situation, bool]]:
        chosen = {str(value) for value in self["situations"].value() or ()}
        return [(s, str(s.line.public_id) in chosen) for s in self.page.situations]


def situation_on(page: PlanPage, situation: UUID) -> Situation:
    """The newest version of this situation on the page, also where `situation` is an older one; Missing without."""
    for found in page.situations:
        if situation in found.versions:
            return found
    raise Missing


def part_on(page: PlanPage, part: UUID) -> Part:
    """The same of a part."""
    for found in page.parts:
        if part in found.versions:
            return found
    raise Missing


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, situation: UUID) -> HttpResponse:
    """Put a situation in other words: a new version beside the old one."""
    page = own_page(request, viewer, dossier)
    found = situation_on(page, situation)
    stale = found.line.public_id != situation
    if request.method != "POST" and stale:
        return redirect("staff-plan-situation-change", dossier=dossier, situation=found.line.public_id)
    form = ChangedForm(request.POST or None, page=page, initial=_first(found))
    more: dict[str, Any] = {"situation": found, "conflict": stale}
    if request.method != "POST" or stale or not form.is_valid():
        return show(request, "situation_change", form, **more)
    teller = found.line.teller
    named = [teller.public_id] if teller and not teller.professional else []
    told, checked = told_to(form, page, named, [r.face for r in found.line.readers])
    given = form.cleaned_data
    try:
        done = checked and written(
            form,
            lambda: acts.change_situation(
                viewer=viewer,
                situation=situation,
                words=given["words"],
                choice=told.choice or Choice(how="worker_chose"),
                seen=form.seen,
                close_old=given["close_old"],
                guard_seen=given["guard_seen"],
                once=given["once"],  # type: ignore[call-arg]
            ),
        )
    except Conflict:
        page = own_page(request, viewer, dossier)
        more = {"situation": situation_on(page, situation), "conflict": True}
        return show(request, "situation_change", form, **more)
    return to_plan(dossier) if done else show(request, "situation_change", form, told=told, **more)


def _first(found: Situation) -> dict[str, Any]:
    reading = [r.face for r in found.line.readers if not r.face.professional]
    teller = found.line.teller
    alone = {face.row for face in reading} <= ({teller.row} if teller else set())
    return {
        "words": found.line.words,
        "kinds": list(found.kinds),
        "said": found.said,
        "mode": NAMED if alone else CHOSEN,
        "readers": [str(face.public_id) for face in reading],
    }


@staff_view
def part(request: HttpRequest, viewer: Viewer, dossier: UUID, situation: UUID) -> HttpResponse:
    """Write down one part of a situation; who reads it is said before it is confirmed."""
    page = own_page(request, viewer, dossier)
    found = situation_on(page, situation)
    form = PartForm(request.POST or None, page=page, initial={"sort": request.GET.get("soort", "")})
    if request.method != "POST" or not form.is_valid():
        return show(request, "part", form, situation=found)
    teller = form.chosen("teller")
    told, checked = told_to(form, page, [teller] if teller else [])
    given = form.cleaned_data
    if checked and written(
        form,
        lambda: acts.add_part(
            viewer=viewer,
            situation=found.line.public_id,
            sort=given["sort"],
            part=_part(form),
            choice=told.choice or Choice(how="worker_chose"),
            person=form.chosen("person"),
            teller=teller,
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return show(request, "part", form, situation=found, told=told)


def _part(form: PlanForm) -> acts.Part:
    given = form.cleaned_data
    return acts.Part(given["words"], given["when"], given["reach"], guard_seen=given["guard_seen"])


@staff_view
def change_part(request: HttpRequest, viewer: Viewer, dossier: UUID, part: UUID) -> HttpResponse:
    """Other words for a part, or that it is taken off the plan; its readers stay the same."""
    page = own_page(request, viewer, dossier)
    found = part_on(page, part)
    stale = found.line.public_id != part
    first = {"words": found.line.words, "when": found.when, "reach": found.reach}
    form = ChangedPartForm(request.POST or None, page=page, initial=first)
    if request.method != "POST" and stale:
        return redirect("staff-plan-part-change", dossier=dossier, part=found.line.public_id)
    if request.method == "POST" and not stale and form.is_valid():
        try:
            if written(
                form,
                lambda: acts.change_part(
                    viewer=viewer,
                    part=part,
                    new=_part(form),
                    away=form.cleaned_data["away"],
                    once=form.cleaned_data["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            page, stale = own_page(request, viewer, dossier), True
            found = part_on(page, part)
    secret = found.sort in GUARDED
    return show(request, "part_change", form, part=found, secret=secret, conflict=stale)


@staff_view
def unsafe(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Choose with the household which situations are the most unsafe."""
    page = own_page(request, viewer, dossier)
    first = [str(s.line.public_id) for s in page.situations if s.unsafe]
    form = UnsafeForm(request.POST or None, page=page, initial={"situations": first})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if written(
                form,
                lambda: acts.choose_most_unsafe(
                    viewer=viewer,
                    dossier=dossier,
                    situations=tuple(given["situations"]),
                    once=given["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            return redirect("staff-plan-unsafe", dossier=dossier)
    return show(request, "unsafe", form, most=MOST_UNSAFE)
