"""The people of a household with every change that can be made, and the page of one change."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from naast.access import households, people_page
from naast.access.household_lines import HouseholdPage
from naast.access.people import Face
from naast.access.people_page import PeoplePage
from naast.access.viewer import Missing, Viewer
from naast.actions.act import Invalid
from naast.staff.households.looking import looking
from naast.staff.households.views import head
from naast.staff.opening.go import to
from naast.staff.sign_in.require import staff_view

from . import around, bonds, joining, persons, roles
from .forms import Change, Where

CHANGES: dict[str, type[Change]] = {
    "iemand-erbij": persons.Add,
    "uit-de-brp": persons.AddFromRegister,
    "geboren": persons.Born,
    "niet-geboren": persons.Lost,
    "overleden": persons.Died,
    "naam": persons.Rename,
    "gegeven": persons.Reach,
    "gegeven-einde": persons.ReachEnds,
    "relatie": bonds.Tie,
    "relatie-einde": bonds.TieEnds,
    "gezag": bonds.Authority,
    "niet-meer-lid": bonds.Leaves,
    "splitsen": bonds.Split,
    "terug": bonds.Returns,
    "collega": around.Colleague,
    "vast-gezicht": roles.FixedFace,
    "coordinatie": roles.Coordinator,
    "leiding-plan": roles.PlanLead,
    "vraag-terug": roles.Withdraw,
    "partner": around.Partner,
    "betrokken-einde": around.AroundEnds,
    "weghouden": around.Withhold,
    "ik-ken-iemand": around.WithholdMe,
    "weer-open": around.WithholdEnds,
    "dezelfde": joining.Same,
    "niet-dezelfde": joining.NotSame,
}
OF = {
    "geboren", "niet-geboren", "overleden", "naam", "gegeven", "gegeven-einde", "relatie-einde", "niet-meer-lid",
    "betrokken-einde", "weer-open", "vraag-terug", "dezelfde", "niet-dezelfde",
}  # fmt: skip


@staff_view
def page(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Everybody, with what can be changed; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    if seen.through:
        shown = PeoplePage(households.household(seen.viewer, dossier))
    else:
        shown = people_page.people(viewer, dossier)
    found, same = shown.household, shown.joined
    above = head(request, viewer, seen, found, tab="people")
    context = {
        **above,
        "member_lines": [
            (line, member.entry, joining.under(same, line.face))
            for line, member in zip(above["members"], found.members, strict=True)
        ],
        "network_lines": [(line, joining.under(same, line.face)) for line in above["network"]],
        "coming": [(one, joining.under(same, one.face)) for one in found.coming],
        "former": [(one, joining.under(same, one.face)) for one in found.former],
        "joined_besides": joining.under_nobody(same, _listed(found)),
        "asked": shown.asked,
        "kept": [(one, around.words(one)) for one in shown.kept],
        "around_lines": [(said, shown.rests.get(said.of.entry, ())) for said in above["around"]],
        "experts": shown.offered,
    }
    return render(request, "staff/people/page.html", context)


def _listed(page: HouseholdPage) -> list[Face]:
    """Everybody who has a line of their own on the page."""
    return [*(one.face for one in (*page.members, *page.coming, *page.former)), *page.network]


@staff_view
def change(
    request: HttpRequest, viewer: Viewer, dossier: UUID, what: str, of: UUID | None = None
) -> HttpResponse:
    """One change: what it is, what follows from it, and the button that does it."""
    if what not in CHANGES or (what in OF) != (of is not None):
        raise Missing
    found = households.household(viewer, dossier)
    if not found.in_team:
        raise Missing
    form = CHANGES[what](request.POST or None, where=Where(viewer, found, of))
    if request.method == "POST" and form.is_valid():
        try:
            there = form.do(viewer=viewer, once=form.cleaned_data["once"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            if not form.errors:
                messages.success(request, gettext("Done."))
                if what == "ik-ken-iemand":
                    return to("staff-households")
                return to("staff-household", dossier=there) if there else to("staff-people", dossier=dossier)
    context = {"form": form, "dossier": dossier, "section": "households", "consequence": form.consequence()}
    return render(request, "staff/people/change.html", context, status=422 if form.errors else 200)
