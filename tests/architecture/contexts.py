"""What a template is given: plain data only, however deep one looks."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.db.models import Manager, Model, QuerySet
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest

DEEPEST = 12
PASSED_OVER = {"request", "csrf_token", "messages", "perms", "True", "False", "None", "block", "forloop"}


def records_in(value: Any, path: str = "", depth: int = 0, seen: set[int] | None = None) -> Iterator[str]:
    """Where in `value` a record, queryset or manager stands: the path to it and its kind."""
    seen = set() if seen is None else seen
    if isinstance(value, Model | QuerySet | Manager):
        yield f"{path} is a {type(value).__name__}"
        return
    if depth > DEEPEST or id(value) in seen or isinstance(value, HttpRequest):
        return
    seen.add(id(value))
    for name, inner in _inside(value):
        yield from records_in(inner, f"{path}.{name}", depth + 1, seen)


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value) and not isinstance(value, type):
        yield from ((f.name, getattr(value, f.name)) for f in fields(value))
    elif isinstance(value, Mapping):
        yield from ((str(key), inner) for key, inner in value.items() if str(key) not in PASSED_OVER)
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((str(place), inner) for place, inner in enumerate(value))
    elif isinstance(value, BaseForm):
        yield "initial", value.initial
        yield from vars(value).items()
        yield from ((name, vars(field)) for name, field in value.fields.items())
    elif isinstance(value, BaseFormSet):
        yield from enumerate_forms(value)


def enumerate_forms(formset: Any) -> Iterator[tuple[str, Any]]:
    yield from ((str(place), form) for place, form in enumerate(formset.forms))
