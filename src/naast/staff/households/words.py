"""The words for codes: a tie, a role, a kind of contact data, what is known of authority."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.household_lines import AuthorityLine, ContactLine, HouseholdPage, Involved, Tie
from naast.access.people import Face
from naast.rules.experts import EXPERTS
from naast.rules.relations import CONTACT_TYPES, ROLES, TIES

AUTHORITY = {
    "yes": _("has authority over"),
    "no": _("has no authority over"),
    "unknown": _("authority is not known over"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Something on the page with its words."""

    of: Tie | AuthorityLine | Involved | ContactLine
    words: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person as the page shows them, with what belongs to them."""

    face: Face
    contacts: tuple[Said, ...] = ()


def tie(code: str) -> str:
    """'ouder van'; the code itself where there is no word for it."""
    return gettext(TIES[code]) if code in TIES else code


def role(code: str) -> str:
    """'vast gezicht'."""
    return gettext(ROLES[code]) if code in ROLES else code


def expert(code: str) -> str:
    """'gedragswetenschapper'."""
    return gettext(EXPERTS[code]) if code in EXPERTS else code


def contact(code: str) -> str:
    """'telefoonnummer'."""
    return gettext(CONTACT_TYPES[code]) if code in CONTACT_TYPES else code


def ties(page: HouseholdPage, *, running: bool) -> list[Said]:
    """Who is what of whom, running or ended."""
    return said(one for one in page.ties if one.running == running)


def said(ties: Iterable[Tie]) -> list[Said]:
    """These ties with their words."""
    return [Said(one, tie(one.type)) for one in ties]


def authorities(page: HouseholdPage) -> list[Said]:
    """Authority per adult and child, with the reason where it is not known."""
    return [Said(one, str(AUTHORITY.get(one.state, one.state)), _reason(one)) for one in page.authorities]


def _reason(line: AuthorityLine) -> str:
    return gettext(line.reason) if line.reason else ""


def involved(lines: Iterable[Involved]) -> list[Said]:
    """Who stands around the household, with their role in words."""
    return [Said(one, expert(one.expert) if one.expert else role(one.role)) for one in lines]


def people(page: HouseholdPage, faces: Iterable[Face]) -> list[PersonLine]:
    """These people, each with how to reach them."""
    return [
        PersonLine(face, tuple(Said(c, contact(c.type)) for c in page.contacts if c.face.row == face.row))
        for face in faces
    ]
