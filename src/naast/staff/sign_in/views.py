"""The start, signing in with a password and a second factor, and signing out."""

from base64 import b64encode
from datetime import datetime

from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from naast.access.viewer import PARTNER, PRIVACY, RESIDENT, STAFF
from naast.actions import second_factor
from naast.actions import sign_in as acts
from naast.actions.act import Invalid
from naast.ui import who

from . import pending
from .forms import CodeForm, SayingForm, SignInForm
from .require import see, to_sign_in

STARTS = {STAFF: "staff-today", PARTNER: "staff-households", PRIVACY: "staff-oversight"}


def home(request: HttpRequest) -> HttpResponse:
    """The first page of whoever looks: the team's day, a partner's households, what the privacy officer looks at, the
    portal, or signing in."""
    if who.handed_over(request) or getattr(request.user, "capacity", "") == RESIDENT:
        return redirect("portal-home")
    if not request.user.is_authenticated:
        return redirect("staff-sign-in")
    return redirect(STARTS[getattr(request.user, "capacity", "")])


def sign_in(request: HttpRequest) -> HttpResponse:
    """E-mail address and password. Whatever is wrong, the answer looks the same."""
    after = pending.own_address(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.user.is_authenticated:
        return see(redirect(after))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now, email = timezone.now(), form.cleaned_data["email"].strip().lower()
        account = authenticate(request, username=email, password=form.cleaned_data["password"])
        signing = pending.begin(request, account.pk, after, now) if account is not None else None
        if signing is not None:
            return see(redirect("staff-second-factor" if signing.has_factor else "staff-set-up"))
        acts.refused(email, now)
        form.refuse()
    waiting = "bewaard=" in after
    status = 422 if form.errors else 200
    return render(
        request,
        "staff/sign_in/sign_in.html",
        {"form": form, "after": after, "waiting": waiting},
        status=status,
    )


def second_factor_page(request: HttpRequest) -> HttpResponse:
    """The code of the app, or a recovery code."""
    now = timezone.now()
    found = pending.current(request, now)
    if found is None or not found.signing.has_factor:
        return to_sign_in("/") if found is None else see(redirect("staff-set-up"))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if second_factor.check(viewer=found.signing.viewer, code=form.cleaned_data["code"]):
            return pending.finish(request, found)
        form.add_error("code", gettext(second_factor.WRONG))
    status = 422 if form.errors else 200
    return render(request, "staff/sign_in/code.html", {"form": form}, status=status)


def set_up(request: HttpRequest) -> HttpResponse:
    """An account without a second factor gets one before it sees anything."""
    now = timezone.now()
    found = pending.current(request, now)
    if found is None or found.signing.has_factor:
        return to_sign_in("/") if found is None else see(redirect("staff-second-factor"))
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and pending.SECRET in request.session:
        try:
            second_factor.set_up(
                viewer=found.signing.viewer,
                sealed=request.session[pending.SECRET],
                code=form.cleaned_data["code"],
            )
        except Invalid as invalid:
            form.say(invalid)
        else:
            response = pending.finish(request, found, to="staff-recovery-codes")
            codes_may_show(request, now)
            return response
    return set_up_page(request, form, found.signing.email, "staff/sign_in/set_up.html")


def set_up_page(request: HttpRequest, form: SayingForm, email: str, template: str) -> HttpResponse:
    """The page with the secret to scan or type; it stays the same until its first code is right."""
    sealed = request.session.setdefault(pending.SECRET, second_factor.new_secret())
    show = second_factor.to_show(sealed, email)
    picture = "data:image/svg+xml;base64," + b64encode(show.picture.encode()).decode()
    context = {"form": form, "secret": show.secret, "picture": picture, "email": email}
    return render(request, template, context, status=422 if form.errors else 200)


def codes_may_show(request: HttpRequest, now: datetime) -> None:
    """The fresh recovery codes may be shown for ten minutes; the secret is not needed any more."""
    request.session.pop(pending.SECRET, None)
    request.session[pending.SHOW_CODES] = (now + pending.CODES_SHOW).isoformat()


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session; the browser forgets what it holds of it."""
    now = timezone.now()
    viewer = who.professional(request, now) or who.officer(request, now)
    if viewer is not None:
        acts.signed_out(viewer=viewer)
    logout(request)
    messages.success(request, gettext("You are signed out."))
    response = see(redirect("staff-sign-in"))
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


for _view in (home, sign_in, second_factor_page, set_up, sign_out):
    _view.needs_viewer = "none"  # type: ignore[attr-defined]
