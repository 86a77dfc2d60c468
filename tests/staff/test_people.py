"""The people of a household: every change has its page, says what follows, and does it once."""

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.actions.test_guard import note
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import households, joining
from naast.access.doors import upkeep
from naast.access.household_lines import HouseholdPage
from naast.access.viewer import Missing
from naast.actions import dossiers, same_person
from naast.actions import withholding as withholding_acts
from naast.actions.dossiers import NewMember, NewPerson
from naast.integrations.brp.fake import FakeRegister
from naast.records.models import Person, SamePerson, SignInLink
from naast.staff.people.views import CHANGES, OF

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(days=2))


@pytest.fixture
def worker(cast: Cast) -> Client:
    return client(cast, "jerrel")


def house(cast: Cast, name: str = "jerrel") -> HouseholdPage:
    cast.clock.at = timezone.now() + timedelta(minutes=1)
    return households.household(cast.viewer(name), cast.dossier)


def at(cast: Cast, what: str, of: UUID | None = None) -> str:
    return f"/huishoudens/{cast.dossier}/mensen/{what}" + (f"/{of}" if of else "")


def do(worker: Client, address: str, expected: int = 303, **sent: object) -> str:
    answer = worker.post(address, {"once": str(uuid4())} | sent)
    assert answer.status_code == expected, answer.content.decode()
    return answer.content.decode() or str(answer["Location"])


def unborn(cast: Cast) -> UUID:
    return dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=NewPerson("baby", "de baby", unborn=True),
        relation=None,
        member=True,
    )


def test_the_page_names_everybody_with_what_can_be_changed(cast: Cast, worker: Client) -> None:
    html = worker.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    for name in ("Samira Haddad", "Karim Amrani", "Jerrel Pinas", "Ellen Bos"):
        assert name in html
    assert html.count("<h1") == 1


def test_every_change_has_a_page_that_says_what_follows(cast: Cast, worker: Client) -> None:
    for what in CHANGES.keys() - OF:
        answer = worker.get(at(cast, what))
        assert answer.status_code == 200, what
        assert 'class="notice"' in answer.content.decode(), what


def test_a_change_that_is_none_or_of_nothing_is_not_found(cast: Cast, worker: Client) -> None:
    for what in OF:
        assert worker.get(at(cast, what)).status_code == 404, what
        assert worker.get(at(cast, what, uuid4())).status_code == 404, what
    assert worker.get(at(cast, "iets")).status_code == 404


def test_nobody_outside_the_team_finds_any_of_it(cast: Cast) -> None:
    for name in ("ayse", "ellen"):
        for path in (f"/huishoudens/{cast.dossier}/mensen", at(cast, "iemand-erbij"), at(cast, "weghouden")):
            assert client(cast, name).get(path).status_code == 404


def test_somebody_comes_in_by_hand_with_an_age_about(cast: Cast, worker: Client) -> None:
    do(
        worker,
        at(cast, "iemand-erbij"),
        call_name="Latifa",
        youngest="60",
        oldest="65",
        place="around",
        tie="parent",
        other=str(cast.people["samira"]),
    )
    page = house(cast)
    assert "Latifa" in [face.label for face in page.network]
    assert any(tie.one.label == "Latifa" and tie.type == "parent" for tie in page.ties)


def test_without_a_name_the_field_says_so_and_nothing_is_lost(cast: Cast, worker: Client) -> None:
    html = do(worker, at(cast, "iemand-erbij"), 422, place="in", youngest="40")
    assert "Vul een naam in" in html
    assert 'value="40"' in html


def test_somebody_comes_in_from_the_register_with_an_address_only_when_asked(
    cast: Cast, worker: Client, register: FakeRegister
) -> None:
    do(worker, at(cast, "uit-de-brp"), purpose="help", bsn="999970008")
    assert "Govert" in house(cast).names
    assert not house(cast).contacts
    html = do(worker, at(cast, "uit-de-brp"), 422, purpose="help", bsn="123")
    assert "negen cijfers" in html


def test_twins_are_born_of_one_unborn_child(cast: Cast, worker: Client) -> None:
    child = unborn(cast)
    do(worker, at(cast, "geboren", child), on=str(TODAY), name_1="Amal", name_2="Adam", family_name="Haddad")
    page = house(cast)
    born = {m.face.label: m.face for m in page.members}
    assert born["Amal"].public_id == child
    assert not born["Amal"].unborn
    assert born["Adam"].birth == TODAY


