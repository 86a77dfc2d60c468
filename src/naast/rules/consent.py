"""Who must consent, per person, day and subject; with why, and where that is said. Never a decision.

"Compute consent requirements per person on a given date, never store one household flag" (domain-facts 5.1). "Unknown
age, date or authority takes the answer that opens least" (design 4.3): what cannot be told is left to a person, and
nobody's yes counts for another's. A parent whose behaviour harms is never asked by a rule alone: "a representative who
does not act as a good one can be set aside" (Jeugdwet 7.3.15 lid 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from .authority import AuthorityState
from .consent_lines import (
    BOTH_PARENTS,
    CHECK_AUTHORITY,
    FACTS_OF_PARENT,
    LINES,
    SET_ASIDE,
    STANDS_FOR,
    AgeRow,
    Case,
    Part,
    Speaks,
    Told,
)
from .consent_words import IN_ROW, LEGAL, Besides, Standing, Subject, Tie, Weighs, Why
from .partial_date import PartialDate

OWN = "own"
"""The key of the person it is about."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom it is about: what is known of the birth date, and what a person judged of weighing this subject."""

    birth: PartialDate
    weighs: Weighs = Weighs.NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody who may speak for that person: authority as written down, and whether somebody told that they harm."""

    key: str
    tie: Tie = Tie.OTHER
    authority: AuthorityState = AuthorityState.UNKNOWN
    under_investigation: bool = False
    harms: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """How one person (`OWN`, or the key of an adult) stands to it."""

    who: str
    part: Part


@dataclass(frozen=True, slots=True)
class Answer:
    """Everybody's place, what cannot be told of anybody in particular, and when it may be otherwise."""

    words: tuple[Word, ...]
    open: tuple[Told, ...] = ()
    besides: tuple[Told, ...] = ()

    def of(self, who: str) -> Part:
        """How somebody stands. Raises KeyError for who was not asked about."""
        return {word.who: word.part for word in self.words}[who]

    def who(self, standing: Standing) -> frozenset[str]:
        """Everybody who stands like that."""
        return frozenset(word.who for word in self.words if word.part.standing is standing)

    def lacking(self, yes: Iterable[str]) -> frozenset[str]:
        """Of whom a yes is still needed, given who said yes. That nobody lacks decides nothing: see `open`."""
        return self.who(Standing.REQUIRED) - set(yes)


def required_consents(
    whose: Whose, adults: Sequence[Adult], subject: Subject, on: date, *, together: bool | None = None
) -> Answer:
    """Who must consent to one subject on a day; `together` says whether the parents live together, None if unknown.

    "In practice a professional may rely on one parent's word that the other agrees, except when parents are separated
    or there is doubt" (domain-facts 5.1).
    """
    if whose.birth.earliest is not None and whose.birth.earliest > on:
        return Answer((), (Told(Why.NOT_BORN, STANDS_FOR),))
    rows = _rows(whose.birth, LINES[subject], on)
    cases = [_case(row, able=able) for row, able in product(rows, _able(whose.weighs))]
    stood = [_stand(case, adults) for case in cases]
    doubt = Why.AGE_UNKNOWN if len(rows) > 1 else Why.CAPACITY_DOUBT
    words = tuple(
        Word(who, _one([parts[who] for parts in stood], doubt)) for who in (OWN, *(a.key for a in adults))
    )
    return Answer(
        words,
        (Told(Why.NOBODY_KNOWN, CHECK_AUTHORITY),) if any(_nobody(case, adults) for case in cases) else (),
        (
            *_of_two_parents(words, adults, together),
            *dict.fromkeys(told for case in cases for told in case.besides),
        ),
    )


def _rows(birth: PartialDate, rows: Sequence[AgeRow], on: date) -> list[AgeRow]:
    """Every line that the person can stand behind, as far as the birth date is known."""
    following = [row.years for row in rows[1:]]
    return [
        row
        for row, end in zip(rows, [*following, None], strict=True)
        if birth.age_at_least(row.years, on) is not False
        and (end is None or birth.age_at_least(end, on) is not True)
    ]


