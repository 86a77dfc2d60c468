"""Two persons are said to be one human being: what follows, what does not, and that it can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.cast import Cast, resident_account, samira_and_karim

from naast.access import choosing, dossiers, entry_page, households, joining, plan, search, timeline
from naast.access.doors import upkeep
from naast.access.timeline import Filters
from naast.access.viewer import Eyes, Missing, Viewer
from naast.actions import confidential, entries, involvements, openings, stand_ins, ties, withholding
from naast.actions import dossiers as opening
from naast.actions import joining as acts
from naast.actions import plan as planning
from naast.actions.act import Invalid
from naast.actions.dossiers import NewMember, NewPerson
from naast.records.models import CircleRow, Dossier, Person, SamePerson, SignInLink

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Somebody known as 'de man van de brug' stands here too, as a friend of Samira."""
    cast = samira_and_karim()
    add(cast, "brug", NewPerson("brug", "Brugman", family_name="Amrani"), ("network", "samira"))
    return cast


def add(cast: Cast, key: str, new: NewPerson, tie: tuple[str, str] | None = None) -> UUID:
    made = opening.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=new,
        relation=(tie[0], cast.people[tie[1]]) if tie else None,
    )
    with upkeep():
        cast.people[key], cast.rows[key] = made, Person.objects.get(public_id=made).pk
    return made


def join(
    cast: Cast, kept: str = "karim", other: str = "brug", because: str = "zelfde telefoon", **more: str
) -> None:
    acts.join(
        viewer=cast.viewer(more.get("by", "jerrel")),
        dossier=cast.dossier,
        kept=cast.people[kept],
        other=cast.people[other],
        because=because,
    )


def part(cast: Cast, other: str = "brug", because: str = "toch een ander", by: str = "jerrel") -> None:
    acts.part(viewer=cast.viewer(by), dossier=cast.dossier, other=cast.people[other], because=because)


def house(cast: Cast, by: str = "jerrel") -> households.HouseholdPage:
    return households.household(cast.viewer(by), cast.dossier)


def refused_at(cast: Cast, field: str, kept: str = "karim", other: str = "brug", because: str = "x") -> str:
    with pytest.raises(Invalid) as found:
        join(cast, kept, other, because)
    assert list(found.value.errors) == [field]
    with upkeep():
        assert not SamePerson.objects.filter(kept_id=cast.rows[kept], other_id=cast.rows[other]).exists()
    return found.value.errors[field][0]


def read(cast: Cast, name: str, entry: UUID) -> entry_page.EntryPage:
    """The page of an entry for a resident who asked, behind the PIN, for what was told in confidence."""
    return entry_page.entry(replace(cast.viewer(name), asked_confidential=True), entry)


def labels(faces: object) -> list[str]:
    return [face.label for face in faces]  # type: ignore[attr-defined]


# one face for the professionals who know both


def test_colleagues_see_one_person_each_once(cast: Cast) -> None:
    assert "Brugman" in labels(house(cast).known)
    join(cast)
    page = house(cast)
    assert "Brugman" not in labels(page.known)
    assert labels(page.known).count("Karim") == 1
    assert labels(page.network).count("Karim") == 1
    assert {(t.one.label, t.type, t.other.label) for t in page.ties if t.type == "network"} == {
        ("Karim", "network", "Samira")
    }


def test_a_tie_of_the_two_with_each_other_is_not_shown(cast: Cast) -> None:
    ties.relate(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, one=cast.people["brug"], tie="sibling",
        other=cast.people["karim"],
    )  # fmt: skip
    join(cast)
    assert not [tie for tie in house(cast).ties if tie.type == "sibling"]


def test_the_same_tie_of_both_stands_once(cast: Cast) -> None:
    ties.relate(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, one=cast.people["brug"], tie="ex_partner",
        other=cast.people["samira"],
    )  # fmt: skip
    join(cast)
    assert len([tie for tie in house(cast).ties if tie.type == "ex_partner"]) == 1


