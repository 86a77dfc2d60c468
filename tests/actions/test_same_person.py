"""A possible match elsewhere is put to that dossier's fixed face, and the searcher can not tell."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast, samira_and_karim

from naast.access import finding, households
from naast.access.household_lines import Notice
from naast.access.viewer import Missing
from naast.actions import dossiers, same_person
from naast.actions.act import Invalid
from naast.actions.dossiers import NewMember, NewPerson
from naast.actions.same_person import Sought

pytestmark = pytest.mark.django_db
SAMIRA = Sought(family_name="Hadad", birth=date(1992, 4, 2))
NOBODY = Sought(family_name="Vermeulen", birth=date(1992, 4, 2))


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def notices(cast: Cast, name: str = "jerrel") -> list[Notice]:
    return list(households.household(cast.viewer(name), cast.dossier).notices)


def asks(cast: Cast, sought: Sought) -> list[str]:
    with CaptureQueriesContext(connection) as found:
        assert same_person.ask_elsewhere(viewer=cast.viewer("ayse"), sought=sought) is None
    return [shape(query["sql"]) for query in found]


def shape(sql: str) -> str:
    """A statement without its values and savepoint names."""
    return re.sub(r"'[^']*'|\b\d+\b|\bs\d+_x\d+\b", "?", sql)


def test_who_sounds_alike_and_was_born_that_day_is_asked_about_where_they_are_known(cast: Cast) -> None:
    asks(cast, SAMIRA)
    [notice] = notices(cast)
    assert notice.what == "same_person"
    assert notice.by is not None
    assert notice.by.full_name == "Ayşe Demir"
    assert [face.label for face in notice.about] == ["Samira"]


def test_a_match_and_no_match_are_the_same_work(cast: Cast) -> None:
    assert asks(cast, SAMIRA) == asks(cast, NOBODY)
    assert asks(cast, SAMIRA) == asks(cast, NOBODY)  # and again, once it was asked


def test_the_searcher_finds_nothing_of_a_dossier_they_are_not_in(cast: Cast) -> None:
    asks(cast, SAMIRA)
    assert finding.known(cast.viewer("ayse"), family_name="Haddad", birth=SAMIRA.birth) == ()
    with pytest.raises(Missing):
        households.household(cast.viewer("ayse"), cast.dossier)


def test_asking_twice_asks_once(cast: Cast) -> None:
    asks(cast, SAMIRA)
    asks(cast, SAMIRA)
    assert len(notices(cast)) == 1


def test_in_an_own_dossier_nothing_is_asked(cast: Cast) -> None:
    same_person.ask_elsewhere(viewer=cast.viewer("jerrel"), sought=SAMIRA)
    assert notices(cast) == []


def test_a_number_is_enough(cast: Cast) -> None:
    dossiers.add_person(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=NewPerson("oma", "Latifa", bsn="999993653")
    )
    asks(cast, Sought(bsn="999993653"))
    [notice] = notices(cast)
    assert [face.label for face in notice.about] == ["Latifa"]


def test_only_the_team_reads_the_question(cast: Cast) -> None:
    asks(cast, SAMIRA)
    for name in ("samira", "karim", "ellen"):
        assert notices(cast, name) == []


def test_the_fixed_face_answers_once_and_then_it_is_done(cast: Cast) -> None:
    asks(cast, SAMIRA)
    [notice] = notices(cast)
    same_person.answer(viewer=cast.viewer("jerrel"), notice=notice.entry, same=True)
    assert notices(cast) == []
    with pytest.raises(Invalid):
        same_person.answer(viewer=cast.viewer("jerrel"), notice=notice.entry, same=False)


def test_somebody_else_does_not_answer(cast: Cast) -> None:
    asks(cast, SAMIRA)
    [notice] = notices(cast)
    with pytest.raises(Missing):
        same_person.answer(viewer=cast.viewer("ayse"), notice=notice.entry, same=True)


def test_opening_with_a_number_that_is_known_elsewhere_takes_nothing_over_from_there(cast: Cast) -> None:
    known = NewPerson("oma", "Oma Tifa", bsn="999993653")
    dossiers.add_person(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=known)
    opened = dossiers.open_household(
        viewer=cast.viewer("ayse"),
        persons=[NewPerson("focus", "Latifa", bsn="999993653")],
        members=[NewMember("focus")],
        purpose="vraag",
    )
    page = households.household(cast.viewer("ayse"), opened)
    assert page.names == ["Latifa"]


def test_the_same_worker_takes_the_person_they_know(cast: Cast) -> None:
    known = NewPerson("oma", "Oma Tifa", bsn="999993653")
    there = dossiers.add_person(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=known)
    cast.clock.at += timedelta(days=1)
    opened = dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[NewPerson("focus", "Latifa", bsn="999993653")],
        members=[NewMember("focus")],
        purpose="vraag",
    )
    page = households.household(cast.viewer("jerrel"), opened)
    assert [m.face.public_id for m in page.members] == [there]
