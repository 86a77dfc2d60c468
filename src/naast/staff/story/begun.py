"""What is kept of a text that is being written down on the team's face: at every pause, until it is thrown away."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import drafts
from naast.access.viewer import Missing, Viewer
from naast.actions.drafts import discard_draft, save_draft
from naast.staff.sign_in.require import see

NOT_KEPT = ("csrfmiddlewaretoken", "who", "once", "checked")


def keep(viewer: Viewer, dossier: UUID, form: str, fields: Mapping[str, list[str]]) -> HttpResponse:
    """Keep what is typed so far; answers the one sentence that says so."""
    save_draft(viewer=viewer, form=form, fields=dict(fields), dossier=dossier)
    at = timezone.localtime(viewer.at).strftime("%H.%M")
    return HttpResponse(
        gettext("Draft kept at %(time)s") % {"time": at}, content_type="text/plain; charset=utf-8"
    )


def taken_up(
    request: HttpRequest, kept: Iterable[drafts.Kept], several: Collection[str]
) -> dict[str, Any] | None:
    """The draft that the address asks for, as it was typed; Missing where there is none. None where none is asked for.

    `several` are fields with more than one answer.
    """
    wanted = request.GET.get("concept", "")
    if not wanted:
        return None
    found = next((one for one in kept if str(one.public_id) == wanted), None)
    if found is None:
        raise Missing
    return {
        name: values if name in several else values[-1] for name, values in found.fields.items() if values
    }


def keep_typed(
    request: HttpRequest, viewer: Viewer, dossier: UUID, form: BaseForm, prefix: str
) -> HttpResponse:
    """Keep what is typed so far under the key of its open tab. Missing without one. It may hold mistakes."""
    form.is_valid()
    key = form.cleaned_data.get("draft")
    if request.method != "POST" or not key:
        raise Missing
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    return keep(viewer, dossier, prefix + key, fields)


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
