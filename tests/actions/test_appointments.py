"""When people meet: who reads it, that nobody keeps an old time, and that a guarded place stays in its circle."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import appointments as reading
from naast.access import timeline
from naast.access.appointments import AgendaPage, Appointed
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import appointments, dossiers, held, involvements, openings, withholding
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.actions.appointments import Meeting
from naast.actions.choice import Choice
from naast.records.models import Appointment, Entry

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
HIDEOUT = "Lindehof 12"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def meeting(cast: Cast, *present: str, **more: object) -> Meeting:
    ids = tuple(cast.people[name] for name in (*present, "jerrel"))
    return replace(Meeting("Hoe gaat het thuis?", DAY, time(14), time(15), ids), **more)  # type: ignore[arg-type]


def make(cast: Cast, *present: str, choice: Choice | None = None, by: str = "jerrel", **more: object) -> UUID:
    return appointments.make(
        viewer=cast.viewer(by), dossier=cast.dossier, meeting=meeting(cast, *present, **more), choice=choice
    )


def change(cast: Cast, one: UUID, *present: str, choice: Choice | None = None, **more: object) -> UUID:
    return appointments.change(
        viewer=cast.viewer("jerrel"), appointment=one, meeting=meeting(cast, *present, **more), choice=choice
    )


def cancel(cast: Cast, one: UUID, reason: str = "", **more: object) -> UUID:
    return appointments.cancel(viewer=cast.viewer("jerrel"), appointment=one, reason=reason, **more)


def agenda(cast: Cast, name: str, *, asked: bool = True) -> AgendaPage:
    return reading.agenda(replace(cast.viewer(name), asked_confidential=asked), cast.dossier)


def hours(cast: Cast, name: str) -> list[int]:
    """At which hour of the clock the appointments begin that somebody reads; nothing who is not in the dossier."""
    try:
        return [one.starts.hour + 1 for one in agenda(cast, name).coming]
    except Missing:
        return []


def only(cast: Cast, name: str) -> Appointed:
    [one] = agenda(cast, name).coming
    return one


def with_ayse(cast: Cast) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )


def secret_address(cast: Cast) -> UUID:
    """Where Samira lives; known to her and the team."""
    return dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="street",
        value=HIDEOUT,
        guarded=True,
    )


def test_who_meets_and_the_team_read_it_and_nobody_else(cast: Cast) -> None:
    with_ayse(cast)
    make(cast, "samira", place="Bij het wijkteam")
    for name in ("samira", "jerrel", "ayse"):
        assert hours(cast, name) == [14], name
    for name in ("karim", "yusuf", "ellen"):
        assert hours(cast, name) == [], name
    shown = only(cast, "samira")
    assert (shown.place, [face.label for face in shown.others]) == ("Bij het wijkteam", ["Jerrel"])


def test_a_choice_lets_others_read_it_and_who_meets_always_does(cast: Cast) -> None:
    make(cast, "samira", choice=cast.choice("karim", how="worker_chose"))
    assert hours(cast, "samira") == hours(cast, "karim") == [14]


def test_a_partner_who_comes_reads_it_for_as_long_as_they_work_here(cast: Cast) -> None:
    make(cast, "ellen", "noa", day=DAY + timedelta(days=80))
    assert hours(cast, "ellen") == [14]
    cast.clock.at += timedelta(days=61)
    assert hours(cast, "ellen") == []


def test_a_professional_whose_work_here_has_ended_cannot_be_asked_to_come(cast: Cast) -> None:
    cast.clock.at += timedelta(days=61)
    with pytest.raises(Invalid) as wrong:
        make(cast, "ellen", day=DAY + timedelta(days=80))
    assert "present" in wrong.value.errors


@pytest.mark.parametrize("by", ["samira", "karim", "ellen"])
def test_only_the_team_makes_one(cast: Cast, by: str) -> None:
    with pytest.raises(Refused):
        make(cast, "samira", by=by)
    made = make(cast, "samira", "karim", "ellen")
    with pytest.raises(Refused):
        appointments.cancel(viewer=cast.viewer(by), appointment=made)
    with pytest.raises(Refused):
        appointments.change(viewer=cast.viewer(by), appointment=made, meeting=meeting(cast, "samira"))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"words": " "}, "words"),
        ({"present": ()}, "present"),
        ({"day": date(2026, 11, 1)}, "day"),
        ({"ends": time(13)}, "ends"),
        ({"place": "x" * 401}, "place"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(cast: Cast, more: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        make(cast, "samira", **more)
    assert list(wrong.value.errors) == [field]
    assert hours(cast, "jerrel") == []


def test_a_change_keeps_its_readers_and_takes_the_place_of_the_old_time(cast: Cast) -> None:
    made = make(cast, "samira", choice=cast.choice("karim", how="worker_chose"))
    change(cast, made, "samira", starts=time(16), ends=time(17))
    for name in ("samira", "karim", "jerrel"):
        assert hours(cast, name) == [16], name


def test_who_meets_from_now_on_reads_it_too_and_who_no_longer_meets_goes_on_reading(cast: Cast) -> None:
    change(cast, make(cast, "samira"), "karim", starts=time(16), ends=time(17))
    assert hours(cast, "samira") == hours(cast, "karim") == [16]


def test_who_is_taken_out_of_its_readers_keeps_no_old_time(cast: Cast) -> None:
    made = make(cast, "samira", "karim")
    change(cast, made, "samira", choice=Choice(), starts=time(16), ends=time(17))
    assert hours(cast, "samira") == [16]
    assert hours(cast, "karim") == []


def test_who_read_it_by_a_share_reads_the_change_and_that_it_is_cancelled(cast: Cast) -> None:
    made = make(cast, "samira")
    openings.widen(
        viewer=cast.viewer("jerrel"), entry=made, readers=[cast.people["karim"]], how="asked_alone"
    )
    changed = change(cast, made, "samira", starts=time(16), ends=time(17))
    assert hours(cast, "karim") == [16]
    cancel(cast, changed)
    assert only(cast, "karim").cancelled


def test_from_whom_it_is_kept_the_change_is_kept_too(cast: Cast) -> None:
    made = make(cast, "samira", "karim")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=made,
    )
    changed = change(cast, made, "samira", "karim", starts=time(16), ends=time(17))
    assert hours(cast, "karim") == []
    cancel(cast, changed)
    assert hours(cast, "karim") == []
    assert hours(cast, "samira") == [14 + 2]


def test_a_colleague_from_whom_the_new_place_is_kept_does_not_go_to_the_old_one(cast: Cast) -> None:
    with_ayse(cast)
    fact = secret_address(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="familie",
        entry=fact,
    )
    made = make(cast, "samira", place="Bij het wijkteam")
    assert hours(cast, "ayse") == [14]
    with pytest.raises(Warned):
        change(cast, made, "samira", place=HIDEOUT)
    change(cast, made, "samira", place=HIDEOUT, guard_seen=True)
    assert hours(cast, "ayse") == []
    assert hours(cast, "samira") == [14]


def test_cancelled_it_stays_readable_with_why_for_who_could_read_it(cast: Cast) -> None:
    cancel(cast, make(cast, "samira"), "Jerrel is ziek.")
    for name in ("samira", "jerrel"):
        shown = only(cast, name)
        assert (shown.cancelled, shown.reason) == (True, "Jerrel is ziek.")
    assert hours(cast, "karim") == []


def test_what_is_cancelled_or_over_is_changed_no_more(cast: Cast) -> None:
    with pytest.raises(Refused):
        change(cast, cancel(cast, make(cast, "samira")), "samira")
    made = make(cast, "samira")
    cast.clock.at += timedelta(days=5)
    with pytest.raises(Invalid):
        cancel(cast, made)
    with pytest.raises(Invalid):
        change(cast, made, "samira", day=DAY + timedelta(days=30))


def test_who_was_second_is_told(cast: Cast) -> None:
    made = make(cast, "samira")
    newest = change(cast, made, "samira", starts=time(13))
    for late in (lambda: change(cast, made, "samira"), lambda: cancel(cast, made)):
        with pytest.raises(Conflict) as told:
            late()
        assert told.value.newest == newest


def test_an_appointment_of_another_kind_of_entry_is_none(cast: Cast) -> None:
    told = cast.tells("samira", "Hallo.")
    with pytest.raises(Refused):
        cancel(cast, told)
    with pytest.raises(Refused):
        change(cast, told, "samira")


def test_a_writer_is_warned_before_a_reader_learns_a_guarded_place(cast: Cast) -> None:
    secret_address(cast)
    with pytest.raises(Warned) as told:
        make(cast, "samira", "karim", place=f"Thuis, {HIDEOUT}")
    assert list(told.value.errors) == ["place"]
    make(cast, "samira", place=f"Thuis, {HIDEOUT}")  # who may know it already


def test_why_it_is_cancelled_passes_the_guard_and_the_rest_is_not_asked_again(cast: Cast) -> None:
    secret_address(cast)
    made = make(cast, "samira", "karim", place=HIDEOUT, guard_seen=True)
    with pytest.raises(Warned) as told:
        cancel(cast, made, f"Samira kan niet weg van de {HIDEOUT}.")
    assert list(told.value.errors) == ["reason"]
    cancel(cast, made, "Jerrel is ziek.")


def test_a_place_that_its_writer_may_not_know_is_held_back_until_the_team_has_looked(cast: Cast) -> None:
    with_ayse(cast)
    fact = secret_address(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="familie",
        entry=fact,
    )
    made = make(cast, "karim", by="ayse", place=HIDEOUT)
    assert hours(cast, "karim") == []
    assert hours(cast, "ayse") == [14]
    held.let_go(
        viewer=cast.viewer("jerrel"), entry=made, readers=[cast.people["karim"]], reason="Hij weet het al."
    )
    assert hours(cast, "karim") == [14]


@pytest.mark.parametrize("secret", [True, False])
def test_a_secret_place_stands_on_no_page_that_others_may_be_looking_at(cast: Cast, secret: bool) -> None:
    """Ticked by the worker, or found because it names what is guarded."""
    if not secret:
        secret_address(cast)
    everybody = cast.choice("samira", "yusuf", "noa", how="worker_chose")
    more = {"guard_seen": True} if not secret else {}
    made = make(cast, "samira", place=HIDEOUT, secret=secret, choice=everybody, **more)
    [unasked] = agenda(cast, "samira", asked=False).coming
    assert (unasked.place, unasked.hidden) == ("", True)
    assert only(cast, "samira").place == HIDEOUT
    assert only(cast, "jerrel").place == HIDEOUT
    viewer = cast.viewer("samira")
    found = timeline.entry(viewer, made).told.meeting
    assert found is not None
    assert found.place == ""
    asked = timeline.entry(replace(viewer, asked_confidential=True), made).told.meeting
    assert asked is not None
    assert asked.place == HIDEOUT


def test_unasked_a_page_holds_only_what_everybody_at_home_reads(cast: Cast) -> None:
    make(cast, "samira")
    assert agenda(cast, "samira", asked=False).coming == ()
    make(cast, "samira", starts=time(10), choice=cast.choice("yusuf", "noa", how="worker_chose"))
    [shown] = agenda(cast, "samira", asked=False).coming
    assert shown.starts.hour == 9


def test_the_agenda_has_what_is_to_come_in_order_and_the_last_past_one_first(cast: Cast) -> None:
    for day in (21, 20, 18, 17):
        make(cast, "samira", day=date(2026, 11, day))
    cast.clock.at += timedelta(days=3)
    page = agenda(cast, "jerrel")
    assert [one.starts.day for one in page.coming] == [20, 21]
    assert [one.starts.day for one in page.past] == [18, 17]


def test_the_newest_version_is_found_by_an_older_one_and_not_from_another_dossier(cast: Cast) -> None:
    made = make(cast, "samira")
    changed = change(cast, made, "samira", starts=time(13))
    found, _, _ = reading.one(cast.viewer("jerrel"), cast.dossier, made)
    assert found.line.public_id == changed
    with pytest.raises(Missing):
        reading.one(cast.viewer("karim"), cast.dossier, made)
    with pytest.raises(Missing):
        reading.one(cast.viewer("jerrel"), cast.dossier, cast.tells("samira", "Hallo."))


def test_moments_are_kept_as_the_clock_in_the_netherlands_shows_them(cast: Cast) -> None:
    made = make(cast, "samira", day=date(2027, 7, 1))
    with upkeep():
        kept = Appointment.objects.get(entry=Entry.objects.get(public_id=made))
    assert (kept.starts.hour, kept.ends.hour) == (12, 13)  # summer time, in UTC
