"""The rulebook page equals the code."""

from pathlib import Path

import pytest

from naast.cli import rulebook


def test_the_rulebook_page_equals_the_code() -> None:
    assert rulebook.PAGE.read_text(encoding="utf-8") == rulebook.page(), "run ./naast rulebook"


def test_it_lists_numbers_with_their_sentence_and_tests() -> None:
    page = rulebook.page()
    assert "`SELF_DECIDES_AT = 16`: Years from which a young person decides alone" in page
    assert "Jeugdwet 7.3.5" in page
    assert "### Tests" in page


def test_a_page_that_lags_behind_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "rulebook.md"
    old.write_text(rulebook.page().replace("16", "17"), encoding="utf-8")
    monkeypatch.setattr(rulebook, "PAGE", old)
    assert rulebook.main(["--check"]) == 1
