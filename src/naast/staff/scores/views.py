"""How safe it is now, on the team's face: everybody's answers side by side, and writing one down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import scores as reading
from naast.access.scores import Given, Voice
from naast.access.viewer import Missing, Viewer
from naast.actions import scores as acts
from naast.actions.act import Invalid
from naast.content.help_lines import help_lines
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import Reads, reads
from naast.ui.scale import over_time, table

from .forms import ScoreForm

OLD = 42  # days after which an answer says how old it is


@staff_view
def scores(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Everybody's answers, with how they changed; with `ogen` as that person would read them."""
    seen = looking(request, viewer, dossier)
    page = reading.scores(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="scores"),
        "page": page,
        "dossier": dossier,
        "rows": [_row(voice, page, viewer) for voice in page.voices],
        "picture": over_time(page.voices),
        "table": table(page.voices),
        "help_lines": help_lines("adult"),
    }
    return render(request, "staff/scores/scores.html", context)


def _row(voice: Voice, page: reading.ScoresPage, viewer: Viewer) -> dict[str, Any]:
    """One person with who reads their newest answer, and how many weeks old it is where that is long."""
    latest = voice.latest
    return {
        "voice": voice,
        "latest": latest,
        "reads": _reads(latest, page) if latest else None,
        "weeks": (viewer.today - latest.on).days // 7
        if latest and (viewer.today - latest.on).days > OLD
        else 0,
    }


def _reads(given: Given, page: reading.ScoresPage) -> Reads:
    return reads(given.line, page.known, name_others=page.in_team)


@staff_view
def give(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write down an answer: one's own, or somebody else's with how the circle was asked."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    form = ScoreForm(
        request.POST or None,
        chooser=chooser,
        today=viewer.today,
        initial={"teller": request.GET.get("wie", "")},
    )
    if request.method == "POST" and form.is_valid():
        teller = form.told_by
        try:
            acts.give(
                viewer=viewer,
                dossier=dossier,
                answer=form.given(),
                choice=form.choice(),
                person=teller.public_id if teller else None,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The answer stands beside the others."))
            return see(redirect("staff-scores", dossier=dossier))
    context = {
        "form": form,
        "chooser": chooser,
        "dossier": dossier,
        "section": "households",
        "help_lines": help_lines("adult"),
    }
    return render(request, "staff/scores/give.html", context, status=422 if form.errors else 200)
