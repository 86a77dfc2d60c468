"""Search first: in the register, and in the dossiers this worker is in; then go on with somebody, or by hand."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import finding
from naast.access.viewer import Viewer
from naast.actions import same_person
from naast.actions.act import Invalid
from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.errors import RegisterError
from naast.rules.names import full_name
from naast.rules.register import FoundPerson, RegisterPerson
from naast.rules.spelling import PREFIXES, fold, sounds_like
from naast.staff.sign_in.require import staff_view

from . import register, state
from .forms import SearchForm
from .go import to
from .state import Opening
from .words import partial

STEM = 3  # the register takes a star after three letters


@staff_view
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Ask for somebody; what is found stands on the next page."""
    form = SearchForm(request.POST or None, today=timezone.localtime(viewer.at).date())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        opening = Opening(given["purpose"], given["why"], given["bsn"], given["family_name"], given["birth"])
        sought = same_person.Sought(given["bsn"], given["family_name"], given["birth"])
        try:
            same_person.ask_elsewhere(viewer=viewer, sought=sought)
            state.keep(viewer, asked(viewer, opening))
            return to("staff-open-found")
        except Invalid as invalid:
            form.say(invalid)
    context = {"form": form, "section": "households"}
    return render(request, "staff/opening/search.html", context, status=422 if form.errors else 200)


def asked(viewer: Viewer, opening: Opening) -> Opening:
    """The opening with the register's answer, or with why there is none."""
    try:
        if opening.bsn:
            person = register.ask(
                viewer, opening.purpose, "number", lambda brp: brp.by_bsn(opening.bsn, opening.purpose)
            )
            return replace(opening, found=(_short(person),), focus=person)
        found = register.ask(viewer, opening.purpose, "name", lambda brp: _by_name(brp, opening))
        return replace(opening, found=tuple(found))
    except RegisterError as error:
        return replace(opening, said=error.reason)


def _by_name(brp: BrpClient, opening: Opening) -> list[FoundPerson]:
    """As it was typed; where that finds nobody, everybody of that day whose name sounds like it."""
    assert opening.birth is not None
    words = opening.family_name.split()
    core = [
        word for word in words if fold(word) not in PREFIXES
    ] or words  # the register keeps a prefix apart
    found = brp.by_name(" ".join(core), opening.birth)
    stem = core[0][:STEM]
    if found or len(fold(stem)) < STEM:
        return found
    alike = brp.by_name(f"{stem}*", opening.birth)
    return [one for one in alike if sounds_like(one.name.family, opening.family_name)]


def _short(person: RegisterPerson) -> FoundPerson:
    return FoundPerson(person.bsn, person.name, person.birth, person.secret, person.suspended)


@staff_view
def found(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Who was found; going on with one of them asks the register for the people around them."""
    opening, _draft = state.kept(viewer)
    said = opening.said
    if request.method == "POST":
        try:
            chosen = opening.found[int(request.POST.get("person", ""))]
        except (ValueError, IndexError):
            return to("staff-open-found")
        try:
            state.keep(viewer, _with_focus(viewer, opening, chosen))
            return to("staff-open-proposal")
        except RegisterError as error:
            said = error.reason
    known = finding.known(viewer, bsn=opening.bsn, family_name=opening.family_name, birth=opening.birth)
    context = {
        "opening": opening,
        "people": [
            (index, full_name(one.name), partial(one.birth)) for index, one in enumerate(opening.found)
        ],
        "known": known,
        "said": gettext(said) if said else "",
        "section": "households",
    }
    status = 502 if said and request.method == "POST" else 200
    return render(request, "staff/opening/found.html", context, status=status)


def _with_focus(viewer: Viewer, opening: Opening, chosen: FoundPerson) -> Opening:
    if opening.focus is not None and chosen.bsn == opening.focus.bsn:
        return replace(opening, said="", places=(), more=(), neighbours=())
    number = chosen.bsn
    if number is None:
        return replace(opening, said="", focus=None)
    person = register.ask(viewer, opening.purpose, "number", lambda brp: brp.by_bsn(number, opening.purpose))
    return replace(opening, focus=person, said="", places=(), more=(), neighbours=())


@staff_view
def by_hand(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Go on without the register, with what was typed."""
    opening, _draft = state.kept(viewer)
    if request.method == "POST":
        state.keep(viewer, replace(opening, focus=None, more=(), neighbours=(), places=(), said="", hands=2))
        return to("staff-open-proposal")
    return to("staff-open-found")
