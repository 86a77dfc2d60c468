"""What everybody who lives in a household reads, in two queries."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast, samira_and_karim

from naast.access.at_home import Open, read_at_home
from naast.access.doors import upkeep
from naast.access.shoulder import NOTHING
from naast.actions import withholding
from naast.records.models import Entry

pytestmark = pytest.mark.django_db
HOME = ("samira", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def row(entry: UUID) -> Entry:
    with upkeep():
        return Entry.objects.get(public_id=entry)


def found(cast: Cast, name: str = "samira", dossier: UUID | None = None) -> Open:
    homes = read_at_home(cast.viewer(name, "resident"), dossier or cast.dossier)
    return next(iter(homes.values()), NOTHING)


def kept(cast: Cast, **what: Any) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["noa"],
        reason="Zij is negen.",
        review_on=None,
        **what,
    )


def test_only_a_circle_that_all_who_live_there_read_is_open(cast: Cast) -> None:
    to_all, to_two = cast.tells("samira", "aan allen", *HOME), cast.tells("samira", "aan twee", "yusuf")
    at_home = found(cast)
    assert row(to_all).circle_id in at_home.circles
    assert row(to_two).circle_id not in at_home.circles
    assert at_home.household == {cast.rows[name] for name in HOME}
    assert not at_home.kept


def test_what_is_kept_from_one_of_them_is_kept_from_the_page_of_another(cast: Cast) -> None:
    entry, other = cast.tells("samira", "aan allen", *HOME), cast.tells("samira", "ook", *HOME)
    kept(cast, entry=entry)
    assert found(cast).kept == {row(entry).id}
    assert row(other).circle_id in found(cast).circles


def test_all_that_names_somebody_is_kept_where_that_person_is(cast: Cast) -> None:
    entry = cast.tells("yusuf", "aan allen", *HOME)
    kept(cast, person=cast.people["yusuf"])
    assert row(entry).id in found(cast).kept


def test_nothing_is_open_where_the_whole_dossier_is_kept_from_one_of_them(cast: Cast) -> None:
    cast.tells("samira", "aan allen", *HOME)
    kept(cast)
    assert not found(cast).circles


def test_a_dossier_of_others_tells_as_much_as_none(cast: Cast) -> None:
    for name, dossier in (("ellen", None), ("samira", uuid4())):
        with CaptureQueriesContext(connection) as asked:
            assert found(cast, name, dossier) == Open(frozenset(), frozenset())
        assert len([one for one in asked if one["sql"].lstrip("( \n").startswith(("SELECT", "WITH"))]) == 2
