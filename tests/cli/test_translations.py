"""Finding texts to translate, in Python and in templates."""

from pathlib import Path

import polib
import pytest

from naast.cli import translations


def _used(folder: Path, name: str, text: str) -> set[tuple[str | None, str, str | None]]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return {(context, message, plural) for (context, message), plural, _line in translations.used_in(path)}


def test_python_texts_are_found(tmp_path: Path) -> None:
    code = (
        'a = _("One")\nb = gettext_lazy("Two")\n'
        'c = ngettext("%(n)s day", "%(n)s days", n)\nd = pgettext("a", "Four")\n'
    )
    found = _used(tmp_path, "x.py", code)
    assert found == {
        (None, "One", None),
        (None, "Two", None),
        (None, "%(n)s day", "%(n)s days"),
        ("a", "Four", None),
    }


def test_template_texts_are_found_whatever_the_indent(tmp_path: Path) -> None:
    page = """{% load i18n %}
<c-field label="{% translate "Name" %}">
      {% if a %}
   <p>{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}</p>
         {% endif %}
  {% blocktranslate count n=n %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}
{{ _("Loose") }} it's "quoted"
"""
    found = _used(tmp_path, "x.html", page)
    assert {(None, "Name", None), (None, "Hello %(name)s", None), (None, "%(n)s day", "%(n)s days")} <= found
    assert (None, "Loose", None) in found


def test_trimmed_blocks_are_found_as_django_looks_them_up(tmp_path: Path) -> None:
    page = "{% blocktranslate trimmed %}\n  One\n  two\n{% endblocktranslate %}"
    assert _used(tmp_path, "x.html", page) == {(None, "One two", None)}


@pytest.mark.parametrize(
    ("entry", "complete"),
    [
        (polib.POEntry(msgid="a", msgstr="b"), True),
        (polib.POEntry(msgid="a", msgstr=""), False),
        (polib.POEntry(msgid="a", msgstr="b", flags=["fuzzy"]), False),
        (polib.POEntry(msgid="a", msgid_plural="as", msgstr_plural={0: "b", 1: ""}), False),
    ],
)
def test_a_text_counts_as_dutch_only_when_whole_and_sure(entry: polib.POEntry, complete: bool) -> None:
    assert translations.translated(entry) is complete


def test_every_text_has_its_dutch() -> None:
    assert translations.problems() == []
