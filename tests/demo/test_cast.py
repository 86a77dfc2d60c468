"""The six households of the demo are told whole, through the acts."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from naast.access import households, incidents, plan, scores, timeline
from naast.access.doors import upkeep
from naast.access.households import my_households
from naast.access.viewer import Missing, Viewer
from naast.demo import cast
from naast.demo.ways_in import SignIn
from naast.demo.windows import Window
from naast.records.models import Account, CircleRow, Dossier, Entry, Factor, Kind, Membership, Person
from naast.rules.factors import STRENGTH, WORRY
from tests.told_once import told_once

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db
WORKERS = ("jerrel@naast.example", "mirjam@naast.example", "ayse@naast.example")


def worker(email: str) -> Viewer:
    account = Account.objects.get(email=email)
    return Viewer(account.pk, account.human_id, "staff", NOW)


def tell(now: datetime = NOW) -> list[SignIn]:
    return told_once(("demo", now), lambda: cast.tell_all(now))


def age(person: Person) -> int:
    """In whole years; -1 for who is not born yet."""
    return (NOW.date() - person.birth_from).days * 4 // 1461 if person.birth_from else -1


def test_all_five_windows_and_ages_from_unborn_to_ninety_stand_in_the_demo() -> None:
    assert len(Window) == 5
    assert {window for story in cast.STORIES for window in story.WINDOWS} == set(Window)
    tell()
    with upkeep():
        assert Dossier.objects.count() == len(cast.STORIES) == 6
        people = list(Person.objects.filter(professional=False, died_on=None))
    assert [one.call_name for one in people if one.unborn] == ["de baby"]
    ages = {age(one) for one in people if not one.unborn}
    assert {0, 90} <= ages
    for youngest, oldest in ((1, 5), (6, 11), (12, 17), (18, 29), (30, 64), (65, 89)):
        assert any(youngest <= one <= oldest for one in ages), (youngest, oldest)


def test_in_each_household_everybody_who_can_speak_is_heard_and_something_is_told_in_confidence() -> None:
    tell()
    with upkeep():
        for dossier in Dossier.objects.all():
            told = Entry.objects.filter(dossier=dossier, quoted=True)
            heard = set(told.values_list("teller_id", flat=True))
            for home in Membership.objects.filter(entry__dossier=dossier).select_related("person"):
                assert age(home.person) < 5 or home.person_id in heard, home.person.call_name
            passages = told.filter(kind=Kind.PASSAGE)
            assert [one for one in passages if readers(one) == {one.teller_id}], "nothing in confidence"


def readers(entry: Entry) -> set[int]:
    """Who is named in the circle of an entry, besides the team."""
    named = CircleRow.objects.filter(circle_id=entry.circle_id, capacity="resident")
    return set(named.values_list("human_id", flat=True))


def test_each_household_has_a_number_a_plan_a_question_a_worry_and_a_strength() -> None:
    tell()
    for email in WORKERS:
        viewer = worker(email)
        for line in my_households(viewer).lines:
            assert any(voice.given for voice in scores.scores(viewer, line.public_id).voices)
            assert any(one.agreements for one in plan.plan(viewer, line.public_id).situations)
            assert households.household(viewer, line.public_id).questions
    with upkeep():
        for dossier in Dossier.objects.all():
            sorts = Factor.objects.filter(entry__dossier=dossier).values_list("sort", flat=True)
            assert {WORRY, STRENGTH} <= set(sorts)


def test_who_signs_in_at_home_finds_agreements_though_somebody_may_be_looking_along() -> None:
    lines = tell()
    names = [line.who for line in lines if "/binnen/" in line.how]
    assert len(names) == 13
    with upkeep():
        rows = dict(Person.objects.filter(professional=False).values_list("call_name", "id"))
        dossiers = list(Dossier.objects.values_list("public_id", flat=True))
    for name in names:
        viewer, found = Viewer(None, rows[name], "resident", NOW), []
        for dossier in dossiers:
            with suppress(Missing):
                found += plan.plan(viewer, dossier).agreements
        assert found, name


def test_one_event_is_told_by_two_beside_each_other_and_people_let_one_telling_count() -> None:
    tell()
    viewer = worker("jerrel@naast.example")
    pages = [incidents.incidents(viewer, line.public_id) for line in my_households(viewer).lines]
    (page,) = [page for page in pages if page.told]
    assert all(len(one.beside) == 1 for one in page.told)
    assert {one.line.teller.label for one in page.told if one.line.teller} == {"Samira", "Karim"}
    assert [one.last is not None for one in page.told].count(True) == 1
    assert all(one.counts for one in page.told)


@pytest.mark.parametrize("email", WORKERS)
def test_each_worker_has_households_with_a_story_and_a_plan(email: str) -> None:
    tell()
    viewer = worker(email)
    for line in my_households(viewer).lines:
        assert timeline.story(viewer, line.public_id).told
        page = plan.plan(viewer, line.public_id)
        assert page.agreements
        assert page.next_look
        assert any(opinion.shared for agreed in page.agreements for opinion in agreed.opinions)


def test_the_teacher_reads_what_she_told_and_nothing_else_of_the_story() -> None:
    tell()
    ellen = Account.objects.get(email="ellen@school.example")
    viewer = Viewer(ellen.pk, ellen.human_id, "partner", NOW)
    (household,) = my_households(viewer).lines
    (told,) = timeline.story(viewer, household.public_id).told
    assert told.line.mine


def test_what_noa_drew_is_seen_by_her_and_the_team_only() -> None:
    tell()
    jerrel = worker("jerrel@naast.example")
    household = next(
        line for line in my_households(jerrel).lines if "Noa" in {face.label for face in line.faces}
    )
    with upkeep():
        members = list(Person.objects.filter(professional=False).values_list("call_name", "id"))
    looking = {name: Viewer(None, row, "resident", NOW, asked_confidential=True) for name, row in members}
    seen = set()
    for name, viewer in (looking | {"Jerrel": jerrel}).items():
        with suppress(Missing):
            told = timeline.story(viewer, household.public_id).told
            seen |= {name for one in told if one.file and one.file.picture}
    assert seen == {"Noa", "Jerrel"}


def test_nothing_was_told_after_now() -> None:
    tell()
    with upkeep():
        assert not Entry.objects.filter(confirmed_at__gt=NOW).exists()


@pytest.mark.parametrize("later", [0, 180, 400])
def test_nobody_grows_out_of_their_story(later: int) -> None:
    now = NOW + timedelta(days=later)
    tell(now)
    with upkeep():
        noa = Person.objects.get(call_name="Noa")
    assert noa.birth_from is not None
    assert 9 * 365 <= (now.date() - noa.birth_from).days < 10 * 366


def test_there_is_a_line_for_everybody_to_sign_in_as() -> None:
    assert {line.who.split()[0] for line in tell()} >= {"Jerrel", "Ayşe", "Mirjam", "Ellen"}
