"""Who has parental authority (*gezag*) over one child, by the register: per adult-child pair.

"`GezagNietTeBepalen` and 'in onderzoek' are real values: do not treat as 'both parents'." (domain-facts
5.1) "BRP gezag can be undetermined or in onderzoek. Treat as unknown, never as 'both'." (domain-facts
13.17) Civil code, book 1: authority is over minors, by parents or a guardian (art. 245); a minor is under
eighteen (art. 233); minors, and people under guardianship (*curatele*), cannot hold it (art. 246). From
general knowledge: a lawyer must compare these articles with today's text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .ages import ADULT_FROM
from .bsn import Bsn
from .partial_date import PartialDate
from .register import AuthorityHolder, AuthorityKind, AuthorityLine
from .texts import N_


class AuthorityState(StrEnum):
    """What can be said of one adult and one child. Short values: they are stored."""

    HAS = "yes"
    HAS_NOT = "no"
    UNKNOWN = "unknown"


class Because(StrEnum):
    """Why, as an English message id; the register's own word stands beside it in `AuthorityAnswer`."""

    JOINT_PARENTS = N_("The register says that both parents have authority.")
    ONE_PARENT = N_("The register says that this parent alone has authority.")
    PARENT_AND_OTHER = N_("The register says that a parent and another person have authority together.")
    GUARDIAN = N_("The register says that this person is guardian.")
    OTHERS_HAVE_IT = N_("The register names other people as having authority.")
    GUARDIAN_HAS_IT = N_("The register says that the child has a guardian, and a guardian is not a parent.")
    NOBODY_NOW = N_("The register says that nobody has authority at this moment.")
    CHILD_IS_ADULT = N_("The child is eighteen or older: authority has ended.")
    SOMEBODY_DIED = N_("One of the two has died.")
    NO_LINE = N_("The register gives no authority for this child. Ask, and check the authority register.")
    UNDETERMINED = N_("The register cannot determine the authority. Ask, and check the authority register.")
    UNDER_INVESTIGATION = N_("The authority is under investigation. Treat it as unknown.")
    UNKNOWN_HOLDER = N_("Someone has authority whom the register does not name.")
    LINES_DIFFER = N_("The register gives answers that do not agree.")
    CHILD_AGE_UNKNOWN = N_("The age of the child is not known exactly, so it may be an adult.")
    ADULT_UNDER_GUARDIANSHIP = (
        "The register gives this person authority, and also says they are under guardianship."
    )
    ADULT_IS_MINOR = N_("The register gives this person authority, but they are younger than eighteen.")
    NO_BSN = N_("The register has no number for one of the two, so the answer cannot be matched.")
    NOT_UNDERSTOOD = N_("The register's answer was not understood.")


@dataclass(frozen=True, slots=True)
class AuthorityAnswer:
    """One adult, one child: the state, why, and the register's own word ('' without a line)."""

    state: AuthorityState
    because: Because
    register_kind: str = ""

    @property
    def source(self) -> str:
        """Where the answer comes from: 'BRP gezag: GezamenlijkOuderlijkGezag'."""
        return f"BRP gezag: {self.register_kind}" if self.register_kind else "BRP gezag"


@dataclass(frozen=True, slots=True)
class Adult:
    """What must be known of an adult: number, legal parent of the child or not, and what may contradict."""

    bsn: Bsn | None
    birth: PartialDate
    is_parent: bool = False
    dead: bool = False
    under_guardianship: bool = False


@dataclass(frozen=True, slots=True)
class Child:
    """What must be known of a child: number, birth date, and whether it has died."""

    bsn: Bsn | None
    birth: PartialDate
    dead: bool = False


HELD = {
    AuthorityKind.JOINT_PARENTS: Because.JOINT_PARENTS,
    AuthorityKind.ONE_PARENT: Because.ONE_PARENT,
    AuthorityKind.PARENT_AND_OTHER: Because.PARENT_AND_OTHER,
    AuthorityKind.GUARDIAN: Because.GUARDIAN,
}
HOLDERS = {
    AuthorityKind.JOINT_PARENTS: 2,
    AuthorityKind.ONE_PARENT: 1,
    AuthorityKind.PARENT_AND_OTHER: 2,
    AuthorityKind.GUARDIAN: 1,
}
"""How many holders a line must name to be whole."""


