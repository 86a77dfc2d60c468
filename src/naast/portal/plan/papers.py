"""Paper that this reader has: which, how new it is, and what became of it; and a personal edition of their own."""

from datetime import datetime
from uuid import UUID, uuid5

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import papers as reading
from naast.access import plan
from naast.access.viewer import Missing, Viewer
from naast.actions import papers as acts
from naast.actions.act import Conflict, Invalid
from naast.documents import plan as documents
from naast.portal.forms import Spoken
from naast.portal.page import go, me_of, own_face, show
from naast.portal.sign_in.require import resident_view
from naast.rules.papers import STATES
from naast.ui import files


class MakeForm(Spoken):
    """Nothing but that it is confirmed."""


class ReportForm(Spoken):
    """What became of it, and on which day."""

    state = forms.ChoiceField(
        label=_("What happened to the paper?"),
        choices=[(state, state) for state in STATES],
        error_messages={"required": _("Choose what happened to the paper.")},
    )
    on = forms.DateField(
        label=_("On which day?"),
        widget=forms.DateInput(attrs={"type": "date", "class": "input input-s"}, format="%Y-%m-%d"),
    )


@resident_view
def papers(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What this reader has, and what others have as far as they may read; unasked only what everybody may read."""
    page = reading.papers(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/plan/papers.html", me, page=page)


@resident_view
def report(request: HttpRequest, viewer: Viewer, dossier: UUID, paper: UUID) -> HttpResponse:
    """Say that paper of this reader is lost, gone or given back."""
    one, _in_team = reading.one(viewer, dossier, paper)
    if not one.mine:
        raise Missing
    me = me_of(viewer, dossier)
    form = ReportForm(request.POST or None, initial={"on": viewer.today})
    form.speak(me)
    if request.method == "POST" and form.is_valid():
        try:
            acts.report(
                viewer=viewer,
                paper=paper,
                after=acts.After(form.cleaned_data["state"], form.cleaned_data["on"]),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid, me)
        except Conflict:
            messages.info(request, gettext("Somebody said already what became of it. This is how it is now."))
            return go("portal-papers", dossier=dossier)
        else:
            messages.success(request, gettext("Kept."))
            return go("portal-papers", dossier=dossier)
    status = 422 if form.errors else 200
    return show(request, "portal/plan/paper_report.html", me, status, form=form, one=one, states=list(STATES))


@resident_view
def own_paper(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """All that this reader may read of the plan, as a file: behind the PIN, once they chose it after a warning.

    Not on a handed-over screen: the file would stay with the worker. It is listed before the file leaves; the team
    sees that there is one, which the warning says first (why: actions/papers.py).
    """
    me = me_of(viewer, dossier)
    if me.handed:
        raise Missing
    if not me.asked:
        return HttpResponseRedirect(f"{reverse('portal-confidential')}?naar={request.path}")
    form = MakeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return show(request, "portal/plan/own_paper.html", me, form=form)
    page = plan.plan(viewer, dossier)
    made = documents.plan(page, me.face)
    if page.changed is not None:  # else nothing stands on it
        acts.make_own(
            viewer=viewer,
            dossier=dossier,
            version=page.changed,
            once=_same_paper(form.cleaned_data["once"], page.changed),  # type: ignore[call-arg]
        )
    return files.paper(made)


def _same_paper(once: UUID, version: datetime) -> UUID:
    """The same button pressed again is the same paper, for a download that failed is tried again; but where the plan
    has changed in between it is another one. Who opens the page again means to make another."""
    return uuid5(once, version.isoformat())
