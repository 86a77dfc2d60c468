"""Statements that are written once: what is kept is the text, never a value."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import QuerySet
from tests.cast import Cast, samira_and_karim

from naast.access import policy, ready
from naast.access.doors import viewer_door
from naast.access.one_of import Ids, OneOf
from naast.access.reach import Reach
from naast.access.viewer import Eyes
from naast.records.models import Entry

pytestmark = pytest.mark.django_db


def _all(reach: Reach) -> QuerySet[Entry]:
    return policy.newest(reach).order_by("confirmed_at", "public_id")


def _some(reach: Reach, kind: str, rows: Ids | None, since: Any, words: Any) -> QuerySet[Entry]:
    found = policy.entries(reach).filter(kind=kind)
    if rows is not None:
        found = found.filter(OneOf("id", rows))
    if since is not None:
        found = found.filter(confirmed_at__gte=since)
    if words is not None:
        found = found.filter(words__contains=words)
    return found.order_by("public_id")


@pytest.fixture
def told() -> Cast:
    cast = samira_and_karim()
    cast.tells("samira", "alleen het team")
    cast.tells("samira", "met Karim", "karim")
    cast.tells("karim", "van Karim")
    return cast


@pytest.mark.parametrize("name", ["jerrel", "samira", "karim", "noa"])
def test_a_kept_statement_gives_what_the_orm_gives_to_every_viewer(told: Cast, name: str) -> None:
    for _ in range(2):
        for other in ("jerrel", "samira", "karim", name):
            with viewer_door(told.viewer(other), told.dossier) as reach:
                assert ready.rows(_all, reach) == list(_all(reach))


def test_a_kept_statement_holds_through_the_eyes_of_another(told: Cast) -> None:
    for name in ("samira", "karim"):
        own = told.viewer("jerrel")
        eyes = Eyes(told.rows[name], "resident", own.at)
        with viewer_door(replace(own, eyes_of=eyes), told.dossier) as reach:
            assert ready.rows(_all, reach) == list(_all(reach))


def test_no_value_of_the_first_run_stays_in_the_next(told: Cast) -> None:
    with viewer_door(told.viewer("jerrel"), told.dossier) as reach:
        rows = ready.rows(_all, reach)
        passages = [entry for entry in rows if entry.kind == "passage"]
        for one in passages:
            found = ready.rows(_some, reach, "passage", rows={one.id}, since=None, words=None)
            assert found == [one]
        for since in (passages[0].confirmed_at, passages[-1].confirmed_at + timedelta(seconds=1)):
            found = ready.rows(_some, reach, "passage", rows=None, since=since, words=None)
            assert {e.id for e in found} == {e.id for e in passages if e.confirmed_at >= since}
        for words in ("team", "met", "100%", "_"):
            found = ready.rows(_some, reach, "passage", rows=None, since=None, words=words)
            assert {e.id for e in found} == {e.id for e in passages if words in e.words}
        assert ready.rows(_some, reach, "moment", rows={1}, since=None, words=None) == []


def test_a_statement_is_written_once_for_a_shape(told: Cast) -> None:
    written = []

    def counted(reach: Reach) -> QuerySet[Entry]:
        written.append(reach)
        return _all(reach)

    for name in ("jerrel", "jerrel"):
        with viewer_door(told.viewer(name), told.dossier) as reach:
            ready.rows(counted, reach)
    assert len(written) == 1
