"""The team, for who manages it: accounts, invitations and the answer time. Nothing of a dossier stands here."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from naast.access import accounts as reading
from naast.access import leaving
from naast.access.accounts import Colleague, TeamPage
from naast.access.viewer import Missing, Viewer
from naast.actions import team as acts
from naast.actions.act import Invalid
from naast.staff.sign_in.require import see, staff_view

from .forms import PARTNER, AccountForm, AnswerTimeForm, CloseForm, SureForm

INVITATION = "invitation"  # in the session of who made it, until it was shown once


def _show(request: HttpRequest, name: str, page: TeamPage, **more: Any) -> HttpResponse:
    status = 422 if getattr(more.get("form"), "errors", None) else 200
    context = {"page": page, "section": "team", **more}
    return render(request, f"staff/team/{name}.html", context, status=status)


def _back(request: HttpRequest, message: str) -> HttpResponse:
    messages.success(request, message)
    return see(redirect("staff-team"))


@staff_view
def team(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Colleagues and partner professionals by name, with what can be done."""
    return _show(request, "team", reading.team(viewer))


@staff_view
def add(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Make an account; the invitation is shown next, once."""
    page = reading.team(viewer)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            account = acts.make_account(
                viewer=viewer,
                given=given["given"],
                family=given["family"],
                email=given["email"],
                function=given["function"],
                partner=given["kind"] == PARTNER,
                once=given["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _invited(request, viewer, account)
    return _show(request, "add", page, form=form)


@staff_view
def answer_time(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Within how many working days the team answers a resident's question."""
    page = reading.team(viewer)
    form = AnswerTimeForm(request.POST or None, initial={"working_days": page.answer_working_days})
    if request.method == "POST" and form.is_valid():
        try:
            acts.set_answer_time(viewer=viewer, working_days=form.cleaned_data["working_days"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            return _back(request, gettext("The answer time is changed. Residents read it from now on."))
    return _show(request, "answer_time", page, form=form)


def _invited(request: HttpRequest, viewer: Viewer, account: UUID) -> HttpResponse:
    """Make an invitation and show it once, on a page of its own."""
    token = acts.invite(viewer=viewer, account=account)
    request.session[INVITATION] = {"account": str(account), "token": token}
    return see(redirect("staff-team-invitation", account=account))


@staff_view
def invitation(request: HttpRequest, viewer: Viewer, account: UUID) -> HttpResponse:
    """The invitation, to hand over in person: shown once, then only a new one can be made."""
    page = reading.team(viewer)
    one = page.find(account)
    kept = request.session.pop(INVITATION, None)
    if kept is None or kept["account"] != str(account):
        return see(redirect("staff-team"))
    address = request.build_absolute_uri(reverse("staff-invitation", args=[kept["token"]]))
    return _show(request, "invitation", page, one=one, address=address)


Step = Callable[[HttpRequest, Viewer, Colleague], HttpResponse]


def _sure(name: str, allowed: Callable[[Colleague], bool]) -> Callable[[Step], Callable[..., HttpResponse]]:
    """A step that is asked about first: a GET draws the question, a POST takes the step."""

    def register(step: Step) -> Callable[..., HttpResponse]:
        @staff_view
        @wraps(step)
        def asked(request: HttpRequest, viewer: Viewer, account: UUID) -> HttpResponse:
            page = reading.team(viewer)
            one = page.find(account)
            if one.is_viewer or not allowed(one):
                raise Missing
            form = SureForm(request.POST or None)
            if request.method == "POST":
                try:
                    return step(request, viewer, one)
                except Invalid as invalid:
                    form.say(invalid)
            return _show(request, name, page, one=one, form=form)

        return asked

    return register


@_sure("invite", lambda one: one.state != "closed")
def invite(request: HttpRequest, viewer: Viewer, one: Colleague) -> HttpResponse:
    """Take the keys of an account away and make a new invitation."""
    return _invited(request, viewer, one.public_id)


@staff_view
def close(request: HttpRequest, viewer: Viewer, account: UUID) -> HttpResponse:
    """Somebody leaves; colleagues become the fixed face of their households, of which only the number shows."""
    page = reading.team(viewer)
    one = page.find(account)
    if one.is_viewer or one.state == "closed":
        raise Missing
    count = leaving.to_hand_over(viewer, account)
    offered, taken = page.successors(account), request.POST.getlist("taken")
    form = CloseForm(request.POST if request.method == "POST" else None, offered=offered, taken=taken)
    if request.method == "POST" and (not count or form.is_valid()):
        faces = form.faces if count else []
        try:
            acts.close(viewer=viewer, account=account, faces=faces)
        except Invalid as invalid:
            form = CloseForm({}, offered=offered, taken=map(str, faces))
            form.say(invalid)
        else:
            return _back(request, gettext("The account is closed. Every session of it has ended."))
    return _show(request, "close", page, one=one, form=form, count=count, is_staff=one in page.colleagues)


@_sure("reopen", lambda one: one.state == "closed")
def reopen(request: HttpRequest, viewer: Viewer, one: Colleague) -> HttpResponse:
    """Somebody comes back."""
    acts.reopen(viewer=viewer, account=one.public_id)
    return _invited(request, viewer, one.public_id)


@_sure("lead", lambda one: one.state != "closed")
def lead(request: HttpRequest, viewer: Viewer, one: Colleague) -> HttpResponse:
    """A colleague manages the team too, or no longer does."""
    acts.set_lead(viewer=viewer, account=one.public_id, manages=not one.manages_team)
    return _back(request, gettext("Who manages the team is changed."))


@_sure("duty", lambda one: one.state != "closed")
def duty(request: HttpRequest, viewer: Viewer, one: Colleague) -> HttpResponse:
    """A colleague does duty and may do an emergency reading, or no longer."""
    acts.set_duty(viewer=viewer, account=one.public_id, duty=one.duty_since is None)
    return _back(request, gettext("Who does duty is changed."))