def test_a_loss_is_an_outcome(cast: Cast, worker: Client) -> None:
    child = unborn(cast)
    do(worker, at(cast, "niet-geboren", child), on=str(TODAY))
    assert "de baby" not in house(cast).names
    assert worker.get(at(cast, "geboren", child)).status_code == 404


def test_a_day_to_come_is_said_at_its_field(cast: Cast, worker: Client) -> None:
    html = do(worker, at(cast, "overleden", cast.people["karim"]), 422, on=str(TODAY + timedelta(days=3)))
    assert "Deze dag komt nog" in html.split('id="id_on_error"')[1]


def test_who_died_reads_nothing_any_more_and_nobody_inherits(cast: Cast, worker: Client) -> None:
    cast.tells("samira", "Ik ben bang.", "karim")
    do(worker, at(cast, "overleden", cast.people["karim"]), on=str(TODAY))
    cast.accounts["karim"].refresh_from_db()
    assert not cast.accounts["karim"].is_active
    cast.clock.at = timezone.now() + timedelta(minutes=1)
    with pytest.raises(Missing):
        households.household(cast.viewer("karim"), cast.dossier)
    assert not any(line.adult.label == "Karim" for line in house(cast).authorities)


def test_a_new_name_stands_everywhere_and_a_secret_one_only_with_its_owner(
    cast: Cast, worker: Client
) -> None:
    do(worker, at(cast, "naam", cast.people["samira"]), call_name="Sam", family_name="Haddad")
    assert "Sam" in house(cast, "karim").known[0].label or "Sam" in [
        f.label for f in house(cast, "karim").known
    ]
    do(worker, at(cast, "naam", cast.people["samira"]), call_name="Maryam", guarded="on")
    assert "Sam" in house(cast).names
    assert [c.value for c in house(cast).contacts] == ["Maryam"]
    assert house(cast, "karim").contacts == ()


def test_how_to_reach_somebody_is_theirs_and_can_end(cast: Cast, worker: Client) -> None:
    do(worker, at(cast, "gegeven", cast.people["samira"]), kind="phone", value="0612345678", guarded="on")
    [line] = house(cast).contacts
    assert line.guarded
    assert house(cast, "karim").contacts == ()
    do(worker, at(cast, "gegeven-einde", line.entry), on=str(TODAY))
    assert house(cast).contacts == ()


def test_partners_part_and_are_former_partners(cast: Cast, worker: Client) -> None:
    samira, karim = str(cast.people["samira"]), str(cast.people["karim"])
    do(worker, at(cast, "relatie"), one=samira, tie="partner", other=karim)
    [tie] = [t for t in house(cast).ties if t.type == "partner"]
    do(worker, at(cast, "relatie-einde", tie.entry), on=str(TODAY), parted="on")
    assert not [t for t in house(cast).ties if t.type == "partner" and t.running]
    assert [t for t in house(cast).ties if t.type == "ex_partner" and t.running and t.one.label == "Samira"]


def test_authority_told_by_hand_replaces_what_was_known(cast: Cast, worker: Client) -> None:
    sent = {"adult": str(cast.people["karim"]), "child": str(cast.people["yusuf"]), "state": "no"}
    do(worker, at(cast, "gezag"), reason="brief van de rechtbank", starts=str(TODAY), **sent)
    states = [
        a.state for a in house(cast).authorities if (a.adult.label, a.child.label) == ("Karim", "Yusuf")
    ]
    assert states == ["no"]


def test_a_household_splits_and_joins_again_with_its_history(cast: Cast, worker: Client) -> None:
    there = do(
        worker,
        at(cast, "splitsen"),
        leaving=[str(cast.people["yusuf"])],
        on=str(TODAY),
        purpose="Yusuf gaat naar zijn vader",
    )
    apart = UUID(there.rsplit("/", 1)[1])
    assert house(cast).names == ["Samira", "Noa"]
    assert households.household(cast.viewer("jerrel"), apart).names == ["Yusuf"]
    do(worker, at(cast, "terug"), persons=[str(cast.people["yusuf"])], on=str(TODAY))
    assert house(cast).names == ["Samira", "Yusuf", "Noa"]
    assert households.household(cast.viewer("jerrel"), apart).names == []


