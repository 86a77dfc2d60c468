"""Where a household member starts: the people beside them, the next look at the plan, and the way to every page."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from naast.access import home as reading
from naast.access.viewer import Viewer
from naast.content.help_lines import help_lines
from naast.documents.saying import names
from naast.portal.page import Me, dossier_of, me_of, show
from naast.portal.sign_in.require import resident_view
from naast.ui.templatetags.naast import to

from .figures import Figure, Row, rows

NOWHERE = UUID(int=0)  # who is in no dossier stands nowhere


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A row of figures, and what it says to who does not see it."""

    figures: tuple[Figure, ...]
    width: str
    said: str


@resident_view
def page(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The member's one dossier, or the choice between several."""
    handed = dossier_of(request)
    if handed is not None:
        return redirect("portal-place", dossier=handed)
    places = reading.places(viewer)
    if len(places) == 1 and not request.GET.get("kies"):
        return redirect("portal-place", dossier=places[0].public_id)
    me = me_of(viewer, places[0].public_id if places else NOWHERE, reading.me(viewer))
    lines = help_lines("child" if me.young else "adult")
    return show(request, "portal/home/choose.html", me, places=places, help_lines=lines)


@resident_view
def place(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Home in one dossier."""
    found = reading.home(viewer, dossier)
    me = me_of(viewer, dossier, found.me)
    people = [*found.family, *found.workers]
    return show(
        request,
        "portal/home/home.html",
        me,
        page=found,
        rows=[_said(row, me) for row in rows(people)],
        more_places=not me.handed and reading.several(viewer),
        help_lines=help_lines("child" if me.young else "adult"),
    )


def _said(row: Row, me: Me) -> SaidRow:
    """The text beside the picture; the reader stands in it as you."""
    others = [figure.face for figure in row.figures if not figure.me]
    said = gettext("Beside you: %(names)s") % {"names": names(others)} if others else gettext("You")
    return SaidRow(row.figures, row.width, str(to(said, me)))
