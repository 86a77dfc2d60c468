"""The plan at one table: what everybody who sits there may read, and nothing that tells of the rest."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import table as reading
from naast.access.doors import upkeep
from naast.access.people import VOICES
from naast.access.table import TablePage
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import dossiers, involvements, plan, positions, withholding
from naast.actions.choice import Choice
from naast.actions.dossiers import NewPerson
from naast.actions.table import say_at_table
from naast.records.models import CircleRow, Entry, Person

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def situation(cast: Cast, words: str, *readers: str) -> UUID:
    return plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words=words,
        choice=cast.choice(*readers),
        teller=cast.people["samira"],
    )


def agree(
    cast: Cast, words: str, *readers: str, about: UUID | None = None, does: str = "karim", kids: str = ""
) -> UUID:
    terms = plan.Terms(
        words,
        date(2026, 11, 16),
        "Dan belt zij Jerrel.",
        does=(cast.people[does],),
        watches=(cast.people["samira"],),
        childrens_words=kids,
    )
    choice = cast.choice(*readers) if readers else None
    return plan.add_agreement(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, situation=about, choice=choice
    )


def viewer(cast: Cast, name: str = "jerrel") -> Viewer:
    return replace(cast.viewer(name), at=LATER)


def table(cast: Cast, *names: str, place: int = 1, by: str = "jerrel") -> TablePage:
    return reading.table(viewer(cast, by), cast.dossier, [cast.people[name] for name in names], place)


def words(page: TablePage) -> list[list[str]]:
    """By step the situation and its agreements."""
    return [
        [step.situation.words if step.situation else "", *(one.agreed.line.words for one in step.agreements)]
        for step in page.steps
    ]


def stances(page: TablePage) -> dict[str, str]:
    return {said.face.label: said.stance for one in page.steps[0].agreements for said in one.opinions}


def test_the_screen_holds_only_what_everybody_at_the_table_may_read(cast: Cast) -> None:
    all_of_us, us_two = situation(cast, "Bij het ophalen", *EVERYBODY), situation(cast, "'s Nachts", "karim")
    agree(cast, "Karim belt eerst.", *EVERYBODY, about=all_of_us)
    agree(cast, "Alleen Samira.", "samira", about=all_of_us)
    agree(cast, "Wij twee.", "samira", "karim", about=us_two)
    for_all = [["Bij het ophalen", "Karim belt eerst."]]
    assert words(table(cast, *EVERYBODY)) == for_all
    assert words(table(cast, "karim", "samira")) == [*for_all, ["'s Nachts", "Wij twee."]]
    assert words(table(cast, "samira"))[0] == ["Bij het ophalen", "Karim belt eerst.", "Alleen Samira."]


def test_what_is_kept_from_the_worker_is_not_on_it_either(cast: Cast) -> None:
    agree(cast, "Karim belt eerst.", *EVERYBODY)
    kept = agree(cast, "Niet voor Ayşe.", *EVERYBODY)
    moment = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=moment,
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=moment.at,
    )
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="nicht van Karim",
        entry=kept,
    )
    assert words(table(cast, *EVERYBODY, by="ayse")) == [["", "Karim belt eerst."]]
    assert words(table(cast, *EVERYBODY)) == [["", "Karim belt eerst.", "Niet voor Ayşe."]]


def test_who_reads_it_by_their_work_only_does_not_read_it_at_the_table(cast: Cast) -> None:
    agreed = agree(cast, "Karim belt eerst.", *EVERYBODY)
    with upkeep():
        circle = Entry.objects.get(public_id=agreed).circle
        CircleRow.objects.filter(circle=circle, human=cast.rows["noa"]).update(capacity="partner")
    assert words(table(cast, "noa")) == []
    assert words(table(cast, "samira")) == [["", "Karim belt eerst."]]


def test_an_agreement_about_a_situation_they_do_not_all_read_stands_with_the_others_at_the_end(
    cast: Cast,
) -> None:
    hidden = situation(cast, "Verborgen", "samira")
    agree(cast, "Karim belt eerst.", *EVERYBODY, about=hidden)
    situation(cast, "Bij het ophalen", *EVERYBODY)
    assert words(table(cast, *EVERYBODY)) == [["Bij het ophalen"], ["", "Karim belt eerst."]]


def hidden_situation(cast: Cast) -> None:
    agree(cast, "Alleen Samira.", "samira", about=situation(cast, "Verborgen", "samira"))


def hidden_agreement(cast: Cast) -> None:
    agree(cast, "Alleen Samira.", "samira", kids="Voor Noa.")


def hidden_position(cast: Cast) -> None:
    """Of everybody's agreement, which the test told first."""
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=FIRST[-1], stance="differs", words="Ik durf niet."
    )


def hidden_version(cast: Cast) -> None:
    terms = plan.Terms(
        "Nu anders.", date(2026, 11, 16), "Weg.", (cast.people["samira"],), (cast.people["samira"],)
    )
    plan.change_agreement(
        viewer=cast.viewer("jerrel"), agreement=FIRST[-1], terms=terms, choice=cast.choice("samira")
    )


