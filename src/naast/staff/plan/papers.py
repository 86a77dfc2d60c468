"""Paper of the plan that was given out: what this reader may read of it, giving some out, and what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import papers as reading
from naast.access.plan_page import PlanPage
from naast.access.viewer import Missing, Viewer
from naast.actions import papers as acts
from naast.actions.act import Conflict, Invalid
from naast.rules.papers import BACK, CARD, CHILDREN, PLAN, SHEETS, STATES
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import reads
from naast.ui.guard import say_at_fields

from .changes import show, told_to, written
from .circle import candidates
from .forms import CircleForm, Option, choices_of, day_field, people_field, words_field
from .views import own_page_and_paper


class GiveForm(CircleForm):
    """Which sheet, to whom, on which day. How new it is follows from the page, and is never typed."""

    sheet = forms.ChoiceField(
        label=_("What do you give?"), error_messages={"required": _("Choose what you gave out.")}
    )
    to = people_field(_("Who gets it?"), required=True)
    given_on = day_field(_("On which day?"))
    older = forms.BooleanField(required=False, label=_("On the paper stands an earlier moment."))
    words = words_field(
        _("What is good to know of it?"),
        required=False,
        rows=2,
        help_text=_("Such as where it will lie. Who reads that it was given, reads this too."),
    )

    def __init__(self, *args: Any, printed: PlanPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.printed = printed
        sheets = [PLAN, *([CHILDREN] if printed.for_children else []), *([] if printed.empty else [CARD])]
        self.fields["sheet"].choices = [(one, gettext(SHEETS[one])) for one in sheets]  # type: ignore[attr-defined]
        self.fields["to"].choices = choices_of(candidates(self.page))  # type: ignore[attr-defined]
        self.fields["to"].error_messages["required"] = gettext("Choose to whom you gave it.")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not found.get("older") and self.data.get("seen") != self.seen:
            self.add_error(
                "older",
                gettext("The plan was changed in the meantime. Look which moment stands on your paper."),
            )
        return found

    @property
    def seen(self) -> str:
        """How new the plan is that this form shows, to notice a change in between."""
        return self.printed.changed.isoformat() if self.printed.changed else ""

    @property
    def to_options(self) -> list[Option]:
        return self.options("to", candidates(self.page))

    @property
    def given(self) -> acts.Given:
        """What was given, once the form is valid."""
        given = self.cleaned_data
        version: datetime | None = None if given["older"] else self.printed.changed
        return acts.Given(
            given["sheet"],
            tuple(given["to"]),
            given["given_on"],
            version,
            given["words"],
            given["guard_seen"],
        )


class ReportForm(forms.Form):
    """What became of it, and on which day."""

    state = forms.ChoiceField(
        label=_("What happened to the paper?"),
        choices=[(state, state) for state in STATES],
        initial=BACK,
        error_messages={"required": _("Choose what happened to the paper.")},
    )
    on = day_field(_("On which day?"))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


@staff_view
def papers(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """All paper that this reader may know of; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.papers(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="plan"),
        "page": page,
        "dossier": dossier,
        "papers": [(one, reads(one.line, page.known, name_others=page.in_team)) for one in page.papers],
    }
    return render(request, "staff/plan/papers.html", context)


@staff_view
def give(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write down that paper was given out; who reads that is said before it is kept."""
    page, printed = own_page_and_paper(request, viewer, dossier)
    first = {"given_on": viewer.today, "sheet": PLAN}
    form = GiveForm(request.POST or None, page=page, printed=printed, initial=first)
    if request.method != "POST" or not form.is_valid():
        return show(request, "paper_give", form, printed=printed)
    told, checked = told_to(form, page, form.cleaned_data["to"])
    if checked and written(
        form,
        lambda: acts.give(
            viewer=viewer,
            dossier=dossier,
            given=form.given,
            choice=told.choice,
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        ),
    ):
        return _to_papers(request, dossier)
    return show(request, "paper_give", form, printed=printed, told=told)


@staff_view
def report(request: HttpRequest, viewer: Viewer, dossier: UUID, paper: UUID) -> HttpResponse:
    """Say that it came back, was destroyed or got lost."""
    one, in_team = reading.one(viewer, dossier, paper)
    if not in_team or request.GET.get("ogen"):
        raise Missing
    form = ReportForm(request.POST or None, initial={"on": viewer.today})
    conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            acts.report(
                viewer=viewer,
                paper=paper,
                after=acts.After(form.cleaned_data["state"], form.cleaned_data["on"]),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            say_at_fields(form, invalid)
        except Conflict:
            one, conflict = reading.one(viewer, dossier, paper)[0], True
        else:
            return _to_papers(request, dossier)
    context = {
        "section": "households",
        "form": form,
        "one": one,
        "dossier": dossier,
        "states": list(STATES),
        "conflict": conflict,
    }
    return render(request, "staff/plan/paper_report.html", context, status=422 if form.errors else 200)


def _to_papers(request: HttpRequest, dossier: UUID) -> HttpResponse:
    """Back to the list once something was written, so that reloading writes nothing twice."""
    messages.success(request, gettext("Kept."))
    return see(redirect("staff-papers", dossier=dossier))
