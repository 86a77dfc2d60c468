"""Templates and styles keep to the content security policy, and ask nothing of another host."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .source import PACKAGE

LOADS = {"src", "srcset", "action", "poster", "data", "hx-get", "hx-post"}
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
STYLES = sorted(PACKAGE.rglob("*.css"))


class Reader(HTMLParser):
    """Collects what the browser would refuse or fetch from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        line = self.getpos()[0]
        if "style" in names:
            self.found.append(f"{line} an inline style")
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"{line} an inline <{tag}>")
        for name, value in attrs:
            if re.fullmatch(r"on[a-z]+", name):
                self.found.append(f"{line} an inline handler {name}")
            outside = re.match(r"(https?:)?//", value or "")
            if outside and (name in LOADS or (tag == "link" and name == "href")):
                self.found.append(f"{line} loads from another host: {value}")


def refused(text: str) -> list[str]:
    """The problems of one template."""
    without_tags = re.sub(r"{%.*?%}|{#.*?#}", "", text, flags=re.DOTALL)
    reader = Reader()
    reader.feed(without_tags)
    return reader.found


def outside(style: str) -> list[str]:
    """What a style sheet fetches from another host."""
    return re.findall(r"""(?:@import|url\()\s*["']?(?:https?:)?//[^"')\s]*""", style)


def _wrong(paths: list[Path], look) -> list[str]:
    return [f"{path.relative_to(PACKAGE)}:{what}" for path in paths for what in look(path.read_text())]


def test_no_template_holds_inline_script_or_style_or_another_host() -> None:
    assert _wrong(TEMPLATES, refused) == []


def test_no_style_sheet_fetches_from_another_host() -> None:
    assert _wrong(STYLES, outside) == []


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color:red">',
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        '<button onclick="x()">',
        '<img src="https://example.org/x.png" alt="">',
        '<link rel="stylesheet" href="//example.org/x.css">',
    ],
)
def test_the_guard_sees_what_the_policy_refuses(text: str) -> None:
    assert refused(text)


def test_the_guard_lets_our_own_files_pass() -> None:
    assert not refused('<script src="{% static "a.js" %}" defer></script><a href="https://example.org">x</a>')
