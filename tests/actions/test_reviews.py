"""What became of an agreement: who reads it, that it stays beside the next version, and that stopping ends it."""

from datetime import date
from uuid import UUID

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import plan as reading
from naast.access.viewer import Viewer
from naast.actions import plan, reviews, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.choice import Choice

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def agree(cast: Cast, choice: Choice | None = None) -> UUID:
    terms = plan.Terms(
        "Vijf minuten ophalen.",
        date(2026, 11, 16),
        "Dan belt zij Jerrel.",
        does=(cast.people["karim"],),
        watches=(cast.people["samira"],),
    )
    return plan.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=choice)


def review(cast: Cast, agreement: UUID, result: str, words: str = "", by: str = "jerrel") -> UUID:
    return reviews.review(viewer=cast.viewer(by), agreement=agreement, result=result, words=words)


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.PlanPage:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    return reading.plan(seen, cast.dossier)


def said(page: reading.PlanPage) -> list[list[str]]:
    return [[one.result for one in agreed.reviews] for agreed in (*page.agreements, *page.ended)]


def test_who_reads_the_agreement_reads_what_became_of_it(cast: Cast) -> None:
    review(cast, agree(cast), "sometimes", "Op vrijdag lukte het niet.")
    for name in ("jerrel", "samira", "karim"):
        assert said(page(cast, name)) == [["sometimes"]], name
    assert said(page(cast, "yusuf")) == []


def test_a_later_one_stands_beside_the_earlier(cast: Cast) -> None:
    agreed = agree(cast)
    review(cast, agreed, "tried", "Te druk.")
    review(cast, agreed, "helped")
    assert said(page(cast, "samira")) == [["helped", "tried"]]


def test_it_stays_with_the_agreement_when_that_changes(cast: Cast) -> None:
    agreed = agree(cast)
    review(cast, agreed, "sometimes")
    terms = plan.Terms(
        "Drie minuten ophalen.",
        date(2026, 11, 16),
        "Dan belt zij Jerrel.",
        does=(cast.people["karim"],),
        watches=(cast.people["samira"],),
    )
    plan.change_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, terms=terms)
    [agreement] = page(cast, "samira").agreements
    assert agreement.line.words == "Drie minuten ophalen."
    assert [one.result for one in agreement.reviews] == ["sometimes"]


def test_stopping_ends_the_agreement_today(cast: Cast) -> None:
    review(cast, agree(cast), "dropped", "Karim haalt niet meer op.")
    shown = page(cast, "samira")
    assert shown.agreements == ()
    [ended] = shown.ended
    assert [one.words for one in ended.reviews] == ["Karim haalt niet meer op."]


def test_without_a_reason_nothing_stops(cast: Cast) -> None:
    agreed = agree(cast)
    with pytest.raises(Invalid) as wrong:
        review(cast, agreed, "dropped")
    assert "words" in wrong.value.errors
    assert len(page(cast, "samira").agreements) == 1


def test_of_an_agreement_in_confidence_it_is_told_in_confidence(cast: Cast) -> None:
    review(cast, agree(cast, cast.choice("samira")), "helped", "Zij had de tas klaar.")
    assert said(page(cast, "samira")) == [["helped"]]
    assert said(page(cast, "karim")) == []
    assert said(page(cast, "samira", asked=False)) == []


def test_from_whom_the_agreement_is_kept_it_is_kept_too(cast: Cast) -> None:
    agreed = agree(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=agreed,
    )
    review(cast, agreed, "helped")
    assert said(page(cast, "karim")) == []


def test_who_was_second_is_told(cast: Cast) -> None:
    agreed = agree(cast)
    plan.end_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, on=cast.viewer("jerrel").today)
    with pytest.raises(Conflict):
        review(cast, agreed, "helped")


@pytest.mark.parametrize("by", ["samira", "karim", "ellen"])
def test_only_the_team_writes_it_down(cast: Cast, by: str) -> None:
    with pytest.raises(Refused):
        review(cast, agree(cast), "helped", by=by)
