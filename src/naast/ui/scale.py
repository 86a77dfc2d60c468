"""The scale from 0 to 10 on the web faces: one question with all its answers, and each answer in words and in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.access.scores import Given, Voice
from naast.rules.scores import HIGHEST, LOWEST, NO_NUMBER, NOT_ASKED, NUMBER, PICTURE, PICTURES, place

Answer = tuple[str, int | None]
NUMBERS: dict[str, Answer] = {f"n{value}": (NUMBER, value) for value in range(LOWEST, HIGHEST + 1)}
DRAWN: dict[str, Answer] = {f"p{value}": (PICTURE, value) for value in range(len(PICTURES))}
WITHOUT: dict[str, Answer] = {NO_NUMBER: (NO_NUMBER, None), NOT_ASKED: (NOT_ASKED, None)}
ANSWERS = NUMBERS | DRAWN | WITHOUT


def said(answer: str, value: int | None) -> str:
    """An answer in words: "6", "regen", "liever geen cijfer", "nog niet gevraagd"."""
    if answer == NUMBER:
        return str(value)
    if answer == PICTURE and value is not None:
        return gettext(PICTURES[value])
    return gettext("not asked yet") if answer == NOT_ASKED else gettext("rather no number")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen: its radio button, its words, and whether it is chosen now."""

    code: str
    words: str
    checked: bool


class AnswerField(forms.ChoiceField):
    """Every answer as one choice; cleaned into (answer, value) of rules/scores.py."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [(code, code) for code in ANSWERS]
        super().__init__(choices=choices, error_messages={"required": _("Choose an answer.")}, **kwargs)

    def clean(self, value: Any) -> Any:
        return ANSWERS[super().clean(value)]


class AnswerForm(forms.Form):
    """A form on which somebody answers; `numbers`, `pictures` and `none` are the parts that naast/answer.html draws."""

    answer = AnswerField(label=_("How safe is it now?"))

    def _options(self, codes: Iterable[str]) -> Iterator[Option]:
        now = self["answer"].value()
        for code in codes:
            yield Option(code, said(*ANSWERS[code]), code == now)

    @property
    def numbers(self) -> list[Option]:
        return list(self._options(NUMBERS))

    @property
    def pictures(self) -> list[Option]:
        return list(self._options(DRAWN))

    @property
    def none(self) -> Option:
        return next(self._options([NO_NUMBER]))

    @property
    def not_asked(self) -> Option:
        return next(self._options([NOT_ASKED]))


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer on a ruler: `at` in twentieths from the lowest end, or None where there is nothing to place."""

    words: str
    at: int | None
    picture: int | None


def mark(given: Given) -> Mark:
    """How one answer is drawn."""
    picture = given.value if given.answer == PICTURE else None
    return Mark(said(given.answer, given.value), place(given.answer, given.value), picture)


MOST_POINTS = 12  # of one person in the picture over time; the table has all of them
WIDTH, LEFT, RIGHT, TOP, BOTTOM = 360, 22, 344, 22, 122
HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Point:
    """One answer in the picture over time."""

    x: str
    y: str
    words: str
    picture: int | None


@dataclass(frozen=True, slots=True)
class Strip:
    """One person's answers over time, drawn between the same two days as everybody's; `said` tells it in words."""

    face: Face
    points: tuple[Point, ...]
    line: str
    said: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OverTime:
    """A picture with one strip a person, all of the same days; nothing is added up."""

    strips: tuple[Strip, ...]
    first: date
    last: date


def over_time(voices: Iterable[Voice]) -> OverTime | None:
    """The picture of everybody who answered on more than one day; None where nobody did."""
    placed = {
        voice.face: [g for g in reversed(voice.given) if place(g.answer, g.value) is not None][-MOST_POINTS:]
        for voice in voices
    }
    moved = {face: given for face, given in placed.items() if len({g.on for g in given}) > 1}
    if not moved:
        return None
    days = [given.on for listed in moved.values() for given in listed]
    first, last = min(days), max(days)
    return OverTime(tuple(_strip(face, given, first, last) for face, given in moved.items()), first, last)


def _strip(face: Face, given: list[Given], first: date, last: date) -> Strip:
    points = tuple(_point(one, first, last) for one in given)
    told = ", ".join(f"{one.on.day}-{one.on.month}: {said(one.answer, one.value)}" for one in given)
    return Strip(face, points, " ".join(f"{p.x},{p.y}" for p in points), f"{face.label}. {told}")


def _point(given: Given, first: date, last: date) -> Point:
    x = LEFT + (RIGHT - LEFT) * (given.on - first).days / (last - first).days
    y = BOTTOM - (BOTTOM - TOP) * (place(given.answer, given.value) or 0) / 20
    drawn = mark(given)
    return Point(f"{x:.1f}", f"{y:.1f}", drawn.words, drawn.picture)


@dataclass(frozen=True, slots=True)
class Row:
    """One day in the table, with what everybody answered on it; "" for who did not."""

    day: date
    cells: tuple[tuple[Face, str], ...]


def table(voices: Iterable[Voice]) -> tuple[Row, ...]:
    """Every day on which somebody answered, newest first."""
    listed = [voice for voice in voices if voice.given]
    days = sorted({given.on for voice in listed for given in voice.given}, reverse=True)
    return tuple(Row(day, tuple((voice.face, _on(voice, day)) for voice in listed)) for day in days)


def _on(voice: Voice, day: date) -> str:
    return ", ".join(said(given.answer, given.value) for given in reversed(voice.given) if given.on == day)
