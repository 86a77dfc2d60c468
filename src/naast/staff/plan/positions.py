"""What somebody named in an agreement thinks of it, noted for them with how it was asked."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from naast.access.viewer import Missing, Viewer
from naast.actions import positions
from naast.actions.act import Conflict
from naast.actions.choice import Choice
from naast.actions.noted import HOWS
from naast.actions.positions import STANCES
from naast.staff.sign_in.require import staff_view

from .changes import show, to_plan, written
from .forms import PlanForm, words_field
from .views import agreed_on, own_page


def _how() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How did you ask it?"), choices=[("", "")] + [(h, h) for h in HOWS], required=False
    )


class TakeBackForm(PlanForm):
    """From now on only one person and the team read what that person thinks of an agreement."""

    how = _how()


class PositionForm(PlanForm):
    """What one person thinks of an agreement, noted for them."""

    stance = forms.ChoiceField(label=_("What do they think of it?"), choices=[(s, s) for s in STANCES])
    words = words_field(_("In their own words"), required=False)
    how = _how()
    share = forms.ChoiceField(
        label=_("Who may read this?"), choices=[("confidence", ""), ("named", "")], initial="confidence"
    )


@staff_view
def position(
    request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID, person: UUID
) -> HttpResponse:
    """Note what somebody named in an agreement thinks of it, and how it was asked."""
    page = own_page(request, viewer, dossier)
    agreed = agreed_on(page, agreement)
    opinion = next((o for o in agreed.opinions if o.face.public_id == person), None)
    if opinion is None:
        raise Missing
    own = opinion.face.row == viewer.human
    form = PositionForm(request.POST or None, page=page, initial={"stance": opinion.stance})
    conflict = agreed.line.public_id != agreement
    if request.method == "POST" and not conflict and form.is_valid():
        given = form.cleaned_data
        with_whom = [f.public_id for f in agreed.sharing if f.row != opinion.face.row]
        try:
            if written(
                form,
                lambda: positions.take_position(
                    viewer=viewer,
                    agreement=agreement,
                    stance=given["stance"],
                    words=given["words"],
                    shared_with=Choice(tuple(with_whom)) if given["share"] == "named" else None,
                    for_person=None if own else person,
                    how="own" if own else given["how"],
                    guard_seen=given["guard_seen"],
                    once=given["once"],  # type: ignore[call-arg]
                ),
            ):
                return to_plan(dossier)
        except Conflict:
            page, conflict = own_page(request, viewer, dossier), True
            agreed = agreed_on(page, agreement)
    return show(request, "position", form, agreed=agreed, opinion=opinion, own=own, conflict=conflict)


@staff_view
def take_back(
    request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID, person: UUID
) -> HttpResponse:
    """From now on only this person and the team read what they think of an agreement, and how that was asked."""
    page = own_page(request, viewer, dossier)
    agreed = agreed_on(page, agreement)
    opinion = next((o for o in agreed.opinions if o.face.public_id == person), None)
    if opinion is None or not (opinion.readers or opinion.still):
        raise Missing
    own = opinion.face.row == viewer.human
    form = TakeBackForm(request.POST if request.method == "POST" else None, page=page)
    if (
        request.method == "POST"
        and form.is_valid()
        and written(
            form,
            lambda: positions.take_back_position(
                viewer=viewer,
                agreement=agreed.line.public_id,
                for_person=None if own else person,
                how="own" if own else form.cleaned_data["how"],
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            ),
        )
    ):
        return to_plan(dossier)
    return show(request, "take_back", form, agreed=agreed, opinion=opinion, own=own)
