"""Who reads what of an expert, in every case, written by hand: while they are here, and what ends it (design 4.13 a).

Mia, a behavioural scientist, joins on the yes of Samira, who then lets her read one thing that she told.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Eyes, Viewer
from naast.actions import consent, experts, involvements, openings, withholding
from naast.actions.act import Mark, _mark
from naast.rules.consent_words import Subject
from naast.rules.experts import BEHAVIOURAL_SCIENTIST
from tests.cast import NOW, Cast, partner, samira_and_karim

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()

# A row a case. The columns: the expert, who gave the yes, another of the household, another partner professional, a
# colleague who does not work here, the team, and the team through the eyes of the expert. + reads what was told, *
# reads that the expert is here as well, - reads only that, . reads neither.
TABLE = """
before                                            .+...+.
while they are here, nothing given yet            -*...*-
while they are here                               **...**
in the last hour of the last day                  **...**
when the last day is over                         .*...*.
on the day that the yes ends                      .*...*.
on the day that the first of two yeses ends       .*...*.
the yes is taken back                             .*...*.
one of two yeses is taken back                    .*...*.
another yes is taken back                         **...**
ended by the team                                 .*...*.
their account is closed                           .*...*.
to come                                           .*...*.
to come, and the day is there                     -*...*-
to come, and the yes is taken back                .*...*.
to come, then the day; taken back before          .*...*.
somebody else of the household may know           ***..**
what was told is kept from them                   -*...*-
who gave the yes is kept from them                -*...*-
the dossier is kept from them                     .*...*.
it is kept from who gave the yes                  *+...**
looking as a resident                             .*...*.
"""
ROWS = [(line[:50].strip(), line[50:].strip()) for line in TABLE.strip().splitlines()]


@dataclass
class Scene:
    """What Samira told, the expert, and how much later it is looked at."""

    cast: Cast = field(default_factory=samira_and_karim)
    later: timedelta = timedelta()
    capacity: str = "partner"
    told: UUID = field(init=False)
    came: UUID | None = None

    def __post_init__(self) -> None:
        partner(self.cast, "mia", "Mia Post")
        self.told = self.cast.tells("samira", "Ik slaap niet.")

    @property
    def here(self) -> dict[str, Any]:
        return {"viewer": self.cast.viewer("jerrel"), "dossier": self.cast.dossier}

    def yes(self, about: str = "samira", days: int = 50) -> UUID:
        asked = consent.Asked(
            self.cast.people[about],
            self.cast.people["samira"],
            Subject.SECRECY_YOUTH,
            "yes",
            "spoken",
            "Meedenken.",
            TODAY,
            TODAY + days * DAY,
            organisation="Praktijk Post",
        )
        return consent.give(asked=asked, **self.here)

    def joins(self, *yeses: UUID, starts: int = 0, readers: tuple[str, ...] = ()) -> None:
        asked = experts.Asked(
            self.cast.accounts["mia"].public_id,
            BEHAVIOURAL_SCIENTIST,
            "consultation",
            "Praktijk Post",
            "Hoe slapen zij weer?",
            TODAY + starts * DAY,
            TODAY + 30 * DAY,
            yeses,
            tuple(self.cast.people[name] for name in readers),
        )
        self.came = experts.add(asked=asked, **self.here)

    def given(self) -> None:
        samira, mia = self.cast.viewer("samira"), [self.cast.people["mia"]]
        openings.widen(viewer=samira, entry=self.told, readers=mia, how="teller_chose")

    def takes_back(self, yes: UUID) -> None:
        consent.withdraw(viewer=self.cast.viewer("samira"), consent=yes)

    def withholds(self, name: str = "mia", **what: UUID | None) -> None:
        withholding.withhold(human=self.cast.people[name], reason="gevaar", **what, **self.here)

    def ends(self) -> None:
        viewer = self.cast.viewer("jerrel")
        assert self.came is not None
        involvements.end(viewer=viewer, involvement=self.came, at=viewer.at)

    def closes_her_account(self) -> None:
        """As the act of a lead does (actions/team.py)."""
        token = _mark.set(Mark())
        with upkeep():
            involvements.leave_everywhere(self.cast.rows["mia"], "partner", self.cast.viewer("jerrel").at)
        _mark.reset(token)

    def viewers(self) -> list[Viewer]:
        """In the order of the columns."""
        names = ("mia", "samira", "yusuf", "ellen", "ayse", "jerrel")
        looking = [replace(one, at=one.at + self.later) for one in map(self.cast.viewer, names)]
        looking[0] = replace(looking[0], capacity=self.capacity)
        return [*looking, looking[-1].through(Eyes(looking[0].human, self.capacity, looking[0].at))]

    def read(self) -> str:
        return "".join(map(self.sign, self.viewers()))

    def sign(self, viewer: Viewer) -> str:
        with viewer_door(viewer) as reach:
            found = policy.entries(reach).filter(public_id__in=[self.told, self.came or self.told])
            read = set(found.values_list("public_id", flat=True))
        return {(True, True): "*", (True, False): "+", (False, True): "-", (False, False): "."}[
            self.told in read, self.came in read
        ]


def arrange(scene: Scene, case: str) -> None:  # noqa: C901 - one branch a row of the table
    """Let it come to this; hours pass, no act is in the same moment as another."""
    if case == "before":
        return
    yes = scene.yes()
    match case:
        case "while they are here, nothing given yet":
            scene.joins(yes)
            return
        case "on the day that the yes ends":
            scene.joins(scene.yes("noa", days=7))
            scene.given()
            scene.later = 7 * DAY
            return
        case "on the day that the first of two yeses ends":
            scene.joins(yes, scene.yes("noa", days=7))
            scene.given()
            scene.later = 7 * DAY
            return
        case "one of two yeses is taken back":
            scene.joins(yes, other := scene.yes("noa"))
            scene.given()
            scene.takes_back(other)
            return
        case "somebody else of the household may know":
            scene.joins(yes, readers=("yusuf",))
            samira, readers = (
                scene.cast.viewer("samira"),
                [scene.cast.people[one] for one in ("mia", "yusuf")],
            )
            openings.widen(viewer=samira, entry=scene.told, readers=readers, how="teller_chose")
            return
        case "to come" | "to come, and the day is there":
            scene.joins(yes, starts=5)
            scene.later = (5 if "there" in case else 4) * DAY
            return
        case "to come, and the yes is taken back" | "to come, then the day; taken back before":
            scene.joins(yes, starts=5)
            scene.takes_back(yes)
            scene.later = (5 if "then" in case else 0) * DAY
            return
    scene.joins(yes)
    scene.given()
    match case:
        case "while they are here":
            pass
        case "in the last hour of the last day":
            scene.later = 29 * DAY + timedelta(hours=13, minutes=30)  # it ends at midnight in Amsterdam
        case "when the last day is over":
            scene.later = 29 * DAY + timedelta(hours=14)
        case "the yes is taken back":
            scene.takes_back(yes)
        case "another yes is taken back":
            scene.takes_back(scene.yes("noa"))
        case "ended by the team":
            scene.ends()
        case "their account is closed":
            scene.closes_her_account()
        case "what was told is kept from them":
            scene.withholds(entry=scene.told)
        case "who gave the yes is kept from them":
            scene.withholds(person=scene.cast.people["samira"])
        case "the dossier is kept from them":
            scene.withholds()
        case "it is kept from who gave the yes":
            scene.withholds("samira", entry=scene.came)
        case "looking as a resident":
            scene.capacity = "resident"
        case _:
            raise AssertionError(f"nobody has arranged: {case}")


@pytest.mark.parametrize(("case", "cells"), ROWS, ids=[case for case, _ in ROWS])
def test_each_row_of_the_table_of_an_expert_holds(case: str, cells: str) -> None:
    scene = Scene()
    arrange(scene, case)
    assert scene.read() == cells
