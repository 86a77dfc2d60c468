"""Writing in the plan: a situation, an agreement, its change and end, and the next look."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from naast.access import papers
from naast.access.papers import GivenOut
from naast.access.people import Face
from naast.access.plan_page import PlanPage
from naast.access.viewer import Missing, Viewer
from naast.actions import evaluations
from naast.actions import plan as acts
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.staff.sign_in.require import staff_view

from .circle import Circle, circle
from .forms import (
    AgreementForm,
    CircleForm,
    EndForm,
    LookForm,
    PlanForm,
    SituationForm,
    of_agreement,
)
from .views import agreed_on, own_page


def to_plan(dossier: UUID) -> HttpResponse:
    """Back to the plan once something was written, so that reloading writes nothing twice."""
    response = redirect("staff-plan", dossier=dossier)
    response.status_code = 303
    return response


def show(request: HttpRequest, name: str, form: PlanForm, **more: Any) -> HttpResponse:
    """The form's page, also with errors: nothing typed is lost."""
    context = {"form": form, "page": form.page, "dossier": form.page.dossier, **more}
    return render(request, f"staff/plan/{name}.html", context, status=422 if form.errors else 200)


def written(form: PlanForm, act: Callable[[], object]) -> bool:
    """Do the act; False where it says at which field something can not be right."""
    try:
        act()
    except Invalid as invalid:
        form.say(invalid)
        return False
    return True


def told_to(
    form: CircleForm, page: PlanPage, named: Iterable[UUID], old: Iterable[Face] = ()
) -> tuple[Circle, bool]:
    """The circle on the form, and whether the sentence about exactly these readers was shown before."""
    given = form.cleaned_data
    found = circle(page, given["mode"], named, given["readers"], old)
    return found, given["checked"] == found.mark


@staff_view
def situation(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write down an unsafe situation in somebody's words."""
    page = own_page(request, viewer, dossier)
    form = SituationForm(request.POST or None, page=page)
    if request.method != "POST" or not form.is_valid():
        return show(request, "situation", form)
    told, checked = told_to(form, page, [form.told_by] if form.told_by else [])
    given = form.cleaned_data
    if checked and written(
        form,
        lambda: acts.add_situation(
            viewer=viewer,
            dossier=dossier,
            words=given["words"],
            choice=told.choice or Choice(how="worker_chose"),
            teller=form.told_by,
            seen=form.seen,
            guard_seen=given["guard_seen"],
            once=given["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return show(request, "situation", form, told=told)


@staff_view
def agreement(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write down an agreement; who reads it is said before it is confirmed."""
    page = own_page(request, viewer, dossier)
    asked = request.GET
    first = {
        "starts": viewer.today,
        "situation": asked.get("situatie", ""),
        "meets": asked.getlist("voorwaarde"),
    }
    form = AgreementForm(request.POST or None, page=page, initial=first)
    if request.method != "POST" or not form.is_valid():
        return show(request, "agreement", form)
    told, checked = told_to(form, page, form.named)
    about = form.cleaned_data["situation"]
    if checked and written(
        form,
        lambda: acts.add_agreement(
            viewer=viewer,
            dossier=dossier,
            terms=form.terms,
            situation=UUID(about) if about else None,
            choice=told.choice,
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        ),
    ):
        return to_plan(dossier)
    return show(request, "agreement", form, told=told)


def _with_paper(
    request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID
) -> tuple[PlanPage, tuple[GivenOut, ...]]:
    """The plan to write in, and paper on which this agreement may stand; Missing as `own_page`."""
    if request.GET.get("ogen"):
        raise Missing
    page, on_paper = papers.with_plan(viewer, dossier, agreement)
    if not page.in_team:
        raise Missing
    return page, on_paper


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID) -> HttpResponse:
    """Change an agreement: a new version, which asks everybody in it again."""
    page, on_paper = _with_paper(request, viewer, dossier, agreement)
    agreed = agreed_on(page, agreement)
    stale = agreed.line.public_id != agreement
    form = AgreementForm(request.POST or None, page=page, initial=of_agreement(agreed))
    if request.method != "POST" or stale or not form.is_valid():
        if request.method != "POST" and stale:
            return redirect("staff-plan-change", dossier=dossier, agreement=agreed.line.public_id)
        return show(request, "agreement", form, agreed=agreed, conflict=stale)
    told, checked = told_to(form, page, form.named, [r.face for r in agreed.line.readers])
    try:
        done = checked and written(
            form,
            lambda: acts.change_agreement(
                viewer=viewer,
                agreement=agreement,
                terms=form.terms,
                choice=told.choice,
                close_old=form.cleaned_data["close_old"],
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            ),
        )
    except Conflict:
        page = own_page(request, viewer, dossier)
        return show(request, "agreement", form, agreed=agreed_on(page, agreement), conflict=True)
    if done:
        return to_plan(dossier)
    return show(request, "agreement", form, agreed=agreed, told=told, on_paper=on_paper)


@staff_view
def end(request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID) -> HttpResponse:
    """Say from which day an agreement no longer holds."""
    page, on_paper = _with_paper(request, viewer, dossier, agreement)
    agreed = agreed_on(page, agreement)
    form = EndForm(request.POST or None, page=page, initial={"ends": viewer.today})
    if agreed.line.public_id != agreement:
        return show(request, "end", form, agreed=agreed, conflict=True)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            if written(
                form,
                lambda: acts.end_agreement(
                    viewer=viewer,
                    agreement=agreement,
                    on=given["ends"],
                    once=given["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            page = own_page(request, viewer, dossier)
            return show(request, "end", form, agreed=agreed_on(page, agreement), conflict=True)
    return show(request, "end", form, agreed=agreed, on_paper=on_paper)


@staff_view
def look(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Choose the day on which the plan is looked at again."""
    page = own_page(request, viewer, dossier)
    form = LookForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if written(
            form,
            lambda: evaluations.plan_evaluation(
                viewer=viewer,
                dossier=dossier,
                on=given["on"],
                words=given["words"],
                present=tuple(given["present"]),
                guard_seen=given["guard_seen"],
                once=given["once"],  # type: ignore[call-arg]
            ),
        ):
            return to_plan(dossier)
    return show(request, "look", form)
