"""Emergency reading: a duty worker opens a household that is not theirs; its team reads who, why and until when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing, dossiers, households
from naast.access import emergency as reading_of
from naast.access.emergency import Reading
from naast.access.household_lines import HouseholdPage
from naast.access.viewer import Missing, Viewer
from naast.actions import emergency
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.actions.same_person import Sought
from naast.content.help_lines import help_lines
from naast.staff.sign_in.require import see, staff_view

from .forms import DoneForm, FindForm, ReasonForm, SeenForm

FIXED = ("fixed_face", "stand_in")


@staff_view
def find(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The reason first, then who. What opens nothing gets one answer, with what can be done now."""
    reading_of.on_duty(viewer)
    form = FindForm(request.POST or None, today=viewer.today)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            dossier = emergency.open_household(
                viewer=viewer,
                reason=given["reason"],
                sought=Sought(given["bsn"], given["family_name"], given["birth"]),
                once=given["once"],
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return see(redirect("staff-household", dossier=dossier))
    context = {"form": form, "section": "emergency", "help_lines": help_lines("adult")}
    return render(request, "staff/emergency/find.html", context, status=422 if form.errors else 200)


@staff_view
def rest(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """A second reason opens the rest."""
    _own_eyes(request)
    running = reading_of.running_one(viewer, dossier)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            emergency.open_rest(
                viewer=viewer,
                dossier=dossier,
                reason=given["reason"],
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return see(redirect("staff-household", dossier=dossier))
    return _show(request, "rest", dossier, running, form)


@staff_view
def tell(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The duty worker tells the team what they did."""
    _own_eyes(request)
    running = reading_of.running_one(viewer, dossier)
    form = DoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            emergency.tell(
                viewer=viewer,
                dossier=dossier,
                words=given["words"],
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The team reads what you did."))
            return see(redirect("staff-household", dossier=dossier))
    return _show(request, "tell", dossier, running, form)


@staff_view
def stop(request: HttpRequest, viewer: Viewer, dossier: UUID, reading: UUID) -> HttpResponse:
    """The duty worker or the team ends a reading now; a GET ends nothing."""
    if request.method != "POST":
        raise Missing
    emergency.end(viewer=viewer, dossier=dossier, reading=reading)
    messages.success(request, gettext("The emergency reading has ended."))
    try:
        dossiers.row_of(viewer, dossier)
    except Missing:
        return see(redirect("staff-emergency"))
    return see(redirect("staff-household", dossier=dossier))


@staff_view
def seen(request: HttpRequest, viewer: Viewer, dossier: UUID, reading: UUID) -> HttpResponse:
    """The fixed face has seen it, and tells of it whom they choose."""
    _own_eyes(request)
    page = households.household(viewer, dossier)
    found = next((one for one in page.emergencies if one.entry == reading), None)
    if found is None or not answers(page, viewer):
        raise Missing
    chooser = choosing.chooser(viewer, dossier)
    faces = tuple(face for face in chooser.faces if not face.professional)
    form = SeenForm(request.POST or None, faces=faces)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            emergency.release(
                viewer=viewer,
                dossier=dossier,
                reading=reading,
                words=given["words"],
                choice=Choice(tuple(given["readers"]), "worker_chose"),
                guard_seen=form.seen,
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("It is kept that you have seen it."))
            return see(redirect("staff-household", dossier=dossier))
    return _show(request, "seen", dossier, found, form)


def _own_eyes(request: HttpRequest) -> None:
    """None of these pages is looked at through somebody's eyes."""
    if request.GET.get("ogen"):
        raise Missing


def answers(page: HouseholdPage, viewer: Viewer) -> bool:
    """Is it for this worker to say that it was seen: the fixed face, who stands in, or anybody where there is none?"""
    mine = any(i.running and i.face.row == viewer.human and i.role in FIXED for i in page.involved)
    return page.in_team and (mine or page.fixed_face is None)


def _show(
    request: HttpRequest, name: str, dossier: UUID, reading: Reading, form: ReasonForm | DoneForm | SeenForm
) -> HttpResponse:
    context = {"form": form, "reading": reading, "dossier": dossier, "section": "households"}
    return render(request, f"staff/emergency/{name}.html", context, status=422 if form.errors else 200)
