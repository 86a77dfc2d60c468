"""An invitation: whoever holds it chooses a password, then sets up a second factor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from naast.access import accounts
from naast.access.viewer import Missing
from naast.actions import team
from naast.actions.act import Invalid

from . import pending
from .forms import NewPasswordForm
from .require import see


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening it spends nothing; choosing a password does. Spent, too old and made up look the same: not there."""
    now = timezone.now()
    invited = accounts.invited(token, now)
    signing = accounts.signing(invited.account, now) if invited else None
    if invited is None or signing is None:
        raise Missing
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            team.accept(viewer=signing.viewer, token=token, password=form.cleaned_data["password"])
        except Invalid as invalid:
            form.say(invalid)
        else:
            pending.begin(request, invited.account, "/", now)
            return see(redirect("staff-set-up"))
    context = {"form": form, "invited": invited}
    return render(request, "staff/sign_in/invitation.html", context, status=422 if form.errors else 200)


invitation.needs_viewer = "none"  # type: ignore[attr-defined]
