"""Writing down one talk: its passages on one screen, read back and confirmed together; a draft on every pause."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from naast.access import choosing, drafts
from naast.access.apart import Pair, beside
from naast.access.choosing import Chooser
from naast.access.viewer import Missing, Viewer
from naast.actions import entries
from naast.actions.act import Invalid
from naast.staff.sign_in.require import staff_view

from . import begun
from .write_forms import MOST_PASSAGES, PassageForm, TalkForm

DRAFT = "write-"  # and a key for each open tab
APART_SEEN = "apart-seen"  # it was said that two who were there do not sit together
LEFT_OUT = {"csrfmiddlewaretoken", "who", "do", APART_SEEN}


@dataclass
class Writing:
    """Everything typed on the screen: the talk, its passages, and the key of this tab's draft."""

    talk: TalkForm
    passages: list[PassageForm]
    key: str

    @property
    def forms(self) -> list[Any]:
        return [self.talk, *self.told]

    @property
    def told(self) -> list[PassageForm]:
        """The passages in which something was typed; the first one where there is nothing at all."""
        typed = [form for form in self.passages if not form.empty]
        said = any((self.talk[name].value() or "").strip() for name in ("goal", "problem"))
        return typed or ([] if said else self.passages[:1])

    @property
    def errors(self) -> bool:
        return any(form.errors for form in self.forms)

    def valid(self) -> bool:
        """Is everything right? Says at its field what is not."""
        right = not [form for form in self.forms if not form.is_valid()]  # each says what is wrong
        for form in self.told:
            if form.empty:
                form.add_error("words", gettext("Write down what was said or seen."))
                right = False
        return right

    def say(self, invalid: Invalid) -> None:
        """Put what the act found wrong at its field."""
        by_prefix = {f"passage-{place}-": form for place, form in enumerate(self.told)}
        for name, (message, params) in invalid.errors.items():
            said = gettext(message) % params
            prefix = name.rpartition("-")[0] + "-"
            form = by_prefix.get(prefix)
            if form is not None:
                form.from_act = True
                field = name.removeprefix(prefix)
                form.add_error(field if field in form.fields else None, said)
            else:
                self.talk.heed(invalid)
                self.talk.add_error(name if name in self.talk.fields else None, said)


def writing(data: QueryDict | None, viewer: Viewer, chooser: Chooser) -> Writing:
    """The forms with what was posted (or kept as a draft), or empty ones."""
    today = timezone.localdate(viewer.at)
    talk = TalkForm(data, chooser=chooser, today=today)
    count = 1
    key = uuid4().hex[:12]
    if data is not None:
        count = min(max(_number(data.get("passages", "1")), 1), MOST_PASSAGES)
        key = data.get("draft", "")[:12] or key
    present = talk.present_faces()
    passages = [
        PassageForm(data, prefix=f"passage-{place}", chooser=chooser, today=today, present=present)
        for place in range(count)
    ]
    return Writing(talk, passages, key)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else 1


