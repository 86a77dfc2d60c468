"""Telling something: written, read back, confirmed; a draft is kept at every pause."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from naast.access import choosing, drafts
from naast.access.viewer import Missing, Viewer
from naast.actions import drafts as draft_acts
from naast.actions import entries
from naast.actions.act import Invalid
from naast.documents.saying import clock
from naast.portal.page import Me, go, me_of, show
from naast.portal.sign_in.require import resident_view
from naast.ui.circle import CHOSEN
from naast.ui.templatetags.naast import to

from . import circle
from .forms import TellForm

FORM = "tell-"
SEVERAL = ("readers", "about")
NOT_KEPT = ("csrfmiddlewaretoken", "once", "step")


@resident_view
def tell(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Write it, read it back with who reads it, confirm it."""
    chooser = choosing.chooser(viewer, dossier)
    me = me_of(viewer, dossier, chooser.me)
    form = TellForm(request.POST or None, chooser=chooser, initial=_initial(request, viewer, me))
    form.speak(me)
    step = request.POST.get("step", "")
    if request.method == "POST" and step != "change" and form.is_valid():
        if step == "confirm" and form.cleaned_data["checked"] == form.now().mark:
            try:
                return _told(request, viewer, me, form)
            except Invalid as invalid:
                form.say(invalid, me)
        if not form.errors:
            return _page(request, viewer, me, form, "check")
    return _page(request, viewer, me, form, "tell", quiet=step == "change")


def _page(
    request: HttpRequest, viewer: Viewer, me: Me, form: TellForm, name: str, *, quiet: bool = False
) -> HttpResponse:
    return show(
        request,
        f"portal/story/{name}.html",
        me,
        422 if name == "tell" and form.is_bound and not quiet else 200,
        **circle.beside(form, me),
        natures=natures(me),
        may_continue=may_continue(me) or confidential_address(request) is not None,
    )


def natures(me: Me) -> list[tuple[str, str]]:
    """What it is, in plain words."""
    return [
        ("telling", to(gettext("I tell what happened"), me)),
        ("fact", to(gettext("I saw or heard this myself"), me)),
        ("opinion", to(gettext("This is how I see it"), me)),
        ("wish", to(gettext("This is what I want"), me)),
    ]


def _told(request: HttpRequest, viewer: Viewer, me: Me, form: TellForm) -> HttpResponse:
    given = form.cleaned_data
    passage = entries.Passage(
        given["words"],
        given["nature"] or "telling",
        circle.choice(form, me),
        about=tuple(given["about"]),
        happened=form.happened,
        guard_seen=given["guard_seen"],
    )
    kept = next((d for d in drafts.kept(viewer, FORM + given["key"], me.dossier)), None)
    entries.tell(
        viewer=viewer,
        dossier=me.dossier,
        passage=passage,
        draft=kept.public_id if kept else None,
        once=given["once"],  # type: ignore[call-arg]
    )
    messages.success(request, gettext("Kept.") + " " + circle.reads(form.now(), me))
    return go("portal-story", dossier=me.dossier)


@resident_view
def keep(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Keep what is typed so far; says when."""
    form = TellForm(request.POST, chooser=choosing.chooser(viewer, dossier))
    form.is_valid()
    key = form.cleaned_data.get("key")
    if request.method != "POST" or not key:
        raise Missing
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    draft_acts.save_draft(viewer=viewer, form=FORM + key, fields=fields, dossier=dossier)
    said = to(gettext("Kept at %(time)s. Only you can read it."), me_of(viewer, dossier))
    return HttpResponse(said % {"time": clock(viewer.at)}, content_type="text/plain; charset=utf-8")


@resident_view
def kept(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """What was being written, to go on with or to throw away; behind the PIN, for who looks along."""
    me = me_of(viewer, dossier)
    if not may_continue(me):
        address = confidential_address(request)
        if address is None:
            raise Missing
        return HttpResponseRedirect(address)
    found = drafts.kept(viewer, FORM, dossier)
    return show(request, "portal/story/kept.html", me, drafts=found)


@resident_view
@require_POST
def discard(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Throw an own draft away."""
    me = me_of(viewer, dossier)
    for draft in drafts.kept(viewer, FORM, dossier) if may_continue(me) else ():
        if str(draft.public_id) == request.POST.get("draft"):
            draft_acts.discard_draft(viewer=viewer, draft=draft.public_id)
            messages.success(request, gettext("Thrown away."))
    return go("portal-tell-kept", dossier=dossier)


def may_continue(me: Me) -> bool:
    """A draft shows behind the PIN, and on a handed-over screen, which is locked to its writer."""
    return me.asked or me.handed


def confidential_address(request: HttpRequest) -> str | None:
    """Where the PIN is asked before coming back here; None while there is no such page."""
    try:
        return f"{reverse('portal-confidential')}?naar={request.path}"
    except NoReverseMatch:
        return None


def _initial(request: HttpRequest, viewer: Viewer, me: Me) -> dict[str, Any]:
    """The fields of the draft that the address asks for, or a fresh form."""
    fresh: dict[str, Any] = {"mode": CHOSEN} if me.child else {}
    wanted = request.GET.get("verder")
    if not wanted or not may_continue(me):
        return fresh
    for draft in drafts.kept(viewer, FORM, me.dossier):
        if str(draft.public_id) == wanted:
            fields = {name: values for name, values in draft.fields.items() if values}
            return fresh | {
                name: values if name in SEVERAL else values[-1] for name, values in fields.items()
            }
    return fresh
