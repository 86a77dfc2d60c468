"""A correction: a new version beside the old one, which stays; each with its own circle."""

from uuid import UUID

from naast.access import policy
from naast.access.entry_page import CORRECTED
from naast.access.viewer import Viewer
from naast.records.models import (
    Advice,
    Contact,
    Dossier,
    Entry,
    Factor,
    FactorView,
    Incident,
    Kind,
    MatterPart,
)

from . import guarded, kept_along, may, noted, versions
from .act import Conflict, Invalid, Refused, act
from .choice import Choice, circle_of
from .write import Happened, Line, OfKind, tie

TOLD_BY_SOMEBODY = (Kind.PASSAGE, Kind.STATEMENT, Kind.ANSWER, Kind.FACTOR, Kind.INCIDENT)


@act("correct")
def correct(
    *,
    viewer: Viewer,
    entry: UUID,
    words: str,
    choice: Choice | None = None,
    how: str = "",
    guard_seen: bool = False,
) -> UUID:
    """A correction: a new version beside the old one, by its teller or its writer, each with its own circle.

    Somebody else of the team notes it for a teller of the household, with `how` it was asked; so does the writer where
    it is the teller's wish. Without `choice` it is told in the old version's circle. Raises Conflict where a newer
    version that this viewer may read exists, Invalid on 'words', 'how', Refused for anybody else.
    """
    old, dossier, reach = may.entry_for(viewer, entry)
    if old.kind not in CORRECTED:
        raise Refused
    if viewer.human not in (old.teller_id, old.writer_id):
        if not _noted_for_teller(old, viewer, dossier):
            raise Refused
        noted.check(how)
    newer = policy.newest(reach).filter(root=old.root).exclude(id=old.id).first()
    if newer is not None and newer.confirmed_at > old.confirmed_at:
        raise Conflict(newer.public_id)
    if not words.strip():
        raise Invalid("words", "Write down what was said or seen.")
    if words.strip() == old.words:
        raise Invalid("words", "Nothing has changed yet.")
    roles = old.people.exclude(role__in=("teller", "writer")).select_related("person")
    circle = (
        circle_of(dossier, reach, choice, at=viewer.at, teller=old.teller)
        if choice is not None
        else old.circle
    )
    kept = _in_next_version(old, words.strip())
    row = guarded.write(
        dossier,
        Line(
            old.kind,
            old.nature,
            words.strip(),
            circle,
            teller=old.teller,
            quoted=old.quoted,
            people=[(named.role, named.person) for named in roles],
            happened=Happened(old.happened_from, old.happened_to, old.happened_precision, old.happened_words),
            language=old.language,
            interpreter=old.interpreter,
            circle_how=choice.how if choice else how or old.circle_how,
            root=old.root,
            of_kind=kept,
            searchable=guarded.found_by(kept) if old.kind in FOUND_BY_MORE else None,
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
        also=versions.receivers(old, viewer),
    )
    tie("replaces", row, [old])
    stand_beside(old, row)
    kept_along.in_next_version(old, row)
    versions.follow_given(old, row, viewer)
    for link in old.links_out.filter(tie="answers").select_related("target"):
        kept_along.keep(row, link.target, viewer)
    return row.public_id


def _in_next_version(old: Entry, words: str) -> OfKind | None:
    """What its kind keeps, the same in the version with these words."""
    if old.kind == Kind.CONTACT:
        return (Contact, {"form": old.contact.form, "goal": words, "problem": ""})
    if old.kind == Kind.FACTOR:
        names = ("sort", "of", *guarded.WORDS_OF_KIND[Factor])
        return (Factor, {name: getattr(old.factor, name) for name in names})
    if old.kind == Kind.FACTOR_VIEW:
        names = ("factor", "person", "answer", "ends")
        return (FactorView, {name: getattr(old.factorview, name) for name in names})
    if old.kind == Kind.ADVICE:
        kept = ("form", *guarded.WORDS_OF_KIND[Advice])
        return (Advice, {name: getattr(old.advice, name) for name in kept})
    if old.kind == Kind.INCIDENT:
        of_event = ("kinds", "source", "done", "effects")
        return (Incident, {name: getattr(old.incident, name) for name in of_event})
    if old.kind == Kind.MATTER_PART:
        names = ("matter", "sort", "person", "result", "beside")
        return (MatterPart, {name: getattr(old.matterpart, name) for name in names})
    return None


FOUND_BY_MORE = (Kind.ADVICE, Kind.INCIDENT, Kind.FACTOR)
"""Kinds that are found by what they keep in words as well; the next version is too."""


def _noted_for_teller(old: Entry, viewer: Viewer, dossier: Dossier) -> bool:
    """May this worker note a correction for whoever of the household told it? A colleague's words are a colleague's."""
    teller = old.teller
    told = teller is not None and not teller.professional and old.kind in TOLD_BY_SOMEBODY
    return told and may.in_team(viewer, dossier)


def stand_beside(old: Entry, row: Entry) -> None:
    """A new version stands where the old one stood: in its talk and moments, with its answers beside it."""
    for link in old.links_out.filter(tie__in=("part_of", "answers")).select_related("target"):
        tie(link.tie, row, [link.target])
    for link in old.links_in.filter(tie__in=("part_of", "same_moment", "answers")).select_related("source"):
        tie(link.tie, link.source, [row])
