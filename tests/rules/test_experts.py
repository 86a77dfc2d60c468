"""Experts beside the fixed face: what a region offers, what is missing, and that one is never instead of somebody."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from naast.rules import relations, roles
from naast.rules.advice import ADVICE, FORMS
from naast.rules.experts import (
    BEHAVIOURAL_SCIENTIST,
    EXPERT,
    EXPERTS,
    FIRST_A_FACE,
    LONGEST_PURPOSE,
    REGIONAL_TEAM,
    Noted,
    offered,
    problems,
)

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
WHOLE = Noted(REGIONAL_TEAM, ADVICE, "Veiligheidsteam", "Wat nu?", TODAY, TODAY + 30 * DAY, 1, True)


def fields(**changed: Any) -> list[str]:
    return [field for field, _ in problems(replace(WHOLE, **changed), tuple(EXPERTS), TODAY)]


def test_what_is_whole_has_no_problem() -> None:
    assert fields() == []
    assert all(fields(form=form) == [] for form in FORMS)
    assert fields(starts=TODAY + DAY, expert=BEHAVIOURAL_SCIENTIST) == []


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("expert", {"expert": "judge"}),
        ("expert", {"expert": ""}),
        ("organisation", {"organisation": "  "}),
        ("organisation", {"organisation": "a" * 121}),
        ("consents", {"yeses": 0}),
        ("form", {"form": "research"}),
        ("purpose", {"purpose": "\n"}),
        ("purpose", {"purpose": "a" * (LONGEST_PURPOSE + 1)}),
        ("starts", {"starts": TODAY - DAY}),
        ("ends", {"ends": None}),
        ("ends", {"ends": TODAY}),
        ("ends", {"starts": TODAY + 31 * DAY}),
    ],
)
def test_each_of_these_is_needed(field: str, wrong: dict[str, Any]) -> None:
    assert fields(**wrong) == [field]


def test_without_a_fixed_face_there_is_no_expert_and_it_says_what_to_do() -> None:
    assert problems(replace(WHOLE, fixed_face=False), tuple(EXPERTS), TODAY) == (("", FIRST_A_FACE),)


def test_an_expert_whom_the_region_does_not_offer_is_none() -> None:
    assert [field for field, _ in problems(WHOLE, (BEHAVIOURAL_SCIENTIST,), TODAY)] == ["expert"]
    assert [field for field, _ in problems(WHOLE, (), TODAY)] == ["expert"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (" , ", ()),
        ("regional_team", (REGIONAL_TEAM,)),
        (" behavioural_scientist , regional_team,regional_team", (BEHAVIOURAL_SCIENTIST, REGIONAL_TEAM)),
    ],
)
def test_a_region_names_its_experts_by_comma(text: str, found: tuple[str, ...]) -> None:
    assert offered(text) == found


def test_an_unknown_word_is_refused_and_the_known_ones_are_said() -> None:
    with pytest.raises(ValueError, match="'judge' is no expert that Naast knows; there are: regional_team, "):
        offered("regional_team,judge")


def test_an_expert_is_never_the_fixed_face() -> None:
    assert not roles.may_hold(roles.FIXED_FACE, "partner")
    assert EXPERT in relations.ROLES
    assert EXPERT not in roles.PROPOSED
