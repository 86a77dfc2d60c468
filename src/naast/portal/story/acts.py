"""What a household member may do with an entry: answer, correct, let more or fewer people read, state their own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import choosing, entry_acts
from naast.access.people import Face
from naast.access.timeline import EntryPage
from naast.access.viewer import Missing, Viewer
from naast.actions import corrections, entries, openings
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.portal.forms import Spoken
from naast.portal.page import Me, go, me_of, own_face, show
from naast.portal.sign_in.require import resident_view
from naast.ui.circle import EVERYONE, CircleForm

from . import circle
from .forms import AnswerForm, CorrectForm, ReadersForm, StatementForm
from .views import on_this_screen, own


def _done(form: Spoken, me: Me, act: Callable[[], object]) -> bool:
    try:
        act()
    except Invalid as invalid:
        form.say(invalid, me)
        return False
    return True


def _page(request: HttpRequest, name: str, me: Me, form: Spoken, **context: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return show(request, f"portal/story/{name}.html", me, status, form=form, **context)


def _chosen(me: Me, form: CircleForm) -> dict[str, Any]:
    """What the circle chooser on a page needs."""
    return {
        "chosen": form.now(),
        "opened": circle.opened(form.chooser, me),
        "always": str(me.face.public_id),
    }


def _seen(form: CircleForm) -> bool:
    """Was the sentence about exactly these readers shown before?"""
    return bool(form.cleaned_data["checked"] == form.now().mark)


@resident_view
def answer(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Say something beside an entry."""
    page, chooser = entry_acts.with_people(viewer, entry)
    me = me_of(viewer, on_this_screen(request, page).dossier, own_face(page.known))
    reading = [reader.face for reader in page.told.line.readers]
    form = AnswerForm(request.POST or None, chooser=chooser, reading=reading)
    form.speak(me)
    if request.method == "POST" and form.is_valid() and _seen(form):
        same = form.cleaned_data["mode"] == EVERYONE
        if _done(
            form,
            me,
            lambda: entries.answer(
                viewer=viewer,
                entry=entry,
                words=form.cleaned_data["words"],
                choice=None if same else circle.choice(form, me),
                guard_seen=form.seen,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            ),
        ):
            messages.success(request, gettext("Kept."))
            return go("portal-entry", entry=entry)
    more = _chosen(me, form) | {"ways": circle.answer_ways(form.pickable(), chooser, me)}
    return _page(request, "answer", me, form, page=page, line=page.told.line, **more)


@resident_view
def state(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """An own statement, kept word for word."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    form = StatementForm(request.POST or None, chooser=chooser)
    form.speak(me)
    ready = request.method == "POST" and form.is_valid() and _seen(form)
    if ready and _done(
        form,
        me,
        lambda: entries.state(
            viewer=viewer,
            dossier=dossier,
            words=form.cleaned_data["words"],
            choice=circle.choice(form, me),
            guard_seen=form.seen,
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        ),
    ):
        messages.success(request, gettext("Kept.") + " " + circle.reads(form.now(), me))
        return go("portal-story", dossier=dossier)
    more = _chosen(me, form) | {"ways": circle.ways(chooser, me)}
    return _page(request, "state", me, form, **more)


@resident_view
def correct(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Better words for what this reader told; the old ones stay readable beside them."""
    page = entry_acts.alone(viewer, entry)
    me = own(request, viewer, page)
    if not page.correctable:
        raise Missing
    line = page.told.line
    form = CorrectForm(request.POST or None, initial={"words": line.words})
    form.speak(me)
    conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            if _done(
                form,
                me,
                lambda: corrections.correct(
                    viewer=viewer,
                    entry=entry,
                    words=form.cleaned_data["words"],
                    guard_seen=form.seen,
                    once=form.cleaned_data["once"],  # type: ignore[call-arg]
                ),
            ):
                messages.success(request, gettext("Kept. The old words stay beside it."))
                return go("portal-entry", entry=entry)
        except Conflict:
            conflict = True
    return _page(request, "correct", me, form, page=page, line=line, conflict=conflict)


@resident_view
def more(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Let more people read."""
    page, chooser = entry_acts.with_people(viewer, entry)
    me = own(request, viewer, page)
    can = {face.row for face in page.not_reading}
    faces = [f for f in chooser.faces if f.row in can]
    form = ReadersForm(request.POST or None, faces=faces)
    form.speak(me)
    if (request.method == "POST" and form.is_valid()) and _done(
        form,
        me,
        lambda: openings.widen(
            viewer=viewer,
            entry=entry,
            readers=form.cleaned_data["readers"],
            how="teller_chose",
            guard_seen=form.seen,
            once=form.cleaned_data["once"],
        ),
    ):
        messages.success(request, gettext("From now on more people read it."))
        return go("portal-entry", entry=entry)
    return _page(request, "more", me, form, page=page, line=page.told.line)


def reading(page: EntryPage) -> list[Face]:
    """Who reads it besides the teller and the team, as far as the teller may know."""
    return [
        reader.face
        for reader in page.told.line.readers
        if reader.capacity != "staff" and not reader.face.is_viewer
    ]


@resident_view
def fewer(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Let fewer people read; who has read it so far is said first."""
    page, on_paper = entry_acts.with_readers(viewer, entry)
    me = own(request, viewer, page)
    faces = reading(page)
    form = ReadersForm(
        request.POST or None, faces=faces, initial={"readers": [str(f.public_id) for f in faces]}
    )
    form.speak(me)
    if (request.method == "POST" and form.is_valid()) and _done(
        form,
        me,
        lambda: openings.narrow(
            viewer=viewer,
            entry=entry,
            choice=Choice(tuple(form.cleaned_data["readers"]), "teller_chose"),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        ),
    ):
        messages.success(request, gettext("From now on only these people and the team read it."))
        return go("portal-story", dossier=page.dossier)
    line = page.told.line
    return _page(request, "fewer", me, form, page=page, line=line, on_paper=on_paper)
