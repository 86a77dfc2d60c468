"""The household that Naast proposes: the worker ticks who belongs to it, adjusts, and confirms."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from naast.access.viewer import Viewer
from naast.actions import dossiers
from naast.actions.act import Invalid
from naast.actions.taking import AROUND, IN, OUT, proposed_places, take
from naast.integrations.brp.errors import RegisterError
from naast.rules.household_proposal import Candidate, HouseholdProposal, propose
from naast.rules.names import full_name
from naast.rules.register import FoundPerson, RegisterPerson
from naast.staff.sign_in.require import staff_view

from . import register, state
from .forms import PLACES, HandForm, OpenForm, Row
from .go import to
from .state import Opening
from .words import partial

MOST_HANDS = 12


@dataclass(slots=True)
class Page:
    """One request on the proposal: what was kept, what is proposed, what was typed."""

    opening: Opening
    draft: UUID
    today: date
    post: Any

    @property
    def proposed(self) -> HouseholdProposal | None:
        if self.opening.focus is None:
            return None
        return propose(self.opening.focus, self.today, self.opening.records)

    @property
    def neighbours(self) -> list[tuple[str, FoundPerson]]:
        """People at an address that was asked for, by ref; who is near already is not named twice."""
        near = self.proposed
        known = {one.bsn for one in (*near.members, *near.others)} if near else set()
        return [(f"home-{i}", one) for i, one in enumerate(self.opening.neighbours) if one.bsn not in known]

    def record(self, one: Candidate) -> RegisterPerson | None:
        focus = self.opening.focus
        if focus is not None and one.bsn == focus.bsn:
            return focus
        return self.opening.records.get(one.bsn) if one.bsn else None

    def places(self) -> dict[str, str]:
        """Where each belongs: what was ticked, else what is proposed."""
        kept = {ref: place for ref, place in self.opening.places}  # noqa: C416
        near = self.proposed
        found = {}
        for ref, place in (proposed_places(near) if near else {}).items():
            found[ref] = kept.get(ref, place)
        for ref, _ in self.neighbours:
            found[ref] = kept.get(ref, OUT)
        chosen = {IN, AROUND, OUT}
        return {
            ref: self.post[f"place-{ref}"] if self.post.get(f"place-{ref}") in chosen else place
            for ref, place in found.items()
        }

    def rows(self) -> list[Row]:
        """The people on the page, as they are shown."""
        places, near = self.places(), self.proposed
        rows = [
            _row(one, self.record(one), places[one.ref])
            for one in ((*near.members, *near.others) if near else ())
        ]
        at_home = gettext("Stands at the address that you asked about.")
        return rows + [
            Row(
                ref,
                full_name(one.name),
                partial(one.birth),
                at_home,
                places[ref],
                False,
                False,
                "",
                False,
                False,
                False,
            )
            for ref, one in self.neighbours
        ]

    def hands(self) -> list[HandForm]:
        """The forms for people by hand; the first one starts with the name that was searched for."""
        others = [(row.ref, row.name or "?") for row in self.rows()]
        count = min(self.opening.hands, MOST_HANDS)
        others += [
            (f"hand-{i}", gettext("person %(number)s by hand") % {"number": i + 1}) for i in range(count)
        ]
        typed = {"family_name": self.opening.family_name, "birth": self.opening.birth}
        return [
            HandForm(
                self.post or None,
                prefix=f"hand-{i}",
                others=[pair for pair in others if pair[0] != f"hand-{i}"],
                today=self.today,
                initial=typed if i == 0 and self.opening.focus is None else {},
            )
            for i in range(count)
        ]


def _row(one: Candidate, record: RegisterPerson | None, place: str) -> Row:
    address = record.address if record else None
    return Row(
        one.ref,
        full_name(one.name),
        partial(one.birth),
        gettext(one.why.value),
        place,
        one.bsn is not None and (record is None or record.address is None),
        record is not None,
        address.as_text() if address else "",
        bool(record and record.secret),
        one.dead,
        bool(address and address.postcode and address.number and not (record and record.secret)),
    )


@staff_view
def proposal(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """See the proposal, ask more about one person, add people by hand, and open the household."""
    opening, draft = state.kept(viewer)
    page = Page(opening, draft, timezone.localtime(viewer.at).date(), request.POST)
    if request.method != "POST":
        return show(request, page, OpenForm(initial={"why": opening.why}))
    asking = next((name for name in ("more", "home", "hand") if request.POST.get(name)), "")
    form = OpenForm(request.POST)
    if asking == "hand":
        page.opening = replace(_ticked(page), hands=min(opening.hands + 1, MOST_HANDS))
        state.keep(viewer, page.opening)
        return show(request, page, form, quiet=True)
    if asking:
        return _ask(request, viewer, page, form, asking)
    return _open(request, viewer, page, form)


def _ticked(page: Page) -> Opening:
    return replace(page.opening, places=tuple(page.places().items()))


def _ask(request: HttpRequest, viewer: Viewer, page: Page, form: OpenForm, asking: str) -> HttpResponse:
    """Ask the register more about one person, or who else stands at their address."""
    near = page.proposed
    chosen = request.POST[asking]
    one = next((c for c in (*near.members, *near.others) if c.ref == chosen), None) if near else None
    if one is None or one.bsn is None:
        return to("staff-open-proposal")
    kept = _ticked(page)
    try:
        page.opening = _at_home(viewer, page, kept, one) if asking == "home" else _more(viewer, kept, one)
    except RegisterError as error:
        return show(request, page, form, said=error.reason, quiet=True, status=502)
    state.keep(viewer, page.opening)
    return show(request, page, form, quiet=True)


def _more(viewer: Viewer, opening: Opening, one: Candidate) -> Opening:
    number = one.bsn
    assert number is not None
    record = register.ask(
        viewer, opening.purpose, "more", lambda brp: brp.by_bsn(number, opening.purpose, with_address=True)
    )
    return opening.with_record(record)


def _at_home(viewer: Viewer, page: Page, opening: Opening, one: Candidate) -> Opening:
    record = page.record(one)
    address = record.address if record else None
    if address is None or not address.number.isdigit() or (record and record.secret):
        return opening
    found = register.ask(
        viewer,
        opening.purpose,
        "address",
        lambda brp: brp.at_address(
            address.postcode, int(address.number), opening.purpose, address.letter, address.addition
        ),
    )
    known = {n.bsn for n in opening.neighbours}
    return replace(opening, neighbours=(*opening.neighbours, *(n for n in found if n.bsn not in known)))


def _open(request: HttpRequest, viewer: Viewer, page: Page, form: OpenForm) -> HttpResponse:
    hands = page.hands()
    fine = all([form.is_valid(), *(hand.is_valid() for hand in hands)])
    if not fine:
        return show(request, page, form, hands=hands, status=422)
    records = [r for r in (page.opening.focus, *page.opening.more) if r is not None]
    authority = {
        name.removeprefix("authority-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("authority-")
    }
    filled = [hand.cleaned_data for hand in hands if hand.filled]
    taken = take(page.proposed, records, page.neighbours, page.places(), authority, filled, page.today)
    try:
        opened = dossiers.open_household(
            viewer=viewer,
            persons=taken.persons,
            members=taken.members,
            relations=taken.relations,
            authorities=taken.authorities,
            purpose=form.cleaned_data["why"],
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid)
        return show(request, page, form, hands=hands, status=422)
    state.forget(viewer, page.draft)
    messages.success(request, gettext("The household is open. You are its fixed face."))
    return to("staff-household", dossier=opened)


def show(
    request: HttpRequest,
    page: Page,
    form: OpenForm,
    *,
    hands: list[HandForm] | None = None,
    said: str = "",
    quiet: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page; with `quiet` what is not filled in yet is no error yet."""
    shown = hands or page.hands()
    if quiet:
        for one in (form, *shown):
            one.is_valid()
            one.errors.clear()
    near = page.proposed
    names = {row.ref: row.name for row in page.rows()}
    context = {
        "form": form,
        "hands": shown,
        "more_hands": len(shown) < MOST_HANDS,
        "rows": page.rows(),
        "choices": PLACES,
        "authorities": [
            (
                index,
                names.get(p.adult, ""),
                names.get(p.child, ""),
                chosen(page, index, p.answer.state.value),
                gettext(p.answer.because.value),
            )
            for index, p in enumerate(near.authority if near else ())
        ],
        "states": [("yes", gettext("yes")), ("no", gettext("no")), ("unknown", gettext("not known"))],
        "not_understood": near.not_understood if near else (),
        "left_out": near.left_out if near else 0,
        "neighbours": bool(page.opening.neighbours),
        "said": gettext(said) if said else "",
        "section": "households",
    }
    return render(request, "staff/opening/proposal.html", context, status=status)


def chosen(page: Page, index: int, proposed: str) -> str:
    """What stands chosen for one pair: as it was sent, else as the register says."""
    sent: str = page.post.get(f"authority-{index}", "")
    return sent or proposed
