"""A death ends ways in and reading of one human, over all persons that they are; and what it leaves alone."""

from uuid import UUID

import pytest
from tests.actions.test_joining import add, house, join, join_by_hand, labels, part
from tests.actions.test_joining import cast as cast
from tests.cast import NOW, Cast, resident_account

from naast.access import households
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import coming_in, hand_over, involvements, persons, residents
from naast.actions.act import Invalid, Refused
from naast.actions.dossiers import NewPerson
from naast.records.models import Account, CircleRow, Involvement, Membership, Share

pytestmark = pytest.mark.django_db


def dies(cast: Cast, name: str) -> None:
    persons.died(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people[name], on=NOW.date())


def is_open(cast: Cast, name: str) -> bool:
    return Account.objects.get(pk=cast.accounts[name].pk).is_active


def reads(cast: Cast, name: str, model: type = CircleRow) -> bool:
    with upkeep():
        rows = model.objects.filter(human_id=cast.rows[name])  # type: ignore[attr-defined]
        return bool(rows.exclude(ends__lte=cast.clock.at).exists())


def comes_in(cast: Cast, name: str) -> bool:
    """Does a link of a new account, made by a team that knows nothing, open anything?"""
    if not is_open(cast, name):
        resident_account(cast, name)
    account = cast.accounts[name]
    with upkeep():
        residents.write_link(
            account, cast.accounts["jerrel"].pk, cast.clock.at, residents.LINK_LASTS, "x" * 9
        )
    hashes = [residents.token_hash("x" * 9, 0)]
    viewer = coming_in.Viewer(account.pk, account.human_id, "resident", cast.clock.at)
    try:
        coming_in.come_in(viewer=viewer, hashes=hashes)
    except Refused:
        return False
    return True


def gives_way_in(cast: Cast, name: str) -> None:
    hand_over.hand_over(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people[name], present=False
    )


@pytest.mark.parametrize("name", ["brug", "karim"])
def test_a_death_noted_of_one_ends_the_account_and_the_reading_of_both(cast: Cast, name: str) -> None:
    cast.tells("samira", "Ik ben bang.", "karim", "brug")
    salt = cast.accounts["karim"].salt
    join(cast)
    dies(cast, name)
    assert not is_open(cast, "karim")
    assert Account.objects.get(pk=cast.accounts["karim"].pk).salt != salt
    for one in ("karim", "brug"):
        assert not reads(cast, one)
        assert not reads(cast, one, Share)
    with pytest.raises(Missing):
        households.household(cast.viewer("karim"), cast.dossier)


def test_it_reaches_to_the_end_of_a_chain_that_nobody_sees(cast: Cast) -> None:
    add(cast, "derde", NewPerson("derde", "Derde"), ("network", "samira"))
    join_by_hand(cast, "karim", "derde")
    join_by_hand(cast, "derde", "brug")
    dies(cast, "brug")
    assert not is_open(cast, "karim")


def test_who_is_joined_with_one_who_has_died_reads_no_more(cast: Cast) -> None:
    cast.tells("samira", "Ik ben bang.", "karim")
    dies(cast, "brug")
    assert is_open(cast, "karim")
    assert reads(cast, "karim")
    join(cast)
    assert not is_open(cast, "karim")
    assert not reads(cast, "karim")


def test_a_link_made_later_opens_nothing_while_they_are_one(cast: Cast) -> None:
    join(cast)
    dies(cast, "brug")
    assert not comes_in(cast, "karim")


def test_parting_gives_nothing_back_by_itself_and_lets_the_team_give_it(cast: Cast) -> None:
    join(cast)
    dies(cast, "brug")
    part(cast)
    assert not is_open(cast, "karim")
    assert not reads(cast, "karim")
    assert comes_in(cast, "karim")


def test_no_screen_is_handed_to_one_whose_other_person_has_died(cast: Cast) -> None:
    with pytest.raises(Invalid):  # only asks whether Karim is present
        gives_way_in(cast, "karim")
    join(cast)
    dies(cast, "brug")
    with pytest.raises(Missing):
        gives_way_in(cast, "karim")


def test_the_face_of_both_has_died_for_who_may_know_of_both(cast: Cast) -> None:
    join(cast)
    dies(cast, "brug")
    gone = [face.label for face in house(cast).known if face.deceased]
    assert gone == ["Karim"]
    if "Karim" in labels(house(cast, "samira").known):
        assert not [face for face in house(cast, "samira").known if face.label == "Karim" and face.deceased]


def test_what_is_told_of_the_other_one_stays_for_its_team_to_end(cast: Cast) -> None:
    join(cast, "samira", "brug")
    dies(cast, "brug")
    with upkeep():
        assert Membership.objects.filter(person_id=cast.rows["samira"], ends=None).exists()


def works_too(cast: Cast) -> None:
    """Ayşe works here, and is taken for Brugman."""
    account: UUID = cast.accounts["ayse"].public_id
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, account=account, role="team", starts=cast.clock.at
    )
    join(cast, "brug", "ayse")


def test_a_colleague_who_has_died_can_not_come_in_and_their_households_wait_for_the_lead(cast: Cast) -> None:
    account = Account.objects.get(pk=cast.accounts["ayse"].pk)
    account.set_password("een lang wachtwoord")
    account.save()
    before = account.get_session_auth_hash()
    works_too(cast)
    dies(cast, "brug")
    account.refresh_from_db()
    assert account.get_session_auth_hash() != before
    assert not account.has_usable_password()
    assert not reads(cast, "ayse")
    assert is_open(cast, "ayse")  # closed by the lead, who chooses a fixed face
    with upkeep():
        assert Involvement.objects.filter(person_id=cast.rows["ayse"], ends=None).exists()
    with pytest.raises(Missing):
        house(cast, "ayse")


def test_nobody_else_loses_anything(cast: Cast) -> None:
    join(cast)
    dies(cast, "karim")
    assert house(cast, "samira")
    assert house(cast)
