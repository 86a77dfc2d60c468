"""Emergency reading: who may, what it opens and writes, that it ends, and that nothing tells why it opened nothing."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from tests.cast import Cast, samira_and_karim, staff

from naast.access import emergency as reading
from naast.access import looked, policy, readers, today, trace
from naast.access.doors import upkeep, viewer_door
from naast.access.entry_page import entry as entry_page
from naast.access.households import household, my_households
from naast.access.reach import Within, reach_of
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import (
    appointments,
    conditions,
    corrections,
    dossiers,
    drafts,
    emergency,
    entries,
    files,
    openings,
    plan,
    positions,
    questions,
    team,
    withholding,
)
from naast.actions.act import Answered, Invalid, Refused
from naast.actions.choice import Choice
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.actions.entries import Passage
from naast.actions.same_person import Sought
from naast.records.models import (
    Account,
    CircleRow,
    Dossier,
    Emergency,
    Entry,
    EntryPerson,
    Kind,
    Person,
    Share,
    Team,
    TraceLine,
    Withheld,
)

from .test_plan import agree

pytestmark = pytest.mark.django_db
SAMIRA = Sought("", "Haddad", date(1992, 4, 2))
WHY = "Zij belt, hij staat voor de deur"
HOUR = timedelta(hours=1)


@pytest.fixture
def cast() -> Cast:
    """The cast, with a duty worker of another team."""
    cast = samira_and_karim()
    staff(cast, Team.objects.create(name="Piket", municipality="Voorbeeldstad"), "dunya", "Dunya Smit")
    Account.objects.filter(id=cast.accounts["dunya"].pk).update(duty_since=cast.clock.at)
    cast.accounts["dunya"].refresh_from_db()
    return cast


def opens(cast: Cast, sought: Sought = SAMIRA, by: str = "dunya") -> Any:
    return emergency.open_household(viewer=cast.viewer(by), reason=WHY, sought=sought)


def reads(cast: Cast, name: str = "dunya", at: Any = None) -> set[Any]:
    viewer = cast.viewer(name)
    with viewer_door(replace(viewer, at=at) if at else viewer) as reach:
        return set(policy.entries(reach).values_list("public_id", flat=True))


def running(cast: Cast) -> Any:
    with upkeep():
        return Emergency.objects.filter(first=None).order_by("starts").last().entry.public_id


def asked(cast: Cast) -> Viewer:
    """Samira, behind her PIN: what only she and the team read stands there too."""
    return replace(cast.viewer("samira"), asked_confidential=True)


def phone(cast: Cast, who: str = "samira", value: str = "06-47281936", *, guarded: bool = True) -> Any:
    return dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people[who], kind="phone", value=value,
        guarded=guarded,
    )  # fmt: skip


def test_it_opens_people_phones_and_live_agreements_and_no_telling(cast: Cast) -> None:
    told, agreed = cast.tells("samira", "Hij slaat."), agree(cast)
    phone(cast)
    assert opens(cast) == cast.dossier
    page = household(cast.viewer("dunya"), cast.dossier)
    assert set(page.names) == {"Samira", "Yusuf", "Noa"}
    assert {agreed} <= reads(cast)
    assert [one.value for one in page.contacts] == ["06-47281936"]
    assert told not in reads(cast)
    assert not page.in_team


def test_the_second_reason_opens_the_rest_until_the_same_end(cast: Cast) -> None:
    told = cast.tells("samira", "Hij slaat.")
    opens(cast)
    at = cast.clock.at
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason="De politie vraagt ernaar")
    assert told in reads(cast)
    assert told in reads(cast, at=at + 8 * HOUR - timedelta(seconds=1))
    assert reads(cast, at=at + 8 * HOUR) == set()


def test_the_term_is_the_municipality_s_to_set(cast: Cast, settings: Any) -> None:
    settings.EMERGENCY_HOURS = 2
    opens(cast)
    at = cast.clock.at
    assert reads(cast, at=at + 2 * HOUR - timedelta(seconds=1))
    assert not reads(cast, at=at + 2 * HOUR)


def test_afterwards_the_household_is_missing_everywhere(cast: Cast) -> None:
    opens(cast)
    cast.clock.at += 8 * HOUR
    with pytest.raises(Missing):
        household(cast.viewer("dunya"), cast.dossier)
    assert my_households(cast.viewer("dunya")).lines == ()
    with pytest.raises(Missing):
        reading.running_one(cast.viewer("dunya"), cast.dossier)
    for late in (
        lambda: emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY),
        lambda: emergency.tell(viewer=cast.viewer("dunya"), dossier=cast.dossier, words="Ik belde."),
        lambda: emergency.end(viewer=cast.viewer("dunya"), dossier=cast.dossier, reading=running(cast)),
    ):
        with pytest.raises(Refused):
            late()


@pytest.mark.parametrize("who", ["jerrel", "ayse", "ellen", "samira"])
def test_nobody_without_the_mark_opens_anything(cast: Cast, who: str) -> None:
    with pytest.raises(Refused):
        opens(cast, by=who)


@pytest.mark.parametrize("reason", ["", "   ", "spoed", "met spoed"])
def test_a_reason_of_a_word_or_two_is_none(cast: Cast, reason: str) -> None:
    with pytest.raises(Invalid) as wrong:
        emergency.open_household(viewer=cast.viewer("dunya"), reason=reason, sought=SAMIRA)
    assert "reason" in wrong.value.errors
    opens(cast)
    with pytest.raises(Invalid):
        emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=reason)


def test_who_is_not_known_withheld_or_known_twice_gets_one_and_the_same_answer(cast: Cast) -> None:
    said = [_said(cast, Sought("", "Niemand", date(1992, 4, 2)))]
    _withhold(cast, entry=None)
    said.append(_said(cast, SAMIRA))
    assert len(set(map(str, said))) == 1
    with upkeep():
        assert not Share.objects.filter(human_id=cast.rows["dunya"]).exists()
        lines = TraceLine.objects.filter(act="emergency reading", human_id=cast.rows["dunya"])
        assert {(line.outcome, line.dossier_id, bytes(line.shown)) for line in lines} == {
            ("refused", None, b"")
        }
        assert lines.count() == 2


def test_a_household_of_which_the_person_is_withheld_is_not_found_by_them(cast: Cast) -> None:
    _withhold(cast, person=cast.people["samira"])
    _said(cast, SAMIRA)
    assert opens(cast, Sought("", "Amrani", date(2015, 2, 3))) == cast.dossier
    assert "Samira" not in household(cast.viewer("dunya"), cast.dossier).names


@pytest.mark.parametrize("kind", [Kind.MEMBERSHIP, Kind.RELATION])
def test_who_lives_there_or_stands_around_it_opens_nothing_and_is_told_what_all_are_told(
    cast: Cast, kind: str
) -> None:
    """Seen red without `kept_out`: as a duty worker she read what was told about her sister in confidence."""
    nobody = _said(cast, Sought("", "Niemand", date(1992, 4, 2)))
    _stands_here(cast, kind)
    assert _said(cast, SAMIRA) == nobody


def test_who_turns_out_to_stand_around_it_opens_no_more_of_it(cast: Cast) -> None:
    opens(cast)
    _stands_here(cast, Kind.RELATION)
    with pytest.raises(Refused):
        emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)


def _stands_here(cast: Cast, kind: str) -> None:
    """The team wrote down that the duty worker lives there, or what she is to somebody who does."""
    with upkeep():
        told = Entry.objects.filter(circle__dossier__public_id=cast.dossier, kind=kind).earliest("id")
        line = EntryPerson(entry=told, person_id=cast.rows["dunya"], role="about", circle=told.circle)
        line.confirmed_at = told.confirmed_at
        line.save()


def _withhold(cast: Cast, **what: Any) -> None:
    """Keep something from the duty worker, as the team would that knows them (they are of another team here)."""
    with upkeep():
        entry = what.get("entry")
        Withheld.objects.create(
            human_id=cast.rows["dunya"],
            dossier=Dossier.objects.get(public_id=cast.dossier),
            entry=Entry.objects.get(public_id=entry) if entry else None,
            person=Person.objects.get(public_id=what["person"]) if what.get("person") else None,
            reason="buurvrouw",
            set_by_id=cast.rows["jerrel"],
            starts=cast.clock.at,
        )


def _said(cast: Cast, sought: Sought) -> Any:
    with pytest.raises(Answered) as wrong:
        opens(cast, sought)
    return wrong.value.errors


def test_two_households_that_fit_open_neither_and_where_somebody_lives_counts_first(cast: Cast) -> None:
    noa = Sought("", "Amrani", date(2017, 6, 1))
    _second_household(cast, lives=False)
    assert opens(cast, noa) == cast.dossier
    emergency.end(viewer=cast.viewer("dunya"), dossier=cast.dossier, reading=running(cast))
    _second_household(cast, lives=True)
    _said(cast, noa)


def _second_household(cast: Cast, *, lives: bool) -> Any:
    """Ayşe opens one for the father: the same child lives there, or is only tied to who does."""
    child = NewPerson(
        "noa", "Noa", family_name="Amrani", birth_from=date(2017, 6, 1), birth_to=date(2017, 6, 1)
    )
    return dossiers.open_household(
        viewer=cast.viewer("ayse"),
        persons=[NewPerson("karim", "Karim", family_name="Amrani"), child],
        members=[NewMember("karim"), *([NewMember("noa")] if lives else [])],
        relations=[NewRelation("karim", "parent", "noa")],
        authorities=[],
        purpose="Karim vroeg om hulp",
    )


def test_no_share_is_written_for_what_is_withheld_nor_for_what_names_it(cast: Cast) -> None:
    number, agreed = phone(cast), agree(cast)
    named = cast.tells("samira", "Bel mij op 06 47281936.")
    other = cast.tells("samira", "Ik slaap bij mijn zus.")
    _withhold(cast, entry=number)
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    with upkeep():
        shared = set(
            Share.objects.filter(human_id=cast.rows["dunya"]).values_list("entry__public_id", flat=True)
        )
    assert {agreed, other} <= shared
    assert not {number, named} & shared


def test_a_text_that_waits_for_the_team_is_not_opened(cast: Cast) -> None:
    phone(cast)
    passage = Passage("Zij heeft 0647281936.", "telling", cast.choice("yusuf"))
    held = entries.tell(viewer=cast.viewer("karim"), dossier=cast.dossier, passage=passage)
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    assert held not in reads(cast)
    assert not household(cast.viewer("dunya"), cast.dossier).notices


def test_the_team_reads_who_why_and_until_when_and_the_household_does_not(cast: Cast) -> None:
    opens(cast)
    (told,) = household(cast.viewer("jerrel"), cast.dossier).emergencies
    assert (told.by.full_name, told.reason, told.runs, told.mine) == ("Dunya Smit", WHY, True, False)
    assert told.ends - told.starts == 8 * HOUR
    assert [one.entry for one in today.today(cast.viewer("jerrel")).emergencies] == [told.entry]
    for name in ("samira", "karim", "yusuf", "ellen"):
        with pytest.raises(Missing):
            entry_page(cast.viewer(name), told.entry)


def test_a_line_is_not_named_to_a_resident_before_a_person_has_seen_it(cast: Cast) -> None:
    agreed = agree(cast)
    _tell_of_dunya(cast)
    opens(cast)
    _looks(cast, [agreed, running(cast)])
    assert _knows(cast) == (False, False)
    emergency.release(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        reading=running(cast),
        words="In de nacht keek Dunya van de crisisdienst, om te helpen.",
        choice=cast.choice("samira", "yusuf", "noa"),
    )
    assert _knows(cast) == (True, True)


def _looks(cast: Cast, shown: list[Any]) -> None:
    viewer = cast.viewer("dunya")
    with upkeep():
        row = Dossier.objects.get(public_id=cast.dossier).pk
    trace.begin()
    with viewer_door(viewer, cast.dossier):
        pass
    trace.saw(viewer, row, shown)
    act, released = reading.act_of("staff-household")
    trace.finish(act, refused=False, released=released)


def _knows(cast: Cast) -> tuple[bool, bool]:
    """Does Samira read that Dunya reads her agreement, and that she looked?"""
    viewer = asked(cast)
    with upkeep():
        agreed = Entry.objects.filter(kind=Kind.AGREEMENT).first().public_id
    reader = any(one.face.label == "Dunya" for one in entry_page(viewer, agreed).told.line.readers)
    lines = looked.looked(viewer, cast.dossier).looked
    return reader, any(one.face.label == "Dunya" for one in lines)


def test_the_team_does_read_who_reads_by_it_and_not_through_a_resident_s_eyes(cast: Cast) -> None:
    agreed = agree(cast)
    opens(cast)
    viewer = cast.viewer("jerrel")
    eyes = viewer.through(Eyes(cast.rows["samira"], "resident", viewer.at))
    with upkeep():
        row = Entry.objects.get(public_id=agreed)
        found = {}
        for name, who in (("own", viewer), ("eyes", eyes), ("resident", cast.viewer("samira"))):
            found[name] = {
                human: because
                for human, _, because in readers.humans_of([row], reach_of(who, Within()))[row.id]
            }
    assert found["own"][cast.rows["dunya"]] == "emergency"
    assert cast.rows["dunya"] not in found["eyes"]
    assert cast.rows["dunya"] not in found["resident"]


def test_who_told_it_is_not_told_that_a_duty_worker_had_it_on_the_screen(cast: Cast) -> None:
    told = cast.tells("samira", "Hij slaat.")
    _tell_of_dunya(cast)
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    _looks(cast, [told])
    assert [face.label for face in entry_page(cast.viewer("jerrel"), told).has_read] == ["Dunya"]
    assert entry_page(asked(cast), told).has_read == ()
    emergency.release(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reading=running(cast))
    assert [face.label for face in entry_page(asked(cast), told).has_read] == ["Dunya"]


def _tell_of_dunya(cast: Cast) -> None:
    """Samira knows this duty worker already: a person of the team named her before."""
    opens(cast)
    emergency.release(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        reading=running(cast),
        words="Dunya keek.",
        choice=cast.choice("samira"),
    )
    emergency.end(viewer=cast.viewer("dunya"), dossier=cast.dossier, reading=running(cast))


def test_it_is_released_once_by_the_fixed_face(cast: Cast) -> None:
    opens(cast)
    one = running(cast)
    for name in ("dunya", "samira", "ellen"):
        with pytest.raises(Refused):
            emergency.release(viewer=cast.viewer(name), dossier=cast.dossier, reading=one)
    with pytest.raises(Invalid) as wrong:
        emergency.release(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, reading=one, choice=cast.choice("samira")
        )
    assert "words" in wrong.value.errors
    emergency.release(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reading=one)
    assert household(cast.viewer("jerrel"), cast.dossier).emergencies == ()
    with pytest.raises(Invalid):
        emergency.release(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reading=one)
    assert reads(cast), "having seen it ends nothing"


def test_a_second_reason_after_it_was_seen_is_to_be_seen_as_well(cast: Cast) -> None:
    opens(cast)
    emergency.release(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reading=running(cast))
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason="Nu ook het verhaal")
    assert [one.reason for one in household(cast.viewer("jerrel"), cast.dossier).emergencies] == [
        "Nu ook het verhaal"
    ]


@pytest.mark.parametrize("by", ["dunya", "jerrel"])
def test_the_duty_worker_and_the_team_end_it_early(cast: Cast, by: str) -> None:
    cast.tells("samira", "Hij slaat.")
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    assert reads(cast)
    emergency.end(viewer=cast.viewer(by), dossier=cast.dossier, reading=running(cast))
    assert reads(cast) == set()
    assert not household(cast.viewer("jerrel"), cast.dossier).emergencies[0].runs


@pytest.mark.parametrize("by", ["samira", "ellen", "ayse"])
def test_nobody_else_ends_it(cast: Cast, by: str) -> None:
    opens(cast)
    with pytest.raises(Refused):
        emergency.end(viewer=cast.viewer(by), dossier=cast.dossier, reading=running(cast))
    assert reads(cast)


def test_it_ends_with_the_duty_and_with_the_account(cast: Cast) -> None:
    other = Account.objects.get(id=cast.accounts["dunya"].pk)
    Account.objects.filter(id=other.pk).update(team=cast.accounts["jerrel"].team)
    opens(cast)
    with pytest.raises(Refused):
        team.set_duty(viewer=cast.viewer("dunya"), account=other.public_id, duty=False)
    team.set_duty(viewer=cast.viewer("jerrel"), account=other.public_id, duty=False)
    assert reads(cast) == set()
    with pytest.raises(Refused):
        opens(cast)
    team.set_duty(viewer=cast.viewer("jerrel"), account=other.public_id, duty=True)
    opens(cast)
    team.close(viewer=cast.viewer("jerrel"), account=other.public_id)
    assert reads(cast) == set()


def test_nobody_lets_themselves_do_duty_nor_somebody_of_another_team(cast: Cast) -> None:
    for account in ("jerrel", "dunya"):
        with pytest.raises(Refused):
            team.set_duty(viewer=cast.viewer("jerrel"), account=cast.accounts[account].public_id, duty=True)
    with pytest.raises(Refused):
        team.set_duty(viewer=cast.viewer("ayse"), account=cast.accounts["jerrel"].public_id, duty=True)


def test_asking_anew_ends_the_reading_before_it(cast: Cast) -> None:
    opens(cast)
    cast.clock.at += HOUR
    agreed = agree(cast)
    assert agreed not in reads(cast)
    opens(cast)
    assert agreed in reads(cast)
    told = household(cast.viewer("jerrel"), cast.dossier).emergencies
    assert [one.runs for one in told] == [False, True]


def test_who_works_there_already_gets_the_household_and_nothing_is_opened(cast: Cast) -> None:
    Account.objects.filter(id=cast.accounts["jerrel"].pk).update(duty_since=cast.clock.at)
    assert opens(cast, by="jerrel") == cast.dossier
    with upkeep():
        assert not Emergency.objects.exists()


def test_tries_are_counted_and_pause(cast: Cast) -> None:
    nobody = Sought("", "Niemand", date(1992, 4, 2))
    first = [_said(cast, nobody) for _ in range(5)]
    assert _said(cast, SAMIRA) != first[0]
    cast.clock.at += timedelta(minutes=16)
    assert opens(cast) == cast.dossier


def test_no_name_and_no_reason_stands_in_the_trace(cast: Cast) -> None:
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    acts = {line.act for line in TraceLine.objects.filter(human_id=cast.rows["dunya"])}
    assert acts == {"emergency reading", "emergency reading: the rest"}


def test_what_the_duty_worker_did_is_told_to_the_team(cast: Cast) -> None:
    opens(cast)
    told = emergency.tell(viewer=cast.viewer("dunya"), dossier=cast.dossier, words="Ik belde de politie.")
    for name, found in (("dunya", True), ("jerrel", True), ("samira", False)):
        assert (told in reads(cast, name)) is found, name
    with pytest.raises(Invalid):
        emergency.tell(viewer=cast.viewer("dunya"), dossier=cast.dossier, words=" ")
    cast.clock.at += 8 * HOUR
    assert told not in reads(cast)


def test_who_reads_by_it_writes_nothing_else(cast: Cast) -> None:
    agreed, told = agree(cast), cast.tells("samira", "Hij slaat.")
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    own, here = running(cast), {"dossier": cast.dossier}
    passage = Passage("x", "telling", Choice())
    letter = files.Upload("brief.txt", b"Hallo.", "Brief")
    terms = plan.Terms("x", cast.clock.at.date(), "y")
    for refused in (
        lambda v: entries.tell(viewer=v, passage=passage, **here),
        lambda v: entries.answer(viewer=v, entry=told, words="x"),
        lambda v: corrections.correct(viewer=v, entry=own, words="x"),
        lambda v: entries.state(viewer=v, words="x", choice=Choice(), **here),
        lambda v: files.add_file(viewer=v, upload=letter, circle=Choice(), **here),
        lambda v: questions.ask(viewer=v, words="x", **here),
        lambda v: drafts.save_draft(viewer=v, form="x", fields={}, **here),
        lambda v: openings.widen(viewer=v, entry=own, readers=[cast.people["samira"]], how="asked"),
        lambda v: openings.narrow(viewer=v, entry=own, choice=Choice()),
        lambda v: positions.take_position(viewer=v, agreement=agreed, stance="agrees"),
        lambda v: plan.change_agreement(viewer=v, agreement=agreed, terms=terms),
    ):
        with pytest.raises(Refused):
            refused(cast.viewer("dunya"))


def test_who_sees_that_they_know_somebody_can_still_say_so(cast: Cast) -> None:
    opens(cast)
    withholding.withhold_self(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason="mijn nicht")
    assert reads(cast) == set()
    assert not household(cast.viewer("jerrel"), cast.dossier).emergencies[0].runs
    _said(cast, SAMIRA)


def test_a_teller_who_narrows_does_not_end_it_and_hears_nothing_of_it(cast: Cast) -> None:
    told = cast.tells("samira", "Hij slaat.", "yusuf")
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    openings.narrow(viewer=cast.viewer("samira"), entry=told, choice=Choice())
    assert told in reads(cast)
    assert told not in reads(cast, "yusuf")


def test_a_version_that_is_written_meanwhile_is_asked_for_anew(cast: Cast) -> None:
    agreed = agree(cast)
    condition = _condition(cast)
    opens(cast)
    assert {agreed, condition} <= reads(cast)
    ids = (cast.people["samira"],)
    terms = plan.Terms("Zij belt eerst.", cast.clock.at.date(), "Dan niet.", does=ids, watches=ids)
    newer = plan.change_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, terms=terms)
    heard = conditions.Heard("Niemand drinkt meer.", "Mia", cast.clock.at.date())
    changed = conditions.change_condition(viewer=cast.viewer("jerrel"), condition=condition, heard=heard)
    assert not {newer, changed} & reads(cast)
    opens(cast)
    assert {newer, changed} <= reads(cast)


def _condition(cast: Cast) -> Any:
    return conditions.add_condition(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        heard=conditions.Heard("Niemand drinkt.", "Mia", cast.clock.at.date()),
        setting=conditions.Setting("Veilig Thuis", cast.clock.at.date()),
    )


def test_an_appointment_that_is_moved_takes_no_duty_worker_along(cast: Cast) -> None:
    ids = (cast.people["samira"], cast.people["jerrel"])
    day = cast.clock.at.date() + timedelta(days=4)
    meeting = appointments.Meeting("Hoe gaat het?", day, time(14), time(15), ids, "Thuis")
    made = appointments.make(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meeting, choice=Choice()
    )
    opens(cast)
    emergency.open_rest(viewer=cast.viewer("dunya"), dossier=cast.dossier, reason=WHY)
    assert made in reads(cast)
    appointments.cancel(viewer=cast.viewer("jerrel"), appointment=made, reason="Ziek.")
    with upkeep():
        assert not CircleRow.objects.filter(human_id=cast.rows["dunya"]).exists()


def test_a_page_that_is_read_by_it_is_called_so_in_the_trace(cast: Cast) -> None:
    opens(cast)
    _looks(cast, [])
    assert TraceLine.objects.filter(act="emergency staff-household", released_at=None).count() == 1
