"""Find what is to be translated, bring the Dutch catalogues up to date and compile them, in Python only."""

import argparse
import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib

from .places import CHECKOUT, PACKAGE

LANGUAGE = "nl"
COMPILED = PACKAGE / "locale" / LANGUAGE / "LC_MESSAGES" / "django.mo"  # settings.LOCALE_PATHS
FACES = ("staff", "portal")
KEYWORDS = {
    "_": None,
    "N_": None,  # marks a text in a layer without Django; a face translates it
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
Key = tuple[str | None, str]  # context and message id


def catalogues() -> dict[str, Path]:
    """Every Dutch catalogue by its home: a layer, or one screen of a face ("staff/plan")."""
    return {
        path.parents[3].relative_to(PACKAGE).as_posix(): path
        for path in sorted(PACKAGE.rglob(f"locale/{LANGUAGE}/LC_MESSAGES/django.po"))
    }


def home(path: Path) -> str:
    """Where the words of a file are kept: its screen in a face, else its layer."""
    parts = path.relative_to(PACKAGE).parts
    return "/".join(parts[:2]) if parts[0] in FACES and len(parts) > 2 else parts[0]


def _python_of(path: Path) -> bytes:
    """Python source in which the calls to gettext stand; a template is turned into such source first."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text.encode()
    from django.utils.translation.template import templatize

    # What is left of a template has odd indents, which Python's tokeniser refuses.
    return "\n".join(line.strip() for line in templatize(text, origin=str(path)).split("\n")).encode()


def used_in(path: Path) -> Iterator[tuple[Key, str | None, int]]:
    """(context and id, plural id or None, line) of every text to translate in one file."""
    from babel.messages.extract import extract

    for line, message, _comments, context in extract("python", BytesIO(_python_of(path)), keywords=KEYWORDS):
        parts = message if isinstance(message, tuple) else (message,)
        if parts[0]:
            yield (context, parts[0]), parts[1] if len(parts) > 1 else None, line


def used() -> dict[str, dict[Key, tuple[str | None, str]]]:
    """By home: every text to translate, with its plural and the first place that uses it."""
    found: dict[str, dict[Key, tuple[str | None, str]]] = {}
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        layer = path.relative_to(PACKAGE).parts[0]
        if layer in ("cli", "content") or "migrations" in path.parts:
            continue
        for key, plural, line in used_in(path):
            place = f"{path.relative_to(CHECKOUT)}:{line}"
            found.setdefault(home(path), {}).setdefault(key, (plural, place))
    return found


def translated(entry: polib.POEntry) -> bool:
    """Whether the entry has a Dutch text, in every plural form, that nobody doubts."""
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return all(forms) and not entry.fuzzy and not entry.obsolete


def _dutch(entry: polib.POEntry) -> tuple[str, ...]:
    return entry.msgstr, *entry.msgstr_plural.values()


def _by_django() -> dict[Key, polib.POEntry]:
    """What Django and the apps we use translate themselves: the same text need not be said twice."""
    import allauth
    import django

    files: list[Path] = []
    for package in (django, allauth):
        root = Path(str(package.__file__)).parent
        files += [
            f
            for f in root.glob(f"**/locale/{LANGUAGE}/LC_MESSAGES/django.mo")
            if not {"admin", "humanize", "gis"} & set(f.parts)
        ]
    found: dict[Key, polib.POEntry] = {}
    for path in files:
        for entry in polib.mofile(str(path)):
            found.setdefault((entry.msgctxt, entry.msgid), entry)
    return found


def _places_to_fill(text: str) -> list[str]:
    return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w*\}", text))


def problems() -> list[str]:
    """What is wrong with the catalogues: texts without Dutch, and Dutch that fills in other names than its id."""
    known: dict[Key, polib.POEntry] = {}
    wrong: list[str] = []
    for path in catalogues().values():
        for entry in polib.pofile(str(path)):
            key = (entry.msgctxt, entry.msgid)
            if key in known and _dutch(known[key]) != _dutch(entry):
                wrong.append(f"{path.relative_to(CHECKOUT)}:{entry.linenum} other Dutch for {entry.msgid!r}")
            if translated(entry):
                known[key] = entry
            if entry.msgstr and _places_to_fill(entry.msgstr) != _places_to_fill(entry.msgid):
                wrong.append(
                    f"{path.relative_to(CHECKOUT)}:{entry.linenum} fills in other names than {entry.msgid!r}"
                )
    theirs = _by_django()
    for texts in used().values():
        for key, (plural, place) in texts.items():
            if key not in known and key not in theirs:
                wrong.append(f"{place} no Dutch for {key[1]!r}")
            elif plural and key in known and not known[key].msgid_plural:
                wrong.append(f"{place} no plural Dutch for {key[1]!r}")
    return wrong


def _new_catalogue(path: Path) -> polib.POFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.fpath = str(path)
    catalogue.metadata = {
        "Language": LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue


def update() -> int:
    """Add an empty entry to the right catalogue for every text that has none anywhere; returns how many."""
    paths = catalogues()
    known = {(e.msgctxt, e.msgid) for path in paths.values() for e in polib.pofile(str(path))} | set(
        _by_django()
    )
    added = 0
    for place, texts in used().items():
        missing = {key: plural for key, (plural, _place) in texts.items() if key not in known}
        if not missing:
            continue
        path = paths.get(place, PACKAGE / place / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po")
        catalogue = polib.pofile(str(path), wrapwidth=110) if path.exists() else _new_catalogue(path)
        for (context, text), plural in sorted(missing.items(), key=lambda item: item[0][1]):
            forms = {0: "", 1: ""} if plural else {}
            catalogue.append(
                polib.POEntry(msgctxt=context, msgid=text, msgid_plural=plural or "", msgstr_plural=forms)
            )
        catalogue.save(str(path))
        known |= set(missing)
        added += len(missing)
    return added


def compile_all() -> int:
    """Write the one compiled catalogue where a .po is newer; returns how many .po files went into it, or 0.

    One, since Django looks for each text in every catalogue that it loaded, one after the other.
    """
    paths = catalogues().values()
    stamp = max(path.stat().st_mtime_ns for path in paths)
    if COMPILED.exists() and COMPILED.stat().st_mtime_ns == stamp:
        return 0
    texts = {(e.msgctxt, e.msgid): e for path in paths for e in polib.pofile(str(path))}
    every = _new_catalogue(COMPILED)
    every.extend(texts.values())
    new = COMPILED.with_suffix(f".{os.getpid()}")
    every.save_as_mofile(str(new))
    os.utime(new, ns=(stamp, stamp))
    new.replace(COMPILED)  # whole or not at all: another process may be reading
    return len(paths)


def main(argv: list[str]) -> int:
    """`--check` only looks, and answers 1 where a text has no Dutch; else adds what is missing and compiles."""
    parser = argparse.ArgumentParser(prog="./naast translations", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where Dutch is missing")
    if not parser.parse_args(argv).check:
        print(f"{update()} texts added without Dutch, {compile_all()} catalogues compiled")
    wrong = problems()
    print("\n".join(wrong))
    print(f"{len(wrong)} texts to mend" if wrong else "every text has its Dutch")
    return 1 if wrong else 0
