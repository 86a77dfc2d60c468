"""Adding a file to a household's story, and a new version of one.

A browser does not keep a chosen file: where something is not right yet, it is asked again.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext

from naast.access import choosing, entry_acts
from naast.access.entry_page import EntryPage
from naast.access.viewer import Missing, Viewer
from naast.actions import files
from naast.actions.act import Conflict, Invalid
from naast.rules.texts import N_
from naast.staff.sign_in.require import professional_view, see, staff_view
from naast.ui.files import ask_again

from .forms import AddForm, OwnForm, ReplaceForm, say

OWN_STAYS = N_(
    "Not everything in this file can be searched for what is kept secret, such as what is on a picture. That is why "
    "only you and the team can read it, whatever was chosen."
)


@professional_view
def add(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """A file with its title, its people and its circle; a partner professional adds only their own."""
    chooser = choosing.chooser(viewer, dossier)
    if viewer.is_staff and not chooser.in_team:
        raise Missing
    posted = request.method == "POST"
    form = (AddForm if viewer.is_staff else OwnForm)(
        request.POST or None,
        request.FILES if posted else None,
        chooser=chooser,
        today=timezone.localdate(viewer.at),
    )
    context = {"section": "households", "dossier": dossier, "chooser": chooser, "form": form}
    if not posted:
        return render(request, "staff/files/add.html", context)
    if form.is_valid():
        try:
            made = files.add_file(
                viewer=viewer,
                dossier=dossier,
                upload=form.upload(),
                circle=form.choice(),
                once=form.cleaned_data["once"],
            )
        except Invalid as invalid:
            say(form, invalid)
        else:
            return _done(request, viewer, made)
    return _again(request, form, "staff/files/add.html", context)


@staff_view
def replace(request: HttpRequest, viewer: Viewer, entry: UUID) -> HttpResponse:
    """A new version beside the old one, in its circle."""
    page = entry_acts.alone(viewer, entry)
    if page.told.file is None or not page.in_team:
        raise Missing
    posted = request.method == "POST"
    form = ReplaceForm(
        request.POST or None,
        request.FILES if posted else None,
        asked=page.noted_for and not page.own,
        initial={"words": page.told.line.words},
    )
    if not posted:
        return render(request, "staff/files/replace.html", _beside(page, form))
    conflict = False
    if form.is_valid():
        try:
            made = files.replace_file(
                viewer=viewer,
                entry=entry,
                upload=form.upload(),
                how=form.cleaned_data.get("how", ""),
                once=form.cleaned_data["once"],
            )
        except Conflict:
            conflict = True
        except Invalid as invalid:
            say(form, invalid)
        else:
            return _done(request, viewer, made)
    return _again(request, form, "staff/files/replace.html", {**_beside(page, form), "conflict": conflict})


def _beside(page: EntryPage, form: ReplaceForm) -> dict[str, Any]:
    return {
        "section": "households",
        "form": form,
        "line": page.told.line,
        "file": page.told.file,
        "readers": page.told.line.readers,
    }


def _done(request: HttpRequest, viewer: Viewer, made: UUID) -> HttpResponse:
    """To the new entry; says so where nobody but the team reads it because it could not be searched."""
    file = entry_acts.alone(viewer, made).told.file
    messages.success(request, gettext("The file stands in the story."))
    if file is not None and file.team_only and not viewer.is_staff:
        messages.info(request, gettext(OWN_STAYS))
    elif file is not None and file.team_only:
        messages.info(
            request,
            gettext(
                "Not everything in this file can be searched for what is kept secret, such as what is on a picture. "
                "That is why only the team can read it, whatever was chosen."
            ),
        )
    return see(redirect("staff-entry", entry=made))


def _again(
    request: HttpRequest, form: AddForm | ReplaceForm, template: str, context: dict[str, Any]
) -> HttpResponse:
    """The form with everything typed; what is wrong with the file, or that it has to be chosen once more."""
    ask_again(request, form)
    return render(request, template, context, status=422)
