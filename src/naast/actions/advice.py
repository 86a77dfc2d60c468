"""Advice that was asked without names comes back into the dossier."""

from dataclasses import dataclass, field
from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Advice, Kind, Nature
from naast.rules import advice as rule

from . import guarded, may
from .act import Invalid, act
from .choice import Choice, circle_of
from .entries import check_happened
from .write import Happened, Line


@dataclass(frozen=True, slots=True)
class Given:
    """Which function or organisation gave it, in which form of rules/advice.py, when, to which question; the advice
    itself (`words`), and what the team does with it (`followed`)."""

    giver: str
    form: str
    happened: Happened
    question: str = field(repr=False)
    words: str = field(repr=False)
    followed: str = field(repr=False)
    guard_seen: bool = False  # the writer has seen the address warning and wants to leave the words


@act("write advice")
def write(*, viewer: Viewer, dossier: UUID, given: Given, choice: Choice) -> UUID:
    """Write down what was advised; only the team does. Default circle: the team. The public id of the entry.

    It has no teller: who gave it has no place here and does not know whom it is about. It is an opinion.
    Raises Invalid on 'giver', 'form', 'happened', 'question', 'words', 'followed'.
    """
    found, reach = may.team_dossier(viewer, dossier)
    texts = {name: getattr(given, name) for name in rule.EMPTY}
    for field_name, message, params in rule.problems(texts, given.form, given.happened.start, viewer.today):
        raise Invalid(field_name, message, **params)
    check_happened(given.happened, viewer, "happened")
    kept = {name: texts[name].strip() for name in guarded.WORDS_OF_KIND[Advice]}
    line = Line(
        Kind.ADVICE,
        Nature.OPINION,
        given.words.strip(),
        circle_of(found, reach, choice, at=viewer.at),
        happened=given.happened,
        circle_how=choice.how,
        circle_ground=choice.ground,
        of_kind=(Advice, {"form": given.form, **kept}),
        searchable="\n".join(kept.values()),
    )
    return guarded.write(found, line, reach=reach, viewer=viewer, guard_seen=given.guard_seen).public_id
