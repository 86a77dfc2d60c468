"""Somebody leaves: what they were ends, no household is left without anybody, and the lead reads nothing."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from tests.cast import Cast, resident_account, samira_and_karim, staff

from naast.access import households, leaving, policy, questions
from naast.access.doors import upkeep, viewer_door
from naast.access.home import home
from naast.access.viewer import Missing
from naast.actions import dossiers, involvements, roles, team, withholding
from naast.actions import questions as asking
from naast.actions.act import Invalid
from naast.actions.dossiers import NewMember, NewPerson
from naast.actions.stand_ins import stand_in
from naast.records.fields import look_up_hash
from naast.records.models import Account, CircleRow, Dossier, Involvement, Person, Share, Team, TraceLine

pytestmark = pytest.mark.django_db
BSN = "999999990"


@pytest.fixture
def cast() -> Cast:
    """Jerrel is the fixed face of Samira's household, Ayşe of Bram's; Lena manages the team and Omar works in it."""
    cast = samira_and_karim()
    team = Team.objects.get()
    staff(cast, team, "lena", "Lena Groot", manages_team=True)
    staff(cast, team, "omar", "Omar Elders")
    ellen = cast.accounts["ellen"]
    ellen.team = team
    ellen.save()
    return cast


def account(cast: Cast, name: str) -> UUID:
    return cast.accounts[name].public_id


def another_household(cast: Cast, face: str) -> UUID:
    """Bram alone, with this worker as his fixed face."""
    return dossiers.open_household(
        viewer=cast.viewer(face),
        persons=[NewPerson("bram", "Bram", birth_from=date(1970, 1, 1), birth_to=date(1970, 1, 1))],
        members=[NewMember("bram")],
        purpose="vraag om hulp",
    )


def leaves(cast: Cast, who: str, *faces: str) -> None:
    team.close(
        viewer=cast.viewer("lena"), account=account(cast, who), faces=[account(cast, name) for name in faces]
    )


def needed(cast: Cast, who: str) -> int:
    return leaving.to_hand_over(cast.viewer("lena"), account(cast, who))


def fixed(cast: Cast, name: str, dossier: UUID | None = None) -> str:
    found = households.household(cast.viewer(name), dossier or cast.dossier).fixed_face
    return found.face.label if found else ""


def joins(cast: Cast, who: str, role: str = "team", *, days: int | None = None, by: str = "jerrel") -> None:
    at = cast.clock.at
    involvements.add_colleague(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        account=account(cast, who),
        role=role,
        starts=at,
        ends=at + timedelta(days=days) if days else None,
    )


def running(who: int) -> list[str]:
    with upkeep():
        rows = Involvement.objects.filter(person_id=who, ends=None).order_by("entry_id")
        return [row.role for row in rows]


def test_a_household_gets_the_colleague_who_was_chosen_as_its_fixed_face(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.")
    leaves(cast, "jerrel", "ayse")
    assert fixed(cast, "ayse") == "Ayşe"
    assert home(cast.viewer("samira"), cast.dossier).fixed_face.label == "Ayşe"  # type: ignore[union-attr]
    assert told in _read_by(cast, "ayse")
    assert running(cast.rows["jerrel"]) == []


def _read_by(cast: Cast, name: str) -> set[UUID]:
    with viewer_door(cast.viewer(name)) as reach:
        return set(policy.entries(reach).values_list("public_id", flat=True))


def test_a_leaver_reads_nothing_any_more_also_with_an_account_that_opens_again(cast: Cast) -> None:
    cast.tells("samira", "Hij belde weer.")
    leaves(cast, "jerrel", "ayse")
    assert _read_by(cast, "jerrel") == set()
    team.reopen(viewer=cast.viewer("lena"), account=account(cast, "jerrel"))
    assert _read_by(cast, "jerrel") == set()
    assert running(cast.rows["jerrel"]) == []
    with pytest.raises(Missing):
        households.household(cast.viewer("jerrel"), cast.dossier)


def test_the_lead_reads_nothing_by_it_and_can_not_choose_themselves(cast: Cast) -> None:
    with pytest.raises(Invalid):
        leaves(cast, "jerrel", "lena")
    leaves(cast, "jerrel", "ayse")
    assert _read_by(cast, "lena") == set()
    with pytest.raises(Missing):
        households.household(cast.viewer("lena"), cast.dossier)


def test_the_account_stays_open_until_somebody_is_chosen(cast: Cast) -> None:
    with pytest.raises(Invalid) as told:
        leaves(cast, "jerrel")
    assert list(told.value.errors) == ["account"]
    assert Account.objects.get(pk=cast.accounts["jerrel"].pk).is_active
    assert fixed(cast, "jerrel") == "Jerrel"


@pytest.mark.parametrize("who", ["ellen", "samira", "elsewhere", "closed", "invited", "jerrel"])
def test_only_a_colleague_of_the_team_who_has_come_in_can_be_chosen(cast: Cast, who: str) -> None:
    staff(cast, Team.objects.create(name="West", municipality="Voorbeeldstad"), "elsewhere", "Els Ver")
    for name in ("closed", "invited"):
        staff(cast, Team.objects.get(name="Team Oost"), name, "Noor Smit", is_active=name == "invited")
    invited = cast.accounts["invited"]
    invited.set_unusable_password()
    invited.save()
    with pytest.raises(Invalid):
        leaves(cast, "jerrel", who)
    assert fixed(cast, "jerrel") == "Jerrel"


def test_a_household_kept_from_who_was_chosen_needs_somebody_else(cast: Cast) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="buurvrouw"
    )
    other = another_household(cast, "jerrel")
    assert needed(cast, "jerrel") == 2
    with pytest.raises(Invalid):
        leaves(cast, "jerrel", "ayse")
    assert fixed(cast, "jerrel") == fixed(cast, "jerrel", other) == "Jerrel"
    leaves(cast, "jerrel", "ayse", "omar")
    assert fixed(cast, "omar") == "Omar"
    assert fixed(cast, "ayse", other) == "Ayşe"
    with pytest.raises(Missing):
        households.household(cast.viewer("ayse"), cast.dossier)


def test_the_try_that_told_that_something_is_kept_from_somebody_stays_in_the_trace(cast: Cast) -> None:
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="buurvrouw"
    )
    with pytest.raises(Invalid):
        leaves(cast, "jerrel", "ayse")
    row = TraceLine.objects.order_by("id").last()
    assert (row.act, row.outcome, row.account_id) == ("close account", "refused", cast.accounts["lena"].pk)  # type: ignore[union-attr]


def test_nobody_becomes_the_fixed_face_of_their_own_family(cast: Cast) -> None:
    """A worker who is somebody's sister there, and whom nobody thought of keeping out."""
    with upkeep():
        Person.objects.filter(pk=cast.rows["omar"]).update(bsn_hash=look_up_hash(BSN, "bsn"))
    joins(cast, "omar")  # by which Jerrel knows who this is: the register gives the same person
    dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=NewPerson("x", "Omar", bsn=BSN),
        relation=("sibling", cast.people["samira"]),
    )
    with pytest.raises(Invalid):
        leaves(cast, "jerrel", "omar")
    assert (
        stand_in(
            viewer=cast.viewer("jerrel"),
            account=account(cast, "omar"),
            starts=cast.clock.at + timedelta(days=1),
            ends=cast.clock.at + timedelta(days=2),
        )
        == []
    )