@pytest.mark.parametrize(("ticked", "values"), [({"secrets": "on"}, ["Lindehof 12"]), ({}, [])])
def test_what_is_secret_goes_along_with_who_leaves_unless_it_is_unticked(
    cast: Cast, worker: Client, ticked: dict[str, str], values: list[str]
) -> None:
    note(cast, "yusuf", "street", "Lindehof 12")
    page = worker.get(at(cast, "splitsen")).content.decode()
    assert re.search(r'<input type="checkbox" name="secrets"[^>]* checked', page)
    sent = {"leaving": [str(cast.people["yusuf"])], "on": str(TODAY), "purpose": "naar zijn vader"}
    apart = UUID(do(worker, at(cast, "splitsen"), **sent, **ticked).rsplit("/", 1)[1])
    cast.clock.at = timezone.now() + timedelta(minutes=1)
    assert [c.value for c in households.household(cast.viewer("jerrel"), apart).contacts] == values


@pytest.mark.parametrize("ticked", [True, False])
def test_who_must_stay_out_does_so_there_as_well_unless_it_is_unticked(
    cast: Cast, worker: Client, ticked: bool
) -> None:
    assert "stay_out" not in worker.get(at(cast, "splitsen")).content.decode()
    ayse = str(cast.people["ayse"])
    later = str(TODAY + timedelta(days=30))
    do(worker, at(cast, "weghouden"), human=ayse, what="dossier", reason="tante", review_on=later)
    page = worker.get(at(cast, "splitsen")).content.decode()
    assert re.search(rf'name="stay_out" value="{ayse}"[^>]* checked', page)
    sent = {"leaving": [str(cast.people["yusuf"])], "on": str(TODAY), "purpose": "naar zijn vader"}
    out = {"stay_out": [ayse]} if ticked else {}
    there = do(worker, at(cast, "splitsen"), **sent, **out)
    assert ("Ayşe Demir" in worker.get(f"{there}/mensen").content.decode()) == ticked


def test_everybody_can_not_leave(cast: Cast, worker: Client) -> None:
    everybody = [str(cast.people[name]) for name in ("samira", "yusuf", "noa")]
    html = do(worker, at(cast, "splitsen"), 422, leaving=everybody, on=str(TODAY), purpose="x")
    assert "er moet iemand blijven" in html


def test_the_last_fixed_face_does_not_leave_without_another(cast: Cast, worker: Client) -> None:
    fixed = next(i for i in house(cast).involved if i.role == "fixed_face")
    html = do(worker, at(cast, "betrokken-einde", fixed.entry), 422)
    assert "Kies eerst een ander vast gezicht" in html


def test_a_stand_in_needs_a_last_day_and_is_in_until_then(cast: Cast, worker: Client) -> None:
    sent = {"account": str(cast.accounts["ayse"].public_id), "role": "stand_in"}
    html = do(worker, at(cast, "collega"), 422, **sent)
    assert "laatste dag" in html.split('id="id_until_error"')[1]
    do(worker, at(cast, "collega"), until=str(TODAY + timedelta(days=5)), **sent)
    page = house(cast)
    assert page.fixed_face is not None
    assert page.fixed_face.role == "stand_in"
    cast.clock.at = timezone.now() + timedelta(days=7)
    with pytest.raises(Missing):
        households.household(cast.viewer("ayse"), cast.dossier)


def test_a_partner_professional_joins_until_a_day_and_leaves(cast: Cast, worker: Client) -> None:
    [ellen] = [i for i in house(cast).involved if i.capacity == "partner"]
    do(worker, at(cast, "betrokken-einde", ellen.entry))
    with pytest.raises(Missing):
        house(cast, "ellen")
    do(
        worker,
        at(cast, "partner"),
        account=str(cast.accounts["ellen"].public_id),
        organisation="Basisschool",
        ground="toestemming van Samira",
        until=str(TODAY + timedelta(days=5)),
    )
    assert house(cast, "ellen")
    assert not any(i.running and i.capacity == "partner" for i in house(cast, "samira").involved)


def test_what_is_kept_from_somebody_closes_and_opens_again_by_a_person(cast: Cast, worker: Client) -> None:
    sent = {"human": str(cast.people["karim"]), "what": "dossier", "reason": "bedreiging"}
    html = do(worker, at(cast, "weghouden"), 422, review_on=str(TODAY), **sent)
    assert "die nog komt" in html
    do(worker, at(cast, "weghouden"), review_on=str(TODAY + timedelta(days=30)), **sent)
    with pytest.raises(Missing):
        house(cast, "karim")
    assert "bedreiging" in worker.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    do(worker, at(cast, "weer-open", cast.people["karim"]), which="dossier", reason="samen besloten")
    assert house(cast, "karim")


