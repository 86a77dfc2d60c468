"""At the door: a link with a code, asking for a new link, going away at once, and what that leaves behind."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from naast.access import waiting
from naast.actions import coming_in
from naast.integrations.messages import reaches, sender
from naast.integrations.messages.later import later
from naast.rules.channels import MAIL
from naast.ui import signing, who
from naast.ui.waiting import ASKED

from .forms import AskForm, PinForm


def door(request: HttpRequest, token: str) -> HttpResponse:
    """A one-time link. Opening it spends nothing and looks the same for every link, also one that never was."""
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        account = coming_in.enter(token, form.cleaned_data["pin"], now)
        if account is not None:
            signing.begin(request, account)
            return inside(request, now)
        form.add_error(None, gettext("This did not work. Check the code, or ask for a new link."))
    return _show(request, "door", form)


def inside(request: HttpRequest, now: datetime) -> HttpResponse:
    """To the own pages, and first to a text that was typed when the session had ended."""
    viewer = who.resident(request, now)
    path = waiting.newest_path(viewer) if viewer else None
    response = redirect(f"{path}?{ASKED}=1" if path and path.startswith("/mijn/") else "portal-home")
    response.status_code = 303
    return response


def kept(request: HttpRequest) -> HttpResponse:
    """What was typed is kept; the same person finds it back after coming in again."""
    return render(request, "portal/sign_in/kept.html", {})


def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a new link on one's own channel. The answer is the same for a channel that nobody has."""
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        channel, now = form.cleaned_data["channel"], timezone.now()
        base = request.build_absolute_uri(reverse("portal-ask")) + "/"
        later(lambda: send_link(channel, base, now))
        return render(request, "portal/sign_in/asked.html", {})
    return _show(request, "ask", form, mail=reaches(MAIL))


def send_link(channel: str, base: str, now: datetime) -> None:
    """Make the link and send it, where somebody has this channel and chose that a message may come now."""
    asked = coming_in.ask(channel, now, reaches)
    using = sender()
    if asked is None or using is None:
        return
    with override(settings.LANGUAGE_CODE):
        subject = gettext("Your link")
        text = gettext("You asked for this link. It works once, until %(until)s.") % {
            "until": timezone.localtime(asked.until).strftime("%H.%M")
        }
    using.send(asked.channel, subject, f"{text}\n\n{base}{asked.token}\n")


def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: end the session and go to a neutral site. Works as a link, without script."""
    logout(request)
    response = HttpResponseRedirect(settings.NEUTRAL_SITE)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def traces(request: HttpRequest) -> HttpResponse:
    """What quick exit does not wipe, and how to do that. Also for who is not signed in."""
    return render(request, "portal/sign_in/traces.html", {})


def _show(request: HttpRequest, name: str, form: PinForm | AskForm, **more: object) -> HttpResponse:
    context = {"form": form, **more}
    response = render(request, f"portal/sign_in/{name}.html", context, status=422 if form.errors else 200)
    # Django writes the address of a refused form in the log, and here that holds the secret part of a link.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


VIEWS: tuple[Callable[..., HttpResponse], ...] = (door, ask, kept, leave, traces)
for view in VIEWS:
    view.needs_viewer = "none"  # type: ignore[attr-defined]
