"""Households open through the act: a sample of the official test persons, whatever the register knows of them."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import households
from naast.access.viewer import Missing
from naast.actions import dossiers
from naast.actions.act import Invalid
from naast.actions.dossiers import NewMember, NewPerson
from naast.actions.taking import proposed_places, take
from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.fake import FakeRegister
from naast.integrations.brp.fake.persons import DATA_FROM, official_test_persons
from naast.rules.bsn import Bsn
from naast.rules.household_proposal import propose

pytestmark = pytest.mark.django_db
EVERY = 40  # one test person in so many; `./naast report register` opens all


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def test_a_sample_of_the_test_persons_opens_with_the_people_who_were_proposed(cast: Cast) -> None:
    numbers = [Bsn(raw["burgerservicenummer"]) for raw in official_test_persons()][::EVERY]
    assert len(numbers) > 20
    with FakeRegister() as register, BrpClient(register.base_url) as client:
        for number in numbers:
            focus = client.by_bsn(number, "test", with_address=True)
            proposal = propose(focus, DATA_FROM)
            places = proposed_places(proposal)
            if "in" not in places.values():  # the dead are no members: a person decides who is
                places["focus"] = "in"
            taken = take(proposal, [focus], [], places, {}, [], DATA_FROM)
            opened = dossiers.open_household(
                viewer=cast.viewer("jerrel"),
                persons=taken.persons,
                members=taken.members,
                relations=taken.relations,
                authorities=taken.authorities,
                purpose="test",
            )
            page = households.household(cast.viewer("jerrel"), opened)
            assert {m.face.full_name for m in page.members}
            assert len(page.members) <= len(taken.members)
            assert len(page.authorities) == len(taken.authorities)


def test_an_address_is_read_by_its_owner_and_a_secret_one_is_guarded(cast: Cast) -> None:
    opened = dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[
            NewPerson("a", "Ada", secret=True, addresses=(("address", "Lindehof 12, 1234AB Voorbeeldstad"),)),
            NewPerson("b", "Bo"),
        ],
        members=[NewMember("a"), NewMember("b")],
        purpose="test",
    )
    [line] = households.household(cast.viewer("jerrel"), opened).contacts
    assert (line.face.label, line.guarded) == ("Ada", True)


def test_nobody_or_no_reason_is_said_at_its_field(cast: Cast) -> None:
    for members, purpose, field in (([], "x", "members"), ([NewMember("a")], " ", "purpose")):
        with pytest.raises(Invalid) as said:
            dossiers.open_household(
                viewer=cast.viewer("jerrel"),
                persons=[NewPerson("a", "Ada")],
                members=members,
                purpose=purpose,
            )
        assert field in said.value.errors


def test_only_staff_opens_a_household(cast: Cast) -> None:
    for name in ("samira", "ellen"):
        with pytest.raises(Missing):
            dossiers.open_household(
                viewer=cast.viewer(name),
                persons=[NewPerson("a", "Ada")],
                members=[NewMember("a")],
                purpose="x",
            )


def test_who_is_in_the_household_is_not_added_twice(cast: Cast) -> None:
    new = NewPerson("opa", "Opa", bsn="999993653")
    dossiers.add_person(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=new, member=True)
    with pytest.raises(Invalid):
        dossiers.add_person(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=new, member=True)
