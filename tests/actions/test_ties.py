"""Ties and authority told by hand: intervals close in place, and what authority opened closes with it."""

from datetime import timedelta

import pytest
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import households
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import dossiers, ties
from naast.actions.act import Invalid
from naast.records.models import CircleRow

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def page(cast: Cast, name: str = "jerrel") -> households.HouseholdPage:
    return households.household(cast.viewer(name), cast.dossier)


def tell(cast: Cast, state: str, adult: str = "karim", by: str = "jerrel") -> None:
    ties.tell_authority(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        adult=cast.people[adult],
        child=cast.people["yusuf"],
        state=state,
        reason="brief van de rechtbank",
        starts=TODAY,
    )


def read_by_authority(cast: Cast) -> int:
    with upkeep():
        rows = CircleRow.objects.filter(human_id=cast.rows["karim"], because="authority")
        return rows.exclude(ends__lte=cast.clock.at).count()


def test_when_authority_is_over_what_it_opened_about_the_child_closes(cast: Cast) -> None:
    from naast.actions import entries

    talk = entries.Talk("home_visit", entries.Happened())
    passage = entries.Passage(
        "Yusuf slaapt slecht.", "fact", cast.choice("karim"), about=(cast.people["yusuf"],)
    )
    entries.tell_talk(viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage])
    assert read_by_authority(cast) == 1
    tell(cast, "no")
    assert read_by_authority(cast) == 0


def test_what_the_child_told_themselves_closes_with_it_too(cast: Cast) -> None:
    """Seen red where only what is about the child closed: whoever tells need not stand in it otherwise."""
    cast.tells("yusuf", "Ik slaap slecht.", "karim")
    assert read_by_authority(cast) == 1
    tell(cast, "no")
    assert read_by_authority(cast) == 0


def test_told_authority_opens_nothing_by_itself(cast: Cast) -> None:
    with upkeep():
        before = CircleRow.objects.count()
    tell(cast, "yes", adult="samira")
    with upkeep():
        assert not CircleRow.objects.filter(because="authority").exists()
        assert CircleRow.objects.count() - before <= 3  # the circle of the new line itself


def test_the_day_of_an_authority_is_not_to_come(cast: Cast) -> None:
    with pytest.raises(Invalid):
        ties.tell_authority(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            adult=cast.people["karim"],
            child=cast.people["noa"],
            state="yes",
            reason="x",
            starts=TODAY + timedelta(days=2),
        )


def test_a_tie_with_oneself_is_none(cast: Cast) -> None:
    samira = cast.people["samira"]
    with pytest.raises(Invalid):
        ties.relate(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, one=samira, tie="friend", other=samira
        )


def test_a_tie_ends_not_before_it_began_and_not_by_who_is_no_team(cast: Cast) -> None:
    ties.relate(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        one=cast.people["samira"],
        tie="partner",
        other=cast.people["karim"],
        starts=TODAY,
    )
    [tie] = [t for t in page(cast).ties if t.type == "partner"]
    with pytest.raises(Invalid):
        ties.end_relation(viewer=cast.viewer("jerrel"), relation=tie.entry, on=TODAY - timedelta(days=5))
    with pytest.raises(Missing):
        ties.end_relation(viewer=cast.viewer("karim"), relation=tie.entry, on=TODAY)
    ties.end_relation(viewer=cast.viewer("jerrel"), relation=tie.entry, on=TODAY, parted=True)
    assert [
        t.type for t in page(cast).ties if t.running and t.one.label == "Samira" and t.other.label == "Karim"
    ] == ["ex_partner"]


def test_contact_data_end_and_another_persons_can_not_be_ended_by_who_does_not_read_it(cast: Cast) -> None:
    entry = dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="phone",
        value="0612345678",
        guarded=True,
    )
    with pytest.raises(Missing):
        ties.end_contact_data(viewer=cast.viewer("karim"), contact=entry, on=TODAY)
    ties.end_contact_data(viewer=cast.viewer("jerrel"), contact=entry, on=TODAY)
    assert page(cast).contacts == ()