def test_residents_partners_and_eyes_go_on_seeing_two(cast: Cast) -> None:
    before = labels(house(cast, "samira").known)
    assert {"Brugman", "Karim"} <= set(before)
    partner = labels(house(cast, "ellen").known)
    join(cast)
    assert labels(house(cast, "samira").known) == before
    assert labels(house(cast, "ellen").known) == partner
    seen = dossiers.eyes(
        cast.viewer("jerrel"), cast.dossier, cast.people["samira"], "resident", cast.clock.tick()
    )
    assert "Brugman" in labels(households.household(seen, cast.dossier).known)


def test_the_eyes_of_either_can_still_be_looked_through(cast: Cast) -> None:
    join(cast)
    for name in ("karim", "brug"):
        seen = dossiers.looking(
            cast.viewer("jerrel"), cast.dossier, cast.people[name], "resident", cast.clock.tick()
        )
        assert seen.viewer.eyes_of is not None
        assert seen.viewer.eyes_of.human == cast.rows[name]
        assert labels(look.face for look in seen.looks).count("Karim") == 1


def test_the_story_of_one_person_is_that_of_both(cast: Cast) -> None:
    first, second = cast.tells("karim", "Ik was er niet."), cast.tells("brug", "Ik stond bij de brug.")
    join(cast)
    for name in ("karim", "brug"):
        found = timeline.story(cast.viewer("jerrel"), cast.dossier, Filters(person=cast.people[name]))
        assert {told.line.public_id for told in found.told} >= {first, second}
    assert not timeline.story(cast.viewer("samira"), cast.dossier, Filters(person=cast.people["brug"])).told


def test_a_line_names_its_teller_and_readers_by_the_face_that_was_kept(cast: Cast) -> None:
    entry = cast.tells("brug", "Ik stond bij de brug.", "karim")
    join(cast)
    page = entry_page.entry(cast.viewer("jerrel"), entry)
    assert page.told.line.teller is not None
    assert page.told.line.teller.label == "Karim"
    assert labels(r.face for r in page.told.line.readers).count("Karim") == 1
    assert "Karim" not in labels(page.not_reading)
    assert [hit.line.public_id for hit in search.search(cast.viewer("jerrel"), "brug").hits] == [entry]


def told_by(cast: Cast, by: str) -> list[str]:
    """Whom the line that names only Brugman shows as its teller, on a page of results of this colleague."""
    hits = search.search(cast.viewer(by), "regenboog").hits
    return [hit.line.teller.label for hit in hits if hit.line.teller]


def test_search_shows_the_face_that_was_kept_also_where_nobody_on_that_page_names_it(cast: Cast) -> None:
    cast.tells("brug", "Een regenboog.")
    assert told_by(cast, "jerrel") == ["Brugman"]
    join(cast)
    assert told_by(cast, "jerrel") == ["Karim"]
    part(cast)
    assert told_by(cast, "jerrel") == ["Brugman"]


def test_search_goes_on_showing_the_other_one_to_who_may_not_know_of_both(cast: Cast) -> None:
    cast.tells("brug", "Een regenboog.", "ellen")
    join(cast)
    assert told_by(cast, "ellen") == ["Brugman"]


def test_who_is_chosen_to_read_is_listed_once_and_stands_where_either_stood(cast: Cast) -> None:
    join(cast)
    found = choosing.chooser(cast.viewer("jerrel"), cast.dossier)
    assert labels(found.faces).count("Karim") == 1
    assert "Brugman" not in labels(found.faces)
    assert cast.rows["karim"] in found.everyone


def test_a_printed_plan_goes_on_naming_both(cast: Cast) -> None:
    """Seen red with `apart` left out: the paper, which the household reads, no longer named Brugman."""
    ids = tuple(cast.people[name] for name in ("samira", "yusuf", "noa", "karim", "brug"))
    terms = planning.Terms("Wij bellen.", cast.clock.at.date(), "Dan belt Jerrel.", does=ids, watches=ids)
    planning.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms)
    join(cast)
    [paper] = plan.plan_for_everyone(cast.viewer("jerrel"), cast.dossier).agreements
    [screen] = plan.plan(cast.viewer("jerrel"), cast.dossier).agreements
    assert {"Karim", "Brugman"} <= set(labels(paper.named))
    assert labels(screen.named).count("Karim") == 1
    assert "Brugman" not in labels(screen.named)