def test_pieces_that_were_kept_together_open_together_and_are_told_apart(cast: Cast, worker: Client) -> None:
    told, other = (
        cast.tells("samira", words, "karim") for words in ("Hij kwam om tien.", "Hij ging om elf.")
    )
    withholding_acts.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=told,
        also=(other,),
    )
    path = at(cast, "weer-open", cast.people["karim"])
    html = worker.get(path).content.decode()
    assert "Hij kwam om tien." in html
    assert "Hij ging om elf." in html
    do(worker, path, which=str(told), also=[str(other)], reason="samen besloten")
    assert "Hij kwam" not in people_page(cast, worker)
    assert "Hij ging" not in people_page(cast, worker)


def test_a_worker_who_knows_somebody_closes_it_for_themselves(cast: Cast, worker: Client) -> None:
    do(worker, at(cast, "collega"), account=str(cast.accounts["ayse"].public_id), role="team")
    ayse = client(cast, "ayse")
    do(ayse, at(cast, "ik-ken-iemand"), reason="Ik ben de buurvrouw")
    assert ayse.get(f"/huishoudens/{cast.dossier}").status_code == 404
    assert "Samira" not in ayse.get("/huishoudens").content.decode()
    assert "de buurvrouw" in worker.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()


def test_a_colleague_is_kept_out_before_they_ever_come_in(cast: Cast, worker: Client) -> None:
    html = worker.get(at(cast, "weghouden")).content.decode()
    assert "Ayşe Demir" in html
    later = str(TODAY + timedelta(days=30))
    do(
        worker,
        at(cast, "weghouden"),
        human=str(cast.people["ayse"]),
        what="dossier",
        reason="tante",
        review_on=later,
    )
    assert "tante" in worker.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()


def test_through_somebodys_eyes_nothing_can_be_changed(cast: Cast, worker: Client) -> None:
    html = worker.get(f"/huishoudens/{cast.dossier}/mensen?ogen={cast.people['samira']}").content.decode()
    assert "seen-through" in html
    assert "/mensen/naam/" not in html


def test_a_date_of_birth_makes_an_age(cast: Cast) -> None:
    assert next(m.face for m in house(cast).members if m.face.label == "Samira").birth == date(1992, 4, 2)


def brugman(cast: Cast) -> UUID:
    return dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=NewPerson("brug", "Brugman"),
        relation=("network", cast.people["samira"]),
    )


def same(cast: Cast, worker: Client, expected: int = 303, **sent: object) -> str:
    """Karim is said to be the man of the bridge as well."""
    given = {"other": str(brugman(cast)), "stays": "this", "because": "zelfde telefoon"} | sent
    return do(worker, at(cast, "dezelfde", cast.people["karim"]), expected, **given)


def people_page(cast: Cast, worker: Client) -> str:
    return worker.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()


def test_two_persons_are_said_to_be_one_and_the_page_says_who_said_so_and_why(
    cast: Cast, worker: Client
) -> None:
    same(cast, worker)
    html = people_page(cast, worker)
    assert "Is dezelfde persoon als Brugman, zei Jerrel Pinas op" in html
    assert "zelfde telefoon" in html
    assert "Brugman" not in [face.label for face in house(cast).known]


def test_the_name_of_the_other_one_can_be_the_one_that_stays(cast: Cast, worker: Client) -> None:
    same(cast, worker, stays="that")
    labels = [face.label for face in house(cast).known]
    assert "Brugman" in labels
    assert "Karim" not in labels


def test_who_was_joined_is_parted_again_with_a_reason_and_the_page_keeps_both(
    cast: Cast, worker: Client
) -> None:
    same(cast, worker)
    other = brugman_row(cast)
    html = do(worker, at(cast, "niet-dezelfde", other), 422, because="")
    assert 'id="id_because_error"' in html
    do(worker, at(cast, "niet-dezelfde", other), because="broers")
    html = people_page(cast, worker)
    assert "Werd als dezelfde persoon gezien" in html
    assert "broers" in html
    assert "Brugman" in [face.label for face in house(cast).known]
    assert worker.get(at(cast, "niet-dezelfde", other)).status_code == 404


def test_where_a_membership_or_an_involvement_ends_the_worker_is_told_what_goes_on(
    cast: Cast, worker: Client
) -> None:
    page = house(cast)
    member = next(one.entry for one in page.members if one.face.label == "Samira")
    ends = at(cast, "niet-meer-lid", member), at(cast, "betrokken-einde", page.involved[0].entry)
    said = "ook als dezelfde als"
    for end in ends:
        assert said not in worker.get(end).content.decode()
    other = brugman(cast)
    with upkeep():
        for one in ("samira", "jerrel"):
            SamePerson.objects.create(
                kept_id=cast.rows[one], other=Person.objects.get(public_id=other), because="x",
                said_by_id=cast.rows["jerrel"], starts=timezone.now(),
            )  # fmt: skip
    for end in ends:
        assert f"{said} Brugman" in worker.get(end).content.decode()


