"""A question to the fixed face, noted for somebody who can not or does not want to ask it in the portal."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import questions as reading
from naast.access.viewer import Missing, Viewer
from naast.actions import questions as acts
from naast.actions.act import Invalid
from naast.rules.working_days import working_days_after
from naast.staff.sign_in.require import see, staff_view

from .forms import QuestionForm


@staff_view
def question(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Note a question in somebody's words; it waits for the fixed face like one that was asked in the portal."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    people = tuple(face for face in chooser.tellers if not face.professional)
    form = QuestionForm(request.POST or None, people=people, initial={"person": request.GET.get("wie", "")})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            acts.ask(
                viewer=viewer,
                dossier=dossier,
                words=given["words"],
                person=given["person"],
                how=given["how"],
                guard_seen=form.seen,
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The question is noted, and waits for an answer."))
            return see(redirect("staff-household", dossier=dossier))
    who = reading.who_answers(viewer, dossier)
    context = {
        "form": form,
        "dossier": dossier,
        "section": "households",
        "people": people,
        "who": who.face,
        "by": working_days_after(viewer.today, who.working_days),
    }
    return render(request, "staff/question/question.html", context, status=422 if form.errors else 200)
