"""What the page of one entry shows, in the words of the team's face."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode

from naast.access.entry_page import EntryPage
from naast.access.lines import Line
from naast.access.people import Face
from naast.access.readers import Reader
from naast.access.told import MeetingLine, PaperLine
from naast.access.viewer import STAFF, Viewer
from naast.rules.sharing import SHAREABLE

from .reads import Reads, of
from .timeline import Item, item
from .words import ASKED, BECAUSE, FORMS, HOWS, NATURES

# What is told, and so has a teller or a worker who chooses who reads it; the reasons why safety went further too.
TOLD = (
    "passage",
    "statement",
    "answer",
    "contact",
    "moment",
    "file",
    "question",
    "score",
    "factor",
    "supporter",
    "consent",
    "appointment",
    "paper",
    "advice",
    "matter",
    "matter_part",
    "incident",
    "factor_view",
)
OWNED = (*TOLD, "opening")


@dataclass(frozen=True, slots=True)
class Why:
    """One reader and the reason in words."""

    face: Face
    why: Any


@dataclass(frozen=True, slots=True)
class Version:
    """One older version, with who reads it; of an appointment when that was, of paper what was given to whom."""

    line: Line
    reads: Reads
    meeting: MeetingLine | None = None
    paper: PaperLine | None = None


def whys(readers: tuple[Reader, ...]) -> tuple[Why, ...]:
    """Readers with their reason: the household first, then professionals."""
    ordered = sorted(readers, key=lambda r: (r.capacity == STAFF, r.face.professional, r.face.label))
    return tuple(Why(r.face, BECAUSE.get(r.because, "")) for r in ordered)


def context(request: HttpRequest, viewer: Viewer, page: EntryPage) -> dict[str, Any]:
    """Everything that `staff/story/entry.html` needs."""
    eyes = {key: request.GET[key] for key in ("ogen", "als", "dag") if request.GET.get(key)}
    line = page.told.line
    shown: Item = item(page.told, page.known, viewer)
    return {
        "section": "households",
        "page": page,
        "item": shown,
        "line": line,
        "dossier": page.dossier,
        "readers": whys(line.readers),
        "not_reading": tuple(f for f in page.not_reading if not f.professional or viewer.is_staff),
        "versions": tuple(
            Version(v, of(v.readers, page.known, name_others=False), meeting, paper)
            for v, meeting, paper in zip(page.versions, page.meetings, page.papers, strict=True)
        ),
        "how": HOWS.get(line.circle_how, ""),
        "noted": ASKED.get(line.circle_how, ""),
        "nature": NATURES.get(line.nature, ""),
        "form": FORMS.get(page.told.talk.form, "") if page.told.talk else "",
        "story_query": f"?{urlencode(eyes)}" if eyes else "",
        "eyes_of": viewer.eyes_of,
        "acts": viewer.eyes_of is None and not page.reads_only,
        "opens": viewer.eyes_of is None and page.owned and line.kind in OWNED,
        "safety": page.in_team and line.kind in TOLD,
        "shares": page.in_team and viewer.eyes_of is None and line.kind in SHAREABLE,
    }
