"""One statement about authority (*gezagsrelatie*), in the v2.7 form; the older name for joint authority is
read too.
"""

from __future__ import annotations

from naast.rules.register import AuthorityHolder, AuthorityKind, AuthorityLine

from .json_reading import Json, Notes, part, parts, read_bsn, text

KINDS = {
    "GezamenlijkOuderlijkGezag": AuthorityKind.JOINT_PARENTS,
    "TweehoofdigOuderlijkGezag": AuthorityKind.JOINT_PARENTS,
    "EenhoofdigOuderlijkGezag": AuthorityKind.ONE_PARENT,
    "GezamenlijkGezag": AuthorityKind.PARENT_AND_OTHER,
    "Voogdij": AuthorityKind.GUARDIAN,
    "TijdelijkGeenGezag": AuthorityKind.NONE_FOR_NOW,
    "GezagNietTeBepalen": AuthorityKind.UNDETERMINED,
}
NEW_NAME = {"TweehoofdigOuderlijkGezag": "GezamenlijkOuderlijkGezag"}
UNKNOWN_THIRD = "OnbekendeDerde"


def read_line(line: Json, notes: Notes) -> AuthorityLine:
    """One line. A form we do not know, or a line without a child, is kept as not understood, and noted."""
    word = text(line, "type")
    kind = KINDS.get(word, AuthorityKind.NOT_UNDERSTOOD)
    if kind is AuthorityKind.NOT_UNDERSTOOD:
        notes.add("gezag.type")
    child = part(line, "minderjarige")
    child_bsn = read_bsn(child, notes)
    if child_bsn is None:
        notes.add("gezag.minderjarige")
    thirds = [part(line, "derde"), *parts(line, "derden")]
    return AuthorityLine(
        kind=kind,
        child=child_bsn,
        child_name=_full_name(child),
        holders=(*_parents(line, notes), *_thirds(thirds, notes)),
        unknown_holder=any(text(third, "type") == UNKNOWN_THIRD for third in thirds),
        under_investigation=bool(line.get("inOnderzoek")),
        explanation=text(line, "toelichting"),
        register_kind=NEW_NAME.get(word, word),
    )


def _parents(line: Json, notes: Notes) -> list[AuthorityHolder]:
    named = [part(line, "ouder"), *parts(line, "ouders")]
    return [AuthorityHolder(read_bsn(one, notes), _full_name(one), True) for one in named if one]


def _thirds(thirds: list[Json], notes: Notes) -> list[AuthorityHolder]:
    known = [third for third in thirds if third and text(third, "type") != UNKNOWN_THIRD]
    return [AuthorityHolder(read_bsn(one, notes), _full_name(one)) for one in known]


def _full_name(one: Json) -> str:
    return text(part(one, "naam"), "volledigeNaam")
