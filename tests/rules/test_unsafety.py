"""Kinds of unsafety say what happens and never what somebody is."""

import pytest

from naast.rules.unsafety import CONTROL, KINDS, PHYSICAL, PLAIN, THREAT, in_order, names, problem

OF_THE_GLOSSARY = {"child abuse", "coercive control", "elder abuse"}
LABELS = ("victim", "offender", "perpetrator", "abuser", "suspect")


def test_none_is_fine_and_any_number_is() -> None:
    assert problem([]) is None
    assert problem(list(KINDS)) is None


def test_what_is_no_kind_is_refused() -> None:
    assert problem([PHYSICAL, "danger"])


def test_each_is_named_once_in_the_order_of_the_form() -> None:
    assert in_order([THREAT, PHYSICAL, THREAT]) == [PHYSICAL, THREAT]
    assert names([THREAT, PHYSICAL]) == (KINDS[PHYSICAL].name, KINDS[THREAT].name)


@pytest.mark.parametrize("code", list(KINDS))
def test_each_has_a_name_plain_words_and_says_where_it_comes_from(code: str) -> None:
    kind = KINDS[code]
    assert kind.name
    assert PLAIN[kind.name] == kind.plain
    assert kind.source.startswith("domain-facts.md")
    assert not [label for label in LABELS if label in f"{kind.name} {kind.plain} {kind.term}".lower()]


def test_the_terms_of_the_glossary_are_there() -> None:
    assert {kind.term for kind in KINDS.values()} >= OF_THE_GLOSSARY
    assert KINDS[CONTROL].term == "coercive control"