def hidden_person(cast: Cast) -> None:
    """Whose id comes before all others, and who would have the colour of the next one."""
    dossiers.add_person(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=NewPerson("x", "Verborgene")
    )
    with upkeep():
        first = min(cast.people[name] for name in EVERYBODY).int
        Person.objects.filter(call_name="Verborgene").update(public_id=UUID(int=first % len(VOICES)))


FIRST: list[UUID] = []
HIDDEN = [hidden_situation, hidden_agreement, hidden_position, hidden_version, hidden_person]


@pytest.mark.parametrize("hide", HIDDEN, ids=lambda one: one.__name__)
def test_the_screen_is_the_same_with_and_without_what_is_hidden_from_one_of_them(cast: Cast, hide) -> None:  # type: ignore[no-untyped-def]
    """Seen red with everything read by all of them; the person with the colours of all whom the worker knows."""
    FIRST.append(
        agree(cast, "Karim belt eerst.", *EVERYBODY, about=situation(cast, "Bij het ophalen", *EVERYBODY))
    )
    before = table(cast, "karim", "samira", "noa")
    own = table(cast, "samira")
    hide(cast)
    assert table(cast, "karim", "samira", "noa") == before
    assert hide is hidden_person or table(cast, "samira") != own


def test_nobody_at_the_table_shares_a_colour(cast: Cast) -> None:
    with upkeep():
        for place, name in enumerate(("samira", "karim", "yusuf")):
            cast.people[name] = UUID(int=(1 + place) * len(VOICES))
            Person.objects.filter(pk=cast.rows[name]).update(public_id=cast.people[name])
    assert len({face.voice for face in table(cast, "samira", "karim", "yusuf").seated}) == 3


def test_who_sits_there_and_is_not_named_says_it_too_and_it_stands_in_the_plan(cast: Cast) -> None:
    agreed = agree(cast, "Karim belt eerst.", *EVERYBODY)
    seated = [cast.people[name] for name in ("noa", "samira")]
    say_at_table(
        viewer=cast.viewer("jerrel"), agreement=agreed, person=seated[0], seated=seated, stance="differs"
    )
    assert stances(table(cast, "noa", "samira")) == {"Noa": "differs", "Samira": ""}
    assert stances(table(cast, "noa", "karim")) == {"Karim": "", "Noa": ""}  # he was not there


def test_what_somebody_who_is_not_there_shared_with_all_of_them_stands_apart(cast: Cast) -> None:
    agreed = agree(cast, "Karim belt eerst.", *EVERYBODY)
    positions.take_position(
        viewer=cast.viewer("karim"), agreement=agreed, stance="agrees", shared_with=cast.choice("samira")
    )
    (one,) = table(cast, "samira").steps[0].agreements
    assert [(said.face.label, said.stance) for said in one.absent] == [("Karim", "agrees")]
    (one,) = table(cast, "samira", "noa").steps[0].agreements
    assert one.absent == ()


def test_a_place_that_is_not_there_is_the_nearest_one(cast: Cast) -> None:
    for name in ("Een", "Twee"):
        situation(cast, name, *EVERYBODY)
    assert [table(cast, "noa", place=place).place for place in (-3, 0, 1, 2, 9)] == [1, 1, 1, 2, 2]
    page = table(cast, "noa", place=2)
    assert (page.before, page.after) == (1, 0)


def test_an_empty_table_and_one_whose_plan_is_hidden_are_the_same(cast: Cast) -> None:
    before = table(cast, "noa")
    agree(cast, "Alleen Samira.", "samira")
    assert table(cast, "noa") == before
    assert before.step is None


@pytest.mark.parametrize("by", ["ayse", "ellen", "samira"])
def test_only_the_team_of_the_dossier_opens_it(cast: Cast, by: str) -> None:
    with pytest.raises(Missing):
        table(cast, "samira", by=by)


def test_nobody_a_stranger_and_a_professional_do_not_sit_there(cast: Cast) -> None:
    for seated in ([], [uuid4()], [cast.people["jerrel"]], [cast.people["samira"], uuid4()]):
        with pytest.raises(Missing):
            reading.table(viewer(cast), cast.dossier, seated, 1)


def test_it_is_not_opened_through_the_eyes_of_somebody(cast: Cast) -> None:
    eyes = Eyes(cast.rows["samira"], "resident", LATER)
    with pytest.raises(Missing):
        reading.table(viewer(cast).through(eyes), cast.dossier, [cast.people["samira"]], 1)


def test_the_number_of_queries_does_not_grow_with_the_plan(cast: Cast) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            table(cast, "samira", "noa")
        return len(found)

    agree(cast, "Een.", *EVERYBODY, about=situation(cast, "Bij het ophalen", *EVERYBODY))
    small = asked()
    for number in range(4):
        agree(cast, f"Nummer {number}.", *EVERYBODY)
    assert asked() == small


def test_choice_of_nobody_is_the_teller_and_the_team(cast: Cast) -> None:
    """Told to nobody else: then nobody but her sees it at the table."""
    plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Van mij",
        choice=Choice(),
        teller=cast.people["samira"],
    )
    assert words(table(cast, "samira")) == [["Van mij"]]
    assert words(table(cast, "samira", "noa")) == []
