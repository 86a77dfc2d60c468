"""Consent on the team's face: who said yes or no to what, who must be asked and why, taking back, and on paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import choosing, consent_asking
from naast.access import consent as reading
from naast.access.consent import ConsentPage, Given, OfPerson
from naast.access.resting import resting_on
from naast.access.viewer import Missing, Viewer
from naast.actions import consent as acts
from naast.actions.act import Conflict, Invalid
from naast.content.consent_ground import ground
from naast.rules.consent_note import IN_WRITING
from naast.rules.consent_words import Standing, Weighs
from naast.staff.households.looking import frame, looking
from naast.staff.sign_in.require import see, staff_view
from naast.staff.story.reads import reads

from .forms import AnswerForm, WhoseForm, WithdrawForm


@staff_view
def consents(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Person by person, help and sharing beside each other; with `ogen` as that person would read it."""
    seen = looking(request, viewer, dossier)
    page = reading.consents(seen.viewer, dossier)
    context = {
        **frame(request, viewer, seen, page, page.partners, tab="consent"),
        "page": page,
        "dossier": dossier,
        "persons": [_shown(one, page) for one in page.persons],
        "ground": ground(),
    }
    return render(request, "staff/consent/consents.html", context)


def _shown(one: OfPerson, page: ConsentPage) -> dict[str, Any]:
    def told(given: tuple[Given, ...]) -> list[tuple[Given, Any]]:
        return [(g, reads(g.line, page.known, name_others=page.in_team)) for g in given]

    return {"face": one.face, "help": told(one.help), "sharing": told(one.sharing)}


@staff_view
def ask(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """About whom and what; then who must consent by the rule and why; and what somebody answers."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team or request.GET.get("ogen"):
        raise Missing
    whose = WhoseForm(request.POST or None, chooser=chooser)
    if not whose.is_valid():
        return _ask_page(request, dossier, whose)
    given = whose.cleaned_data
    asking = consent_asking.asking(
        viewer,
        dossier,
        UUID(given["person"]),
        whose.asks,
        Weighs(given["weighs"]),
        given["harming"],
    )
    first = [one.face for one in asking.stands if one.part.standing is not Standing.NOT_ASKED]
    form = AnswerForm(
        request.POST if "answered" in request.POST else None,
        chooser=chooser,
        subject=whose.asks,
        first=first,
        initial={"starts": viewer.today},
    )
    if form.is_valid():
        try:
            acts.give(
                viewer=viewer,
                dossier=dossier,
                asked=form.asked(whose),
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            messages.success(request, gettext("The answer is noted."))
            return see(redirect("staff-consent", dossier=dossier))
    return _ask_page(request, dossier, whose, asking=asking, form=form)


def _ask_page(request: HttpRequest, dossier: UUID, whose: WhoseForm, **more: Any) -> HttpResponse:
    wrong = bool(whose.errors or (more.get("form") and more["form"].errors))
    context = {"whose": whose, "dossier": dossier, "section": "households", **more}
    return render(request, "staff/consent/ask.html", context, status=422 if wrong else 200)


@staff_view
def withdraw(request: HttpRequest, viewer: Viewer, dossier: UUID, consent: UUID) -> HttpResponse:
    """What changes when a yes is taken back, and noting that it is."""
    found, page = _found(request, viewer, dossier, consent)
    if not (page.in_team and found.runs):
        raise Missing
    form = WithdrawForm(request.POST or None)
    resting = resting_on(viewer, dossier, consent)
    if request.method == "POST" and form.is_valid():
        try:
            acts.withdraw(
                viewer=viewer,
                consent=consent,
                words=form.cleaned_data["words"],
                how=form.cleaned_data["how"],
                guard_seen=form.seen,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        except Conflict:
            messages.info(request, gettext("Somebody else was first. This is how it stands now."))
            return see(redirect("staff-consent", dossier=dossier))
        else:
            messages.success(request, _changed(found))
            for one in resting:
                if one.expert and one.receiver is not None:
                    gone = gettext("%(name)s no longer thinks along.") % {"name": one.receiver.full_name}
                    messages.info(request, gone)
            return see(redirect("staff-consent", dossier=dossier))
    context = {"form": form, "one": found, "dossier": dossier, "section": "households", "resting": resting}
    return render(request, "staff/consent/withdraw.html", context, status=422 if form.errors else 200)


def _changed(found: Given) -> str:
    """What is otherwise now, for who just noted it."""
    if found.sharing:
        return gettext("The yes is taken back. From now on nothing is shared on it.")
    return gettext("The yes is taken back. The help that rested on it needs a new talk.")


@staff_view
def paper(request: HttpRequest, viewer: Viewer, dossier: UUID, consent: UUID) -> HttpResponse:
    """One answer in writing, on request."""
    found, page = _found(request, viewer, dossier, consent)
    if not page.in_team:
        raise Missing
    context = {"one": found, "dossier": dossier, "section": "households", "source": IN_WRITING}
    return render(request, "staff/consent/paper.html", context)


def _found(request: HttpRequest, viewer: Viewer, dossier: UUID, consent: UUID) -> tuple[Given, ConsentPage]:
    """In its newest version, with one's own eyes; Missing otherwise."""
    page = reading.consents(viewer, dossier)
    found = page.find(consent)
    if request.GET.get("ogen") or found is None:
        raise Missing
    return found, page
