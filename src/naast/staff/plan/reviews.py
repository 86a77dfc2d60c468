"""What became of an agreement, written down for everybody who reads it."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from naast.access.viewer import Viewer
from naast.actions import reviews
from naast.actions.act import Conflict
from naast.rules.reviews import RESULTS
from naast.staff.sign_in.require import staff_view

from .changes import show, to_plan, written
from .forms import PlanForm, words_field
from .views import agreed_on, own_page


class ReviewForm(PlanForm):
    """What became of an agreement."""

    result = forms.ChoiceField(
        label=_("How does it go?"),
        choices=[(result, result) for result in RESULTS],
        error_messages={"required": _("Choose what became of it.")},
    )
    words = words_field(
        _("Why?"),
        required=False,
        help_text=_("What helped, or what came in between? With the last two answers it is needed."),
    )


@staff_view
def review(request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID) -> HttpResponse:
    """Say what became of an agreement; where it stops, it ends today."""
    page = own_page(request, viewer, dossier)
    agreed = agreed_on(page, agreement)
    form = ReviewForm(request.POST or None, page=page)
    conflict = agreed.line.public_id != agreement
    if request.method == "POST" and not conflict and form.is_valid():
        given = form.cleaned_data
        try:
            if written(
                form,
                lambda: reviews.review(
                    viewer=viewer,
                    agreement=agreement,
                    result=given["result"],
                    words=given["words"],
                    guard_seen=given["guard_seen"],
                    once=given["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            page, conflict = own_page(request, viewer, dossier), True
            agreed = agreed_on(page, agreement)
    reading = [r.face for r in agreed.line.readers if not r.face.professional]
    return show(
        request, "review", form, agreed=agreed, conflict=conflict, results=list(RESULTS), reading=reading
    )
