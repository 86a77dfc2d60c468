"""The tutorial for a new worker names what stands on the screen as it stands there."""

import re
from collections.abc import Iterator

import polib

from naast.cli import reading_ease, translations
from naast.cli.places import CHECKOUT
from naast.cli.translations import catalogues

TUTORIAL = (CHECKOUT / "docs/tutorial.md").read_text(encoding="utf-8")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
NOT_TRANSLATED = {"Zo", "BSN"}  # "**Zo** staat het op het scherm"; a name of its own
FILLED_IN = re.compile(r"%\(\w+\)[sd]")


def on_a_screen() -> Iterator[str]:
    """Every Dutch text as it is shown; the tutorial may leave off what follows its first stop or colon."""
    ours = (entry for path in catalogues().values() for entry in polib.pofile(str(path)))
    for entry in (*ours, *translations._by_django().values()):
        for text in filter(None, (entry.msgstr, *entry.msgstr_plural.values())):
            for form in reading_ease.as_read(text):
                yield from {form, re.split(r"[.:]", form)[0]}


def as_shown(text: str) -> re.Pattern[str]:
    """Matches a text with one word filled in for a name; of what is hardly more than names, nothing."""
    own_words = FILLED_IN.sub("", text).split()
    if FILLED_IN.search(text) and len(own_words) < 3:
        return re.compile(r"(?!)")
    return re.compile(r"\w+".join(re.escape(part) for part in FILLED_IN.split(text)), re.IGNORECASE)


def unknown(page: str) -> list[str]:
    """What stands bold on a page and on no screen."""
    texts = [as_shown(text) for text in on_a_screen()]
    bold = {" ".join(one.split()) for one in BOLD.findall(page)} - NOT_TRANSLATED
    return sorted(one for one in bold if not any(text.fullmatch(one) for text in texts))


def test_every_button_link_and_question_that_the_tutorial_names_stands_on_a_screen() -> None:
    assert unknown(TUTORIAL) == []


def test_a_name_that_no_screen_has_is_found() -> None:
    page = "Kies **Huishouden openen** en **Huishouden\nweggooien**. Dan **Noor zit naast mij**."
    assert unknown(page) == ["Huishouden weggooien"]
