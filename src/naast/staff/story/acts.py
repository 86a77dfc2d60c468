"""What can be done with one entry: correct it, and answer it; nothing typed is lost, also where somebody was first."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access import entry_acts
from naast.access.entry_page import EntryPage
from naast.access.viewer import RESIDENT, Missing, Viewer
from naast.actions import corrections, entries
from naast.actions.act import Conflict, Invalid
from naast.actions.choice import Choice
from naast.staff.sign_in.require import professional_view
from naast.ui.guard import GoOnForm, say_at_fields

from .showing import whys
from .words import ASKED
from .write import see
from .write_forms import words_field

SAME, ALONE = "same", "alone"


def how_field(**more: Any) -> forms.ChoiceField:
    """How it was asked, where a worker notes it for somebody."""
    return forms.ChoiceField(
        label=_("How did you ask it?"),
        choices=[("", _("Choose")), *ASKED.items()],
        widget=forms.Select(attrs={"class": "input"}),
        **more,
    )


class WordsForm(GoOnForm):
    """One text; confirmed once."""

    words = words_field(_("In your own words"))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class CorrectForm(WordsForm):
    """Better words. Where somebody of the household told it: how they were asked, or that the writer wrote it wrong."""

    def __init__(self, *args: Any, page: EntryPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not page.noted_for:
            return
        self.fields["how"] = how_field(required=not page.own)
        self.fields["words"].label = gettext("In their own words")
        if page.own:
            field: Any = self.fields["how"]
            field.choices = [("", gettext("Not asked: I had written it down wrongly")), *ASKED.items()]


class AnswerForm(WordsForm):
    """An answer: one's own, or noted for somebody who reads the entry, with how it was asked and who reads it."""

    person = forms.TypedChoiceField(
        label=_("Whose answer is it?"),
        coerce=UUID,
        empty_value=None,
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )
    how = how_field(required=False, help_text=_("Only where you note it for somebody else."))
    share = forms.ChoiceField(
        label=_("Who may read their answer?"),
        choices=[(ALONE, _("Only they and the team")), (SAME, _("Everybody who reads the entry"))],
        initial=ALONE,
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
    )

    def __init__(self, *args: Any, page: EntryPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        readers = [r.face for r in page.told.line.readers if r.capacity == RESIDENT] if page.in_team else []
        if not readers:
            for name in ("person", "how", "share"):
                del self.fields[name]
            return
        self.fields["words"].label = gettext("The answer")
        field: Any = self.fields["person"]
        field.choices = [("", gettext("Mine")), *((str(face.public_id), face.label) for face in readers)]
        self.readers = tuple(face.public_id for face in readers)

    @property
    def noted(self) -> dict[str, Any]:
        """What the act takes where it is somebody else's answer, once the form is valid; nothing where it is not."""
        given = self.cleaned_data
        if not given.get("person"):
            return {}
        readers = self.readers if given["share"] == SAME else ()
        return {"person": given["person"], "how": given["how"], "choice": Choice(readers, given["how"])}


def show(
    request: HttpRequest, page: EntryPage, form: WordsForm, act: str, *, conflict: bool = False
) -> HttpResponse:
    """The form of one act, beside the entry it is about."""
    context = {
        "section": "households",
        "page": page,
        "line": page.told.line,
        "form": form,
        "act": act,
        "readers": whys(page.told.line.readers),
        "conflict": conflict,
    }
    wrong = conflict or bool(form.errors)
    return render(request, "staff/story/act.html", context, status=422 if wrong else 200)


def to_entry(entry: UUID) -> HttpResponse:
    """Back to the entry, so that reloading writes nothing twice."""
    return see(redirect("staff-entry", entry=entry))


@professional_view
def correct(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """A correction stands beside the old version, in its circle. By its teller or its writer, or the team for them."""
    page = entry_acts.alone(viewer, entry)
    if not page.correctable:
        raise Missing
    form = CorrectForm(request.POST or None, initial={"words": page.told.line.words}, page=page)
    if request.method != "POST" or not form.is_valid():
        return show(request, page, form, "correct")
    given = form.cleaned_data
    try:
        made = corrections.correct(
            viewer=viewer,
            entry=entry,
            words=given["words"],
            how=given.get("how", ""),
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
        )
    except Conflict:
        return show(request, entry_acts.alone(viewer, entry), form, "correct", conflict=True)
    except Invalid as invalid:
        say(form, invalid)
        return show(request, page, form, "correct")
    messages.success(request, gettext("The correction stands beside the earlier version."))
    return to_entry(made)


@professional_view
def answer(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """An answer beside an entry, told to who reads the entry; or noted for somebody who reads it."""
    page = entry_acts.alone(viewer, entry)
    if page.reads_only:
        raise Missing
    form = AnswerForm(request.POST or None, page=page)
    if request.method != "POST" or not form.is_valid():
        return show(request, page, form, "answer")
    given = form.cleaned_data
    try:
        entries.answer(
            viewer=viewer,
            entry=page.told.line.public_id,
            words=given["words"],
            guard_seen=form.seen,
            once=given["once"],  # type: ignore[call-arg]
            **form.noted,
        )
    except Invalid as invalid:
        say(form, invalid)
        return show(request, page, form, "answer")
    messages.success(request, gettext("The answer stands beside it."))
    return to_entry(page.told.line.public_id)


def say(form: WordsForm, invalid: Invalid) -> None:
    """Put what an act found wrong at its field."""
    form.heed(invalid)
    say_at_fields(form, invalid)
