"""The three households of the demo are told whole, through the acts."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from naast.access import plan, timeline
from naast.access.doors import upkeep
from naast.access.households import my_households
from naast.access.viewer import Missing, Viewer
from naast.demo import cast
from naast.records.models import Account, Entry, Person

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def worker(email: str) -> Viewer:
    account = Account.objects.get(email=email)
    return Viewer(account.pk, account.human_id, "staff", NOW)


@pytest.mark.parametrize("email", ["jerrel@naast.example", "mirjam@naast.example", "ayse@naast.example"])
def test_each_worker_has_a_household_with_a_story_and_a_plan(email: str) -> None:
    cast.tell_all(NOW)
    viewer = worker(email)
    for line in my_households(viewer).lines:
        assert timeline.story(viewer, line.public_id).told
        page = plan.plan(viewer, line.public_id)
        assert page.agreements
        assert page.next_look
        assert any(opinion.shared for agreed in page.agreements for opinion in agreed.opinions)


def test_the_teacher_reads_what_she_told_and_nothing_else_of_the_story() -> None:
    cast.tell_all(NOW)
    ellen = Account.objects.get(email="ellen@school.example")
    viewer = Viewer(ellen.pk, ellen.human_id, "partner", NOW)
    (household,) = my_households(viewer).lines
    (told,) = timeline.story(viewer, household.public_id).told
    assert told.line.mine


def test_what_noa_drew_is_seen_by_her_and_the_team_only() -> None:
    cast.tell_all(NOW)
    jerrel = worker("jerrel@naast.example")
    (household,) = my_households(jerrel).lines
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
    cast.tell_all(NOW)
    with upkeep():
        assert not Entry.objects.filter(confirmed_at__gt=NOW).exists()


@pytest.mark.parametrize("later", [0, 180, 400])
def test_nobody_grows_out_of_their_story(later: int) -> None:
    now = NOW + timedelta(days=later)
    cast.tell_all(now)
    with upkeep():
        noa = Person.objects.get(call_name="Noa")
    assert noa.birth_from is not None
    assert 9 * 365 <= (now.date() - noa.birth_from).days < 10 * 366


def test_there_is_a_line_for_everybody_to_sign_in_as() -> None:
    assert {line.who.split()[0] for line in cast.tell_all(NOW)} >= {"Jerrel", "Ayşe", "Mirjam", "Ellen"}
