"""The round table: the plan on one quiet screen, one situation at a time; everybody says what they think of it."""

from collections.abc import Iterable
from urllib.parse import urlencode
from uuid import UUID, uuid4, uuid5

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from naast.access import apart_page
from naast.access import table as reading
from naast.access.apart import NotTogether
from naast.access.table import TablePage
from naast.access.viewer import Missing, Viewer
from naast.actions import table as acts
from naast.actions.act import Conflict, Invalid
from naast.staff.sign_in.require import staff_view

from .forms import WORDS, Block, SaidForm, Seat, SeatForm, Typed, blocks, lost, typed

SEATED, PLACE = "aan", "stap"


@staff_view
def choose(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Who sits at the table: the worker says so before anybody looks along."""
    if request.GET.get("ogen"):
        raise Missing
    page = apart_page.page(viewer, dossier)
    members = page.chooser.household
    can = tuple(face for face in page.chooser.faces if not face.professional)
    form = SeatForm(request.POST if request.method == "POST" else None, faces=can)
    if request.method == "POST" and form.is_valid():
        seated = form.cleaned_data["seated"]
        try:
            acts.seat(viewer=viewer, dossier=dossier, seated=seated)
        except Invalid as invalid:
            form.say(invalid)
        else:
            asked = urlencode([(SEATED, one) for one in seated])
            return _see(f"{reverse('staff-table-open', kwargs={'dossier': dossier})}?{asked}")
    picks = form.seated_picks()
    context = {
        "section": "households",
        "dossier": dossier,
        "form": form,
        "members": [pick for pick in picks if pick.face.row in members],
        "others": [pick for pick in picks if pick.face.row not in members],
        "apart": page.current,
    }
    return render(request, "staff/table/choose.html", context, status=422 if form.errors else 200)


@staff_view
def table(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What everybody at the table may read, one situation at a time, and what each says of it."""
    if request.GET.get("ogen"):
        raise Missing
    if SEATED not in request.GET:
        return HttpResponseRedirect(reverse("staff-table", kwargs={"dossier": dossier}))
    try:
        page = _page(request, viewer, dossier)
    except NotTogether:  # others may be looking already: why stands where the table is chosen
        return HttpResponseRedirect(reverse("staff-table-done"))
    said = list(typed(request.POST, page))
    if request.method != "POST":
        return _show(request, page, blocks(page, said), said)
    left, wrong = _kept(request, viewer, page, said)
    if not left:
        return _see(_address(page, page.place))
    page = _page(request, viewer, dossier)
    place = page.place_of(left[0].agreement)
    if place not in (0, page.place):  # a situation came or went meanwhile
        page = _page(request, viewer, dossier, str(place))
    found = blocks(page, left)
    for one in left:
        if one in wrong:
            _say(found, one, wrong[one])
    return _show(request, page, found, left, status=422)


@staff_view
def done(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A page that says nothing of anybody, to leave the table by."""
    return render(request, "staff/table/done.html")


def _page(request: HttpRequest, viewer: Viewer, dossier: UUID, place: str = "") -> TablePage:
    try:
        seated = [UUID(one) for one in request.GET.getlist(SEATED)]
    except ValueError:
        raise Missing from None
    asked = place or request.GET.get(PLACE, "")
    at = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 1
    return reading.table(viewer, dossier, seated, at, said=request.method == "POST")


def _kept(
    request: HttpRequest, viewer: Viewer, page: TablePage, said: list[Typed]
) -> tuple[list[Typed], dict[Typed, Invalid]]:
    """Keep what was said, each on its own; gives what could not be kept, and what is wrong with it."""
    current = {one.agreed.line.public_id for step in page.steps for one in step.agreements}
    seated = [face.public_id for face in page.seated]
    left: list[Typed] = []
    wrong: dict[Typed, Invalid] = {}
    for one in said:
        form = SaidForm({"stance": one.stance, "words": one.words})
        if one.agreement not in current or not form.is_valid():
            left.append(one)
            continue
        try:
            acts.say_at_table(
                viewer=viewer,
                agreement=one.agreement,
                person=one.person,
                seated=seated,
                stance=form.cleaned_data["stance"],
                words=form.cleaned_data["words"],
                once=_once(request, one),  # type: ignore[call-arg]
            )
        except Conflict:
            left.append(one)
        except Invalid as invalid:
            left.append(one)
            wrong[one] = invalid
    return left, wrong


def _once(request: HttpRequest, one: Typed) -> UUID:
    """The same form sent twice keeps the same words once."""
    try:
        form = UUID(request.POST.get("once", ""))
    except ValueError:
        form = uuid4()
    return uuid5(form, f"{one.agreement} {one.person}")


def _say(found: Iterable[Block], one: Typed, invalid: Invalid) -> None:
    """Put what an act found wrong at its field."""
    for block in found:
        for seat in block.seats:
            if one.agreement in block.agreed.versions and seat.opinion.face.public_id == one.person:
                _at(seat, invalid)


def _at(seat: Seat, invalid: Invalid) -> None:
    for name, (message, params) in invalid.errors.items():
        seat.form.add_error(name if name in seat.form.fields else WORDS, gettext(message) % params)


def _show(
    request: HttpRequest, page: TablePage, found: tuple[Block, ...], said: list[Typed], status: int = 200
) -> HttpResponse:
    context = {
        "page": page,
        "blocks": found,
        "lost": lost(page, said),
        "once": uuid4(),
        "here": _address(page, page.place),
        "before": _address(page, page.before) if page.before else "",
        "after": _address(page, page.after) if page.after else "",
        "wrong": [seat for block in found for seat in block.seats if seat.form.errors],
        "changed": [block for block in found if block.changed],
    }
    return render(request, "staff/table/table.html", context, status=status)


def _address(page: TablePage, place: int) -> str:
    """One step of this table; the persons are those who sit there, in the order of their names."""
    asked = [(SEATED, face.public_id) for face in page.seated] + [(PLACE, place)]
    return f"{reverse('staff-table-open', kwargs={'dossier': page.dossier})}?{urlencode(asked)}"


def _see(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
