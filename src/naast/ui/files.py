"""Files on the web faces: given back to keep and never to run, and asked again where a form was not right yet."""

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from naast.documents.press import Paper
from naast.integrations import cleaning
from naast.rules.texts import N_

KINDS = {  # by the ending of the neutral name
    "jpg": N_("photo or picture"),
    "png": N_("photo or picture"),
    "webp": N_("photo or picture"),
    "pdf": N_("PDF"),
    "docx": N_("Word file"),
    "xlsx": N_("Excel file"),
    "odt": N_("text file (ODT)"),
    "txt": N_("plain text"),
}

CHOOSE_AGAIN = N_("Choose the file again: a browser does not keep it.")


def kind(name: str) -> str:
    """What sort of file it is, in words."""
    return gettext(KINDS.get(name.rpartition(".")[2], N_("file")))


def given_back(name: str, mime: str, content: bytes) -> HttpResponse:
    """The file itself: neutral name, no guessing of its type, no scripts. A page may still show a picture of it."""
    response = HttpResponse(content, content_type=mime)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def paper(made: Paper) -> HttpResponse:
    """A document that Naast made, as a file to keep."""
    return given_back(made.name, made.mime, made.content)


def ask_again(request: HttpRequest, form: forms.Form) -> None:
    """Say at the form's `file` what is wrong with it, or that it has to be chosen once more: no browser keeps it."""
    if _beyond_memory(request):
        form.errors.pop("file", None)
        form.add_error("file", gettext(cleaning.TOO_LARGE) % {"most": cleaning.MOST_BYTES // 1024 // 1024})
    elif "file" not in form.errors:
        form.add_error("file", gettext(CHOOSE_AGAIN))


def _beyond_memory(request: HttpRequest) -> bool:
    """Was so much sent that no file was taken in at all (settings)?"""
    sent = request.META.get("CONTENT_LENGTH") or "0"
    return sent.isdecimal() and int(sent) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE
