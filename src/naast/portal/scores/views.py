"""How safe do I feel: one's own answer, and those of others as far as this reader may read them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from naast.access import choosing
from naast.access import scores as reading
from naast.access.viewer import Viewer
from naast.actions import scores as acts
from naast.content.help_lines import help_lines
from naast.portal.page import me_of, own_face, show
from naast.portal.read_back import read_back
from naast.portal.sign_in.require import resident_view
from naast.portal.story import circle
from naast.ui.circle import CHOSEN
from naast.ui.scale import over_time, table

from .forms import ScoreForm


@resident_view
def scores(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What may be read of everybody's answers; unasked only what everybody in the household may read."""
    page = reading.scores(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(
        request,
        "portal/scores/scores.html",
        me,
        page=page,
        picture=over_time(page.voices),
        table=table(page.voices),
        help_lines=help_lines("child" if me.young else "adult"),
    )


@resident_view
def give(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Answer, read back who reads it, and confirm."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    form = ScoreForm(request.POST or None, chooser=chooser, initial={"mode": CHOSEN} if me.child else {})

    def keep() -> None:
        acts.give(
            viewer=viewer,
            dossier=dossier,
            answer=form.given(),
            choice=circle.choice(form, me),
            once=form.cleaned_data["once"],  # type: ignore[call-arg]
        )

    pages = {"first": "portal/scores/give.html", "check": "portal/scores/check.html"}
    lines = help_lines("child" if me.young else "adult")
    return read_back(request, form, me, keep, after="portal-scores", help_lines=lines, **pages)