@staff_view
def write(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """One talk on one screen. Without a button it is shown; `do` says which button was pressed."""
    chooser = choosing.chooser(viewer, dossier)
    if not chooser.in_team:
        raise Missing
    do = request.POST.get("do", "")
    if request.method != "POST":
        return _begin(request, viewer, chooser)
    if do == "add" or do.startswith("remove-"):
        data = _changed(request.POST, do)
        return show(request, chooser, writing(data, viewer, chooser), status=200)
    found = writing(request.POST, viewer, chooser)
    if do == "back":
        return show(request, chooser, found, status=200)
    if not found.valid():
        return show(request, chooser, found, status=422)
    apart = _apart(viewer, chooser, found)
    seen = not apart or APART_SEEN in request.POST
    if do != "confirm" or not (seen and _shown(found)):
        return _read_back(request, chooser, found, apart)
    return _confirm(request, viewer, chooser, found)


def _begin(request: HttpRequest, viewer: Viewer, chooser: Chooser) -> HttpResponse:
    """The empty screen, with drafts offered; or what waited after an ended sign-in; or one draft taken up."""
    kept = drafts.kept(viewer, DRAFT, chooser.dossier)
    wanted = request.GET.get("concept", "")
    data: QueryDict | None = request.POST or None
    if data is None and wanted:
        found = next((draft for draft in kept if str(draft.public_id) == wanted), None)
        if found is None:
            raise Missing
        data = QueryDict(mutable=True)
        for name, values in found.fields.items():
            data.setlist(name, values)
    made = writing(data, viewer, chooser)
    return show(request, chooser, made, status=200, kept=() if data else kept)


def _changed(posted: QueryDict, do: str) -> QueryDict:
    """What was posted with one passage more, or without one of them."""
    data = posted.copy()
    count = _number(posted.get("passages", "1"))
    if do == "add":
        data["passages"] = str(min(count + 1, MOST_PASSAGES))
        return data
    gone = _number(do.removeprefix("remove-"))
    for name in list(data):
        place, _, field = name.removeprefix("passage-").partition("-")
        if not name.startswith("passage-") or not place.isdecimal() or int(place) < gone:
            continue
        values = data.pop(name)
        if int(place) > gone:
            data.setlist(f"passage-{int(place) - 1}-{field}", values)
    data["passages"] = str(max(count - 1, 1))
    return data


def show(
    request: HttpRequest,
    chooser: Chooser,
    found: Writing,
    *,
    status: int,
    kept: tuple[drafts.Kept, ...] = (),
) -> HttpResponse:
    """The screen with everything typed on it."""
    if status == 200:
        _quiet(found)
    context = {
        "section": "households",
        "dossier": chooser.dossier,
        "chooser": chooser,
        "found": found,
        "kept": kept,
        "most": len(found.passages) >= MOST_PASSAGES,
    }
    return render(request, "staff/story/write.html", context, status=status)


def _quiet(found: Writing) -> None:
    """A page that only adds a passage does not say yet what is missing."""
    for form in (found.talk, *found.passages):
        if form.is_bound:
            form._errors = ErrorDict()  # type: ignore[attr-defined]


def _shown(found: Writing) -> bool:
    """Was the sentence about exactly these readers read back?"""
    return all(form["checked"].value() == form.told_to.mark for form in found.told)


def _read_back(request: HttpRequest, chooser: Chooser, found: Writing, apart: list[Pair]) -> HttpResponse:
    """Everything once more in plain sentences, before it is confirmed."""
    marks = {f"{form.prefix}-checked": form.told_to.mark for form in found.told}
    hidden = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in LEFT_OUT and not name.endswith("-checked")
        for value in values
    ]
    context = {
        "section": "households",
        "dossier": chooser.dossier,
        "chooser": chooser,
        "found": found,
        "hidden": [*hidden, *marks.items(), *([(APART_SEEN, "1")] if apart else [])],
        "apart": apart,
    }
    return render(request, "staff/story/read_back.html", context)


def _apart(viewer: Viewer, chooser: Chooser, found: Writing) -> list[Pair]:
    """Who were there and do not sit together: what took place is written down, and said to be so."""
    there = {face.row for face in found.talk.present_faces()}
    day = found.talk.cleaned_data["happened"].start or viewer.today
    pairs = beside(viewer, chooser.dossier, day)
    return [pair for pair in pairs if pair.runs and pair.rows <= there]


def _confirm(request: HttpRequest, viewer: Viewer, chooser: Chooser, found: Writing) -> HttpResponse:
    draft = next(
        (d for d in drafts.kept(viewer, DRAFT, chooser.dossier) if d.form == DRAFT + found.key), None
    )
    try:
        told = entries.tell_talk(
            viewer=viewer,
            dossier=chooser.dossier,
            talk=found.talk.talk(),
            passages=[form.passage() for form in found.told],
            draft=draft.public_id if draft else None,
            once=found.talk.cleaned_data["once"],  # type: ignore[call-arg]
        )
    except Invalid as invalid:
        found.say(invalid)
        return show(request, chooser, found, status=422)
    number = len(told) - 1
    messages.success(
        request,
        ngettext(
            "Written down: the talk and %(number)s passage.",
            "Written down: the talk and %(number)s passages.",
            number,
        )
        % {"number": number},
    )
    return see(redirect("staff-household", dossier=chooser.dossier))


def see(response: HttpResponse) -> HttpResponse:
    """After a write: look there (303), so that reloading writes nothing twice."""
    response.status_code = 303
    return response


@staff_view
def keep(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """Keep what is typed so far; answers the one sentence that says so."""
    if request.method != "POST":
        raise Missing
    fields = {name: values for name, values in request.POST.lists() if name not in LEFT_OUT | {"once"}}
    key = request.POST.get("draft", "")[:12]
    return begun.keep(viewer, dossier, DRAFT + key, fields)


@staff_view
def discard(request: HttpRequest, viewer: Viewer, dossier: UUID, draft: UUID) -> HttpResponse:
    """Throw one own draft away."""
    return begun.discard(request, viewer, dossier, draft, DRAFT, "staff-write")
