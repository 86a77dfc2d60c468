"""Who stands around the household: never nobody unseen, in until a day, out at once."""

from datetime import timedelta

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import households, withholding
from naast.access.viewer import Missing
from naast.actions import involvements
from naast.actions import withholding as acts
from naast.actions.act import Invalid

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def page(cast: Cast, name: str = "jerrel") -> households.HouseholdPage:
    return households.household(cast.viewer(name), cast.dossier)


def add_ayse(cast: Cast, role: str = "team", days: int | None = None) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role=role,
        starts=cast.clock.at,
        ends=cast.clock.at + timedelta(days=days) if days else None,
    )


def test_the_last_fixed_face_does_not_leave_unseen(cast: Cast) -> None:
    fixed = next(i for i in page(cast).involved if i.role == "fixed_face")
    with pytest.raises(Invalid):
        involvements.end(viewer=cast.viewer("jerrel"), involvement=fixed.entry, at=cast.clock.tick())
    assert page(cast).fixed_face


def test_who_must_stay_out_is_not_let_in(cast: Cast) -> None:
    viewer = cast.viewer("jerrel")
    acts.withhold(viewer=viewer, dossier=cast.dossier, human=cast.people["ayse"], reason="is familie")
    with pytest.raises(Invalid):
        add_ayse(cast)


def test_a_colleague_of_another_team_can_not_be_chosen(cast: Cast) -> None:
    with pytest.raises(Invalid):
        involvements.add_colleague(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            account=cast.accounts["samira"].public_id,
            role="team",
            starts=cast.clock.at,
        )


def test_a_worker_who_is_kin_is_out_of_the_team_and_the_dossier_at_once(cast: Cast) -> None:
    add_ayse(cast)
    acts.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="tante")
    with pytest.raises(Missing):
        page(cast, "ayse")
    assert "Ayşe" not in [i.face.label for i in page(cast).involved if i.running]


def test_what_is_withheld_from_a_worker_is_not_on_their_own_list(cast: Cast) -> None:
    add_ayse(cast)
    told = cast.tells("samira", "Ik ben bang voor haar.")
    acts.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="familie",
        entry=told,
    )
    assert [k.entry for k in withholding.in_dossier(cast.viewer("jerrel"), cast.dossier)] == [told]
    assert withholding.in_dossier(cast.viewer("ayse"), cast.dossier) == ()


def test_opening_again_opens_one_thing_only(cast: Cast) -> None:
    one = cast.tells("samira", "Eerste.", "karim")
    two = cast.tells("samira", "Tweede.", "karim")
    for entry in (one, two):
        acts.withhold(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            human=cast.people["karim"],
            reason="dreiging",
            entry=entry,
        )
    acts.end_withholding(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        entry=one,
        reason="samen besloten",
    )
    assert [k.entry for k in withholding.in_dossier(cast.viewer("jerrel"), cast.dossier)] == [two]


def test_nobody_outside_the_team_sees_what_is_withheld(cast: Cast) -> None:
    for name in ("samira", "ellen", "ayse"):
        with pytest.raises(Missing):
            withholding.in_dossier(cast.viewer(name), cast.dossier)
