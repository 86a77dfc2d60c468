"""The grounds on which something is shared are a file that says what is wrong with it."""

import pytest

from naast.content.sharing_grounds import FILE, grounds, load
from naast.rules.sharing import Needs

TEXT = FILE.read_text(encoding="utf-8")


def test_there_is_a_ground_for_every_need_and_each_names_its_source() -> None:
    found = grounds()
    assert {one.needs for one in found.offered} == set(Needs)
    assert all(one.source.startswith("domain-facts") for one in found.every.values())
    assert found.edition


def test_what_is_not_in_force_is_not_offered() -> None:
    assert not grounds().every["wams"].offered
    assert "wams" not in {one.code for one in grounds().offered}


def test_no_ground_says_that_a_lawyer_compared_it_before_one_has() -> None:
    assert {one.checked_on for one in grounds().every.values()} == {None}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Levensgevaar"', 'title = " "', "the ground danger has no title"),
        ('source = "domain-facts 5.3.1"', 'source = ""', "the ground youth_yes has no source"),
        ('subject = "secr_youth"', 'subject = "help_youth"', "youth_yes needs a consent to sharing"),
        ('code = "conflict"', 'code = "conflict"\nsubject = "secr_wmo"', "names one it does not need"),
        ('code = "conflict"', 'code = "danger"', "two grounds have the same code"),
        ('code = "conflict"', 'code = "conflict_of_duties"', "has more than 12 characters"),
        ('needs = "danger"', 'needs = "haste"', "'haste' is not a valid Needs"),
    ],
)
def test_a_ground_that_is_not_whole_is_refused_with_what_is_wrong(old: str, new: str, said: str) -> None:
    assert TEXT.count(old) == 1
    with pytest.raises(ValueError, match=said):
        load(TEXT.replace(old, new))
