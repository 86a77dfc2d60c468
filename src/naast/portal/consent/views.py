"""What the reader said yes or no to, in plain words; and taking a yes back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.access import consent as reading
from naast.access.consent import Given
from naast.access.resting import resting_on
from naast.access.viewer import Missing, Viewer
from naast.actions import consent as acts
from naast.actions.act import Conflict, Invalid
from naast.portal.page import Me, go, me_of, own_face, show
from naast.portal.sign_in.require import resident_view

from .forms import WithdrawForm


@resident_view
def consents(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Only what the reader answered; unasked only where everybody in the household may read it."""
    page = reading.consents(viewer, dossier)
    me = me_of(viewer, dossier, own_face(page.known))
    return show(request, "portal/consent/consents.html", me, mine=page.mine)


@resident_view
def withdraw(request: HttpRequest, viewer: Viewer, dossier: UUID, consent: UUID) -> HttpResponse:
    """What it changes, and taking it back."""
    me, found = _mine(viewer, dossier, consent)
    form = WithdrawForm(request.POST or None)
    form.speak(me)
    resting = resting_on(viewer, dossier, consent)
    if request.method == "POST" and form.is_valid():
        try:
            acts.withdraw(
                viewer=viewer,
                consent=consent,
                words=form.cleaned_data["words"],
                guard_seen=form.seen,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid, me)
        except Conflict:
            messages.info(request, gettext("This was taken back already."))
            return go("portal-consent", dossier=dossier)
        else:
            messages.success(request, gettext("Your yes is taken back. The team sees it."))
            for one in resting:
                if one.expert and one.receiver is not None:
                    gone = gettext("%(name)s does not think along any more.") % {
                        "name": one.receiver.full_name
                    }
                    messages.info(request, gone)
            return go("portal-consent", dossier=dossier)
    status = 422 if form.errors else 200
    return show(request, "portal/consent/withdraw.html", me, status, form=form, one=found, resting=resting)


def _mine(viewer: Viewer, dossier: UUID, consent: UUID) -> tuple[Me, Given]:
    """The reader and a yes of their own that runs; Missing otherwise, and where it may not stand on the page."""
    page = reading.consents(viewer, dossier)
    found = page.find(consent)
    if found is None or not found.line.mine or not found.runs:
        raise Missing
    return me_of(viewer, dossier, own_face(page.known)), found
