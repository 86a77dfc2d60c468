"""Where a rule comes from: which law or page, which article, in which edition it was read, and whether somebody
compared it.

"Law texts were read in these editions: Jeugdwet 2021-11-06, Wmo 2015 2019-07-01 [...] UAVG 2020-01-01 [...] Before
release a jurist must compare the articles named here with the current text" (domain-facts, how to read this file).
"""

from dataclasses import dataclass
from datetime import date

from .texts import N_

NOT_COMPARED = N_("not yet compared with today's text")
COMPARED = N_("compared with today's text")


@dataclass(frozen=True, slots=True)
class Source:
    """One place: `edition` is the day of the text that was read, None where a page has none; `compared` is set by a
    lawyer who laid it beside today's text."""

    law: str
    article: str
    edition: date | None = None
    compared: bool = False

    @property
    def name(self) -> str:
        """As it is cited: 'Jeugdwet 7.3.4'."""
        return f"{self.law} {self.article}".strip()

    @property
    def state(self) -> str:
        """Whether somebody compared it, as a message id."""
        return COMPARED if self.compared else NOT_COMPARED


YOUTH_ACT = date(2021, 11, 6)
"""The edition of the Jeugdwet that was read; a newer one exists from 1 January 2026."""

WMO = date(2019, 7, 1)
"""The edition of the Wmo 2015 that was read."""

UAVG = date(2020, 1, 1)
"""The edition of the Uitvoeringswet AVG that was read."""


def youth_act(article: str) -> Source:
    """An article of the Jeugdwet."""
    return Source("Jeugdwet", article, YOUTH_ACT)


def wmo(article: str) -> Source:
    """An article of the Wmo 2015."""
    return Source("Wmo 2015", article, WMO)


def uavg(article: str) -> Source:
    """An article of the Uitvoeringswet AVG."""
    return Source("UAVG", article, UAVG)