def _able(weighs: Weighs) -> tuple[bool, ...]:
    if weighs is Weighs.DOUBT:
        return True, False
    return (weighs is not Weighs.NOT_ABLE,)


def _case(row: AgeRow, *, able: bool) -> Case:
    return row.able if able else row.not_able


def _stand(case: Case, adults: Sequence[Adult]) -> dict[str, Part]:
    first = _first_in_row(case, adults)
    others = {adult.key: _beside(case, adult, first) for adult in adults}
    return {OWN: case.own} | others


def _beside(case: Case, adult: Adult, first: Sequence[Adult]) -> Part:
    part = _by_authority(case, adult) if case.speaks is Speaks.AUTHORITY else _by_row(case, adult, first)
    if adult.harms and part.standing is not Standing.NOT_ASKED:
        return Part(Standing.DECIDE, Why.HARMS, SET_ASIDE)
    return part


def _by_authority(case: Case, adult: Adult) -> Part:
    part = case.others
    if adult.under_investigation or adult.authority is AuthorityState.UNKNOWN:
        if part.standing is Standing.NOT_ASKED:
            return part
        return Part(Standing.DECIDE, Why.AUTHORITY_UNKNOWN, CHECK_AUTHORITY)
    if adult.authority is AuthorityState.HAS:
        return part
    why = Why.NO_AUTHORITY if adult.tie is Tie.PARENT else Why.NOT_HOLDER
    return Part(Standing.NOT_ASKED, why, FACTS_OF_PARENT if adult.tie is Tie.PARENT else CHECK_AUTHORITY)


def _by_row(case: Case, adult: Adult, first: Sequence[Adult]) -> Part:
    part = case.others
    if part.standing is Standing.NOT_ASKED:
        return part
    if adult not in first:
        row = LEGAL if case.speaks is Speaks.LEGAL else IN_ROW
        why = Why.LATER_IN_ROW if any(adult.tie in place for place in row) else Why.NOT_IN_ROW
        return replace(part, standing=Standing.NOT_ASKED, why=why)
    if len(first) == 1 or part.standing is not Standing.REQUIRED:
        return part
    set_aside = any(one.harms for one in first)
    return replace(part, standing=Standing.DECIDE, why=Why.IF_SET_ASIDE if set_aside else Why.SEVERAL)


def _first_in_row(case: Case, adults: Sequence[Adult]) -> list[Adult]:
    """Those of the first place in the row with anybody whose behaviour is not told to harm, and of each before it."""
    found: list[Adult] = []
    for place in LEGAL if case.speaks is Speaks.LEGAL else IN_ROW:
        here = [adult for adult in adults if adult.tie in place]
        found += here
        if any(not adult.harms for adult in here):
            break
    return found


def _nobody(case: Case, adults: Sequence[Adult]) -> bool:
    """Whether somebody else should be asked, and none is known who surely may."""
    if case.others.standing is Standing.NOT_ASKED:
        return False
    if case.speaks is Speaks.AUTHORITY:
        return not any(a.authority is AuthorityState.HAS and not a.under_investigation for a in adults)
    return not _first_in_row(case, adults)


def _one(parts: Sequence[Part], doubt: Why) -> Part:
    """What holds in every case that is possible; else a person decides."""
    if len({part.standing for part in parts}) == 1:
        return parts[0]
    return replace(parts[0], standing=Standing.DECIDE, why=doubt)


def _of_two_parents(
    words: Sequence[Word], adults: Sequence[Adult], together: bool | None
) -> tuple[Told, ...]:
    """That both must agree, or that one may say it of the other; nothing where no two parents are asked."""
    parents = {adult.key for adult in adults if adult.tie is Tie.PARENT}
    asked = {word.who for word in words if word.part.standing is Standing.REQUIRED}
    doubted = {word.who for word in words if word.part.standing is Standing.DECIDE}
    if len(asked & parents) != 2:
        return ()
    if together and not doubted:
        return (Told(Besides.ONE_WORD, CHECK_AUTHORITY),)
    return (Told(Besides.BOTH_PARENTS, BOTH_PARENTS),)