def test_who_does_not_read_an_agreement_is_counted_on_paper_by_their_own_person(cast: Cast) -> None:
    """The man of the bridge is a parent here and does not read it: it stands on no paper, also when he is Karim."""
    ties.relate(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, one=cast.people["brug"], tie="parent",
        other=cast.people["noa"],
    )  # fmt: skip
    named = tuple(cast.people[name] for name in ("samira", "yusuf", "noa", "brug"))
    all_but_him = cast.choice("samira", "yusuf", "noa", "karim")
    terms = planning.Terms("Wij bellen.", cast.clock.at.date(), "Dan belt Jerrel.", does=named, watches=named)
    planning.add_agreement(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=all_but_him
    )
    assert plan.plan_for_everyone(cast.viewer("jerrel"), cast.dossier).agreements == ()
    join(cast)
    assert plan.plan_for_everyone(cast.viewer("jerrel"), cast.dossier).agreements == ()


# nothing moves


def test_what_was_told_to_one_is_not_opened_to_the_other(cast: Cast) -> None:
    entry = cast.tells("samira", "Alleen voor de man van de brug.", "brug")
    join(cast)
    with pytest.raises(Missing):
        read(cast, "karim", entry)


def test_what_closes_for_the_face_closes_for_both(cast: Cast) -> None:
    entry = cast.tells("samira", "Voor twee.", "brug", "yusuf")
    join(cast)
    choice = cast.choice("samira", "yusuf")
    openings.narrow(viewer=cast.viewer("jerrel"), entry=entry, choice=choice)
    page = entry_page.entry(cast.viewer("jerrel"), entry)
    assert "Karim" not in labels(r.face for r in page.told.line.readers)


def test_who_stays_may_be_the_other_one_of_the_two(cast: Cast) -> None:
    entry = cast.tells("samira", "Voor twee.", "brug", "yusuf")
    join(cast)
    openings.narrow(viewer=cast.viewer("jerrel"), entry=entry, choice=cast.choice("karim"))
    page = entry_page.entry(cast.viewer("jerrel"), entry)
    assert {"Karim", "Samira"} <= set(labels(r.face for r in page.told.line.readers))
    assert "Yusuf" not in labels(r.face for r in page.told.line.readers)


def test_authority_that_ends_ends_for_both(cast: Cast) -> None:
    ties.tell_authority(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, adult=cast.people["brug"], child=cast.people["noa"],
        state="yes", reason="zegt hij", starts=cast.clock.at.date(),
    )  # fmt: skip
    passage = entries.Passage("Over Noa.", "fact", cast.choice("brug"), about=(cast.people["noa"],))
    talk = entries.Talk("phone", entries.Happened())
    entries.tell_talk(viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage])
    join(cast)
    ties.tell_authority(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, adult=cast.people["karim"], child=cast.people["noa"],
        state="no", reason="brief", starts=cast.clock.at.date(),
    )  # fmt: skip
    lines = [a.state for a in house(cast).authorities if (a.adult.label, a.child.label) == ("Karim", "Noa")]
    assert lines == ["no"]
    with upkeep():
        rows = CircleRow.objects.filter(human_id=cast.rows["brug"], because="authority")
        assert rows.exists()
        assert not rows.filter(ends=None).exists()


# what is withheld


def test_what_is_withheld_from_one_is_withheld_from_the_other_until_they_part(cast: Cast) -> None:
    entry = cast.tells("samira", "Ik ben bang.", "karim", "brug")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["brug"],
        reason="gevaar",
        entry=entry,
    )
    assert read(cast, "karim", entry)
    join(cast)
    with pytest.raises(Missing):
        read(cast, "karim", entry)
    readers = read(cast, "samira", entry).told.line.readers
    assert "Karim" not in labels(r.face for r in readers)
    part(cast)
    assert read(cast, "karim", entry)


