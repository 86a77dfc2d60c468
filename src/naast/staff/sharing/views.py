"""Sharing outside the circle on the team's face: what was shared, sharing, ending it, telling of it, looking again."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import sharing as reading
from naast.access.sharing import Shared, SharingPage
from naast.access.viewer import Missing, Viewer
from naast.actions import sharing as acts
from naast.actions.act import Invalid
from naast.content.help_lines import help_lines
from naast.rules.sharing import WAYS
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import reads
from naast.ui.guard import say_at_fields

from .back import back
from .forms import ShareForm
from .later_forms import LookForm, OnceForm
from .words import kind, law


@staff_view
def ledger(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What is open now and what is over; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.sharing(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="consent"),
        "page": page,
        "dossier": dossier,
        "running": [_shown(one, page) for one in page.running],
        "over": [_shown(one, page) for one in page.over],
    }
    return render(request, "staff/sharing/ledger.html", context)


def _shown(one: Shared, page: SharingPage) -> dict[str, Any]:
    return {
        "one": one,
        "way": gettext(WAYS[one.way]),
        "law": law(one.ground) if one.ground else "",
        "what": [(what, kind(what.line.kind)) for what in one.what],
        "told": reads(one.line, page.known, name_others=page.in_team),
    }


@staff_view
def new(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Share something; who gets it and who hears of it is read back before it is done."""
    first = _ids([request.GET.get("stuk", "")])
    page = reading.choosing(own(request, viewer), dossier, _ids(request.POST.getlist("entries")) or first)
    form = ShareForm(request.POST or None, page=page, today=viewer.today, initial={"entries": first})
    if request.method != "POST" or not form.is_valid():
        return _new_page(request, dossier, form)
    read = back(form)
    if form.cleaned_data["checked"] != read.mark:
        return _new_page(request, dossier, form, back=read)
    done = _done(
        form,
        lambda: acts.share(viewer=viewer, dossier=dossier, asked=form.asked, once=form.cleaned_data["once"]),
    )
    if not done:
        return _new_page(request, dossier, form, back=read)
    messages.success(request, gettext("It is shared."))
    return _to_ledger(dossier)


def _new_page(request: HttpRequest, dossier: UUID, form: ShareForm, **more: Any) -> HttpResponse:
    context = {
        "form": form,
        "dossier": dossier,
        "section": "households",
        "help_lines": help_lines("adult"),
        **more,
    }
    return render(request, "staff/sharing/new.html", context, status=422 if form.errors else 200)


@staff_view
def end(request: HttpRequest, viewer: Viewer, dossier: UUID, sharing: UUID) -> HttpResponse:
    """End what is open; a GET ends nothing."""
    if request.method != "POST":
        raise Missing
    one = found(own(request, viewer), dossier, sharing)
    if one.runs:
        acts.end(viewer=viewer, dossier=dossier, sharing=sharing)
    messages.success(request, gettext("It has ended. What they have read, they know."))
    return _to_ledger(dossier)


@staff_view
def tell(request: HttpRequest, viewer: Viewer, dossier: UUID, sharing: UUID) -> HttpResponse:
    """Who told it is told now: what they will read is shown first."""
    one = found(own(request, viewer), dossier, sharing)
    if request.method != "POST" and one.told_on is not None:
        raise Missing
    form = OnceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        once = form.cleaned_data["once"]
        if _done(
            form,
            lambda: acts.tell(viewer=viewer, dossier=dossier, sharing=sharing, once=once),  # type: ignore[call-arg]
        ):
            messages.success(request, gettext("From now on they read that it was shared."))
            return _to_ledger(dossier)
    return _one_page(request, "tell", dossier, one, form)


@staff_view
def look(request: HttpRequest, viewer: Viewer, dossier: UUID, sharing: UUID) -> HttpResponse:
    """Look again at what was shared in danger, or at whether the teller can be told by now."""
    one = found(own(request, viewer), dossier, sharing)
    if request.method != "POST" and one.look_on is None:
        raise Missing
    form = LookForm(request.POST or None, told=one.told_on is not None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if _done(
            form,
            lambda: acts.look_again(
                viewer=viewer,
                dossier=dossier,
                sharing=sharing,
                words=given["words"],
                look_on=given.get("look_on"),
                guard_seen=form.seen,
                once=given["once"],  # type: ignore[call-arg]
            ),
        ):
            messages.success(request, gettext("Kept."))
            return _to_ledger(dossier)
    return _one_page(request, "look", dossier, one, form)


def _one_page(
    request: HttpRequest, name: str, dossier: UUID, one: Shared, form: OnceForm | LookForm
) -> HttpResponse:
    context = {
        "one": one,
        "what": [(what, kind(what.line.kind)) for what in one.what],
        "law": law(one.ground) if one.ground else "",
        "told_by": next((what.line.teller for what in one.what if what.line.teller), None),
        "own_danger": one.in_danger and one.line.wrote,
        "form": form,
        "dossier": dossier,
        "section": "households",
    }
    return render(request, f"staff/sharing/{name}.html", context, status=422 if form.errors else 200)


def _done(form: ShareForm | OnceForm | LookForm, act: Callable[[], object]) -> bool:
    """Do it; False where it says at which field something can not be right."""
    try:
        act()
    except Invalid as invalid:
        if isinstance(form, OnceForm):
            say_at_fields(form, invalid)
        else:
            form.say(invalid)
        return False
    return True


def found(viewer: Viewer, dossier: UUID, sharing: UUID) -> Shared:
    """One share, for the household's own professionals; Missing for everybody else."""
    page = reading.sharing(viewer, dossier)
    one = page.find(sharing)
    if not page.in_team or one is None:
        raise Missing
    return one


def own(request: HttpRequest, viewer: Viewer) -> Viewer:
    """Nothing is shared, ended or told through somebody's eyes."""
    if request.GET.get("ogen"):
        raise Missing
    return viewer


def _ids(given: Iterable[str]) -> list[UUID]:
    """Public ids of an address or a form, without what is none."""
    ids = []
    for one in list(given)[: reading.MOST]:
        try:
            ids.append(UUID(one))
        except ValueError:
            continue
    return ids


def _to_ledger(dossier: UUID) -> HttpResponse:
    """Back to the ledger once something was done, so that reloading does nothing twice."""
    return see(redirect("staff-sharing", dossier=dossier))
