"""Who reads one entry from now on: the teller lets more or fewer people read, or safety opens it further."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import beside, choosing, timeline
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


@dataclass(frozen=True, slots=True)
class Around:
    """One entry with who could read it: `others` do not now, `closable` do and need not."""

    page: EntryPage
    known: tuple[Face, ...]
    others: tuple[Face, ...]
    closable: tuple[Face, ...]

    @property
    def entry(self) -> UUID:
        return self.page.told.line.public_id

    def asked(self, viewer: Viewer) -> dict[str, Any]:
        """What a form has to know to ask how the teller was asked."""
        line = self.page.told.line
        return {
            "teller": line.teller,
            "own": line.mine,
            "team": line.teller is not None and line.teller.professional,
        }


def around(viewer: Viewer, entry: UUID) -> Around:
    """The entry and the people around it as this viewer knows them; Missing where they may not read it."""
    page = timeline.entry(viewer, entry)
    known = choosing.chooser(viewer, page.dossier).faces
    line = page.told.line
    reading = {reader.face.row for reader in line.readers}
    kept = {kept.face.row for kept in page.kept}
    teller = line.teller.row if line.teller else None
    closable = {
        reader.face.row: reader.face
        for reader in line.readers
        if reader.capacity != STAFF
        and reader.face.row not in (teller, viewer.human)
        and (page.in_team or reader.because != "opened")
    }
    others = tuple(face for face in known if face.row not in reading | kept | {teller})
    return Around(page, known, others, tuple(closable.values()))


def show(request: HttpRequest, found: Around, form: ReadersForm, act: str) -> HttpResponse:
    """The form of one act, beside the entry and its readers."""
    line = found.page.told.line
    context = {
        "section": "households",
        "page": found.page,
        "line": line,
        "form": form,
        "act": act,
        "readers": whys(line.readers),
    }
    return render(request, "staff/story/opening.html", context, status=422 if form.errors else 200)


def acted(
    request: HttpRequest,
    found: Around,
    form: ReadersForm,
    name: str,
    do: Callable[[dict[str, Any]], None],
    said: str,
) -> HttpResponse:
    """Do it with what was filled in, say so and go back to the entry; the form again until the act takes it."""
    if request.method != "POST" or not form.is_valid():
        return show(request, found, form, name)
    try:
        do(form.cleaned_data)
    except Invalid as invalid:
        form.say(invalid)
        return show(request, found, form, name)
    messages.success(request, said)
    return to_entry(found.entry)


def owned(viewer: Viewer, entry: UUID) -> Around:
    """The same for its teller, or the team for them; Missing for anybody else."""
    found = around(viewer, entry)
    if not found.page.owned or found.page.told.line.kind not in OWNED:
        raise Missing
    return found


@professional_view
def widen(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The teller lets more people read; the team notes how they were asked."""
    found = owned(viewer, entry)
    form = WidenForm(request.POST or None, offered=found.others, known=found.known, **found.asked(viewer))

    def do(given: dict[str, Any]) -> None:
        openings.widen(
            viewer=viewer,
            entry=found.entry,
            readers=given["readers"],
            how=form.asked,
            guard_seen=form.seen,
            once=given["once"],
        )

    return acted(request, found, form, "widen", do, gettext("They can read it from now on."))


@professional_view
def narrow(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The teller lets fewer people read, from now on and in every version. Says who has read it so far."""
    found = owned(viewer, entry)
    form = NarrowForm(request.POST or None, offered=found.closable, known=found.known, **found.asked(viewer))

    def do(given: dict[str, Any]) -> None:
        openings.narrow(
            viewer=viewer,
            entry=found.entry,
            choice=staying(found, form),
            once=given["once"],  # type: ignore[call-arg]
        )

    return acted(request, found, form, "narrow", do, gettext("It is closed for them from now on."))


def staying(found: Around, form: AskedForm) -> Choice:
    """Who goes on reading it when it closes for whom was chosen."""
    closes = set(form.cleaned_data["readers"])
    line = found.page.told.line
    stay = {r.face.public_id for r in line.readers if r.capacity != STAFF} - closes
    return Choice(tuple(sorted(stay)), form.asked)


@staff_view
def further(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """Safety goes before the teller's choice, openly: reason, to whom, told first or why not."""
    found = around(viewer, entry)
    if not found.page.in_team or found.page.told.line.kind not in TOLD:
        raise Missing
    form = SafetyForm(request.POST or None, offered=found.others, known=found.known)

    def do(given: dict[str, Any]) -> None:
        openings.open_for_safety(
            viewer=viewer,
            entry=found.entry,
            readers=given["readers"],
            reason=given["reason"],
            told_first=given["told_first"],
            why_not_told=given["why_not_told"],
            guard_seen=form.seen,
            once=given["once"],
        )

    return acted(request, found, form, "open", do, gettext("Opened further, with your reason beside it."))


@staff_view
def withhold(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """This one entry is kept from one person, whatever else lets them read it. Only the team sees that.

    So is what tells of it and that person reads now, as far as the worker chooses.
    """
    found = around(viewer, entry)
    page = found.page
    if not page.in_team:
        raise Missing
    kept = {one.face.row for one in page.kept} | {viewer.human}
    people = tuple(f for f in page.known if f.row not in kept and not (f.unborn or f.deceased))
    form = WithholdForm(
        request.POST or None,
        offered=people,
        known=page.known,
        today=viewer.today,
        beside=beside.standing(viewer, page.dossier, found.entry),
    )

    def do(given: dict[str, Any]) -> None:
        withholding.withhold(
            viewer=viewer,
            dossier=page.dossier,
            entry=found.entry,
            human=given["readers"][0],
            reason=given["reason"],
            review_on=given["review_on"],
            also=form.also(given["readers"][0]),
            once=given["once"],  # type: ignore[call-arg]
        )

    return acted(request, found, form, "withhold", do, gettext("It is kept from them from now on."))


@staff_view
def let_go(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """The team has looked at what the address guard held back; Missing where nothing is, and for its writer."""
    found = around(viewer, entry)
    if not found.page.held:
        raise Missing
    form = LetGoForm(request.POST or None, offered=found.page.held, known=found.page.known)

    def do(given: dict[str, Any]) -> None:
        held.let_go(
            viewer=viewer,
            entry=found.entry,
            readers=given["readers"],
            reason=given["reason"],
            once=given["once"],  # type: ignore[call-arg]
        )

    return acted(request, found, form, "let-go", do, gettext("They can read it from now on."))
