"""Ages that the law draws lines at, and the day on which somebody reaches one.

"Several age lines live side by side: 12 and 16 for help and dossier (Jeugdwet, Wmo), 16 for AVG consent and
rights. Do not reuse one constant." (domain-facts 13.15) The Youth Act was read in the edition of 6 November
2021 and not compared with today's text.
"""

from __future__ import annotations

from datetime import date

CONSENTS_TOO_FROM = 12
"""Years from which a child consents to help beside its parents: "12 to 15: child and parents with gezag"
(Jeugdwet 7.3.4, 7.3.15).
"""

SELF_DECIDES_AT = 16
"""Years from which a young person decides alone: "16 and 17: child alone"; "16-17 parents only with child's
consent" (Jeugdwet 7.3.5, 7.3.15).
"""

ADULT_FROM = 18
"""Years from which nobody has parental authority: "Minderjarigen zijn zij, die de ouderdom van achttien
jaren niet hebben bereikt" (Civil Code 1:233; from general knowledge, to be compared with today's text).
"""

RECORD_OWN_FROM = 12
"""Years from which somebody who is able asks for their own record: "Access to own jeugdhulp dossier: 12 (able); parents
with gezag until 16; 16-17 parents only with child's consent" (page of the Rijksoverheid; domain-facts 5.2).
"""

RECORD_ALONE_FROM = 16
"""Years from which parents read the record of youth help only with consent (the same sentence)."""

WMO_OWN_FROM = 12
"""Years from which somebody who is able asks and consents alone under the Wmo: "12 (able); legal representative on
request until 16 unless the child's interest opposes" (Wmo 2015 5.3.2-5.3.3, edition of 1 July 2019, not compared).
"""

WMO_REPRESENTED_UNTIL = 16
"""Years until which a legal representative may ask for the record of the Wmo (the same sentence)."""

AVG_OWN_FROM = 16
"""Years from which somebody consents and uses rights under the AVG: "16 (legal representative below 16)" (UAVG 5,
edition of 1 January 2020, not compared).
"""

OWN_WAY_IN_FROM = 12
"""Years from which a person can have a portal account of their own; younger children read on the worker's
screen. A choice of Naast beside the age line of Jeugdwet 7.3.4, not a rule of law (design, section 4.3: an
unknown age takes the answer that opens least).
"""


def surely(born_to: date | None, years: int, day: date) -> bool:
    """Whether somebody has surely reached an age on a day; `born_to` is the last day they can be born on.

    False where that day is unknown: an unknown age takes the answer that opens least.
    """
    return born_to is not None and birthday(born_to, years) <= day


def birthday(born: date, years: int) -> date:
    """The day on which somebody born on a day reaches an age in whole years.

    Born on 29 February: 1 March in a year without that day, as `partial_date.age` counts.
    """
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def born_between(youngest: int, oldest: int, on: date) -> tuple[date, date]:
    """First and last day on which somebody can be born who is `youngest` to `oldest` years old on a day."""
    first = birthday(on, -(oldest + 1))
    return date.fromordinal(first.toordinal() + 1), birthday(on, -youngest)
