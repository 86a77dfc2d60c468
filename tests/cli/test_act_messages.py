"""What an act says of a field reaches the reader in Dutch, so it has to stand in the catalogue."""

from pathlib import Path

from naast.cli.translations import used_in


def test_the_message_of_a_refused_field_is_a_text_to_translate(tmp_path: Path) -> None:
    act = tmp_path / "act.py"
    act.write_text('raise Invalid(f"{prefix}words", "Write it down.", most=3)\n')
    assert [key for key, _plural, _line in used_in(act)] == [(None, "Write it down.")]
