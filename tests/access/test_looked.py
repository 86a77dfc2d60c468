"""Who looked: a line shows only to who may know of the reader and of every entry that was read in it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from tests.actions.test_guard import ADDRESS, HINT, note, writes
from tests.cast import Cast, Clock, samira_and_karim

from naast.access import looked, trace
from naast.access.doors import upkeep
from naast.access.looked import LookedPage
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import advice, involvements
from naast.actions.entries import Happened
from naast.records.models import Dossier, Entry, Kind, TraceLine

pytestmark = pytest.mark.django_db
START = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
DAY = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ALL = ("samira", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(Clock(START))


@pytest.fixture
def open_entry(cast: Cast) -> UUID:
    return cast.tells("samira", "Voor iedereen.", *ALL)


@pytest.fixture
def closed_entry(cast: Cast) -> UUID:
    return cast.tells("noa", "Alleen voor Jerrel.")


def seen(cast: Cast, name: str, entries: Iterable[UUID], act: str = "staff-entry", **more: object) -> None:
    """A page view at half past nine on the tenth of November."""
    with upkeep():
        row = Dossier.objects.get(public_id=cast.dossier).pk
    viewer = replace(cast.viewer(name), at=DAY, **more)  # type: ignore[arg-type]
    trace.write(viewer, act, trace.SHOWN, dossier=row, entries=entries)


def page(cast: Cast, name: str, *, asked: bool = True, month: date | None = None) -> LookedPage:
    viewer = Viewer(None, cast.rows[name], "resident", NOW, asked_confidential=asked)
    return looked.looked(viewer, cast.dossier, month)


def said(page: LookedPage) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(look.day), look.face.label, look.what) for look in page.looked]


def test_a_worker_who_read_what_i_told_stands_there_by_day_and_kind(cast: Cast, open_entry: UUID) -> None:
    seen(cast, "jerrel", [open_entry])
    seen(cast, "jerrel", [open_entry])
    assert said(page(cast, "samira", asked=False)) == [("2026-11-10", "Jerrel", ("own",))]
    assert said(page(cast, "yusuf", asked=False)) == [("2026-11-10", "Jerrel", ("story",))]


def test_a_line_with_one_entry_that_i_may_not_read_is_not_there_at_all(
    cast: Cast, open_entry: UUID, closed_entry: UUID
) -> None:
    seen(cast, "jerrel", [open_entry, closed_entry])
    assert said(page(cast, "samira")) == []


@pytest.mark.parametrize(("readers", "shown"), [(ALL, [("2026-11-10", "Jerrel", ("story",))]), ((), [])])
def test_who_read_an_advice_without_names_read_the_story_where_i_read_it_too(
    cast: Cast, readers: tuple[str, ...], shown: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    day = Happened(START.date(), START.date(), "exact")
    given = advice.Given("adviseur", "advice", day, "Wat nu?", "Wacht.", "Wij wachten.")
    viewer, choice = cast.viewer("jerrel"), cast.choice(*readers)
    seen(cast, "jerrel", [advice.write(viewer=viewer, dossier=cast.dossier, given=given, choice=choice)])
    assert said(page(cast, "samira")) == shown


def test_what_i_told_in_confidence_shows_only_where_i_asked(cast: Cast) -> None:
    seen(cast, "jerrel", [cast.tells("samira", "In vertrouwen.")])
    assert said(page(cast, "samira", asked=False)) == []
    assert said(page(cast, "samira")) == [("2026-11-10", "Jerrel", ("own",))]


def test_a_reader_of_whom_i_do_not_know_is_not_there(cast: Cast, open_entry: UUID) -> None:
    seen(cast, "ayse", [open_entry])  # nobody told Samira that Ayşe works here
    assert said(page(cast, "samira")) == []
    seen(cast, "ellen", [open_entry])
    assert [face for _, face, _ in said(page(cast, "samira"))] == ["Ellen"]
    assert said(page(cast, "samira", asked=False)) == []  # Ellen is known to Samira only
    assert said(page(cast, "yusuf")) == []


def test_other_residents_never_stand_there(cast: Cast, open_entry: UUID) -> None:
    seen(cast, "yusuf", [open_entry])
    seen(cast, "samira", [open_entry])
    seen(cast, "noa", [open_entry], handed_by=1)
    assert said(page(cast, "samira")) == []


def test_who_looked_through_somebody_s_eyes_does_not_stand_there(cast: Cast, open_entry: UUID) -> None:
    seen(cast, "jerrel", [open_entry], eyes_of=Eyes(cast.rows["karim"], "resident", DAY))
    assert said(page(cast, "samira")) == []


def test_an_emergency_reading_stands_there_only_once_a_person_released_it(
    cast: Cast, open_entry: UUID
) -> None:
    seen(cast, "jerrel", [open_entry], act="emergency reading")
    assert said(page(cast, "samira")) == []
    TraceLine.objects.filter(act="emergency reading").update(released_at=NOW)
    assert len(said(page(cast, "samira"))) == 1


def test_a_refusal_and_an_empty_page_are_no_reading(cast: Cast, open_entry: UUID) -> None:
    with upkeep():
        row = Dossier.objects.get(public_id=cast.dossier).pk
    viewer = replace(cast.viewer("jerrel"), at=DAY)
    trace.write(viewer, "staff-entry", trace.REFUSED, dossier=row, entries=[open_entry])
    trace.write(viewer, "staff-household", trace.SHOWN, dossier=row)
    assert said(page(cast, "samira")) == []


def test_a_page_is_a_month_whatever_it_holds(cast: Cast, open_entry: UUID, closed_entry: UUID) -> None:
    before = page(cast, "samira")
    assert (before.month, before.earlier, before.later) == (date(2026, 11, 1), date(2026, 10, 1), None)
    for _ in range(5):
        seen(cast, "jerrel", [closed_entry])
    assert page(cast, "samira") == before
    october = page(cast, "samira", month=date(2026, 10, 1))
    assert (october.earlier, october.later) == (None, date(2026, 11, 1))
    assert page(cast, "samira", month=date(1999, 1, 1)).month == date(2026, 10, 1)
    assert page(cast, "samira", month=date(2099, 1, 1)).month == date(2026, 11, 1)


def test_a_reader_stays_there_after_their_work_ended(cast: Cast, open_entry: UUID) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=START,
        ends=DAY + timedelta(days=1),
    )
    seen(cast, "ayse", [open_entry])
    assert [face for _, face, _ in said(page(cast, "samira"))] == ["Ayşe"]


def test_a_dossier_of_others_is_missing(cast: Cast) -> None:
    viewer = Viewer(None, cast.rows["ellen"], "resident", NOW)
    with pytest.raises(Missing):
        looked.looked(viewer, cast.dossier)


def test_a_notice_to_the_team_on_a_page_hides_no_line(cast: Cast, open_entry: UUID) -> None:
    """Else a line that is missing would tell the writer that their text was held back."""
    note(cast, "samira", "address", ADDRESS)
    told = writes(cast, "karim", HINT, *ALL)
    with upkeep():
        notice = Entry.objects.get(kind=Kind.NOTICE, dossier__public_id=cast.dossier).public_id
    seen(cast, "jerrel", [told, notice])
    seen(cast, "jerrel", [notice])
    assert said(page(cast, "karim")) == [("2026-11-10", "Jerrel", ("own",))]


def test_of_what_somebody_wrote_themselves_only_the_team_is_told(cast: Cast) -> None:
    """A partner never reads what is held back, so that their lines would tell in time."""
    told = writes(cast, "samira", "Het was stil.", "ellen")
    seen(cast, "ellen", [told])
    assert said(page(cast, "samira")) == []
    seen(cast, "jerrel", [told])
    assert said(page(cast, "samira")) == [("2026-11-10", "Jerrel", ("own",))]
