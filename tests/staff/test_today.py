"""The day of a worker: led by who has not been heard, with what waits for them and nothing that is not theirs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago

from naast.access import today as reading
from naast.actions import drafts, evaluations, involvements, questions, withholding

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def day(cast: Cast, name: str, **later: int) -> reading.TodayPage:
    viewer = cast.viewer(name)
    return reading.today(replace(viewer, at=viewer.at + timedelta(**later)))


def with_ayse(cast: Cast) -> None:
    """She works in the team of this household as well."""
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )


def unheard(page: reading.TodayPage) -> dict[str, int]:
    return {one.face.label: one.weeks for home in page.homes for one in home.unheard}


def shown(cast: Cast, name: str) -> str:
    return signed_in(cast, name).get("/vandaag").content.decode()


def test_signing_in_leads_a_worker_to_their_day_and_a_partner_to_their_households(cast: Cast) -> None:
    assert signed_in(cast, "jerrel").get("/")["Location"] == "/vandaag"
    assert signed_in(cast, "ellen").get("/")["Location"] == "/huishoudens"


def test_who_was_never_heard_leads_and_who_told_something_is_not_there(cast: Cast) -> None:
    cast.tells("samira", "Ik wil dat het ophalen rustig gaat.")
    assert unheard(day(cast, "jerrel")) == {"Yusuf": 0, "Noa": 0}
    page = shown(cast, "jerrel")
    assert page.index("Noa") < page.index("Samira, Yusuf en Noa")
    assert "nog niet" in page


def test_after_some_weeks_it_says_how_long_ago(cast: Cast) -> None:
    cast.tells("samira", "Ik slaap weer door.")
    assert "Samira" not in unheard(day(cast, "jerrel", weeks=3))
    assert unheard(day(cast, "jerrel", weeks=7))["Samira"] == 7


def test_what_a_worker_may_not_read_counts_for_nothing_on_their_day(cast: Cast) -> None:
    with_ayse(cast)
    told = cast.tells("samira", "Dit weet alleen Jerrel.")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="zij kent hem",
        entry=told,
    )
    assert "Samira" not in unheard(day(cast, "jerrel"))
    assert unheard(day(cast, "ayse"))["Samira"] == 0


def test_a_question_waits_for_the_fixed_face_with_the_promised_day(cast: Cast) -> None:
    viewer = replace(cast.viewer("samira"), capacity="resident")
    questions.ask(viewer=viewer, dossier=cast.dossier, words="Mag het een dag later?")
    [waiting] = day(cast, "jerrel").questions
    assert not waiting.late
    assert "Samira vraagt je iets" in shown(cast, "jerrel")
    assert "Mag het een dag later?" not in shown(cast, "jerrel")


def test_a_draft_waits_for_its_writer_only(cast: Cast) -> None:
    at = cast.viewer("jerrel")
    drafts.save_draft(viewer=at, form="write-ab12cd34", fields={"words": ["half"]}, dossier=cast.dossier)
    assert len(day(cast, "jerrel").drafts) == 1
    assert day(cast, "ayse").drafts == ()
    page = shown(cast, "jerrel")
    assert "Een gesprek dat je aan het opschrijven was" in page
    assert "half" not in page


def test_a_day_to_look_at_the_plan_that_went_by_says_so(cast: Cast) -> None:
    evaluations.plan_evaluation(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, on=timezone.localdate() + timedelta(days=6)
    )
    [home] = day(cast, "jerrel").homes
    assert not home.past
    [home] = day(cast, "jerrel", days=8).homes
    assert home.past


def test_who_left_the_team_finds_the_household_no_longer_on_their_day(cast: Cast) -> None:
    with_ayse(cast)
    assert len(day(cast, "ayse").homes) == 1
    withholding.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="familie")
    assert day(cast, "ayse").homes == ()


def test_a_partner_and_a_resident_have_no_such_page(cast: Cast) -> None:
    assert signed_in(cast, "ellen").get("/vandaag").status_code == 404
    assert Client().get("/vandaag").status_code == 303


def test_an_empty_day_says_so(cast: Cast) -> None:
    withholding.withhold_self(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reason="familie")
    page = shown(cast, "jerrel")
    assert "Nog geen huishoudens" in page
    assert "Geen vraag en geen concept." in page