def test_a_colleague_in_the_team_just_ends(cast: Cast) -> None:
    joins(cast, "ayse")
    assert needed(cast, "ayse") == 0
    leaves(cast, "ayse")
    assert fixed(cast, "jerrel") == "Jerrel"
    assert "Ayşe" not in [
        i.face.label for i in households.household(cast.viewer("jerrel"), cast.dossier).around
    ]


def last_one_in(cast: Cast, *, days: int | None = None) -> None:
    """Only Ayşe is in the team of Samira's household, and nobody is its fixed face; Omar until a day, if so."""
    joins(cast, "ayse")
    if days:
        joins(cast, "omar", days=days)
    page = households.household(cast.viewer("jerrel"), cast.dossier)
    assert page.fixed_face is not None
    involvements.end(
        viewer=cast.viewer("jerrel"), involvement=page.fixed_face.entry, at=cast.clock.tick(), nobody=True
    )


@pytest.mark.parametrize("days", [None, 3])
def test_the_last_one_in_a_household_is_followed_by_a_fixed_face(cast: Cast, days: int | None) -> None:
    last_one_in(cast, days=days)
    assert needed(cast, "ayse") == 1
    with pytest.raises(Invalid):
        leaves(cast, "ayse")
    leaves(cast, "ayse", "jerrel")
    assert fixed(cast, "jerrel") == "Jerrel"


