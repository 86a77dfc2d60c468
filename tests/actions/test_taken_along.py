"""When a household splits, what is kept secret of who leaves is guarded in their own dossier too."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from tests.actions.test_guard import ADDRESS, HINT, note, readers, warned, writes
from tests.actions.test_unaware import with_ayse
from tests.cast import Cast, samira_and_karim

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.actions import openings, splitting, ties, withholding
from naast.records.models import ContactData

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    found.address = note(found, "samira", "address", ADDRESS)  # type: ignore[attr-defined]
    return found


def split(cast: Cast, *leaving: str, secrets: bool = True) -> Cast:
    """The cast, in the dossier of who left."""
    viewer = cast.viewer("jerrel")
    new = splitting.split(
        viewer=viewer,
        dossier=cast.dossier,
        leaving=[cast.people[name] for name in leaving],
        on=viewer.today,
        purpose="gaat apart wonen",
        secrets=secrets,
    )
    return replace(cast, dossier=new)


def kept_secret(cast: Cast) -> list[tuple[str, str]]:
    """(whose, what) is guarded in this dossier, oldest first."""
    names = {row: name for name, row in cast.rows.items()}
    with upkeep():
        rows = ContactData.objects.filter(entry__dossier__public_id=cast.dossier, guarded=True)
        return [(names[row.person_id], row.value) for row in rows.order_by("entry_id")]


def facts(cast: Cast) -> list[UUID]:
    with upkeep():
        rows = ContactData.objects.filter(entry__dossier__public_id=cast.dossier).order_by("entry_id")
        return list(rows.values_list("entry__public_id", flat=True))


def test_the_new_dossier_warns_of_the_address_of_who_left(cast: Cast) -> None:
    apart = split(cast, "samira", "yusuf")
    assert warned(lambda: writes(apart, "jerrel", HINT, "yusuf"))
    assert readers(apart, writes(apart, "jerrel", HINT, "samira")) == {"samira"}


def test_it_is_told_to_the_same_people_as_far_as_they_leave_too(cast: Cast) -> None:
    told_to = [cast.people["yusuf"], cast.people["noa"]]
    openings.widen(viewer=cast.viewer("jerrel"), entry=cast.address, readers=told_to, how="asked")  # type: ignore[attr-defined]
    apart = split(cast, "samira", "yusuf")
    [fact] = facts(apart)
    assert readers(apart, fact) == {"samira", "yusuf"}


def test_the_secret_of_who_stays_does_not_leave_with_the_others(cast: Cast) -> None:
    assert kept_secret(split(cast, "yusuf")) == []


def test_only_what_is_kept_secret_goes_along(cast: Cast) -> None:
    note(cast, "samira", "work", "Oosterlicht", guarded=False)
    assert len(facts(cast)) == 2
    apart = split(cast, "samira")
    assert len(facts(apart)) == 1
    assert kept_secret(apart) == [("samira", ADDRESS)]


def test_nothing_goes_along_where_the_worker_does_not_want_it(cast: Cast) -> None:
    assert kept_secret(split(cast, "samira", secrets=False)) == []


def test_a_shelter_that_was_left_stays_secret(cast: Cast) -> None:
    viewer = cast.viewer("jerrel")
    ties.end_contact_data(viewer=viewer, contact=cast.address, on=viewer.today - timedelta(days=3))  # type: ignore[attr-defined]
    assert kept_secret(split(cast, "samira")) == [("samira", ADDRESS)]


def test_what_the_worker_may_not_read_stays_behind(cast: Cast) -> None:
    with_ayse(cast)
    withholding.withhold(
        viewer=cast.viewer("ayse"),
        dossier=cast.dossier,
        human=cast.people["jerrel"],
        reason="kent Karim",
        entry=cast.address,  # type: ignore[attr-defined]
    )
    assert kept_secret(split(cast, "samira")) == []


@pytest.mark.parametrize("what", ["entry", "person"])
def test_a_colleague_from_whom_it_is_kept_may_not_read_it_there_either(cast: Cast, what: str) -> None:
    with_ayse(cast)
    kept = {"entry": cast.address, "person": cast.people["samira"]}  # type: ignore[attr-defined]
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent Karim",
        **{what: kept[what]},
    )
    apart = split(cast, "samira")
    with_ayse(apart)
    [fact] = facts(apart)
    for name, reads in (("jerrel", True), ("ayse", False)):
        with viewer_door(apart.viewer(name), apart.dossier) as reach:
            assert policy.entries(reach).filter(public_id=fact).exists() == reads


def join(cast: Cast, *coming: str, secrets: bool = True) -> None:
    viewer = cast.viewer("jerrel")
    people = [cast.people[name] for name in coming]
    splitting.join_again(
        viewer=viewer, dossier=cast.dossier, persons=people, on=viewer.today, secrets=secrets
    )


@pytest.mark.parametrize(("secrets", "guarded"), [(True, ["06-12345678"]), (False, [])])
def test_what_was_kept_secret_apart_comes_back_once(cast: Cast, secrets: bool, guarded: list[str]) -> None:
    apart = split(cast, "samira")
    note(apart, "samira", "phone", "06-12345678")
    join(cast, "samira", secrets=secrets)
    assert kept_secret(cast) == [("samira", value) for value in (ADDRESS, *guarded)]
