"""A question to the fixed face, with an honest day by which an answer comes."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import looked as looking
from naast.access import questions as reading
from naast.access.looked import Looked
from naast.access.questions import WhoAnswers
from naast.access.viewer import Viewer
from naast.actions import questions as acts
from naast.actions.act import Invalid
from naast.documents.saying import weekday_and_day
from naast.portal.page import Me, go, me_of, show
from naast.portal.sign_in.require import resident_view
from naast.rules.working_days import working_days_after
from naast.ui.templatetags.naast import to

from .forms import QuestionForm


@resident_view
def question(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Ask, and read one's questions with the answers beside them."""
    asks_about = _line(request, viewer, dossier)
    page = reading.asking(viewer, dossier)
    me, who = me_of(viewer, dossier, page.me), page.who
    by = working_days_after(timezone.localdate(viewer.at), who.working_days)
    form = QuestionForm(request.POST or None, initial=_asks(asks_about, me))
    form.speak(me)
    if request.method == "POST" and form.is_valid():
        try:
            acts.ask(
                viewer=viewer,
                dossier=dossier,
                words=form.cleaned_data["words"],
                about=asks_about.face.public_id if asks_about else None,
                once=form.cleaned_data["once"],  # type: ignore[call-arg]
            )
        except Invalid as invalid:
            form.say(invalid, me)
        else:
            messages.success(request, to(promise(who, by), me))
            return go("portal-question", dossier=dossier)
    status = 422 if form.errors else 200
    return show(
        request,
        "portal/question/question.html",
        me,
        status,
        form=form,
        asked=page.asked,
        who=who,
        looked=asks_about,
        promise=to(promise(who, by), me),
    )


def _line(request: HttpRequest, viewer: Viewer, dossier: UUID) -> Looked | None:
    """The line of who looked that is asked about; None where the reader has no such line, now: then it is a question.

    Behind the PIN a line shows for five minutes, and writing takes longer: nothing typed is lost by that.
    """
    asked = request.POST or request.GET
    try:
        day, who = date.fromisoformat(asked.get("day", "")), UUID(asked.get("who", ""))
    except ValueError:
        return None
    return looking.line(viewer, dossier, day, who)


def _asks(looked: Looked | None, me: Me) -> dict[str, object]:
    """The question as it begins, where it is about somebody who looked."""
    if looked is None:
        return {}
    about = {"name": looked.face.label, "day": weekday_and_day(looked.day)}
    words = to(gettext("On %(day)s %(name)s looked in my dossier. Why was that?") % about, me)
    return {"words": words, "day": looked.day, "who": looked.face.public_id}


def promise(who: WhoAnswers, by: date) -> str:
    """Who answers, and by which day."""
    day = weekday_and_day(by)
    if who.face is None:
        return gettext("Somebody of the team answers by %(day)s at the latest.") % {"day": day}
    return gettext("%(name)s answers by %(day)s at the latest.") % {"name": who.face.label, "day": day}
