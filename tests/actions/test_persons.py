"""What happens to a person: birth continues the unborn one, death ends every reading right, a name can be secret."""

from datetime import date, timedelta

import pytest
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import households
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import dossiers, persons
from naast.actions.act import Invalid
from naast.actions.dossiers import NewPerson
from naast.records.models import CircleRow, Person, Relation, Share

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def expecting(cast: Cast) -> None:
    cast.people["baby"] = dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=NewPerson("baby", "de baby", unborn=True),
        relation=None,
        member=True,
    )


def test_a_twin_has_the_parents_and_the_household_of_the_unborn_child(cast: Cast) -> None:
    expecting(cast)
    with upkeep():
        baby = Person.objects.get(public_id=cast.people["baby"])
    from naast.actions import ties

    ties.relate(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        one=cast.people["samira"],
        tie="parent",
        other=cast.people["baby"],
    )
    first, second = persons.born(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["baby"],
        on=TODAY,
        names=["Amal", "Adam"],
        family_name="Haddad",
    )
    assert first == baby.public_id
    with upkeep():
        assert Relation.objects.filter(
            other__public_id=second, type="parent", one__call_name="Samira"
        ).exists()
    assert {"Amal", "Adam"} <= set(households.household(cast.viewer("samira"), cast.dossier).names)


def test_who_is_born_already_is_not_born_again(cast: Cast) -> None:
    with pytest.raises(Invalid):
        persons.born(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            person=cast.people["noa"],
            on=TODAY,
            names=["Noa"],
            family_name="",
        )


def test_a_lost_child_leaves_the_household_and_stays_known(cast: Cast) -> None:
    expecting(cast)
    persons.lost(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["baby"], on=TODAY)
    page = households.household(cast.viewer("jerrel"), cast.dossier)
    assert "de baby" not in page.names
    assert [m.face.deceased for m in page.former] == [True]


def test_death_ends_circle_rows_and_shares_also_those_to_come(cast: Cast) -> None:
    cast.tells("samira", "Ik ben bang.", "karim")
    persons.died(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["karim"], on=TODAY)
    with upkeep():
        for model in (CircleRow, Share):
            assert not model.objects.filter(human_id=cast.rows["karim"], ends=None).exists()
            assert not model.objects.filter(human_id=cast.rows["karim"], ends__gt=cast.clock.at).exists()
    with pytest.raises(Missing):
        households.household(cast.viewer("karim"), cast.dossier)


def test_death_before_birth_or_tomorrow_is_said_at_the_field(cast: Cast) -> None:
    for wrong in (date(1900, 1, 1), TODAY + timedelta(days=2)):
        with pytest.raises(Invalid) as said:
            persons.died(
                viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["karim"], on=wrong
            )
        assert "on" in said.value.errors


def test_only_the_team_notes_a_death_or_a_name(cast: Cast) -> None:
    for name in ("karim", "ellen", "ayse"):
        with pytest.raises(Missing):
            persons.died(
                viewer=cast.viewer(name), dossier=cast.dossier, person=cast.people["samira"], on=TODAY
            )
        with pytest.raises(Missing):
            persons.rename(
                viewer=cast.viewer(name),
                dossier=cast.dossier,
                person=cast.people["samira"],
                call_name="Sam",
            )


def test_a_secret_new_name_is_not_read_by_who_may_not(cast: Cast) -> None:
    persons.rename(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        call_name="Maryam",
        guarded=True,
    )
    assert "Maryam" not in repr_of(households.household(cast.viewer("karim"), cast.dossier))
    assert "Maryam" in repr_of(households.household(cast.viewer("samira"), cast.dossier))


def repr_of(page: households.HouseholdPage) -> str:
    """Every name and value on a page, for looking in."""
    return " ".join([*(f.full_name for f in page.known), *(c.value for c in page.contacts)])