def test_who_can_not_open_a_household_does_not_keep_it(cast: Cast) -> None:
    """A colleague who was taken out of the dossier, and one whose account is closed, are nobody to it."""
    joins(cast, "ayse")
    joins(cast, "omar")
    with upkeep():
        Account.objects.filter(pk=cast.accounts["omar"].pk).update(is_active=False)
    withholding.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="tante")
    joins(cast, "lena")
    asked = roles.propose(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=account(cast, "lena"),
        role="fixed_face",
        words="Zij blijft.",
    )
    roles.accept(viewer=cast.viewer("lena"), entry=asked)
    lena = households.household(cast.viewer("lena"), cast.dossier).fixed_face
    involvements.end(viewer=cast.viewer("lena"), involvement=lena.entry, at=cast.clock.tick(), nobody=True)  # type: ignore[union-attr]
    assert needed(cast, "jerrel") == 1


def test_nobody_joins_as_the_fixed_face_without_saying_yes(cast: Cast) -> None:
    with pytest.raises(Invalid):
        joins(cast, "ayse", "fixed_face")
    assert needed(cast, "jerrel") == 1


def test_a_closed_dossier_needs_nobody(cast: Cast) -> None:
    with upkeep():
        Dossier.objects.filter(public_id=cast.dossier).update(closed_at=cast.clock.tick())
    assert needed(cast, "jerrel") == 0
    leaves(cast, "jerrel")
    assert running(cast.rows["jerrel"]) == []


def test_who_stands_in_for_the_leaver_stays_until_the_day_that_was_agreed(cast: Cast) -> None:
    joins(cast, "omar", "stand_in", days=5)
    leaves(cast, "jerrel", "ayse")
    assert fixed(cast, "omar") == "Omar"
    who = questions.who_answers(cast.viewer("samira"), cast.dossier)
    assert (who.face.label, who.stands_in) == ("Omar", True)  # type: ignore[union-attr]
    cast.clock.at += timedelta(days=6)
    assert fixed(cast, "ayse") == "Ayşe"
    assert questions.who_answers(cast.viewer("samira"), cast.dossier).face.label == "Ayşe"  # type: ignore[union-attr]
    with pytest.raises(Missing):
        households.household(cast.viewer("omar"), cast.dossier)


def test_who_stood_in_and_becomes_the_fixed_face_no_longer_stands_in(cast: Cast) -> None:
    joins(cast, "omar", "stand_in", days=5)
    leaves(cast, "jerrel", "omar")
    page = households.household(cast.viewer("omar"), cast.dossier)
    assert [i.role for i in page.around if i.face.label == "Omar"] == ["fixed_face"]
    assert not questions.who_answers(cast.viewer("samira"), cast.dossier).stands_in


def test_what_is_still_to_come_ends_too(cast: Cast) -> None:
    stand_in(
        viewer=cast.viewer("jerrel"),
        account=account(cast, "ayse"),
        starts=cast.clock.at + timedelta(days=3),
        ends=cast.clock.at + timedelta(days=9),
    )
    leaves(cast, "ayse")
    cast.clock.at += timedelta(days=4)
    assert fixed(cast, "jerrel") == "Jerrel"
    assert _read_by(cast, "ayse") == set()