def test_what_is_withheld_from_the_face_opens_again_by_the_face(cast: Cast) -> None:
    entry = cast.tells("samira", "Ik ben bang.", "karim", "brug")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["brug"],
        reason="gevaar",
        entry=entry,
    )
    join(cast)
    [kept] = entry_page.entry(cast.viewer("jerrel"), entry).kept
    withholding.end_withholding(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=kept.face.public_id,
        entry=entry,
        reason="samen besloten",
    )
    assert read(cast, "karim", entry)


def test_a_colleague_who_is_a_client_keeps_their_own_portal(cast: Cast) -> None:
    """Ayşe is taken for Samira: the dossier closes to her work when she says so, and stays open as a resident."""
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team",
        starts=cast.clock.at,
    )  # fmt: skip
    join(cast, "samira", "ayse")
    assert {"Ayşe", "Samira"} <= set(labels(house(cast).known))
    withholding.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="het gaat over mij")
    with pytest.raises(Missing):
        house(cast, "ayse")
    assert house(cast, "samira")


@pytest.mark.parametrize(("resident_too", "reads"), [(False, True), (True, False)])
def test_a_colleague_kept_out_by_a_colleague_is_kept_out_of_the_portal_only_where_that_is_said(
    cast: Cast, resident_too: bool, reads: bool
) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="familie",
        resident_too=resident_too,
    )  # fmt: skip
    with upkeep():
        SamePerson.objects.create(
            kept_id=cast.rows["samira"], other_id=cast.rows["ayse"], because="x", said_by_id=cast.rows["jerrel"],
            starts=cast.clock.at,
        )  # fmt: skip
    if reads:
        assert house(cast, "samira")
    else:
        with pytest.raises(Missing):
            house(cast, "samira")


def test_over_the_shoulder_nothing_stands_that_is_withheld_from_another_person_of_one_who_lives_there(
    cast: Cast,
) -> None:
    add(cast, "man", NewPerson("man", "Man"), ("network", "samira"))
    entry = cast.tells("samira", "Voor ons allemaal.", "yusuf", "noa", "man")
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["man"], reason="gevaar", entry=entry
    )  # fmt: skip
    assert entry_page.entry(cast.viewer("yusuf"), entry)
    join(cast, "noa", "man")
    with pytest.raises(Missing):
        entry_page.entry(cast.viewer("yusuf"), entry)
    assert read(cast, "yusuf", entry)


def test_a_colleague_from_whose_other_person_it_is_withheld_does_not_stand_in(cast: Cast) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["brug"], reason="gevaar"
    )
    join_by_hand(cast, "ayse", "brug")
    given = stand_ins.stand_in(
        viewer=cast.viewer("jerrel"),
        account=cast.accounts["ayse"].public_id,
        starts=cast.clock.at + timedelta(hours=1),
        ends=cast.clock.at + timedelta(days=1),
    )
    assert given == []


@pytest.mark.parametrize(("joined", "shows"), [(False, True), (True, False)])
def test_on_a_workers_screen_nothing_in_confidence_shows_that_is_withheld_from_their_other_person(
    cast: Cast, joined: bool, shows: bool
) -> None:
    entry = cast.tells("samira", "Niet voor hem.", "brug")
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["brug"], reason="x", entry=entry
    )
    if joined:
        join_by_hand(cast, "jerrel", "brug")
    with upkeep():
        only = Dossier.objects.get(public_id=cast.dossier).pk
    handed = Viewer(
        None, cast.rows["noa"], "resident", cast.clock.tick(), handed_by=cast.accounts["jerrel"].pk, only=only
    )
    assert confidential.may_show(viewer=handed) is shows


def join_by_hand(cast: Cast, kept: str, other: str) -> None:
    with upkeep():
        SamePerson.objects.create(
            kept_id=cast.rows[kept], other_id=cast.rows[other], because="x", said_by_id=cast.rows["jerrel"],
            starts=cast.clock.at,
        )  # fmt: skip


