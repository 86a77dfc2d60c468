"""Helplines come from a file in which every number has a source, and unchecked ones can be left out."""

import pytest

from naast.content.help_lines import FILE, help_lines, load

LINE = '[[line]]\nnumber = "112"\nname = ""\nfor = ["adult"]\nsays = "danger"\nsource = "x"\nchecked_on = "{day}"\n'


def test_every_line_of_the_file_has_a_source_and_can_be_dialled() -> None:
    for line in load(FILE.read_text(encoding="utf-8")):
        assert line.source
        assert line.dial.isdigit()


def test_the_line_for_children_is_not_for_adults() -> None:
    assert {line.number for line in help_lines("child")} > {line.number for line in help_lines("adult")}


def test_what_nobody_checked_is_left_out_where_that_is_asked() -> None:
    assert load("show_unchecked = false\n" + LINE.format(day="")) == ()
    assert len(load("show_unchecked = false\n" + LINE.format(day="2026-11-24"))) == 1
    assert len(load("show_unchecked = true\n" + LINE.format(day=""))) == 1


def test_a_line_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="112"):
        load("show_unchecked = true\n" + LINE.format(day="").replace('"x"', '""'))
