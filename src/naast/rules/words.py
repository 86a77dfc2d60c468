"""Dutch search words (a first form: folded words only)."""

import re

from .spelling import fold


def index_text(text: str) -> str:
    """Distinct words with a space before and after each."""
    return " " + " ".join(sorted(set(re.findall(r"[^\W_]+", fold(text))))) + " "


def query_terms(q: str) -> list[str]:
    """The words to look for."""
    return list(dict.fromkeys(re.findall(r"[^\W_]+", fold(q))))
