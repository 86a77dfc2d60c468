"""What every page of the portal knows of its reader: how they are spoken to, and in which dossier they are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from naast.access import home
from naast.access.people import Face
from naast.access.viewer import Missing, Viewer
from naast.rules.ages import ADULT_FROM
from naast.ui import who

CHILD_UNTIL = 12  # below this age the pages have big faces and few words


@dataclass(frozen=True, slots=True)
class Me:
    """The reader: their face, and whether they are spoken to as a child (under 12) or as je (under age).

    An unknown age is spoken to as u. `asked` holds while what was told in confidence may be shown.
    `handed` holds on a worker's device that was handed over.
    """

    face: Face
    dossier: UUID
    asked: bool
    handed: bool

    @property
    def young(self) -> bool:
        return self.face.age is not None and self.face.age < ADULT_FROM

    @property
    def child(self) -> bool:
        return self.face.age is not None and self.face.age < CHILD_UNTIL


def me_of(viewer: Viewer, dossier: UUID, face: Face | None = None) -> Me:
    """The reader of a page in one dossier; Missing where it is not theirs."""
    found = face or home.me(viewer, dossier)
    return Me(found, dossier, viewer.asked_confidential, viewer.handed_by is not None)


def own_face(known: Iterable[Face]) -> Face:
    """The reader among the faces that their page knows: a second door to ask for it would cost three queries."""
    return next(face for face in known if face.is_viewer)


Found = TypeVar("Found")


def still_found(
    request: HttpRequest, viewer: Viewer, find: Callable[[Viewer], tuple[Me, Found]]
) -> tuple[Me, Found, Viewer]:
    """What `find` gives, and the viewer who finds it. Missing where it is not theirs.

    Behind the PIN a thing shows for five minutes, and writing takes longer: what is sent is kept all the same, and the
    page shows no more than it may.
    """
    try:
        return *find(viewer), viewer
    except Missing:
        if request.method != "POST":
            raise
    shown = replace(viewer, asked_confidential=True)
    me, found = find(shown)
    return replace(me, asked=viewer.asked_confidential), found, shown


def show(request: HttpRequest, template: str, me: Me, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the portal for this reader."""
    return render(request, template, {"me": me, "dossier": me.dossier, **context}, status=status)


def go(name: str, **kwargs: Any) -> HttpResponse:
    """On to another page once something was written, so that reloading writes nothing twice."""
    response = HttpResponseRedirect(reverse(name, kwargs=kwargs))
    response.status_code = 303
    return response


def dossier_of(request: HttpRequest) -> UUID | None:
    """The one dossier of a handed-over screen, or None."""
    handed = who.handed_over(request)
    return handed.dossier if handed else None
