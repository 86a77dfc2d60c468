"""Who reads one entry from now on: the teller lets more or fewer people read, or safety opens it further."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import beside, entry_acts
from naast.access.choosing import Chooser
from naast.access.entry_page import EntryPage
from naast.access.people import Face
from naast.access.viewer import STAFF, Missing, Viewer
from naast.actions import held, openings, withholding
from naast.actions.act import Invalid
from naast.actions.choice import Choice
from naast.staff.sign_in.require import professional_view, staff_view

from .acts import to_entry
from .opening_forms import AskedForm, LetGoForm, NarrowForm, ReadersForm, SafetyForm, WidenForm, WithholdForm
from .showing import OWNED, TOLD, whys


def others(page: EntryPage, chooser: Chooser) -> tuple[Face, ...]:
    """Who could read it and does not now."""
    line = page.told.line
    reading = {reader.face.row for reader in line.readers} | {kept.face.row for kept in page.kept}
    return tuple(face for face in chooser.faces if face.row not in reading and face != line.teller)


def closable(page: EntryPage, viewer: Viewer) -> tuple[Face, ...]:
    """Who reads it and need not."""
    line = page.told.line
    faces = {
        reader.face.row: reader.face
        for reader in line.readers
        if reader.capacity != STAFF
        and reader.face != line.teller
        and reader.face.row != viewer.human
        and (page.in_team or reader.because != "opened")
    }
    return tuple(faces.values())


def asked(page: EntryPage) -> dict[str, Any]:
    """What a form has to know to ask how the teller was asked."""
    line = page.told.line
    return {
        "teller": line.teller,
        "own": line.mine,
        "team": line.teller is not None and line.teller.professional,
    }


def owned(page: EntryPage) -> None:
    """Is this its teller, or the team for them? Missing for anybody else."""
    if not page.owned or page.told.line.kind not in OWNED:
        raise Missing


def show(request: HttpRequest, page: EntryPage, form: ReadersForm, act: str, **more: Any) -> HttpResponse:
    """The form of one act, beside the entry and its readers."""
    line = page.told.line
    context = {
        "section": "households",
        "page": page,
        "line": line,
        "form": form,
        "act": act,
        "readers": whys(line.readers),
        **more,
    }
    return render(request, "staff/story/opening.html", context, status=422 if form.errors else 200)


def acted(
    request: HttpRequest,
    page: EntryPage,
    form: ReadersForm,
    name: str,
    do: Callable[[dict[str, Any]], None],
    said: str,
    **more: Any,
) -> HttpResponse:
    """Do it with what was filled in, say so and go back to the entry; the form again until the act takes it."""
    if request.method != "POST" or not form.is_valid():
        return show(request, page, form, name, **more)
    try:
        do(form.cleaned_data)
    except Invalid as invalid:
        form.say(invalid)
        return show(request, page, form, name, **more)
    messages.success(request, said)
    return to_entry(page.told.line.public_id)


@professional_view
def widen(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The teller lets more people read; the team notes how they were asked."""
    page, chooser = entry_acts.with_people(viewer, entry)
    owned(page)
    offered = others(page, chooser)
    form = WidenForm(request.POST or None, offered=offered, known=chooser.faces, **asked(page))

    def do(given: dict[str, Any]) -> None:
        openings.widen(
            viewer=viewer,
            entry=page.told.line.public_id,
            readers=given["readers"],
            how=form.asked,
            guard_seen=form.seen,
            once=given["once"],
        )

    return acted(request, page, form, "widen", do, gettext("They can read it from now on."))


@professional_view
def narrow(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The teller lets fewer people read, from now on and in every version. Says who has read it so far."""
    page, on_paper = entry_acts.with_readers(viewer, entry)
    owned(page)
    form = NarrowForm(request.POST or None, offered=closable(page, viewer), known=page.known, **asked(page))

    def do(given: dict[str, Any]) -> None:
        openings.narrow(
            viewer=viewer,
            entry=page.told.line.public_id,
            choice=staying(page, form),
            once=given["once"],  # type: ignore[call-arg]
        )

    said = gettext("It is closed for them from now on.")
    return acted(request, page, form, "narrow", do, said, on_paper=on_paper)


def staying(page: EntryPage, form: AskedForm) -> Choice:
    """Who goes on reading it when it closes for whom was chosen."""
    closes = set(form.cleaned_data["readers"])
    line = page.told.line
    stay = {r.face.public_id for r in line.readers if r.capacity != STAFF} - closes
    return Choice(tuple(sorted(stay)), form.asked)


@staff_view
def further(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Safety goes before the teller's choice, openly: reason, to whom, told first or why not."""
    page, chooser = entry_acts.with_people(viewer, entry)
    if not page.in_team or page.told.line.kind not in TOLD:
        raise Missing
    form = SafetyForm(request.POST or None, offered=others(page, chooser), known=chooser.faces)

    def do(given: dict[str, Any]) -> None:
        openings.open_for_safety(
            viewer=viewer,
            entry=page.told.line.public_id,
            readers=given["readers"],
            reason=given["reason"],
            told_first=given["told_first"],
            why_not_told=given["why_not_told"],
            guard_seen=form.seen,
            once=given["once"],
        )

    return acted(request, page, form, "open", do, gettext("Opened further, with your reason beside it."))


@staff_view
def withhold(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """This one entry is kept from one person, whatever else lets them read it. Only the team sees that.

    So is what tells of it and that person reads now, as far as the worker chooses.
    """
    page, standing, on_paper = beside.standing(viewer, entry)
    kept = {one.face.row for one in page.kept} | {viewer.human}
    people = tuple(f for f in page.known if f.row not in kept and not (f.unborn or f.deceased))
    form = WithholdForm(
        request.POST or None,
        offered=people,
        known=page.known,
        today=viewer.today,
        beside=standing,
    )

    def do(given: dict[str, Any]) -> None:
        withholding.withhold(
            viewer=viewer,
            dossier=page.dossier,
            entry=page.told.line.public_id,
            human=given["readers"][0],
            reason=given["reason"],
            review_on=given["review_on"],
            also=form.also(given["readers"][0]),
            once=given["once"],  # type: ignore[call-arg]
        )

    said = gettext("It is kept from them from now on.")
    return acted(request, page, form, "withhold", do, said, on_paper=on_paper)


@staff_view
def let_go(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The team has looked at what the address guard held back; Missing where nothing is, and for its writer."""
    page = entry_acts.alone(viewer, entry)
    if not page.held:
        raise Missing
    form = LetGoForm(request.POST or None, offered=page.held, known=page.known)

    def do(given: dict[str, Any]) -> None:
        held.let_go(
            viewer=viewer,
            entry=page.told.line.public_id,
            readers=given["readers"],
            reason=given["reason"],
            once=given["once"],  # type: ignore[call-arg]
        )

    return acted(request, page, form, "let-go", do, gettext("They can read it from now on."))
