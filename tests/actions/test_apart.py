"""Two who do not sit together: refused for who may read it, silent for who may not, nothing for a resident."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.actions.test_appointments import DAY, agenda, change, make, with_ayse
from tests.actions.test_guard import ADDRESS, note
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import apart_page as reading
from naast.access import table as tables
from naast.access import timeline
from naast.access import today as of_day
from naast.access.apart import NotTogether
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import apart, entries, joining, withholding
from naast.actions import table as acts
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.actions.apart import Pair
from naast.records.models import Entry, Kind

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
WHY = "Zij is bang voor hem"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def pair(cast: Cast, one: str = "samira", other: str = "karim", **more: Any) -> Pair:
    given = Pair(cast.people[one], cast.people[other], WHY, TODAY, TODAY + timedelta(days=30))
    return replace(given, **more)


def keep(cast: Cast, *readers: str, by: str = "jerrel", **more: Any) -> UUID:
    choice = cast.choice(*readers) if readers else None
    return apart.keep(viewer=cast.viewer(by), dossier=cast.dossier, pair=pair(cast, **more), choice=choice)


def hide(cast: Cast, entry: UUID) -> None:
    """From Ayşe, who is of the team."""
    with_ayse(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent Karim",
        entry=entry,
    )


def page(cast: Cast, name: str = "jerrel") -> reading.ApartPage:
    return reading.page(cast.viewer(name), cast.dossier)


def notices(cast: Cast) -> list[Entry]:
    with upkeep():
        return list(Entry.objects.filter(kind=Kind.NOTICE).order_by("id"))


def on_today(cast: Cast, name: str) -> int:
    return sum(home.notices for home in of_day.today(cast.viewer(name)).homes)


def refused(cast: Cast, *present: str, by: str = "jerrel", day: date = DAY) -> tuple[str, str]:
    with pytest.raises(Invalid) as caught:
        make(cast, *present, by=by, day=day)
    [(name, (message, params))] = caught.value.errors.items()
    return name, message % params


def sits(cast: Cast, *names: str, by: str = "jerrel") -> None:
    seated = [cast.people[name] for name in names]
    acts.seat(viewer=cast.viewer(by), dossier=cast.dossier, seated=seated)


def test_it_is_told_to_the_team_alone(cast: Cast) -> None:
    told = keep(cast)
    assert timeline.entry(cast.viewer("jerrel"), told).told.line.words == WHY
    for name in ("samira", "karim", "yusuf"):
        with pytest.raises(Missing):
            timeline.entry(replace(cast.viewer(name), asked_confidential=True), told)


def test_who_is_chosen_can_read_that_they_are_kept_apart_and_the_page_says_so(cast: Cast) -> None:
    told = keep(cast, "samira")
    assert (
        timeline.entry(replace(cast.viewer("samira"), asked_confidential=True), told).told.line.words == WHY
    )
    [one] = page(cast).current
    assert [face.label for face in one.read_by_one_of_them] == ["Samira"]


def test_an_appointment_with_both_is_refused_at_its_field_with_the_reason(cast: Cast) -> None:
    keep(cast)
    name, said = refused(cast, "karim", "samira", "yusuf")
    assert name == "present"
    assert "Samira" in said
    assert "Karim" in said
    assert f"{WHY}." in said
    assert notices(cast) == []


def test_each_apart_can_be_met(cast: Cast) -> None:
    keep(cast)
    make(cast, "samira", "yusuf")
    make(cast, "karim", "yusuf")


def test_an_appointment_can_not_be_moved_with_both_and_one_can_be_taken_out(cast: Cast) -> None:
    made = make(cast, "samira", "karim")
    keep(cast)
    with pytest.raises(Invalid) as caught:
        change(cast, made, "samira", "karim")
    assert list(caught.value.errors) == ["present"]
    change(cast, made, "samira")


def test_it_holds_from_its_first_day_until_not_including_its_last(cast: Cast) -> None:
    keep(cast, starts=DAY, look_on=DAY, ends=DAY + timedelta(days=1))
    make(cast, "samira", "karim", day=DAY - timedelta(days=1))
    make(cast, "samira", "karim", day=DAY + timedelta(days=1))
    assert refused(cast, "samira", "karim")[0] == "present"


def test_what_was_planned_with_both_stands_beside_it(cast: Cast) -> None:
    made, _ = make(cast, "samira", "karim"), make(cast, "samira")
    keep(cast)
    [one] = page(cast).current
    assert [meeting.line.public_id for meeting in one.planned] == [made]


def test_who_may_not_read_it_is_not_refused_and_colleagues_who_may_are_told(cast: Cast) -> None:
    hide(cast, keep(cast))
    before = on_today(cast, "ayse")
    make(cast, "samira", "karim", by="ayse")
    [notice] = notices(cast)
    assert "planned together" in notice.words
    assert timeline.entry(cast.viewer("jerrel"), notice.public_id)
    with pytest.raises(Missing):
        timeline.entry(cast.viewer("ayse"), notice.public_id)
    assert on_today(cast, "jerrel") == 1
    assert on_today(cast, "ayse") == before == 0
    assert page(cast, "ayse").current == ()
    assert [bool(one.planned) for one in page(cast).current] == [True]


def test_from_whom_it_is_kept_later_the_notice_is_kept_too(cast: Cast) -> None:
    told = keep(cast)
    hide(cast, told)
    make(cast, "samira", "karim", by="ayse")
    [notice] = notices(cast)
    withholding.end_withholding(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        entry=told,
        reason="mag",
    )
    assert page(cast, "ayse").current != ()
    with pytest.raises(Missing):  # who made it necessary goes on not noticing
        timeline.entry(cast.viewer("ayse"), notice.public_id)


def test_a_talk_that_took_place_can_be_written_down(cast: Cast) -> None:
    keep(cast)
    met = entries.Talk(
        "home_visit", entries.Happened(), (cast.people["samira"], cast.people["karim"]), goal="x"
    )
    entries.tell_talk(viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=met, passages=[])
    assert notices(cast) == []


def test_of_a_talk_by_who_may_not_read_it_the_team_is_told(cast: Cast) -> None:
    hide(cast, keep(cast))
    met = entries.Talk(
        "home_visit", entries.Happened(), (cast.people["samira"], cast.people["karim"]), goal="x"
    )
    entries.tell_talk(viewer=cast.viewer("ayse"), dossier=cast.dossier, talk=met, passages=[])
    assert ["in one talk" in one.words for one in notices(cast)] == [True]
    assert on_today(cast, "ayse") == 0


def test_they_are_not_seated_at_one_table(cast: Cast) -> None:
    keep(cast)
    with pytest.raises(Invalid) as caught:
        sits(cast, "samira", "yusuf", "karim")
    assert list(caught.value.errors) == ["seated"]
    sits(cast, "samira", "yusuf")
    seated = [cast.people["samira"], cast.people["karim"]]
    with pytest.raises(NotTogether):
        tables.table(cast.viewer("jerrel"), cast.dossier, seated, 1)
    assert tables.table(cast.viewer("jerrel"), cast.dossier, seated[:1], 1)


def test_who_may_not_read_it_seats_them_and_the_team_is_told(cast: Cast) -> None:
    hide(cast, keep(cast))
    sits(cast, "samira", "karim", by="ayse")
    seated = [cast.people["samira"], cast.people["karim"]]
    assert tables.table(cast.viewer("ayse"), cast.dossier, seated, 1)
    assert ["at one table" in one.words for one in notices(cast)] == [True]


def test_it_ends_by_an_act_with_a_reason_that_stays(cast: Cast) -> None:
    told = keep(cast)
    with pytest.raises(Invalid) as caught:
        apart.end(viewer=cast.viewer("jerrel"), apart=told, because=" ")
    assert list(caught.value.errors) == ["because"]
    apart.end(viewer=cast.viewer("jerrel"), apart=told, because="Beiden willen het.")
    [one] = page(cast).ended
    assert (one.because, one.line.words) == ("Beiden willen het.", WHY)
    make(cast, "samira", "karim")
    with pytest.raises(Conflict):
        apart.end(viewer=cast.viewer("jerrel"), apart=told, because="Nog eens.")


def test_it_is_said_otherwise_and_who_read_it_goes_on_reading(cast: Cast) -> None:
    told = keep(cast, "samira")
    new = apart.change(viewer=cast.viewer("jerrel"), apart=told, pair=pair(cast, reason="Anders."))
    assert (
        timeline.entry(replace(cast.viewer("samira"), asked_confidential=True), new).told.line.words
        == "Anders."
    )
    assert [one.line.words for one in page(cast).current] == ["Anders."]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"reason": " "}, "reason"),
        ({"other": "samira"}, "other"),
        ({"starts": None}, "starts"),
        ({"look_on": None}, "look_on"),
        ({"look_on": TODAY - timedelta(days=1)}, "look_on"),
        ({"starts": TODAY - timedelta(days=5), "ends": TODAY}, "ends"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(cast: Cast, more: dict[str, Any], name: str) -> None:
    if "other" in more:
        more = {"other": cast.people["samira"]}
    with pytest.raises(Invalid) as caught:
        apart.keep(viewer=cast.viewer("jerrel"), dossier=cast.dossier, pair=replace(pair(cast), **more))
    assert list(caught.value.errors) == [name]


def test_the_same_two_are_kept_apart_once(cast: Cast) -> None:
    keep(cast)
    with pytest.raises(Invalid) as caught:
        keep(cast, one="karim", other="samira")
    assert list(caught.value.errors) == ["other"]


def test_who_may_not_read_the_first_can_say_it_too(cast: Cast) -> None:
    hide(cast, keep(cast))
    keep(cast, by="ayse")


@pytest.mark.parametrize("name", ["samira", "karim", "ellen"])
def test_only_the_team_has_it(cast: Cast, name: str) -> None:
    told = keep(cast, "samira", "karim")
    with pytest.raises(Missing):
        page(cast, name)
    with pytest.raises(Refused):
        keep(cast, by=name)
    with pytest.raises(Refused):
        apart.end(viewer=cast.viewer(name), apart=told, because="Nee.")


def test_a_reason_that_names_a_guarded_address_warns_its_writer(cast: Cast) -> None:
    note(cast, "samira", "address", ADDRESS)
    with pytest.raises(Warned) as caught:
        keep(cast, "karim", reason="Zij woont op de Lindehof.")
    assert list(caught.value.errors) == ["reason"]


def test_somebody_who_stands_here_twice_is_one(cast: Cast) -> None:
    """Karim and Yusuf are said to be one: who is kept from Karim is kept from both."""
    keep(cast)
    joining.join(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        kept=cast.people["karim"],
        other=cast.people["yusuf"],
        because="Dezelfde.",
    )
    assert refused(cast, "samira", "yusuf")[0] == "present"


def test_a_resident_sees_nothing_of_it(cast: Cast) -> None:
    make(cast, "samira", "karim")
    before = agenda(cast, "karim")
    keep(cast)
    after = agenda(cast, "karim")
    assert [one.line.words for one in before.coming] == [one.line.words for one in after.coming]
    assert before.known == after.known
