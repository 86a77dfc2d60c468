"""How safe do I feel: one's own answer, and those of others as far as this reader may read them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import choosing
from naast.access import scores as reading
from naast.access.viewer import Viewer
from naast.actions import scores as acts
from naast.actions.act import Invalid
from naast.content.help_lines import help_lines
from naast.portal.page import go, me_of, own_face, show
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
    form.speak(me)
    step = request.POST.get("step", "")
    quiet = step == "change"
    if request.method == "POST" and not quiet and form.is_valid():
        if step == "confirm" and form.cleaned_data["checked"] == form.now().mark:
            try:
                acts.give(
                    viewer=viewer,
                    dossier=dossier,
                    answer=form.given(),
                    choice=circle.choice(form, me),
                    once=form.cleaned_data["once"],  # type: ignore[call-arg]
                )
            except Invalid as invalid:
                form.say(invalid, me)
            else:
                messages.success(request, gettext("Kept.") + " " + circle.reads(form.now(), me))
                return go("portal-scores", dossier=dossier)
        if not form.errors:
            return show(request, "portal/scores/check.html", me, **circle.beside(form, me))
    status = 422 if form.is_bound and not quiet else 200
    return show(
        request,
        "portal/scores/give.html",
        me,
        status,
        **circle.beside(form, me),
        help_lines=help_lines("child" if me.young else "adult"),
    )