def brugman_row(cast: Cast) -> UUID:
    [said] = joining.in_dossier(cast.viewer("jerrel"), cast.dossier)
    return said.other.public_id


def test_without_a_reason_or_a_person_the_field_says_so_and_nothing_is_lost(
    cast: Cast, worker: Client
) -> None:
    assert 'id="id_because_error"' in same(cast, worker, 422, because="")
    html = same(cast, worker, 422, other="", because="dat zie je zo")
    assert 'id="id_other_error"' in html
    assert "dat zie je zo" in html


def test_who_comes_in_with_an_account_stays_and_that_is_said_at_the_choice_of_the_name(
    cast: Cast, worker: Client
) -> None:
    SignInLink.objects.create(
        account=cast.accounts["karim"], token_hash="x", made_by=cast.accounts["jerrel"], made_at=timezone.now(),
        expires_at=timezone.now(),
    )  # fmt: skip
    html = same(cast, worker, 422, stays="that")
    assert "Houd de naam van die persoon" in html.split('id="id_stays_error"')[1]


def test_nobody_outside_the_team_finds_the_pages_of_it(cast: Cast, worker: Client) -> None:
    same(cast, worker)
    for name in ("ayse", "ellen"):
        for path in (
            at(cast, "dezelfde", cast.people["karim"]),
            at(cast, "niet-dezelfde", brugman_row(cast)),
        ):
            assert client(cast, name).get(path).status_code == 404


def test_no_name_stands_in_a_title_or_address_of_it(cast: Cast, worker: Client) -> None:
    same(cast, worker)
    for path in (at(cast, "dezelfde", cast.people["karim"]), at(cast, "niet-dezelfde", brugman_row(cast))):
        title = worker.get(path).content.decode().split("<title>")[1].split("</title>")[0]
        assert "persoon" in title
        assert not {"Karim", "Brugman"} & set(title.split())


def test_a_yes_leads_to_whom_it_may_be_where_the_fixed_face_knows_both(cast: Cast, worker: Client) -> None:
    born = {"birth_from": date(1992, 1, 1), "birth_to": date(1992, 12, 31)}
    dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=[NewPerson("x", "Sammy", family_name="Hadad", **born)],
        members=[NewMember("x")],
        purpose="vraag",
    )
    asked = same_person.Sought(family_name="Haddad", birth=date(1992, 4, 2))
    same_person.ask_elsewhere(viewer=cast.viewer("ayse"), sought=asked)
    notice = next(one for one in house(cast).notices if one.what == "same_person")
    there = do(worker, address_of(cast, notice.entry), same="yes")
    assert there == at(cast, "dezelfde", cast.people["samira"])
    assert "Sammy Hadad, in een ander huishouden van jou" in worker.get(there).content.decode()


def test_a_yes_about_somebody_whom_nobody_resembles_leads_back(cast: Cast, worker: Client) -> None:
    asked = same_person.Sought(family_name="Haddad", birth=date(1992, 4, 2))
    same_person.ask_elsewhere(viewer=cast.viewer("ayse"), sought=asked)
    [notice] = house(cast).notices
    assert do(worker, address_of(cast, notice.entry), same="yes") == f"/huishoudens/{cast.dossier}"


def address_of(cast: Cast, notice: UUID) -> str:
    return reverse("staff-same-person", kwargs={"dossier": cast.dossier, "notice": notice})


def test_a_colleague_who_is_kept_out_keeps_their_portal_unless_it_is_said(cast: Cast, worker: Client) -> None:
    sent = {"human": str(cast.people["ayse"]), "what": "dossier", "reason": "tante"}
    later = str(TODAY + timedelta(days=30))
    do(worker, at(cast, "weghouden"), review_on=later, **sent)
    assert "dit hele dossier, in het werk" in people_page(cast, worker)
    do(worker, at(cast, "weer-open", cast.people["ayse"]), which="dossier", reason="toch niet")
    do(worker, at(cast, "weghouden"), review_on=later, resident_too="on", **sent)
    assert "dit hele dossier, in het werk" not in people_page(cast, worker)
