"""Who consents at which age: one row per subject and age line, as the sources have it.

The quotes are of domain-facts 5.1 to 5.3. A subject has only the lines of its own law: "12 and 16 for help and dossier
(Jeugdwet, Wmo), 16 for AVG consent and rights. Do not reuse one constant" (13.15). Where a text says nothing, the row
says so and nobody is asked by it: "unknown takes the answer that opens least" (design 4.3).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from .ages import (
    ADULT_FROM,
    AVG_OWN_FROM,
    CONSENTS_TOO_FROM,
    RECORD_ALONE_FROM,
    RECORD_OWN_FROM,
    SELF_DECIDES_AT,
    WMO_OWN_FROM,
    WMO_REPRESENTED_UNTIL,
)
from .consent_words import Besides, Standing, Subject, Why
from .sources import Source, uavg, wmo, youth_act

UNDER_TWELVE = youth_act("7.3.15")
INFORM = youth_act("7.3.2")
TWELVE = youth_act("7.3.4")
SIXTEEN = youth_act("7.3.5")
STANDS_FOR = youth_act("7.3.15")
SET_ASIDE = youth_act("7.3.15 lid 4")
SECRET = youth_act("7.3.11")
SUPERVISION_ORDER = youth_act("7.3.11 lid 4")
NOT_DRASTIC = youth_act("7.3.16")
WMO_RECORD = wmo("5.3.2")
WMO_SECRET = wmo("5.3.3")
WMO_OTHER_USE = wmo("5.1.1 lid 4, 5.2.5")
PRIVACY = uavg("5")
FACTS_OF_PARENT = Source("BW", "1:377c")
BOTH_PARENTS = Source("VWS, handreiking 2016", "")
CHECK_AUTHORITY = Source("Stimulansz, gezamenlijk gezag in de jeugdhulp", "")
WITHOUT_AUTHORITY = Source("Schulinck, de ouder zonder gezag telt ook mee", "")
OWN_RECORD = Source("Rijksoverheid, dossier jeugdhulp inzien", "")
OPENING_SECRECY = Source("Richtlijnen jeugdhulp en jeugdbescherming", "")
LOCAL_TEAM = Source("Opdracht van lokale teams 1.0", "8", date(2022, 12, 23))


class Speaks(Enum):
    """Who stands beside the person: those with authority, the row for an adult, or its legal representatives."""

    AUTHORITY = "authority"
    IN_ROW = "in row"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Part:
    """How somebody stands, why, and where that is said."""

    standing: Standing
    why: Why
    source: Source


@dataclass(frozen=True, slots=True)
class Told:
    """What else there is to know, and where that is said."""

    what: Besides | Why
    source: Source


@dataclass(frozen=True, slots=True)
class Case:
    """The person, who stands beside them, and what else there is to know."""

    own: Part
    others: Part
    speaks: Speaks = Speaks.AUTHORITY
    besides: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class AgeRow:
    """From an age in whole years on: how it is for who can weigh the subject, and for who cannot."""

    years: int
    able: Case
    not_able: Case


def _must(why: Why, source: Source) -> Part:
    return Part(Standing.REQUIRED, why, source)


def _may(why: Why, source: Source) -> Part:
    return Part(Standing.MAY_ASK, why, source)


def _not(why: Why, source: Source) -> Part:
    return Part(Standing.NOT_ASKED, why, source)


def _silent(source: Source) -> Part:
    return Part(Standing.DECIDE, Why.SILENT, source)


def _always(years: int, case: Case) -> AgeRow:
    """A line at which it makes no difference whether somebody can weigh it."""
    return AgeRow(years, case, case)


_URGENT = Told(Besides.URGENT, UNDER_TWELVE)
_HARM = Told(Besides.SERIOUS_HARM, TWELVE)
_WANTS = Told(Besides.KEEPS_WANTING, TWELVE)
_MEASURE = Told(Besides.MEASURE, TWELVE)
_LIGHT = Told(Besides.LIGHT, NOT_DRASTIC)
_DIRECT = Told(Besides.DIRECT_HELP, SECRET)
_SUPERVISION = Told(Besides.SUPERVISION, SUPERVISION_ORDER)
_OTHER_GROUND = Told(Besides.OTHER_GROUND, OPENING_SECRECY)
_EXPLICIT = Told(Besides.EXPLICIT, WMO_OTHER_USE)
_FREE = Told(Besides.FREE_ADVICE, PRIVACY)

_OF_HELP = (_MEASURE, _LIGHT)
_OF_SECRET = (_DIRECT, _SUPERVISION, _OTHER_GROUND)
_OF_WMO_SECRET = (_OTHER_GROUND, _EXPLICIT)

_ADULT_ABLE = (_must(Why.ADULT, STANDS_FOR), _not(Why.OTHERS_OF_ADULT, STANDS_FOR), Speaks.IN_ROW)
_ADULT_NOT_ABLE = (_not(Why.NOT_ABLE, STANDS_FOR), _must(Why.FOR_ADULT, STANDS_FOR), Speaks.IN_ROW)
_CHILD_NOT_ABLE = (_not(Why.NOT_ABLE, STANDS_FOR), _must(Why.FOR_CHILD, STANDS_FOR), Speaks.AUTHORITY)
_ALONE_AT_16 = (_must(Why.FROM_16, SIXTEEN), _not(Why.FROM_16_PARENTS, WITHOUT_AUTHORITY), Speaks.AUTHORITY)
_ALONE_AS_ADULT = (_must(Why.ADULT, WMO_SECRET), _not(Why.OTHERS_OF_ADULT, WMO_SECRET), Speaks.LEGAL)

LINES: dict[Subject, tuple[AgeRow, ...]] = {
    # "Under 12: parents with gezag (both) or voogd; child is informed in a fitting way"; "12 to 15: child and parents
    # with gezag / voogd"; "16 and 17: child alone"; "18+: the person"
    Subject.HELP_YOUTH: (
        _always(
            0,
            Case(
                _not(Why.INFORMED, INFORM),
                _must(Why.UNDER_12, UNDER_TWELVE),
                besides=(_URGENT, *_OF_HELP),
            ),
        ),
        AgeRow(
            CONSENTS_TOO_FROM,
            Case(
                _must(Why.FROM_12, TWELVE),
                _must(Why.FROM_12_PARENTS, TWELVE),
                besides=(_HARM, _WANTS, *_OF_HELP),
            ),
            Case(*_CHILD_NOT_ABLE, _OF_HELP),
        ),
        AgeRow(SELF_DECIDES_AT, Case(*_ALONE_AT_16, _OF_HELP), Case(*_CHILD_NOT_ABLE, _OF_HELP)),
        AgeRow(ADULT_FROM, Case(*_ADULT_ABLE, (_LIGHT,)), Case(*_ADULT_NOT_ABLE, (_LIGHT,))),
    ),
    # "Local team: voluntary, with consent" (4.4); nothing that was read says who consents for a minor
    Subject.HELP_WMO: (
        _always(0, Case(_silent(LOCAL_TEAM), _silent(LOCAL_TEAM))),
        AgeRow(
            ADULT_FROM,
            Case(_must(Why.VOLUNTARY, LOCAL_TEAM), _not(Why.OTHERS_OF_ADULT, LOCAL_TEAM), Speaks.LEGAL),
            Case(_silent(LOCAL_TEAM), _silent(LOCAL_TEAM), Speaks.LEGAL),
        ),
    ),
    # "no information, view or copy to others without consent"; for 12 to 15 no text that was read says whether the
    # parents must consent beside the child
    Subject.SECRECY_YOUTH: (
        _always(
            0,
            Case(_not(Why.INFORMED, INFORM), _must(Why.UNDER_12, UNDER_TWELVE), besides=_OF_SECRET),
        ),
        AgeRow(
            CONSENTS_TOO_FROM,
            Case(_must(Why.FROM_12, SECRET), _silent(SECRET), besides=_OF_SECRET),
            Case(*_CHILD_NOT_ABLE, _OF_SECRET),
        ),
        AgeRow(SELF_DECIDES_AT, Case(*_ALONE_AT_16, _OF_SECRET), Case(*_CHILD_NOT_ABLE, _OF_SECRET)),
        AgeRow(
            ADULT_FROM,
            Case(*_ADULT_ABLE, (_DIRECT, _OTHER_GROUND)),
            Case(*_ADULT_NOT_ABLE, (_DIRECT, _OTHER_GROUND)),
        ),
    ),
    # the text: "Wmo disclosure to others only with consent (under 12 or not able: legal representative)"
    Subject.SECRECY_WMO: (
        _always(
            0,
            Case(_not(Why.INFORMED, WMO_SECRET), _must(Why.UNDER_12, WMO_SECRET), besides=_OF_WMO_SECRET),
        ),
        AgeRow(
            WMO_OWN_FROM,
            Case(
                _must(Why.ALONE_FROM_12, WMO_SECRET),
                _not(Why.ALONE_FROM_12, WMO_SECRET),
                besides=_OF_WMO_SECRET,
            ),
            Case(
                _not(Why.NOT_ABLE, WMO_SECRET),
                _must(Why.FOR_CHILD, WMO_SECRET),
                besides=_OF_WMO_SECRET,
            ),
        ),
        AgeRow(
            ADULT_FROM,
            Case(*_ALONE_AS_ADULT, _OF_WMO_SECRET),
            Case(
                _not(Why.NOT_ABLE, WMO_SECRET),
                _must(Why.FOR_ADULT, WMO_SECRET),
                Speaks.LEGAL,
                _OF_WMO_SECRET,
            ),
        ),
    ),
    # the page: "12 (able); parents with gezag until 16; 16-17 parents only with child's consent"
    Subject.RECORD_YOUTH: (
        _always(0, Case(_not(Why.RECORD_UNDER_12, OWN_RECORD), _may(Why.OPENS_16, OWN_RECORD))),
        AgeRow(
            RECORD_OWN_FROM,
            Case(_may(Why.RECORD_FROM_12, OWN_RECORD), _may(Why.OPENS_16, OWN_RECORD)),
            Case(_not(Why.NOT_ABLE, OWN_RECORD), _may(Why.OPENS_16, OWN_RECORD)),
        ),
        AgeRow(
            RECORD_ALONE_FROM,
            Case(_may(Why.RECORD_FROM_12, OWN_RECORD), _not(Why.FROM_16_PARENTS, OWN_RECORD)),
            Case(_not(Why.NOT_ABLE, OWN_RECORD), _silent(OWN_RECORD)),
        ),
        AgeRow(
            ADULT_FROM,
            Case(
                _may(Why.RECORD_FROM_12, OWN_RECORD),
                _not(Why.OTHERS_OF_ADULT, OWN_RECORD),
                Speaks.IN_ROW,
            ),
            Case(_not(Why.NOT_ABLE, OWN_RECORD), _silent(OWN_RECORD), Speaks.IN_ROW),
        ),
    ),
    # "12 (able); legal representative on request until 16 unless the child's interest opposes"; "refused to under 12
    # or not able"
    Subject.RECORD_WMO: (
        _always(0, Case(_not(Why.RECORD_UNDER_12, WMO_RECORD), _may(Why.OPENS_16_UNLESS, WMO_RECORD))),
        AgeRow(
            WMO_OWN_FROM,
            Case(_may(Why.RECORD_FROM_12, WMO_RECORD), _may(Why.OPENS_16_UNLESS, WMO_RECORD)),
            Case(_not(Why.NOT_ABLE, WMO_RECORD), _may(Why.OPENS_16_UNLESS, WMO_RECORD)),
        ),
        AgeRow(
            WMO_REPRESENTED_UNTIL,
            Case(_may(Why.RECORD_FROM_12, WMO_RECORD), _not(Why.OPENS_16_UNLESS, WMO_RECORD)),
            Case(_not(Why.NOT_ABLE, WMO_RECORD), _silent(WMO_RECORD)),
        ),
        AgeRow(
            ADULT_FROM,
            Case(_may(Why.RECORD_FROM_12, WMO_RECORD), _not(Why.OTHERS_OF_ADULT, WMO_RECORD), Speaks.LEGAL),
            Case(_not(Why.NOT_ABLE, WMO_RECORD), _silent(WMO_RECORD), Speaks.LEGAL),
        ),
    ),
    # "16 (legal representative below 16), but not for help and advice services offered directly and free of charge to
    # a minor"
    Subject.AVG: (
        _always(
            0,
            Case(_not(Why.AVG_UNDER_16, PRIVACY), _may(Why.AVG_UNDER_16, PRIVACY), besides=(_FREE,)),
        ),
        AgeRow(
            AVG_OWN_FROM,
            Case(_may(Why.AVG_FROM_16, PRIVACY), _not(Why.AVG_FROM_16, PRIVACY)),
            Case(_silent(PRIVACY), _silent(PRIVACY)),
        ),
        AgeRow(
            ADULT_FROM,
            Case(_may(Why.AVG_FROM_16, PRIVACY), _not(Why.OTHERS_OF_ADULT, PRIVACY), Speaks.LEGAL),
            Case(_silent(PRIVACY), _silent(PRIVACY), Speaks.LEGAL),
        ),
    ),
}
"""Every subject with its lines, from the youngest on."""
