"""The agenda of one household: what is to come, what was, and making, changing and cancelling an appointment."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import appointments as reading
from naast.access import choosing
from naast.access.apart import Pair, beside
from naast.access.appointments import AgendaPage, Appointed
from naast.access.choosing import Chooser
from naast.access.viewer import Missing, Viewer
from naast.actions import appointments as acts
from naast.actions.act import Conflict, Invalid
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import professional_view, see, staff_view
from naast.staff.story.reads import Reads, reads

from .forms import CancelForm, MeetingForm, first, of

Row = tuple[Appointed, Reads]


@professional_view
def agenda(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What is to come and what was; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.agenda(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="agenda"),
        "page": page,
        "dossier": dossier,
        "coming": _rows(page.coming, page),
        "past": _rows(page.past, page),
    }
    return render(request, "staff/agenda/agenda.html", context)


def _rows(shown: Iterable[Appointed], page: AgendaPage) -> list[Row]:
    return [(one, reads(one.line, page.known, name_others=page.in_team)) for one in shown]


@staff_view
def make(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Make an appointment; who reads it is said before it is confirmed."""
    chooser = _own(request, choosing.chooser(viewer, dossier))
    initial = first(viewer.today, chooser.me)
    form = MeetingForm(request.POST or None, chooser=chooser, now=viewer.at, initial=initial)
    if request.method == "POST" and form.is_valid() and form.read_back:
        try:
            acts.make(
                viewer=viewer,
                dossier=dossier,
                meeting=form.meeting(),
                choice=form.choice(),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _to_agenda(request, dossier, gettext("The appointment is kept."))
    return _show(request, form, dossier, beside(viewer, dossier))


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, appointment: UUID) -> HttpResponse:
    """Change an appointment: everybody who reads it gets the new one, and nobody keeps an old time."""
    one, chooser, apart = reading.one(viewer, dossier, appointment, beside=True)
    _own(request, chooser)
    if over := _over(one, viewer):
        return _to_agenda(request, dossier, over)
    stale = one.line.public_id != appointment
    if stale and request.method != "POST":
        return redirect("staff-agenda-change", dossier=dossier, appointment=one.line.public_id)
    form = MeetingForm(request.POST or None, chooser=chooser, now=viewer.at, old=one, initial=of(one))
    if request.method == "POST" and not stale and form.is_valid() and form.read_back:
        try:
            acts.change(
                viewer=viewer,
                appointment=appointment,
                meeting=form.meeting(),
                choice=form.choice(),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            one, stale = reading.one(viewer, dossier, appointment)[0], True
        else:
            return _to_agenda(request, dossier, gettext("The appointment is changed."))
    return _show(request, form, dossier, apart, one=one, conflict=stale)


@staff_view
def cancel(request: HttpRequest, viewer: Viewer, dossier: UUID, appointment: UUID) -> HttpResponse:
    """Say that an appointment does not go on, and why."""
    one, chooser, _ = reading.one(viewer, dossier, appointment)
    _own(request, chooser)
    if over := _over(one, viewer):
        return _to_agenda(request, dossier, over)
    stale = one.line.public_id != appointment
    form = CancelForm(request.POST or None)
    if request.method == "POST" and not stale and form.is_valid():
        try:
            acts.cancel(
                viewer=viewer,
                appointment=appointment,
                reason=form.cleaned_data["reason"],
                guard_seen=form.seen,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            one, stale = reading.one(viewer, dossier, appointment)[0], True
        else:
            return _to_agenda(request, dossier, gettext("The appointment is cancelled."))
    context = {
        "form": form,
        "one": one,
        "dossier": dossier,
        "conflict": stale,
        "section": "households",
        "reads": reads(one.line, (), name_others=False),
    }
    return render(request, "staff/agenda/cancel.html", context, status=422 if form.errors else 200)


def _own(request: HttpRequest, chooser: Chooser) -> Chooser:
    """The chooser, for who is in the team of this household; Missing otherwise, also through eyes."""
    if request.GET.get("ogen") or not chooser.in_team:
        raise Missing
    return chooser


def _over(one: Appointed, viewer: Viewer) -> str:
    """Why nothing can be changed any more, or nothing."""
    if one.cancelled:
        return gettext("This appointment was cancelled already.")
    return gettext("This appointment is over.") if one.ends <= viewer.at else ""


def _to_agenda(request: HttpRequest, dossier: UUID, message: str) -> HttpResponse:
    messages.success(request, message)
    return see(redirect("staff-agenda", dossier=dossier))


def _show(
    request: HttpRequest, form: MeetingForm, dossier: UUID, apart: tuple[Pair, ...], **more: Any
) -> HttpResponse:
    """The form's page, also with errors: nothing typed is lost. Filled in well it says who reads it."""
    context = {
        "form": form,
        "dossier": dossier,
        "section": "households",
        "apart": apart,
        "said": form.told_to if form.is_bound and not form.errors else None,
        **more,
    }
    return render(request, "staff/agenda/write.html", context, status=422 if form.errors else 200)
