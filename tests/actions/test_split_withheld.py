"""When a household splits, who must stay out of it stays out of the new dossier as well."""

import pytest
from tests.actions.test_taken_along import split
from tests.actions.test_unaware import with_ayse
from tests.cast import Cast, samira_and_karim

from naast.access.doors import upkeep
from naast.actions import splitting
from naast.actions import withholding as acts
from naast.actions.act import Invalid, Refused
from naast.records.models import Dossier, Withheld

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def withhold(cast: Cast, human: str, by: str = "jerrel", **what: object) -> None:
    acts.withhold(
        viewer=cast.viewer(by), dossier=cast.dossier, human=cast.people[human], reason="is een tante", **what
    )


def kept_there(cast: Cast) -> list[tuple[str, str | None, bool]]:
    """(from whom, with whom, for work only) of the newest dossier."""
    names = {row: name for name, row in cast.rows.items()}
    with upkeep():
        rows = Withheld.objects.filter(dossier=Dossier.objects.latest("id"), entry=None).order_by("id")
        assert all(row.reason == "is een tante" for row in rows)
        return [(names[row.human_id], names.get(row.person_id), row.work_only) for row in rows]


def splits(cast: Cast, *leaving: str, open_to: tuple[str, ...] = ()) -> None:
    viewer = cast.viewer("jerrel")
    splitting.split(
        viewer=viewer,
        dossier=cast.dossier,
        leaving=[cast.people[name] for name in leaving],
        on=viewer.today,
        purpose="gaat apart wonen",
        open_to=tuple(cast.people[name] for name in open_to),
    )


def test_a_colleague_who_is_kin_stays_out_of_the_new_dossier(cast: Cast) -> None:
    withhold(cast, "ayse")
    splits(cast, "yusuf")
    assert kept_there(cast) == [("ayse", None, True)]


def test_a_colleague_who_said_so_themselves_can_not_come_into_the_new_dossier(cast: Cast) -> None:
    with_ayse(cast)
    acts.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="is een tante")
    apart = split(cast, "yusuf")
    assert kept_there(cast) == [("ayse", None, True)]
    with pytest.raises((Invalid, Refused)):
        with_ayse(apart)


def test_the_worker_may_choose_that_the_new_dossier_is_open_to_them(cast: Cast) -> None:
    withhold(cast, "ayse")
    withhold(cast, "karim")
    splits(cast, "yusuf", open_to=("ayse",))
    assert kept_there(cast) == [("karim", None, False)]


def test_what_is_kept_with_a_person_goes_along_with_that_person_only(cast: Cast) -> None:
    for person in ("yusuf", "noa"):
        withhold(cast, "karim", person=cast.people[person])
    splits(cast, "yusuf", open_to=("karim",))
    assert kept_there(cast) == [("karim", "yusuf", False)]


def test_an_entry_that_is_kept_stays_behind_with_its_dossier(cast: Cast) -> None:
    withhold(cast, "karim", entry=cast.tells("samira", "Hij kwam om tien uur.", "karim"))
    splits(cast, "yusuf")
    assert kept_there(cast) == []


def test_who_is_kept_out_without_the_worker_knowing_of_them_stays_out_whatever_is_chosen(cast: Cast) -> None:
    """Karim is known only from what is kept from the worker who splits."""
    with_ayse(cast)
    withhold(cast, "karim")
    withhold(cast, "jerrel", by="ayse", person=cast.people["karim"])
    splits(cast, "yusuf", open_to=("karim",))
    assert [kept for kept in kept_there(cast) if kept[0] == "karim"] == [("karim", None, False)]