def authority_of(adult: Adult, child: Child, lines: Iterable[AuthorityLine], on: date) -> AuthorityAnswer:
    """Whether one adult has authority over one child on a day, from all register lines that were seen.

    "Time may close by itself (authority ends, 16, 18, end date, death); it never opens by itself" (design
    4.3): what ends it comes first, then the register's answer, and what contradicts a *yes* makes it
    unknown.
    """
    if child.birth.age_at_least(ADULT_FROM, on) is True:
        return _answer(AuthorityState.HAS_NOT, Because.CHILD_IS_ADULT)
    if adult.dead or child.dead:
        return _answer(AuthorityState.HAS_NOT, Because.SOMEBODY_DIED)
    if child.bsn is None:
        return _answer(AuthorityState.UNKNOWN, Because.NO_BSN)
    answers = {_by_line(adult, line) for line in lines if line.child == child.bsn}
    return _unless_contradicted(_agree(answers), adult, child, on)


def _agree(answers: set[AuthorityAnswer]) -> AuthorityAnswer:
    if not answers:
        return _answer(AuthorityState.UNKNOWN, Because.NO_LINE)
    ordered = sorted(answers, key=lambda one: (one.because.name, one.register_kind))
    if len({one.state for one in ordered}) == 1:
        return ordered[0]
    unknown = [one for one in ordered if one.state is AuthorityState.UNKNOWN]
    return unknown[0] if unknown else _answer(AuthorityState.UNKNOWN, Because.LINES_DIFFER)


def _by_line(adult: Adult, line: AuthorityLine) -> AuthorityAnswer:
    unclear = _unclear(line)
    if unclear:
        return AuthorityAnswer(AuthorityState.UNKNOWN, unclear, line.register_kind)
    state, because = _stated(adult, line)
    return AuthorityAnswer(state, because, line.register_kind)


def _unclear(line: AuthorityLine) -> Because | None:
    if line.under_investigation:
        return Because.UNDER_INVESTIGATION
    if line.kind is AuthorityKind.UNDETERMINED:
        return Because.UNDETERMINED
    return Because.NOT_UNDERSTOOD if line.kind is AuthorityKind.NOT_UNDERSTOOD else None


def _stated(adult: Adult, line: AuthorityLine) -> tuple[AuthorityState, Because]:
    if line.kind is AuthorityKind.NONE_FOR_NOW:
        return AuthorityState.HAS_NOT, Because.NOBODY_NOW
    if adult.bsn is not None and adult.bsn in {holder.bsn for holder in line.holders}:
        return AuthorityState.HAS, HELD[line.kind]
    if line.kind is AuthorityKind.GUARDIAN and adult.is_parent:
        return AuthorityState.HAS_NOT, Because.GUARDIAN_HAS_IT
    if adult.bsn is None:
        return AuthorityState.UNKNOWN, Because.NO_BSN
    if not _names_everyone(line):
        return AuthorityState.UNKNOWN, Because.UNKNOWN_HOLDER
    return AuthorityState.HAS_NOT, Because.OTHERS_HAVE_IT


def _names_everyone(line: AuthorityLine) -> bool:
    known: list[AuthorityHolder] = [holder for holder in line.holders if holder.bsn is not None]
    whole = len(known) == len(line.holders) and len(known) >= HOLDERS[line.kind]
    return whole and not line.unknown_holder


def _unless_contradicted(answer: AuthorityAnswer, adult: Adult, child: Child, on: date) -> AuthorityAnswer:
    if answer.state is not AuthorityState.HAS:
        return answer
    doubt = _doubt(adult, child, on)
    return AuthorityAnswer(AuthorityState.UNKNOWN, doubt, answer.register_kind) if doubt else answer


def _doubt(adult: Adult, child: Child, on: date) -> Because | None:
    if child.birth.age_at_least(ADULT_FROM, on) is None:
        return Because.CHILD_AGE_UNKNOWN
    if adult.under_guardianship:
        return Because.ADULT_UNDER_GUARDIANSHIP
    if adult.birth.age_at_least(ADULT_FROM, on) is False:
        return Because.ADULT_IS_MINOR
    return None


def _answer(state: AuthorityState, because: Because) -> AuthorityAnswer:
    return AuthorityAnswer(state, because)
