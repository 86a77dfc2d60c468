"""The secret address of a worker's calendar: who it opens, what ends it, and that guessing pauses it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import calendar_feeds as reading
from naast.access.viewer import Viewer
from naast.actions import accounts, appointments, calendar_feeds, involvements, team, withholding
from naast.actions.act import Refused
from naast.actions.appointments import Meeting
from naast.records.models import Account, CalendarFeed, TraceLine

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def made(cast: Cast, name: str = "jerrel") -> tuple[UUID, str]:
    return calendar_feeds.make(viewer=cast.viewer(name))


def opens(cast: Cast, address: tuple[UUID, str], **later: int) -> Viewer | None:
    return calendar_feeds.opened_by(*address, cast.clock.tick() + timedelta(**later))


def meets(cast: Cast, *present: str, day: date = DAY, **more: object) -> UUID:
    ids = tuple(cast.people[name] for name in present)
    meeting = Meeting("Hoe gaat het?", day, time(14), time(15), ids, "Lindehof 12")
    return appointments.make(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=replace(meeting, **more)
    )


def events(cast: Cast, name: str = "jerrel") -> tuple[reading.Event, ...]:
    return reading.events(cast.viewer(name, "staff"))


def test_it_opens_what_its_worker_reads_as_staff_and_keeps_no_secret(cast: Cast) -> None:
    address = made(cast)
    viewer = opens(cast, address)
    assert viewer is not None
    assert (viewer.account, viewer.human, viewer.capacity) == (
        cast.accounts["jerrel"].pk,
        cast.rows["jerrel"],
        "staff",
    )
    kept = CalendarFeed.objects.get()
    assert address[1] not in str(vars(kept))
    assert kept.read_at == viewer.at


@pytest.mark.parametrize("who", ["ellen", "samira"])
def test_nobody_but_a_worker_of_the_team_has_one(cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        calendar_feeds.make(viewer=cast.viewer(who))
    with pytest.raises(Refused):
        calendar_feeds.end(viewer=cast.viewer(who))


def test_a_worker_in_another_capacity_makes_none(cast: Cast) -> None:
    with pytest.raises(Refused):
        calendar_feeds.make(viewer=cast.viewer("jerrel", "resident"))


def test_a_new_one_takes_the_place_of_the_old(cast: Cast) -> None:
    old = made(cast)
    new = made(cast)
    assert opens(cast, old) is None
    assert opens(cast, new) is not None


def test_ended_unknown_and_wrong_open_nothing(cast: Cast) -> None:
    address = made(cast)
    assert opens(cast, (address[0], "x" * 43)) is None
    assert opens(cast, (uuid4(), address[1])) is None
    assert opens(cast, (address[0], "é")) is None
    calendar_feeds.end(viewer=cast.viewer("jerrel"))
    assert opens(cast, address) is None


def test_the_addresses_of_two_workers_are_their_own(cast: Cast) -> None:
    one, other = made(cast), made(cast, "ayse")
    assert opens(cast, (one[0], other[1])) is None
    assert opens(cast, other).human == cast.rows["ayse"]  # type: ignore[union-attr]


def test_who_leaves_or_gets_new_keys_takes_it_along(cast: Cast) -> None:
    address = made(cast, "ayse")
    team.invite(viewer=cast.viewer("jerrel"), account=cast.accounts["ayse"].public_id)
    assert opens(cast, address) is None
    address = made(cast, "ayse")
    team.close(viewer=cast.viewer("jerrel"), account=cast.accounts["ayse"].public_id)
    assert opens(cast, address) is None


def test_an_account_that_was_closed_otherwise_opens_nothing(cast: Cast) -> None:
    address = made(cast, "ayse")
    Account.objects.filter(pk=cast.accounts["ayse"].pk).update(is_active=False)
    assert opens(cast, address) is None


def test_after_five_wrong_secrets_the_address_pauses_and_no_other(cast: Cast) -> None:
    address, other = made(cast), made(cast, "ayse")
    for _ in range(5):
        assert opens(cast, (address[0], "x" * 43)) is None
    assert opens(cast, address) is None
    assert opens(cast, other) is not None
    assert opens(cast, address, minutes=16) is not None


def test_tries_at_no_address_keep_nobody_out(cast: Cast) -> None:
    address = made(cast)
    for _ in range(20):
        assert opens(cast, (uuid4(), "x" * 43)) is None
    assert opens(cast, address) is not None


def test_fetching_it_often_does_not_pause_it(cast: Cast) -> None:
    address = made(cast)
    assert all(opens(cast, address) for _ in range(20))


def test_a_wrong_try_stays_in_the_trace_under_nobody_s_name_until_it_pauses(cast: Cast) -> None:
    address = made(cast)
    before = TraceLine.objects.count()
    for _ in range(9):
        opens(cast, (address[0], "x" * 43))
    rows = list(TraceLine.objects.order_by("id")[before:])
    assert [(row.act, row.outcome, row.human_id) for row in rows] == [
        ("read calendar feed", "refused", None)
    ] * 5


def test_it_holds_the_worker_s_own_appointments_only(cast: Cast) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    meets(cast, "samira", "jerrel")
    meets(cast, "samira", "ayse", starts=time(9), ends=time(10))
    assert [one.starts for one in events(cast)] == [datetime(2026, 11, 20, 13, 0, tzinfo=UTC)]
    assert [one.starts for one in events(cast, "ayse")] == [datetime(2026, 11, 20, 8, 0, tzinfo=UTC)]


def test_what_its_worker_may_no_longer_read_is_gone_from_it(cast: Cast) -> None:
    meets(cast, "samira", "jerrel")
    withholding.withhold_self(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reason="familie")
    assert events(cast) == ()


def test_a_worker_who_meets_in_another_capacity_finds_it_not_in_their_work(cast: Cast) -> None:
    """A resident account of the same human opens other circles."""
    meets(cast, "samira", "karim")
    assert reading.events(Viewer(None, cast.rows["karim"], "staff", cast.clock.tick())) == ()


def test_an_id_stays_when_it_moves_and_is_another_for_each_worker(cast: Cast) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    one = meets(cast, "samira", "jerrel", "ayse")
    [before] = events(cast)
    meeting = Meeting(
        "Later", DAY, time(16), time(17), (cast.people["jerrel"], cast.people["ayse"], cast.people["samira"])
    )
    changed = appointments.change(viewer=cast.viewer("jerrel"), appointment=one, meeting=meeting)
    [after] = events(cast)
    assert after.uid == before.uid
    assert after.starts > before.starts
    assert events(cast, "ayse")[0].uid != after.uid
    assert str(one) not in after.uid
    appointments.cancel(viewer=cast.viewer("jerrel"), appointment=changed)
    [off] = events(cast)
    assert (off.uid, off.cancelled) == (before.uid, True)


def test_it_goes_from_a_week_ago_for_a_year(cast: Cast) -> None:
    for day in (16, 17, 30):
        meets(cast, "jerrel", day=date(2026, 11, day))
    meets(cast, "jerrel", day=date(2028, 1, 1))
    cast.clock.at += timedelta(days=8)  # the 24th
    assert [one.starts.day for one in events(cast)] == [17, 30]


def test_a_password_alone_does_not_end_it(cast: Cast) -> None:
    address = made(cast)
    accounts.set_password(viewer=cast.viewer("jerrel"), password="een heel lang nieuw wachtwoord")
    assert opens(cast, address) is not None
