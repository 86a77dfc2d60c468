"""No record reaches a template: the crawl walks what every page is given; here the walker itself is tried."""

from dataclasses import dataclass
from typing import Any

import pytest
from django import forms

from naast.records.models import Team

from .contexts import records_in


@dataclass(frozen=True)
class Page:
    """A page that holds whatever it is given."""

    inside: Any


class OneForm(forms.Form):
    """A form whose choices are rows."""

    team = forms.ModelChoiceField(Team.objects.none())


@pytest.mark.parametrize(
    "context",
    [
        {"page": Team()},
        {"page": Page((Page([Team()]),))},
        {"rows": Team.objects.all()},
        {"manager": {"deep": Team.objects}},
        {"form": OneForm()},
        {"form": forms.Form(initial={"team": Team()})},
    ],
)
def test_a_record_is_seen_however_deep_it_stands(context: dict[str, Any]) -> None:
    assert list(records_in(context))


def test_plain_data_passes() -> None:
    assert not list(records_in({"page": Page((1, "a", {"b": [None]})), "form": forms.Form()}))
