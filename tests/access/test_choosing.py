"""Who can be chosen to read, and what the sentence under a choice names: nobody the chooser may not know of."""

from datetime import date
from uuid import UUID

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import choosing
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import dossiers

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def chooser(cast: Cast, name: str) -> choosing.Chooser:
    assert cast.dossier is not None
    return choosing.chooser(cast.viewer(name), cast.dossier)


def labels(faces) -> list[str]:  # type: ignore[no-untyped-def]
    return [face.label for face in faces]


def test_a_worker_chooses_among_the_household_its_network_and_partners(cast: Cast) -> None:
    found = chooser(cast, "jerrel")
    assert labels(found.faces) == ["Samira", "Yusuf", "Noa", "Karim", "Ellen"]
    assert labels(found.team) == ["Jerrel"]
    assert found.in_team


def test_everyone_is_the_household_and_the_parents_around_it(cast: Cast) -> None:
    found = chooser(cast, "jerrel")
    assert set(found.ids(found.everyone)) == {cast.people[n] for n in ("samira", "yusuf", "noa", "karim")}


def test_the_sentence_names_who_can_not_read(cast: Cast) -> None:
    found = chooser(cast, "jerrel")
    told = found.chosen([cast.people["noa"]], always=[cast.people["samira"]])
    assert labels(told.reads) == ["Samira", "Noa"]
    assert labels(told.cannot) == ["Yusuf", "Karim", "Ellen"]
    assert told.mark != found.chosen([]).mark
    assert found.chosen([f.public_id for f in found.faces]).everybody


def test_the_unborn_and_the_dead_can_be_told_about_but_not_chosen(cast: Cast) -> None:
    for person in (
        dossiers.NewPerson("baby", "Baby", unborn=True),
        dossiers.NewPerson("opa", "Hamid", family_name="Haddad", died_on=date(2020, 1, 1)),
    ):
        dossiers.add_person(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=person, member=True)
    found = chooser(cast, "jerrel")
    assert {"Baby", "Hamid"} <= set(labels(found.subjects))
    assert not {"Baby", "Hamid"} & set(labels(found.faces))


def test_nobody_more_is_proposed_for_a_child_or_for_own_notes(cast: Cast) -> None:
    found = chooser(cast, "jerrel")
    samira, noa = found.face(cast.people["samira"]), found.face(cast.people["noa"])
    assert samira
    assert noa
    assert choosing.proposed(found, samira) == ()
    assert choosing.proposed(found, samira, [noa]) == (cast.people["noa"],)
    assert choosing.proposed(found, noa, [samira]) == ()
    assert choosing.proposed(found, None, [samira]) == ()
    assert choosing.proposed(found, found.team[0], [samira]) == ()


def test_a_parent_with_authority_who_does_not_read_is_named_for_the_ground(cast: Cast) -> None:
    found = chooser(cast, "jerrel")
    yusuf, noa = found.face(cast.people["yusuf"]), found.face(cast.people["noa"])
    assert labels(found.shut_out(yusuf, found.chosen([]))) == ["Samira", "Karim"]
    assert labels(found.shut_out(noa, found.chosen([]))) == ["Samira"]  # Karim's authority is not known
    assert labels(found.shut_out(yusuf, found.chosen([cast.people["karim"]]))) == ["Samira"]


def test_a_resident_chooses_only_among_people_they_may_know_of(cast: Cast) -> None:
    assert labels(chooser(cast, "samira").faces) == ["Yusuf", "Noa"]  # what everyone in the plan may read
    asked = cast.viewer("samira")
    asked = Viewer(asked.account, asked.human, asked.capacity, asked.at, asked_confidential=True)
    assert cast.dossier is not None
    assert "Karim" in labels(choosing.chooser(asked, cast.dossier).faces)


def test_a_name_that_only_a_confidential_telling_holds_is_not_on_anothers_list(cast: Cast) -> None:
    before = labels(chooser(cast, "yusuf").faces)
    cast.tells("samira", "Ik sprak met de buurvrouw.")
    assert labels(chooser(cast, "yusuf").faces) == before


def test_nothing_can_be_chosen_through_somebodys_eyes_or_in_anothers_dossier(cast: Cast) -> None:
    viewer = cast.viewer("jerrel")
    assert cast.dossier is not None
    with pytest.raises(Missing):
        choosing.chooser(viewer.through(Eyes(cast.rows["samira"], "resident", viewer.at)), cast.dossier)
    with pytest.raises(Missing):
        choosing.chooser(cast.viewer("ayse"), cast.dossier)
    with pytest.raises(Missing):
        choosing.chooser(viewer, UUID(int=4))