def test_nobody_parts_themselves_from_whom_they_were_taken_for(cast: Cast) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team",
        starts=cast.clock.at,
    )  # fmt: skip
    join(cast, "samira", "ayse")
    with pytest.raises(Missing):
        part(cast, "ayse", by="ayse")
    part(cast, "ayse")


# what can not be


def test_somebody_is_not_the_same_as_themselves(cast: Cast) -> None:
    refused_at(cast, "other", "karim", "karim")


def test_a_reason_is_asked_for(cast: Cast) -> None:
    refused_at(cast, "because", because="  ")
    join(cast)
    with pytest.raises(Invalid) as found:
        part(cast, because=" ")
    assert list(found.value.errors) == ["because"]


def test_two_numbers_are_two_people(cast: Cast) -> None:
    add(cast, "een", NewPerson("een", "Een", bsn="999993653"))
    add(cast, "twee", NewPerson("twee", "Twee", bsn="999990482"))
    assert "BSN" in refused_at(cast, "other", "een", "twee")


def test_who_is_joined_already_is_parted_first(cast: Cast) -> None:
    add(cast, "derde", NewPerson("derde", "Derde"), ("network", "samira"))
    join(cast)
    for kept, other in (("karim", "brug"), ("brug", "karim")):
        with pytest.raises(Invalid):
            join(cast, kept, other)
    refused_at(cast, "other", "brug", "derde")
    refused_at(cast, "other", "derde", "brug")
    join(cast, "karim", "derde")
    part(cast, "derde")
    part(cast)
    join(cast, "derde", "brug")


def test_who_has_an_account_is_the_one_that_stays(cast: Cast) -> None:
    team_link(cast, "karim")
    refused_at(cast, "kept", "brug", "karim")


def test_of_two_accounts_one_is_closed_first(cast: Cast) -> None:
    team_link(cast, "karim")
    resident_account(cast, "brug")
    team_link(cast, "brug")
    assert "never joined" in refused_at(cast, "other")
    with upkeep():
        cast.accounts["brug"].is_active = False
        cast.accounts["brug"].save()
    join(cast)


def test_an_account_that_another_team_made_tells_nothing(cast: Cast) -> None:
    """Seen red with every running account counted: the worker was told to keep the name of who has one."""
    resident_account(cast, "brug")
    join(cast)


def test_who_works_here_stays(cast: Cast) -> None:
    with upkeep():
        Person.objects.filter(id=cast.rows["ellen"]).update(professional=False)
    refused_at(cast, "kept", "brug", "ellen")


def test_nobody_is_kept_from_what_names_themselves(cast: Cast) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["karim"], reason="gevaar",
        person=cast.people["brug"],
    )  # fmt: skip
    assert "kept from the other" in refused_at(cast, "other")


@pytest.mark.parametrize("name", ["ayse", "ellen", "samira", "karim"])
def test_only_the_team_of_the_dossier_says_so(cast: Cast, name: str) -> None:
    with pytest.raises(Missing):
        join(cast, by=name)
    join(cast)
    with pytest.raises(Missing):
        part(cast, by=name)


def test_who_is_not_known_to_the_worker_is_not_there(cast: Cast) -> None:
    there = opening.open_household(
        viewer=cast.viewer("ayse"),
        persons=[NewPerson("x", "Elders")],
        members=[NewMember("x")],
        purpose="vraag",
    )
    page = households.household(cast.viewer("ayse"), there)
    for kept, other in ((page.members[0].face.public_id, cast.people["karim"]),
                        (cast.people["karim"], page.members[0].face.public_id)):  # fmt: skip
        with pytest.raises(Missing):
            acts.join(viewer=cast.viewer("jerrel"), dossier=cast.dossier, kept=kept, other=other, because="x")


def test_of_two_that_are_both_elsewhere_nothing_is_said_here(cast: Cast) -> None:
    there = opening.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[NewPerson("x", "Elders"), NewPerson("y", "Ergens")],
        members=[NewMember("x"), NewMember("y")],
        purpose="vraag",
    )
    one, other = (m.face.public_id for m in households.household(cast.viewer("jerrel"), there).members)
    with pytest.raises(Missing):
        acts.join(viewer=cast.viewer("jerrel"), dossier=cast.dossier, kept=one, other=other, because="x")


