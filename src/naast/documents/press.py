"""Sets a document as a PDF that can be read aloud, with typst: words go in as data and are never read as markup."""

import json
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
LONG = re.compile(r"\S{20}(?=\S{5})")  # a word that is broken here where it would run off the paper
BREAK = "\u200b"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to keep or print. Its name, title and other data tell nobody whose it is or what stands in it."""

    name: str
    content: bytes = field(repr=False)
    mime: str = "application/pdf"


def press(name: str, template: str, told: Mapping[str, Any], at: datetime) -> Paper:
    """`told` (what JSON can hold) set by `template`, as made at `at`: the same words and moment give the same bytes.

    A sign that no font has is a box on the paper. PDF/UA asks that there be none, so then the file does not call
    itself that; its tags, title and language are the same.
    """
    import typst  # large, and most workers never print

    words = {"told": json.dumps(_clean(told))}

    def pdf(standard: Literal["ua-1"] | None) -> bytes:
        return typst.compile(
            HERE / template,
            root=HERE,
            font_paths=fonts(),
            format="pdf",
            sys_inputs=words,
            pdf_standards=standard,
            timestamp=int(at.timestamp()),
        )

    with suppress(typst.TypstError):
        return Paper(name, pdf("ua-1"))
    return Paper(name, pdf(None))


@cache
def fonts() -> "typst.Fonts":
    """The fonts of the look; behind them those of the machine, for a script that ours do not have."""
    import typst

    return typst.Fonts(font_paths=[HERE / "fonts"])


def _clean(told: Any) -> Any:
    """The same, without what can not be printed, and with places where a very long word may be broken."""
    if isinstance(told, str):
        text = "\n".join(told.expandtabs(1).splitlines())
        text = "".join(one for one in text if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs"))
        return LONG.sub(rf"\g<0>{BREAK}", text)
    if isinstance(told, Mapping):
        return {name: _clean(value) for name, value in told.items()}
    return [_clean(one) for one in told] if isinstance(told, list | tuple) else told
