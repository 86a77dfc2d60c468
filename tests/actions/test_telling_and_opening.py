"""Corrections, answers, statements and moments; narrowing, opening further, withholding and its end."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.actions import corrections, dossiers, entries, involvements, openings, splitting, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.records.models import ContactData, Entry, Kind, Membership


@pytest.fixture
def cast(db: None) -> Cast:
    return samira_and_karim()


def reads(cast: Cast, name: str, entry: UUID) -> bool:
    """Does this person read this entry now?"""
    with viewer_door(cast.viewer(name)) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def row(**wanted: object) -> Entry:
    with upkeep():
        return Entry.objects.get(**wanted)


def test_a_correction_keeps_the_old_version_and_its_readers(cast: Cast) -> None:
    old = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    new = corrections.correct(viewer=cast.viewer("samira"), entry=old, words="Hij kwam om elf uur.")
    assert reads(cast, "karim", old)
    assert reads(cast, "karim", new)
    assert row(public_id=old).root == row(public_id=new).root


def test_a_second_correction_of_the_same_version_conflicts(cast: Cast) -> None:
    old = cast.tells("samira", "Hij kwam om tien uur.")
    new = corrections.correct(viewer=cast.viewer("samira"), entry=old, words="Hij kwam om elf uur.")
    with pytest.raises(Conflict) as conflict:
        corrections.correct(viewer=cast.viewer("jerrel"), entry=old, words="Hij kwam om negen uur.")
    assert conflict.value.newest == new


def test_who_did_not_tell_it_does_not_correct_it(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    with pytest.raises(Refused):
        corrections.correct(viewer=cast.viewer("karim"), entry=told, words="Ik kwam niet.")


def test_an_answer_stands_beside_and_reaches_who_reads_the_entry(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    answer = entries.answer(viewer=cast.viewer("karim"), entry=told, words="Ik was thuis.")
    assert reads(cast, "samira", answer)
    assert row(public_id=told).words == "Hij kwam om tien uur."


def test_who_reads_by_a_share_reads_their_own_answer(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.")
    openings.widen(viewer=cast.viewer("samira"), entry=told, readers=[cast.people["karim"]], how="own")
    answer = entries.answer(viewer=cast.viewer("karim"), entry=told, words="Ik was thuis.")
    assert reads(cast, "karim", answer)
    assert reads(cast, "samira", answer)
    assert reads(cast, "jerrel", answer)


@pytest.mark.parametrize("everything_with", [None, "samira"])
def test_an_answer_does_not_reach_whom_the_entry_is_withheld_from(
    cast: Cast, everything_with: str | None
) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim", "yusuf")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="Voor de veiligheid",
        entry=None if everything_with else told,
        person=cast.people[everything_with] if everything_with else None,
    )
    answer = entries.answer(viewer=cast.viewer("yusuf"), entry=told, words="Ik hoorde het ook.")
    assert reads(cast, "samira", answer)
    assert not reads(cast, "karim", answer)


def test_an_own_statement_is_added_unchanged(cast: Cast) -> None:
    stated = entries.state(
        viewer=cast.viewer("karim"), dossier=cast.dossier, words="Zo was het.", choice=cast.choice()
    )
    assert not reads(cast, "samira", stated)
    assert reads(cast, "jerrel", stated)


def test_one_moment_ties_several_tellings_and_is_the_team_s(cast: Cast) -> None:
    told = [cast.tells("samira", "Het was laat.", "karim"), cast.tells("karim", "Het was vroeg.", "samira")]
    moment = entries.same_moment(viewer=cast.viewer("jerrel"), dossier=cast.dossier, entries=told)
    assert reads(cast, "jerrel", moment)
    assert not reads(cast, "samira", moment)


def test_narrowing_closes_it_from_now_on_and_never_widens(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    openings.narrow(viewer=cast.viewer("samira"), entry=told, choice=cast.choice())
    assert not reads(cast, "karim", told)
    with pytest.raises(Invalid):
        openings.narrow(viewer=cast.viewer("samira"), entry=told, choice=cast.choice("karim"))


def test_opening_further_for_safety_needs_a_reason_and_is_an_entry(cast: Cast) -> None:
    told = cast.tells("yusuf", "Ik ben bang.")
    with pytest.raises(Invalid):
        openings.open_for_safety(
            viewer=cast.viewer("jerrel"),
            entry=told,
            readers=[cast.people["samira"]],
            reason="",
            told_first=True,
        )
    opening = openings.open_for_safety(
        viewer=cast.viewer("jerrel"),
        entry=told,
        readers=[cast.people["samira"]],
        reason="Zij moet hem vanavond opvangen.",
        told_first=True,
    )
    assert reads(cast, "samira", told)
    assert reads(cast, "yusuf", opening)


def test_what_is_withheld_opens_again_only_by_a_decision(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    of = {"dossier": cast.dossier, "human": cast.people["karim"], "entry": told}
    withholding.withhold(viewer=cast.viewer("jerrel"), reason="gevaar", **of)
    assert not reads(cast, "karim", told)
    withholding.end_withholding(viewer=cast.viewer("jerrel"), reason="besproken met haar", **of)
    assert reads(cast, "karim", told)


def test_contact_data_of_one_person_is_read_by_that_person_and_the_team(cast: Cast) -> None:
    noted = dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="phone",
        value="0612345678",
        guarded=True,
    )
    assert reads(cast, "samira", noted)
    assert not reads(cast, "karim", noted)
    with upkeep():
        assert ContactData.objects.get(entry__public_id=noted).guarded


def test_a_partner_whose_involvement_ends_reads_nothing_from_then_on(cast: Cast) -> None:
    told = cast.tells("samira", "Noa slaapt slecht.", "ellen")
    assert reads(cast, "ellen", told)
    involvement = row(kind=Kind.INVOLVEMENT, involvement__person_id=cast.rows["ellen"]).public_id
    involvements.end(viewer=cast.viewer("jerrel"), involvement=involvement, at=cast.clock.at)
    assert not reads(cast, "ellen", told)
    assert not reads(cast, "ellen", involvement)


def test_somebody_leaves_the_household_and_comes_back_with_the_history_kept(cast: Cast) -> None:
    today = cast.clock.at.date()
    first = row(kind=Kind.MEMBERSHIP, membership__person_id=cast.rows["noa"]).public_id
    dossiers.end_membership(viewer=cast.viewer("jerrel"), membership=first, on=today)
    splitting.join_again(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        persons=[cast.people["noa"]],
        on=today + timedelta(days=30),
    )
    with upkeep():
        periods = Membership.objects.filter(person_id=cast.rows["noa"]).order_by("entry_id")
        assert [(p.starts, p.ends) for p in periods] == [(None, today), (today + timedelta(days=30), None)]