# from the worker's own other dossiers


def elsewhere(cast: Cast, new: NewPerson, by: str = "jerrel") -> UUID:
    there = opening.open_household(
        viewer=cast.viewer(by), persons=[new], members=[NewMember(new.key)], purpose="vraag"
    )
    return households.household(cast.viewer(by), there).members[0].face.public_id


def names(cast: Cast, person: str) -> dict[str, bool]:
    found = joining.candidates(cast.viewer("jerrel"), cast.people[person], house(cast).known)
    return {one.face.label: one.elsewhere for one in found}


def test_who_sounds_alike_with_the_same_possible_birth_date_can_be_chosen_from_elsewhere(cast: Cast) -> None:
    day = date(1989, 1, 9)
    elsewhere(
        cast,
        NewPerson(
            "x", "Carim", family_name="Ammrani", birth_from=date(1989, 1, 1), birth_to=date(1989, 12, 31)
        ),
    )
    elsewhere(cast, NewPerson("y", "Andere", family_name="Vermeulen", birth_from=day, birth_to=day))
    elsewhere(
        cast,
        NewPerson("z", "Later", family_name="Amrani", birth_from=date(1990, 1, 9), birth_to=date(1990, 1, 9)),
    )
    elsewhere(cast, NewPerson("w", "Vreemde", family_name="Amrani", birth_from=day, birth_to=day), by="ayse")
    found = names(cast, "karim")
    assert found["Carim"] is True
    assert found["Samira"] is False
    assert not {"Andere", "Later", "Vreemde", "Karim"} & set(found)


def test_joined_across_two_dossiers_each_dossier_keeps_its_own_name(cast: Cast) -> None:
    day = date(1989, 1, 9)
    other = elsewhere(cast, NewPerson("x", "Carim", family_name="Amrani", birth_from=day, birth_to=day))
    acts.join(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        kept=other,
        other=cast.people["karim"],
        because="zelfde man",
    )
    assert "Karim" in labels(house(cast).known)
    [said] = joining.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert (said.kept.label, said.other.label, said.because) == ("Carim", "Karim", "zelfde man")


# what is told of it


def test_the_team_reads_who_said_so_and_why_also_when_it_is_over(cast: Cast) -> None:
    join(cast)
    [said] = joining.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert (said.by, said.because, said.running) == ("Jerrel Pinas", "zelfde telefoon", True)
    part(cast)
    [said] = joining.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert (said.ended_by, said.ended_because, said.running) == ("Jerrel Pinas", "toch een ander", False)
    assert "Brugman" in labels(house(cast).known)


def test_a_colleague_who_may_not_know_of_one_of_them_reads_nothing_of_it(cast: Cast) -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team",
        starts=cast.clock.at,
    )  # fmt: skip
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="buurvrouw",
        person=cast.people["brug"],
    )  # fmt: skip
    join(cast)
    assert len(joining.in_dossier(cast.viewer("jerrel"), cast.dossier)) == 1
    assert joining.in_dossier(cast.viewer("ayse"), cast.dossier) == ()


def test_residents_partners_and_other_teams_are_not_told(cast: Cast) -> None:
    join(cast)
    for name in ("samira", "ellen", "ayse"):
        with pytest.raises(Missing):
            joining.in_dossier(cast.viewer(name), cast.dossier)
    looking = cast.viewer("jerrel").through(Eyes(cast.rows["samira"], "resident", cast.clock.tick()))
    with pytest.raises(Missing):
        joining.in_dossier(looking, cast.dossier)


def team_link(cast: Cast, key: str) -> None:
    """A portal account that the team of this dossier made a link for."""
    with upkeep():
        SignInLink.objects.create(
            account=cast.accounts[key], token_hash=key, made_by=cast.accounts["jerrel"], made_at=cast.clock.at,
            expires_at=cast.clock.at,
        )  # fmt: skip
