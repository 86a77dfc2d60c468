"""Writing of a question that several people answer together: asking it, its parts, a view, and what came out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import matters as reading
from naast.access.apart import Pair
from naast.access.choosing import Chooser
from naast.access.matters_page import Matter, MattersPage, Voice
from naast.access.viewer import Missing, Viewer
from naast.actions import matters as acts
from naast.actions import matters_outcome, matters_views
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.rules import matters as rule
from naast.staff.sign_in.require import professional_view, see, staff_view

from .forms import READERS, MatterForm, NoteForm, OutcomeForm, ViewForm


@staff_view
def ask(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Put a question; who reads it is said before it is kept."""
    _page, chooser, apart = _asking(request, viewer, dossier)
    form = MatterForm(request.POST or None, chooser=chooser)
    kept: list[UUID] = []

    def keep() -> None:
        once = form.cleaned_data["once"]
        kept.append(
            acts.ask(
                viewer=viewer,
                dossier=dossier,
                asked=form.asked(),
                choice=form.choice(),
                once=once,  # type: ignore[call-arg]
            )
        )

    if request.method == "POST" and form.is_valid() and form.read_back and _done(form, keep):
        return _to(request, dossier, kept[0], gettext("The question stands there."))
    return _show(request, "ask", form, dossier, apart=apart)


@staff_view
def change(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID) -> HttpResponse:
    """The question in other words, or with others who belong to it."""
    page, chooser, apart = _asking(request, viewer, dossier)
    one = page.find(matter)
    initial = {"words": one.line.words, "belongs": [face.public_id for face in one.belongs]}
    form = MatterForm(request.POST or None, chooser=chooser, initial=initial)

    def keep() -> None:
        acts.change(
            viewer=viewer,
            matter=matter,
            asked=form.asked(),
            choice=form.choice(),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    return _kept(request, "ask", form, dossier, one, keep, ready=True, changes=True, apart=apart)


@staff_view
def note(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID, sort: str) -> HttpResponse:
    """One part: what somebody was told, why a view is not here, what was tried, what was told back."""
    page, chooser = _own(request, viewer, dossier)
    one = page.find(matter)
    if sort not in rule.NOTED:
        raise Missing
    voice = _voice(request, one) if sort in rule.OF_A_PERSON else None
    form = NoteForm(
        request.POST or None, chooser=chooser, today=viewer.today, sort=sort, matter=one, voice=voice
    )

    def keep() -> None:
        acts.note(
            viewer=viewer,
            matter=matter,
            part=form.part(),
            choice=form.circle(),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    return _kept(request, "note", form, dossier, one, keep, ready=True, sort=sort, voice=voice)


@professional_view
def say(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID) -> HttpResponse:
    """How somebody sees it: one's own, or (`wie`) noted for somebody, with how it was asked."""
    if request.GET.get("ogen"):
        raise Missing
    page = reading.matters(viewer, dossier)
    one = page.find(matter)
    voice = _voice(request, one) if page.in_team and request.GET.get("wie") else one.mine
    if voice is None or not voice.belongs or voice.face.unborn or voice.face.deceased:
        raise Missing
    own = voice.face.is_viewer
    initial = {"words": voice.view.line.words if voice.view else ""}
    form = ViewForm(request.POST or None, own=own, initial=initial)
    readers = tuple(face for face in one.sharing if face.row != voice.face.row)

    def keep() -> None:
        given = form.cleaned_data
        shared = Choice(tuple(face.public_id for face in readers)) if given["share"] == READERS else None
        matters_views.say(
            viewer=viewer,
            matter=matter,
            words=given["words"],
            shared_with=shared,
            for_person=None if own else voice.face.public_id,
            how="own" if own else given["how"],
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )

    return _kept(request, "say", form, dossier, one, keep, ready=False, voice=voice, own=own, readers=readers)


@staff_view
def decide(request: HttpRequest, viewer: Viewer, dossier: UUID, matter: UUID) -> HttpResponse:
    """What came out, and how each view counted. Not before everybody who belongs to it is told and heard."""
    page, chooser = _own(request, viewer, dossier)
    one = page.find(matter)
    if any(voice.lacks for voice in one.voices):
        return see(redirect("staff-matter", dossier=dossier, matter=one.line.public_id))
    form = OutcomeForm(request.POST or None, chooser=chooser, matter=one)

    def keep() -> None:
        matters_outcome.decide(
            viewer=viewer,
            matter=matter,
            decided=form.decided(),
            choice=form.choice(),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    return _kept(request, "decide", form, dossier, one, keep, ready=True)


def _own(request: HttpRequest, viewer: Viewer, dossier: UUID) -> tuple[MattersPage, Chooser]:
    """For one of the dossier's own professionals, with their own eyes; Missing otherwise."""
    return _of_the_team(request, *reading.to_write(viewer, dossier))


def _asking(
    request: HttpRequest, viewer: Viewer, dossier: UUID
) -> tuple[MattersPage, Chooser, tuple[Pair, ...]]:
    """The same, with who does not sit together."""
    page, chooser, apart = reading.to_ask(viewer, dossier)
    return *_of_the_team(request, page, chooser), apart


def _of_the_team(request: HttpRequest, page: MattersPage, chooser: Chooser) -> tuple[MattersPage, Chooser]:
    if request.GET.get("ogen") or not page.in_team:
        raise Missing
    return page, chooser


def _voice(request: HttpRequest, matter: Matter) -> Voice:
    """Of whom the address says it is; Missing for who does not belong to the question."""
    who = request.GET.get("wie", "")
    found = next((one for one in matter.voices if one.belongs and str(one.face.public_id) == who), None)
    if found is None:
        raise Missing
    return found


def _done(form: Any, keep: Callable[[], None]) -> bool:
    try:
        keep()
    except Invalid as invalid:
        form.say(invalid)
        return False
    return True


def _kept(
    request: HttpRequest,
    name: str,
    form: Any,
    dossier: UUID,
    matter: Matter,
    keep: Callable[[], None],
    *,
    ready: bool,
    **more: Any,
) -> HttpResponse:
    """Keep what is filled in, and back to the question. With `ready` who reads it is said first."""
    newest = matter.line.public_id
    if request.method == "POST" and form.is_valid() and (not ready or form.read_back):
        try:
            if _done(form, keep):
                return _to(request, dossier, newest, gettext("It stands there."))
        except Conflict:
            return _show(request, name, form, dossier, matter=matter, conflict=True, **more)
    return _show(request, name, form, dossier, matter=matter, **more)


def _to(request: HttpRequest, dossier: UUID, matter: UUID, message: str) -> HttpResponse:
    messages.success(request, message)
    return see(redirect("staff-matter", dossier=dossier, matter=matter))


def _show(request: HttpRequest, name: str, form: Any, dossier: UUID, **more: Any) -> HttpResponse:
    said = form.told_to if hasattr(form, "told_to") and form.is_bound and not form.errors else None
    context = {"form": form, "dossier": dossier, "section": "households", "said": said, **more}
    return render(request, f"staff/matters/{name}.html", context, status=422 if form.errors else 200)