def test_an_open_question_waits_for_the_new_fixed_face(cast: Cast) -> None:
    asking.ask(viewer=cast.viewer("samira"), dossier=cast.dossier, words="Wanneer kom je?")
    leaves(cast, "jerrel", "ayse")
    page = households.household(cast.viewer("ayse"), cast.dossier)
    assert [one.words for one in page.questions] == ["Wanneer kom je?"]
    assert questions.who_answers(cast.viewer("samira"), cast.dossier).face.label == "Ayşe"  # type: ignore[union-attr]


def test_a_partner_who_leaves_reads_nothing_and_is_no_longer_around(cast: Cast) -> None:
    told = cast.tells("samira", "Noa slaapt slecht.", "ellen")
    assert told in _read_by(cast, "ellen")
    assert needed(cast, "ellen") == 0
    leaves(cast, "ellen")
    assert _read_by(cast, "ellen") == set()
    page = households.household(cast.viewer("jerrel"), cast.dossier)
    assert "Ellen" not in [i.face.label for i in page.around]
    assert "Ellen" in [i.face.label for i in page.was_around]
    with upkeep():
        for model in (CircleRow, Share):
            rows = model.objects.filter(human_id=cast.rows["ellen"], capacity="partner")
            assert rows.exists()
            assert not rows.filter(ends=None).exists()


def test_one_capacity_closes_and_the_other_stays(cast: Cast) -> None:
    """Ellen teaches, and works in the team of another household; her work there goes on when she leaves the school."""
    with upkeep():
        both = Account.objects.create(
            human_id=cast.rows["ellen"],
            capacity="staff",
            display_name="Ellen Bos",
            email="ellen@wijkteam.example",
            team=cast.accounts["ellen"].team,
        )
    partner = cast.accounts["ellen"]
    cast.accounts["ellen"] = both
    there = another_household(cast, "ellen")
    cast.accounts["ellen"] = partner
    leaves(cast, "ellen")
    cast.accounts["ellen"] = both
    assert fixed(cast, "ellen", there) == "Ellen"
    assert needed(cast, "ellen") == 1


def test_a_worker_who_leaves_keeps_what_they_read_as_a_resident(cast: Cast) -> None:
    told = cast.tells("samira", "Ik ben moe.")
    with upkeep():
        Account.objects.create(human_id=cast.rows["samira"], capacity="staff", team=Team.objects.get(),
                               display_name="Samira Haddad", email="s@wijkteam.example")  # fmt: skip
    work = Account.objects.get(human_id=cast.rows["samira"], capacity="staff")
    team.close(viewer=cast.viewer("lena"), account=work.public_id)
    assert told in _read_by(cast, "samira")


def test_a_leaving_leaves_one_row_of_the_trace_with_every_involvement_it_changed(cast: Cast) -> None:
    other = another_household(cast, "jerrel")
    before = TraceLine.objects.count()
    leaves(cast, "jerrel", "ayse")
    (row,) = TraceLine.objects.order_by("id")[before:]
    assert (row.act, row.outcome, row.account_id) == ("close account", "done", cast.accounts["lena"].pk)
    with upkeep():
        changed = Involvement.objects.filter(
            person_id__in=(cast.rows["jerrel"], cast.rows["ayse"]),
            entry__dossier__public_id__in=(cast.dossier, other),
        )
        ids = [one.entry.public_id.bytes for one in changed.select_related("entry")]
    assert len(ids) == 4
    assert all(one in bytes(row.shown) for one in ids)


def test_who_does_not_manage_the_team_learns_no_number(cast: Cast) -> None:
    resident_account(cast, "noa")
    for name in ("ayse", "ellen", "samira", "noa"):
        with pytest.raises(Missing):
            leaving.to_hand_over(cast.viewer(name), account(cast, "jerrel"))
    for other in ("lena", "samira"):
        with pytest.raises(Missing):
            needed(cast, other)
