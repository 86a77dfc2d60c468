"""A role is asked with a reason and in the household's words; the fixed face is of the local team."""

from naast.rules.roles import BESIDE, FIXED_FACE, PROPOSED, may_hold, problem, unsaid


def test_only_the_local_team_gives_the_fixed_face() -> None:
    assert may_hold(FIXED_FACE, "staff")
    assert not may_hold(FIXED_FACE, "partner")


def test_who_coordinates_or_leads_may_be_of_another_organisation() -> None:
    assert all(may_hold(role, capacity) for role in BESIDE for capacity in ("staff", "partner"))
    assert not any(may_hold(role, "resident") for role in PROPOSED)


def test_a_choice_needs_reasons_each_time() -> None:
    assert problem(FIXED_FACE, " ") == ("words", "Write down why this person.")
    assert problem(FIXED_FACE, "Kent hen al.") is None


def test_a_role_that_nobody_is_asked_for_is_said_at_its_field() -> None:
    assert problem("team", "Waarom.") == ("role", "Choose a role.")


def test_of_each_member_it_is_said_or_why_not() -> None:
    assert unsaid([("Goed.", ""), (" ", " ")])
    assert not unsaid([("Goed.", ""), ("", "Is twee jaar.")])
