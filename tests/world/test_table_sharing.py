"""Who reads by a share, in every case, written by hand: before it, while it runs, and what closes it (design 4.13 a).

Ellen, a partner professional, is given what Samira told the worker alone.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from naast.access import policy
from naast.access.doors import viewer_door
from naast.access.viewer import Eyes, Viewer
from naast.actions import consent, corrections, involvements, openings, sharing, withholding
from naast.rules.consent_words import Subject
from naast.rules.sharing import PAPER, PLACE
from tests.cast import NOW, Cast, partner, samira_and_karim

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
UNTIL = NOW.date() + 30 * DAY  # Ellen stays for sixty days

# A row a case. The columns: who got it, who told it, another of the household, another partner professional, a
# colleague who does not work here, the team, and the team through the eyes of who got it. + reads what was given,
# * reads the share as well, - reads only the share, . reads neither.
TABLE = """
before                                            .+...+.
while it runs                                     +*...*+
in the last hour of its last day                  +*...*+
when its last day is over                         .*...*.
when she leaves before its last day               .*...*.
ended by the team                                 .*...*.
in danger                                         +*...*+
on a yes                                          +*...*+
on a yes that is taken back                       .*...*.
on a yes that ends before it                      .*...*.
not told yet                                      ++...*+
not told yet, and ended                           .+...*.
told later                                        +*...*+
opened by its teller too, not told yet, ended     ++...*+
kept from who got it                              .*...*.
kept from who got it, and opened again            +*...*+
its teller is kept from who got it                .*...*.
the dossier is kept from who got it               .*...*.
kept from who told it before                      +....*+
who got it has left                               .*...*.
who got it has left, and came back                .*...*.
corrected: the old words                          +*...*+
corrected: the new words                          +*...*+
corrected after it ended: the new words           .*...*.
corrected before it: the old words                .*...*.
narrowed by its teller, on a yes                  .*...*.
narrowed by its teller, without a yes             +*...*+
narrowed by the team, without a yes               .*...*.
given as a file                                   .*...*.
given to an organisation                          .*...*.
looking as a resident                             .*...*.
something else of the same teller                 .*...*.
given to the other partner professional           .*.+.*.
given to both, and ended for her                  .*.+.*.
"""
ROWS = [(line[:50].strip(), line[50:].strip()) for line in TABLE.strip().splitlines()]


@dataclass
class Scene:
    """What was given, the share, and how much later it is looked at."""

    cast: Cast = field(default_factory=samira_and_karim)
    later: timedelta = timedelta()
    capacity: str = "partner"
    given: UUID = field(init=False)
    shared: UUID | None = None

    def __post_init__(self) -> None:
        partner(self.cast, "bas", "Bas Smit")
        self.comes("bas")
        self.given = self.cast.tells("samira", "Noa slaapt slecht.")

    @property
    def here(self) -> dict[str, Any]:
        return {"viewer": self.cast.viewer("jerrel"), "dossier": self.cast.dossier}

    def comes(self, name: str) -> None:
        involvements.add_partner(
            account=self.cast.accounts[name].public_id,
            organisation="Praktijk",
            ground="huisarts",
            readers=[self.cast.people["samira"]],
            starts=self.cast.clock.at,
            ends=self.cast.clock.at + 60 * DAY,
            **self.here,
        )

    def leaves(self) -> None:
        with viewer_door(self.cast.viewer("jerrel")) as reach:
            here = policy.entries(reach).filter(
                kind="involvement", involvement__person=self.cast.rows["ellen"]
            )
            came = here.get().public_id
        viewer = self.cast.viewer("jerrel")
        involvements.end(viewer=viewer, involvement=came, at=viewer.at)

    def yes(self, days: int = 50) -> UUID:
        samira, today = self.cast.people["samira"], NOW.date()
        asked = consent.Asked(
            samira, samira, Subject.SECRECY_YOUTH, "yes", "spoken", "Rust.", today, today + days * DAY,
            receiver=self.cast.people["ellen"],
        )  # fmt: skip
        return consent.give(asked=asked, **self.here)

    def shares(self, **more: Any) -> None:
        """By weighing, until a day, to Ellen; but for what `more` says."""
        asked: dict[str, Any] = {
            "way": PLACE,
            "ground": "conflict",
            "ends": UNTIL,
            "receiver": self.cast.people["ellen"],
            "need": "Zij ziet haar elke dag.",
            "lighter": "Zonder naam kan het niet.",
            "words": "Wachten kan niet.\nHet gaat slechter.",
        }
        given = sharing.Asked((self.given,), purpose="Rust op school.", **asked | more)
        [self.shared] = sharing.share(asked=given, **self.here)

    def shares_on(self, yes: UUID) -> None:
        self.shares(ground="youth_yes", consents=(yes,))

    def shares_untold(self) -> None:
        self.shares(told=False, not_told="Hij leest mee.", look_on=UNTIL)

    def ends(self) -> None:
        assert self.shared is not None
        sharing.end(sharing=self.shared, **self.here)

    def corrects(self) -> UUID:
        return corrections.correct(
            viewer=self.cast.viewer("samira"), entry=self.given, words="Noa slaapt weer goed."
        )

    def narrows(self, name: str) -> None:
        openings.narrow(viewer=self.cast.viewer(name), entry=self.given, choice=self.cast.choice())

    def withholds(self, name: str = "ellen", **what: UUID) -> None:
        withholding.withhold(human=self.cast.people[name], reason="gevaar", **what, **self.here)

    def viewers(self) -> list[Viewer]:
        """In the order of the columns."""
        names = ("ellen", "samira", "yusuf", "bas", "ayse", "jerrel")
        looking = [replace(one, at=one.at + self.later) for one in map(self.cast.viewer, names)]
        looking[0] = replace(looking[0], capacity=self.capacity)
        return [*looking, looking[-1].through(Eyes(looking[0].human, self.capacity, looking[0].at))]

    def read(self) -> str:
        return "".join(map(self.sign, self.viewers()))

    def sign(self, viewer: Viewer) -> str:
        with viewer_door(viewer) as reach:
            found = policy.entries(reach).filter(public_id__in=[self.given, self.shared or self.given])
            read = set(found.values_list("public_id", flat=True))
        return {(True, True): "*", (True, False): "+", (False, True): "-", (False, False): "."}[
            self.given in read, self.shared in read
        ]


def arrange(scene: Scene, case: str) -> None:  # noqa: C901 - one branch a row of the table
    """Let it come to this; hours pass, no act is in the same moment as another."""
    match case:
        case "before":
            pass
        case "while it runs":
            scene.shares()
        case "in the last hour of its last day":
            scene.shares()
            scene.later = 29 * DAY + timedelta(hours=13, minutes=30)  # it ends at midnight in Amsterdam
        case "when its last day is over":
            scene.shares()
            scene.later = 29 * DAY + timedelta(hours=14)
        case "when she leaves before its last day":
            scene.shares(ends=NOW.date() + 90 * DAY)
            scene.later = 61 * DAY
        case "ended by the team":
            scene.shares()
            scene.ends()
        case "in danger":
            scene.shares(ground="danger")
        case "on a yes":
            scene.shares_on(scene.yes())
        case "on a yes that is taken back":
            scene.shares_on(yes := scene.yes())
            consent.withdraw(viewer=scene.cast.viewer("samira"), consent=yes)
        case "on a yes that ends before it":
            scene.shares_on(scene.yes(days=7))
            scene.later = 7 * DAY
        case "not told yet":
            scene.shares_untold()
        case "not told yet, and ended":
            scene.shares_untold()
            scene.ends()
        case "told later":
            scene.shares_untold()
            sharing.tell(sharing=scene.shared, **scene.here)
        case "opened by its teller too, not told yet, ended":
            scene.shares_untold()
            openings.widen(
                viewer=scene.cast.viewer("samira"),
                entry=scene.given,
                readers=[scene.cast.people["ellen"]],
                how="teller_chose",
            )
            scene.ends()
        case "kept from who got it" | "kept from who got it, and opened again":
            scene.shares()
            scene.withholds(entry=scene.given)
            if case.endswith("again"):
                withholding.end_withholding(
                    human=scene.cast.people["ellen"], entry=scene.given, reason="mag nu", **scene.here
                )
        case "its teller is kept from who got it":
            scene.shares()
            scene.withholds(person=scene.cast.people["samira"])
        case "the dossier is kept from who got it":
            scene.shares()
            scene.withholds()
        case "kept from who told it before":
            scene.withholds("samira", entry=scene.given)
            scene.shares()
        case "who got it has left" | "who got it has left, and came back":
            scene.shares()
            scene.leaves()
            if case.endswith("back"):
                scene.comes("ellen")
        case "corrected: the old words":
            scene.shares()
            scene.corrects()
        case "corrected: the new words":
            scene.shares()
            scene.given = scene.corrects()
        case "corrected after it ended: the new words":
            scene.shares()
            scene.ends()
            scene.given = scene.corrects()
        case "corrected before it: the old words":
            scene.corrects()
            scene.shares()
        case "narrowed by its teller, on a yes":
            scene.shares_on(scene.yes())
            scene.narrows("samira")
        case "narrowed by its teller, without a yes" | "narrowed by the team, without a yes":
            scene.shares()
            scene.narrows("jerrel" if "team" in case else "samira")
        case "given as a file":
            scene.shares(way=PAPER, ends=None)
        case "given to an organisation":
            scene.shares(way=PAPER, ends=None, receiver=None, organisation="Huisarts Duin")
        case "looking as a resident":
            scene.shares()
            scene.capacity = "resident"
        case "something else of the same teller":
            scene.shares()
            scene.given = scene.cast.tells("samira", "Ik ben bang.")
        case "given to the other partner professional":
            scene.shares(receiver=scene.cast.people["bas"])
        case "given to both, and ended for her":
            scene.shares(receiver=scene.cast.people["bas"])
            scene.shares()
            scene.ends()
        case _:
            raise AssertionError(f"nobody has arranged: {case}")


@pytest.mark.parametrize(("case", "cells"), ROWS, ids=[case for case, _ in ROWS])
def test_each_row_of_the_table_of_a_share_holds(case: str, cells: str) -> None:
    scene = Scene()
    arrange(scene, case)
    assert scene.read() == cells
