"""A text that says u to an adult and je to a child is asked for only where it is known who reads: in the portal."""

import polib

from naast.cli.translations import Key, catalogues, used


def in_two_forms() -> set[Key]:
    """What the Dutch says in two forms, ‹u|je›."""
    found: set[Key] = set()
    for path in catalogues().values():
        for entry in polib.pofile(str(path)):
            if "‹" in "".join((entry.msgstr, *entry.msgstr_plural.values())):
                found.add((entry.msgctxt, entry.msgid))
    return found


def test_no_page_of_the_team_shows_the_two_forms_of_a_text_beside_each_other() -> None:
    double = in_two_forms()
    assert double
    homes = {home: texts for home, texts in used().items() if not home.startswith("portal")}
    assert [place for texts in homes.values() for key, (_, place) in texts.items() if key in double] == []
