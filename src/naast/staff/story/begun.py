"""What is kept of a text that is being written down on the team's face: at every pause, until it is thrown away."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import drafts
from naast.access.viewer import Missing, Viewer
from naast.actions.drafts import discard_draft, save_draft
from naast.staff.sign_in.require import see


def keep(viewer: Viewer, dossier: UUID, form: str, fields: Mapping[str, list[str]]) -> HttpResponse:
    """Keep what is typed so far; answers the one sentence that says so."""
    save_draft(viewer=viewer, form=form, fields=dict(fields), dossier=dossier)
    at = timezone.localtime(viewer.at).strftime("%H.%M")
    return HttpResponse(
        gettext("Draft kept at %(time)s") % {"time": at}, content_type="text/plain; charset=utf-8"
    )


def discard(
    request: HttpRequest, viewer: Viewer, dossier: UUID, draft: UUID, form: str, to: str
) -> HttpResponse:
    """Throw one own draft of this form away, and back to its page (by name). Missing where it is not theirs."""
    if request.method == "POST":
        if not any(mine.public_id == draft for mine in drafts.kept(viewer, form, dossier)):
            raise Missing
        discard_draft(viewer=viewer, draft=draft)
        messages.success(request, gettext("The draft is gone."))
    return see(redirect(to, dossier=dossier))
