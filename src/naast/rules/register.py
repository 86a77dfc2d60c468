"""What the population register (BRP) can tell about somebody, in our words; filled by `integrations.brp`.

BSN, name and address never show in a `repr`. Register facts are facts of that day: relations by law, not the
household as it lives ("Relations by law differ from the real household", domain-facts 7.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .bsn import Bsn
from .names import PersonName
from .partial_date import UNKNOWN_DATE, PartialDate


class RelationKind(StrEnum):
    """How a related person stands to the one who was asked about."""

    PARENT = "parent"
    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    CHILD = "child"


class AuthorityKind(StrEnum):
    """The forms in which the register gives authority (v2.7 names; both older and newer are read)."""

    JOINT_PARENTS = "joint_parents"
    ONE_PARENT = "one_parent"
    PARENT_AND_OTHER = "parent_and_other"
    GUARDIAN = "guardian"
    NONE_FOR_NOW = "none_for_now"
    UNDETERMINED = "undetermined"
    NOT_UNDERSTOOD = "not_understood"


class Living(StrEnum):
    """Whether two people are registered at one home address. Says nothing about where that is."""

    TOGETHER = "together"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RelatedPerson:
    """Somebody related to the person asked about: name and birth date, and nothing more.

    `bsn` is held so that more can be asked about this person after the worker confirms; None when the
    register has none. `started` and `ended` are the marriage or partnership; `parent_number` is '1' or '2'
    for a parent.
    """

    kind: RelationKind
    name: PersonName = field(repr=False)
    birth: PartialDate = field(repr=False, default=UNKNOWN_DATE)
    bsn: Bsn | None = field(repr=False, default=None)
    started: PartialDate = UNKNOWN_DATE
    ended: PartialDate | None = None
    parent_number: str = ""
    under_investigation: bool = False


@dataclass(frozen=True, slots=True)
class AuthorityHolder:
    """Somebody a register line names as holding authority; `bsn` is None when the register gives none."""

    bsn: Bsn | None = field(repr=False, default=None)
    full_name: str = field(repr=False, default="")
    is_parent: bool = False


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One statement of the register about the authority over one child.

    `child` is None when the register does not say which child. `unknown_holder`: a third party has
    authority too and the register does not know who. `register_kind` is the register's own word for the
    form.
    """

    kind: AuthorityKind
    child: Bsn | None = field(repr=False, default=None)
    child_name: str = field(repr=False, default="")
    holders: tuple[AuthorityHolder, ...] = field(repr=False, default=())
    unknown_holder: bool = False
    under_investigation: bool = False
    explanation: str = ""
    register_kind: str = ""


@dataclass(frozen=True, slots=True)
class RegisterAddress:
    """Where one person is registered. It belongs to that person alone and is never copied to another.

    `home` is False for a postal address (*briefadres*). `lines` holds an address abroad or a described place.
    `country` is '' for the Netherlands. `object_id` is the register's id of the dwelling.
    """

    street: str = field(repr=False, default="")
    number: str = field(repr=False, default="")
    letter: str = field(repr=False, default="")
    addition: str = field(repr=False, default="")
    postcode: str = field(repr=False, default="")
    town: str = field(repr=False, default="")
    lines: tuple[str, ...] = field(repr=False, default=())
    country: str = field(repr=False, default="")
    object_id: str = field(repr=False, default="")
    since: PartialDate = field(repr=False, default=UNKNOWN_DATE)
    home: bool = True
    under_investigation: bool = False

    def as_text(self) -> str:
        """The address in one line, as it would be written on a letter; '' when nothing is known."""
        number = f"{self.number}{self.letter}" + (f"-{self.addition}" if self.addition else "")
        street = " ".join(part for part in (self.street, number) if part)
        place = " ".join(part for part in (self.postcode, self.town) if part)
        return ", ".join(part for part in (street, place, *self.lines, self.country) if part)


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """What the register answers about one person asked for by BSN.

    `secret`: the person asked for secrecy of personal data; it starts the address guard. `suspended`: why
    the register no longer keeps the list up to date ('' = kept; O died, E emigrated, R non-resident, M by
    decree). `address` is None when it was not asked, or not known. `not_understood` lists, without names,
    what the answer held and Naast could not read.
    """

    bsn: Bsn = field(repr=False)
    name: PersonName = field(repr=False)
    birth: PartialDate = field(repr=False, default=UNKNOWN_DATE)
    death: PartialDate | None = field(repr=False, default=None)
    secret: bool = False
    suspended: str = ""
    under_guardianship: bool = False
    under_investigation: bool = False
    address: RegisterAddress | None = field(repr=False, default=None)
    parents: tuple[RelatedPerson, ...] = field(repr=False, default=())
    partners: tuple[RelatedPerson, ...] = field(repr=False, default=())
    children: tuple[RelatedPerson, ...] = field(repr=False, default=())
    authority: tuple[AuthorityLine, ...] = field(repr=False, default=())
    not_understood: tuple[str, ...] = ()

    @property
    def dead(self) -> bool:
        """Whether the register knows of this person's death, also without a date."""
        return self.death is not None or self.suspended == "O"

    @property
    def partner(self) -> RelatedPerson | None:
        """The present partner, None without one."""
        return next((one for one in self.partners if one.kind is RelationKind.PARTNER), None)


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One line of a search in the register: enough to recognise somebody, no more."""

    bsn: Bsn | None = field(repr=False)
    name: PersonName = field(repr=False)
    birth: PartialDate = field(repr=False, default=UNKNOWN_DATE)
    secret: bool = False
    suspended: str = ""


def living(one: RegisterPerson | None, other: RegisterPerson | None) -> Living:
    """Whether two people are registered at one home address; UNKNOWN unless both addresses may be compared.

    Unknown with: no address asked or known, a postal address, an address under investigation, an address
    abroad or described in words, or the secrecy mark on either ("unknown takes the answer that opens
    least", design 4.3).
    """
    if one is None or other is None or one.secret or other.secret:
        return Living.UNKNOWN
    here, there = _comparable(one.address), _comparable(other.address)
    if here is None or there is None:
        return Living.UNKNOWN
    return Living.TOGETHER if _place(here, there) else Living.ELSEWHERE


def _comparable(address: RegisterAddress | None) -> RegisterAddress | None:
    if address is None or not address.home or address.under_investigation:
        return None
    return address if address.object_id or (address.postcode and address.number) else None


def _place(one: RegisterAddress, other: RegisterAddress) -> bool:
    if one.object_id and other.object_id:
        return one.object_id == other.object_id
    return _written(one) == _written(other)


def _written(address: RegisterAddress) -> tuple[str, ...]:
    parts = (address.postcode.replace(" ", ""), address.number, address.letter, address.addition)
    return tuple(part.upper() for part in parts)
