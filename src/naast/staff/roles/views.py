"""The question whether somebody takes on a role, for who is asked; its team reads along."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import roles as reading
from naast.access.viewer import Viewer
from naast.actions import roles as acts
from naast.actions.act import Invalid
from naast.staff.opening.go import to
from naast.staff.sign_in.require import professional_view

from .forms import AnswerForm


@professional_view
def question(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """What is asked, why, and what the members say of it; the answer only from who is asked."""
    found = reading.one(viewer, entry)
    start = "staff-today" if viewer.is_staff else "staff-households"
    answers = found.asked and found.open
    form = AnswerForm(request.POST or None) if answers or request.method == "POST" else None
    if form is not None and request.method == "POST" and form.is_valid():
        once = form.cleaned_data["once"]
        try:
            if form.says_yes:
                acts.accept(viewer=viewer, entry=entry, once=once)  # type: ignore[call-arg]
            else:
                words = form.cleaned_data["words"]
                acts.refuse(viewer=viewer, entry=entry, words=words, guard_seen=form.seen, once=once)  # type: ignore[call-arg]
        except Invalid as invalid:
            form.say(invalid)
        else:
            said = (
                gettext("You take this on.")
                if form.says_yes
                else gettext("Your no is kept. The team reads why.")
            )
            messages.success(request, said)
            return to(start)
    context = {
        "one": found,
        "form": form,
        "section": "today" if viewer.is_staff else "households",
        "start": start,
    }
    wrong = form is not None and bool(form.errors)
    return render(request, "staff/roles/question.html", context, status=422 if wrong else 200)
