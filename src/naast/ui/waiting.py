"""What both web faces do with a form that was posted when its writer was no longer signed in (access/waiting.py).

A face's `require.py` calls `strayed` before a POST is answered and, where it says so, `keep_posted` instead of
the view; `give_back` before a GET; `sent` after an answer. The form itself only holds `{% sealed_who %}`.
"""

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext

from naast.access import waiting
from naast.access.viewer import Missing, Viewer
from naast.actions import waiting as acts

FIELD = "who"
ASKED = "bewaard"  # in the address: show what waits
GIVEN_BACK = "given_back"  # in the session: the page on which it is shown
LEFT_OUT = {"csrfmiddlewaretoken", FIELD}


def strayed(request: HttpRequest, viewer: Viewer | None) -> bool:
    """Was this form drawn for somebody else than `viewer`? Then it is kept for them, never done as `viewer`."""
    form = waiting.open_who(request.POST.get(FIELD, "")) if request.method == "POST" else None
    return form is not None and not _of(form, viewer)


def _of(form: waiting.Who, viewer: Viewer | None) -> bool:
    return viewer is not None and form.owner == waiting.owner_of(viewer.account, viewer.human)


def keep_posted(request: HttpRequest, at: datetime) -> str | None:
    """Keep what was posted for whose form it was; the address where it will be shown, or None: it was not kept."""
    token = request.POST.get(FIELD, "") if request.method == "POST" else ""
    form = waiting.open_who(token)
    owner = waiting.owner(form, at) if form else None
    if form is None or owner is None:
        return None
    fields = {name: values for name, values in request.POST.lists() if name not in LEFT_OUT}
    try:
        kept = acts.keep(viewer=owner, path=form.path, token=token, fields=fields)
    except Missing:
        return None
    return _asking(form.path) if kept else None


def _asking(path: str) -> str:
    address, _, query = path.partition("?")
    asked = QueryDict(query, mutable=True)
    asked[ASKED] = "1"
    return f"{address}?{urlencode(asked, doseq=True)}" if query else f"{address}?{ASKED}=1"


def give_back(request: HttpRequest, viewer: Viewer) -> None:
    """Fill the page's form with what waits for this viewer, where the address asks for it.

    The request stays a GET, so that a view draws the form and writes nothing by itself.
    """
    if request.method != "GET" or ASKED not in request.GET:
        return
    found = waiting.find(viewer, request.path)
    if found is None:
        return
    typed = QueryDict(mutable=True)
    for name, values in found.fields.items():
        typed.setlist(name, values)
    _ = request.FILES  # reading the files later would empty what is filled in here
    request.POST = typed  # type: ignore[assignment]
    request.session[GIVEN_BACK] = request.path
    messages.info(request, gettext("Your text was kept. Nothing has been sent yet."))


def sent(request: HttpRequest, viewer: Viewer, response: HttpResponse) -> None:
    """Once the form that was given back has been sent, nothing waits any more."""
    done = request.method == "POST" and response.status_code in (302, 303)
    if done and request.session.get(GIVEN_BACK) == request.path:
        del request.session[GIVEN_BACK]
        acts.forget(viewer=replace(viewer, eyes_of=None), path=request.path)
