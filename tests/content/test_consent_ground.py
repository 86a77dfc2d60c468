"""Why data are kept is a text of its own, with its source; it asks nobody for consent."""

import pytest

from naast.content.consent_ground import FILE, ground, load


def test_it_says_that_no_consent_is_asked_and_where_that_comes_from() -> None:
    assert "vragen wij geen toestemming" in ground().words
    assert ground().source


def test_nobody_has_compared_it_yet() -> None:
    assert ground().checked_on is None


@pytest.mark.parametrize("left_out", ["words", "source"])
def test_without_words_or_a_source_it_is_refused(left_out: str) -> None:
    told = {"title": '"x"', "words": '"y"', "source": '"z"', "checked_on": '""'} | {left_out: '""'}
    with pytest.raises(ValueError, match="ground"):
        load("\n".join(f"{name} = {value}" for name, value in told.items()))


def test_a_day_on_which_it_was_checked_is_kept() -> None:
    text = FILE.read_text(encoding="utf-8").replace('checked_on = ""', 'checked_on = "2026-12-01"')
    assert str(load(text).checked_on) == "2026-12-01"
