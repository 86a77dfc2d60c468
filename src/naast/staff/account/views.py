"""The own account: name, password, PIN, second factor, recovery codes. Nothing of a dossier."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth import load_backend, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import accounts as reading
from naast.access.viewer import Viewer
from naast.actions import accounts, second_factor
from naast.actions.act import Invalid
from naast.staff.sign_in import pending
from naast.staff.sign_in.require import account_view, see
from naast.staff.sign_in.views import codes_may_show, set_up_page
from naast.ui.signing import BACKEND

from .forms import FactorForm, OwnPasswordForm, PasswordForm, PinForm, ProfileForm


def back(request: HttpRequest, message: str) -> HttpResponse:
    """To the account page, which says what was done."""
    messages.success(request, message)
    return see(redirect("staff-account"))


def stay(request: HttpRequest) -> None:
    """Other sessions of the account have ended with the old key; this one goes on."""
    account = load_backend(BACKEND).get_user(request.user.pk)
    update_session_auth_hash(request, account)  # type: ignore[arg-type]


def show(request: HttpRequest, name: str, form: object, **more: object) -> HttpResponse:
    """One form of the account; what was typed stays, passwords do not."""
    status = 422 if getattr(form, "errors", None) else 200
    return render(request, f"staff/account/{name}.html", {"form": form, **more}, status=status)


@account_view
def account(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """What the account holds, with what can be changed."""
    return render(request, "staff/account/account.html", {"own": reading.own(viewer)})


@account_view
def profile(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Change name, function and language."""
    own = reading.own(viewer)
    initial = {
        "given": own.given,
        "family": own.family,
        "function": own.function,
        "language": own.language,
    }
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            accounts.set_profile(
                viewer=viewer, given=given["given"], family=given["family"], function=given["function"]
            )
            if given["language"] != own.language:
                accounts.set_language(viewer=viewer, language=given["language"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            response = back(request, gettext("Your account is changed."))
            pending.remember_language(response, given["language"])
            return response
    return show(request, "profile", form)


@account_view
def password(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Choose another password."""
    form = PasswordForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and form.confirmed():
        try:
            accounts.set_password(viewer=viewer, password=form.cleaned_data["password"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            stay(request)
            return back(request, gettext("Your password is changed. You are signed out everywhere else."))
    return show(request, "password", form)


@account_view
def pin(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Choose the PIN that takes a handed-over screen back."""
    form = PinForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and form.confirmed():
        try:
            accounts.set_pin(viewer=viewer, pin=form.cleaned_data["pin"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            stay(request)
            return back(request, gettext("Your PIN is changed. You are signed out everywhere else."))
    return show(request, "pin", form)


@account_view
def factor(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Another phone or app: its first code replaces the old one, with new recovery codes."""
    own = reading.own(viewer)
    form = FactorForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and pending.SECRET in request.session and form.confirmed():
        try:
            second_factor.set_up(
                viewer=viewer, sealed=request.session[pending.SECRET], code=form.cleaned_data["code"]
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            codes_may_show(request, viewer.at)
            return see(redirect("staff-recovery-codes"))
    return set_up_page(request, form, own.email, "staff/account/factor.html")


@account_view
def recovery(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Fresh recovery codes for ten minutes; afterwards only how many are left, and making new ones."""
    form = OwnPasswordForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and form.confirmed():
        second_factor.new_recovery_codes(viewer=viewer)
        codes_may_show(request, viewer.at)
        return see(redirect("staff-recovery-codes"))
    until = request.session.get(pending.SHOW_CODES)
    fresh = until is not None and viewer.at < datetime.fromisoformat(until)
    left = reading.recovery_codes(viewer)
    return show(request, "recovery", form, codes=left if fresh else [], left=len(left))
