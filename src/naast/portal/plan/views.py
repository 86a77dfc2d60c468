"""Our plan: what was agreed, what this reader thinks of it, and the paper."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import plan as reading
from naast.access.plan_page import Agreed
from naast.access.viewer import Missing, Viewer
from naast.actions import positions
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.content.help_lines import help_lines
from naast.documents import plan as documents
from naast.portal.page import Me, go, me_of, own_face, show
from naast.portal.sign_in.require import resident_view
from naast.ui import files

from .forms import CONFIDENCE, NAMED, PositionForm


@resident_view
def plan(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What this reader may read of the plan; unasked only what everybody in it may read."""
    page = reading.plan(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/plan/plan.html", me, page=page)


@resident_view
def paper(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The plan to print: what everybody in the plan may read."""
    page = reading.plan_for_everyone(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/plan/paper.html", me, page=page, help_lines=help_lines("adult"))


@resident_view
def pdf(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The same paper as a file."""
    return files.paper(documents.plan(reading.plan_for_everyone(viewer, dossier)))


@resident_view
def children(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """The agreements in words for children, as a file."""
    return files.paper(documents.for_children(reading.plan_for_everyone(viewer, dossier)))


@resident_view
def card(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """A card for this reader, as a file; it too holds only what everybody in the plan may read."""
    page = reading.plan_for_everyone(viewer, dossier)
    return files.paper(documents.cards(page, [own_face(page.known)]))


@resident_view
def position(request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID) -> HttpResponse:
    """Say what this reader thinks of one agreement in which they are named."""
    me, agreed = _mine(viewer, dossier, agreement)
    form = PositionForm(request.POST or None, initial=_before(agreed))
    form.speak(me)
    changed = agreed.line.public_id != agreement
    if request.method == "POST" and not changed and form.is_valid():
        try:
            if _taken(form, me, viewer, agreed):
                messages.success(request, gettext("Kept. It can be changed later."))
                return go("portal-plan", dossier=dossier)
        except Conflict:
            (me, agreed), changed = _mine(viewer, dossier, agreement), True
    status = 422 if form.errors else 200
    return show(request, "portal/plan/position.html", me, status, form=form, agreed=agreed, changed=changed)


@resident_view
def take_back(request: HttpRequest, viewer: Viewer, dossier: UUID, agreement: UUID) -> HttpResponse:
    """From now on only this reader and the team read what they think of an agreement."""
    _, agreed = _mine(viewer, dossier, agreement)
    if request.method != "POST" or agreed.mine is None or not agreed.mine.shared:
        raise Missing
    positions.take_back_position(viewer=viewer, agreement=agreed.line.public_id)
    messages.success(request, gettext("From now on only the team and you read it."))
    return go("portal-plan", dossier=dossier)


def _mine(viewer: Viewer, dossier: UUID, agreement: UUID) -> tuple[Me, Agreed]:
    """The reader, and an agreement of their plan, holding now or later, in which they are named; Missing otherwise."""
    page, agreed = reading.agreement(viewer, dossier, agreement)
    if agreed.state == "ended" or agreed.mine is None:
        raise Missing
    return me_of(viewer, dossier, own_face(page.known)), agreed


def _before(agreed: Agreed) -> dict[str, str]:
    mine = agreed.mine
    if mine is None or not mine.shared:
        return {}
    return {"stance": mine.stance, "words": mine.words, "share": NAMED if mine.readers else CONFIDENCE}


def _taken(form: PositionForm, me: Me, viewer: Viewer, agreed: Agreed) -> bool:
    given = form.cleaned_data
    with_whom = tuple(face.public_id for face in agreed.sharing if face.row != me.face.row)
    try:
        positions.take_position(
            viewer=viewer,
            agreement=agreed.line.public_id,
            stance=given["stance"],
            words=given["words"],
            shared_with=Choice(with_whom) if given["share"] == NAMED else None,
            guard_seen=given["guard_seen"],
            once=given["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        form.say(invalid, me)
        return False
    return True
