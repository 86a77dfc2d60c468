"""Writing down something that happened, and whether people let it count; who reads it is said before it is kept."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing, drafts
from naast.access import incidents as reading
from naast.access.choosing import Chooser
from naast.access.viewer import Missing, Viewer
from naast.actions import decisions
from naast.actions import incidents as acts
from naast.actions.act import Invalid
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story import begun

from .counts_form import CountsForm
from .forms import IncidentForm

DRAFT = "incident-"  # and a key for each open tab
SEVERAL = ("harmed", "harms", "saw", "kinds", "readers")


@staff_view
def tell(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write it down: one's own, or somebody else's with how the circle was asked."""
    chooser = _own(request, viewer, dossier)
    kept = drafts.kept(viewer, DRAFT, dossier)
    begun_one = begun.taken_up(request, kept, SEVERAL)
    form = IncidentForm(request.POST or None, chooser=chooser, today=viewer.today, initial=begun_one)
    if request.method == "POST" and form.is_valid() and form.read_back:
        mine = next((one for one in kept if one.form == DRAFT + form.cleaned_data["draft"]), None)
        try:
            acts.tell(
                viewer=viewer,
                dossier=dossier,
                event=form.event(),
                passage=form.passage(),
                draft=mine.public_id if mine else None,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("It stands there, beside what others tell."))
            return see(redirect("staff-incidents", dossier=dossier))
    left = () if form.is_bound or begun_one else kept
    return _show(request, "tell", form, dossier, kept=left)


@staff_view
def keep(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Keep what is typed so far; answers the one sentence that says so."""
    form = IncidentForm(request.POST, chooser=_own(request, viewer, dossier), today=viewer.today)
    return begun.keep_typed(request, viewer, dossier, form, DRAFT)


@staff_view
def discard(request: HttpRequest, viewer: Viewer, dossier: UUID, draft: UUID) -> HttpResponse:
    """Throw one own draft away."""
    return begun.discard(request, viewer, dossier, draft, DRAFT, "staff-incidents-tell")


@staff_view
def decide(request: HttpRequest, viewer: Viewer, dossier: UUID, incident: UUID) -> HttpResponse:
    """Whether this telling counts, as people decided it, with who sees it differently."""
    if request.GET.get("ogen"):  # as in other forms: through somebody's eyes nothing is written
        raise Missing
    page, chooser = reading.to_decide(viewer, dossier)
    told = page.find(incident)
    form = CountsForm(request.POST or None, chooser=chooser, told=told)
    if request.method == "POST" and form.is_valid() and form.read_back:
        given = form.cleaned_data
        try:
            decisions.decide_incident(
                viewer=viewer,
                telling=told.line.public_id,
                result=given["result"],
                by=tuple(given["by"]),
                words=given["words"],
                voices=form.voices(),
                choice=form.circle(),
                guard_seen=form.seen,
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The decision stands beside the telling."))
            return see(redirect("staff-incidents", dossier=dossier))
    return _show(request, "decide", form, dossier, told=told)


def _own(request: HttpRequest, viewer: Viewer, dossier: UUID) -> Chooser:
    """Who can be chosen, for one of the team with their own eyes; Missing otherwise."""
    chooser = choosing.chooser(viewer, dossier)
    if request.GET.get("ogen") or not chooser.in_team:
        raise Missing
    return chooser


def _show(request: HttpRequest, name: str, form: Any, dossier: UUID, **more: Any) -> HttpResponse:
    said = form.told_to if form.is_bound and not form.errors else None
    context = {"form": form, "dossier": dossier, "section": "households", "said": said, **more}
    return render(request, f"staff/incidents/{name}.html", context, status=422 if form.errors else 200)
