"""How each sees a factor, over time and in a circle of their own; and which risk factors are the main ones."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.actions.test_guard import ADDRESS
from tests.actions.test_guard import note as note_address
from tests.cast import Cast, samira_and_karim

from naast.access import factors as reading
from naast.access import policy
from naast.access.doors import viewer_door
from naast.access.factors import Named
from naast.access.viewer import Missing, Viewer
from naast.actions import corrections, factor_views, factors, openings, withholding
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.actions.entries import Passage
from naast.actions.factor_views import Seen
from naast.actions.factors import Basis
from naast.records.models import Kind
from naast.rules.factor_views import MOST_MAIN
from naast.rules.factors import MONEY, PERSON, PROTECTION, RELATION, RISK, WORRY

pytestmark = pytest.mark.django_db
BOTH = ("samira", "karim")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def note(cast: Cast, *readers: str, words: str = "Schulden.", sort: str = RISK, **more: Any) -> UUID:
    about = tuple(cast.people[name] for name in more.pop("about", ()))
    passage = Passage(words, "", cast.choice(*readers), about=about)
    return factors.note(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, sort=sort, passage=passage, **more
    )


def say(
    cast: Cast,
    factor: UUID,
    name: str,
    answer: str = "yes",
    *shared: str,
    day: date | None = None,
    words: str = "Zo is het.",
    **more: Any,
) -> UUID:
    return factor_views.say(
        viewer=cast.viewer(more.pop("by", name)),
        factor=factor,
        seen=Seen(answer, words, day),
        shared_with=cast.choice(*shared) if shared else None,
        **more,
    )


def choose(cast: Cast, *chosen: UUID, by: str = "jerrel") -> None:
    factor_views.choose_main(viewer=cast.viewer(by), dossier=cast.dossier, factors=chosen)


def seen(cast: Cast, name: str) -> Viewer:
    viewer = cast.viewer(name)
    return replace(viewer, asked_confidential=viewer.capacity == "resident")


def page(cast: Cast, name: str) -> tuple[Named, ...]:
    return reading.factors(seen(cast, name), cast.dossier).named


def answers(cast: Cast, name: str) -> dict[str, list[str]]:
    """Of everybody on the page of a reader what they answered to the one factor there, newest first."""
    (one,) = page(cast, name)
    return {voice.face.label: [said.answer for said in voice.said] for voice in one.voices}


def may_read(cast: Cast, name: str, kind: Kind = Kind.FACTOR_VIEW) -> int:
    with viewer_door(seen(cast, name)) as reach:
        return policy.entries(reach).filter(kind=kind).count()


def field_of(caught: pytest.ExceptionInfo[Invalid]) -> str:
    [name] = caught.value.errors
    return name


def test_an_answer_is_told_alone_unless_it_is_shared(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    say(cast, factor, "samira", "yes")
    assert answers(cast, "jerrel")["Samira"] == ["yes"]
    assert answers(cast, "karim")["Samira"] == []
    say(cast, factor, "karim", "no", "samira")
    assert answers(cast, "samira")["Karim"] == ["no"]


def test_not_asked_no_answer_and_told_in_confidence_look_the_same(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    before = answers(cast, "karim")
    say(cast, factor, "samira", "yes")
    assert answers(cast, "karim") == before
    assert before == {"Karim": [], "Samira": []}


def test_the_newest_answer_holds_and_older_ones_stay(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    say(cast, factor, "samira", "yes", day=cast.today - timedelta(days=9))
    say(cast, factor, "samira", "no")
    say(cast, factor, "samira", "partly", day=cast.today - timedelta(days=3))
    assert answers(cast, "jerrel")["Samira"] == ["no", "partly", "yes"]


def test_seeing_it_otherwise_in_confidence_shows_to_nobody(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    say(cast, factor, "samira", "no", "karim")
    before = answers(cast, "karim")
    say(cast, factor, "samira", "yes")
    assert answers(cast, "karim") == before
    assert answers(cast, "jerrel")["Samira"] == ["yes", "no"]


def test_an_answer_is_shared_only_with_who_reads_the_factor(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    with pytest.raises(Invalid) as caught:
        say(cast, factor, "samira", "yes", "yusuf")
    assert field_of(caught) == "shared_with"


def test_who_reads_an_answer_and_not_the_factor_sees_nothing_of_the_tie(cast: Cast) -> None:
    factor = note(cast, "samira")
    say(cast, factor, "noa", "yes", by="jerrel", for_person=cast.people["noa"], how="asked_alone")
    assert may_read(cast, "noa") == 1
    assert page(cast, "noa") == ()


def test_the_team_notes_an_answer_with_how_it_was_asked(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    given: dict[str, Any] = {"by": "jerrel", "for_person": cast.people["noa"]}
    with pytest.raises(Invalid) as caught:
        say(cast, factor, "noa", "yes", how="guessed", **given)
    assert field_of(caught) == "how"
    say(cast, factor, "noa", "yes", how="asked_alone", **given)
    (said,) = next(v.said for v in page(cast, "jerrel")[0].voices if v.face.label == "Noa")
    assert said.line.quoted
    assert said.line.circle_how == "asked_alone"
    assert answers(cast, "samira")["Noa"] == []


def test_what_a_professional_answers_is_their_own_opinion(cast: Cast) -> None:
    factor = note(cast, *BOTH, "ellen")
    say(cast, factor, "jerrel", "partly")
    say(cast, factor, "ellen", "no")
    shown = {v.face.label: v.said for v in page(cast, "jerrel")[0].voices if v.face.professional}
    assert [said[0].answer for said in shown.values()] == ["no", "partly"]
    assert not any(said[0].line.quoted for said in shown.values())
    assert not any(voice.face.professional for voice in page(cast, "samira")[0].voices)
    assert [v.said[0].answer for v in page(cast, "ellen")[0].voices if v.said] == ["no"]


def test_nobody_but_the_team_answers_for_another(cast: Cast) -> None:
    factor = note(cast, *BOTH, "ellen")
    for by in ("samira", "ellen"):
        with pytest.raises(Refused):
            say(cast, factor, "karim", "no", by=by, for_person=cast.people["karim"], how="asked_alone")


def test_a_colleague_answers_for_themselves(cast: Cast) -> None:
    factor = note(cast)
    with pytest.raises(Invalid) as caught:
        say(cast, factor, "jerrel", by="jerrel", for_person=cast.people["jerrel"], how="asked_alone")
    assert field_of(caught) == "person"


def test_who_may_not_read_the_factor_has_no_answer_of_their_own(cast: Cast) -> None:
    factor = note(cast, "samira")
    with pytest.raises(Refused):
        say(cast, factor, "karim")


def test_nothing_is_asked_of_a_worry(cast: Cast) -> None:
    factor = note(cast, *BOTH, sort=WORRY)
    with pytest.raises(Refused):
        say(cast, factor, "samira")
    assert page(cast, "samira")[0].voices == ()
    with pytest.raises(Missing):
        reading.factors(seen(cast, "samira"), cast.dossier).find(factor)


@pytest.mark.parametrize(
    ("answer", "words", "days", "field"),
    [("", "Dit.", 0, "answer"), ("yes", " ", 0, "words"), ("yes", "Dit.", 1, "happened")],
)
def test_what_is_missing_is_said_at_its_field(
    cast: Cast, answer: str, words: str, days: int, field: str
) -> None:
    factor = note(cast, *BOTH)
    with pytest.raises(Invalid) as caught:
        say(cast, factor, "samira", answer, words=words, day=cast.today + timedelta(days=days))
    assert field_of(caught) == field


def test_to_a_factor_that_was_changed_meanwhile_nothing_is_answered(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    say(cast, factor, "samira", "yes")
    newest = corrections.correct(viewer=cast.viewer("jerrel"), entry=factor, words="Schulden en huur.")
    with pytest.raises(Conflict):
        say(cast, factor, "samira", "no")
    say(cast, newest, "samira", "no")
    assert answers(cast, "jerrel")["Samira"] == ["no", "yes"]


def test_an_answer_can_be_corrected_and_stays_that_answer(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    said = say(cast, factor, "samira", "partly")
    corrections.correct(viewer=cast.viewer("samira"), entry=said, words="Soms nog.")
    (voice,) = [v for v in page(cast, "samira")[0].voices if v.said]
    assert [(one.answer, one.line.words) for one in voice.said] == [("partly", "Soms nog.")]


def test_what_is_kept_from_somebody_keeps_the_answers_beside_it_from_them(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=factor,
    )
    say(cast, factor, "jerrel", "yes")
    choose(cast, factor)
    assert may_read(cast, "karim") == 0


def test_an_answer_that_names_a_secret_place_is_looked_at_first(cast: Cast) -> None:
    note_address(cast, "samira", "address", ADDRESS)
    factor = note(cast, *BOTH)
    with pytest.raises(Warned):
        say(cast, factor, "jerrel", "yes", "karim", words=f"Op {ADDRESS}.")
    with pytest.raises(Warned):
        note(cast, *BOTH, basis=Basis(evidence=f"Gezien op {ADDRESS}."))


def test_the_main_risk_factors_are_chosen_by_the_team_and_read_by_who_reads_the_factor(cast: Cast) -> None:
    for_both, for_one = note(cast, *BOTH), note(cast, "samira", words="Hij drinkt.")
    choose(cast, for_both, for_one)
    assert [one.main for one in page(cast, "samira")] == [True, True]
    assert [one.main for one in page(cast, "karim")] == [True]
    assert may_read(cast, "karim") == 1
    choose(cast, for_one)
    assert [one.main for one in page(cast, "karim")] == [False]
    for by in ("samira", "ellen"):
        with pytest.raises(Refused):
            choose(cast, for_both, by=by)


def test_choosing_again_and_the_same_changes_nothing(cast: Cast) -> None:
    factor = note(cast, *BOTH)
    for _ in range(2):
        choose(cast, factor)
    assert may_read(cast, "jerrel") == 1
    choose(cast)
    choose(cast, factor)
    assert [one.main for one in page(cast, "jerrel")] == [True]


def test_more_than_three_are_not_chosen_and_nothing_but_a_risk_factor_is(cast: Cast) -> None:
    many = [note(cast, words=f"Factor {n}.") for n in range(MOST_MAIN + 1)]
    with pytest.raises(Invalid) as caught:
        choose(cast, *many)
    assert field_of(caught) == "factors"
    choose(cast, *many[:MOST_MAIN])
    with pytest.raises(Refused):
        choose(cast, note(cast, sort=PROTECTION, words="Oma."))


def test_a_factor_that_is_narrowed_closes_that_it_is_a_main_one(cast: Cast) -> None:
    passage = Passage("Hij drinkt.", "", cast.choice(*BOTH), cast.people["samira"])
    factor = factors.note(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sort=RISK, passage=passage)
    choose(cast, factor)
    assert may_read(cast, "karim") == 1
    openings.narrow(viewer=cast.viewer("samira"), entry=factor, choice=cast.choice("samira"))
    assert may_read(cast, "karim") == 0
    assert [one.main for one in page(cast, "samira")] == [True]


def test_of_what_it_is_and_what_it_rests_on_stay_through_a_correction(cast: Cast) -> None:
    factor = note(cast, *BOTH, basis=Basis(MONEY, " Drie brieven van de deurwaarder. "))
    newest = corrections.correct(viewer=cast.viewer("jerrel"), entry=factor, words="Huurschuld.")
    (one,) = page(cast, "samira")
    assert (one.line.public_id, one.of, one.evidence) == (newest, MONEY, "Drie brieven van de deurwaarder.")


@pytest.mark.parametrize(
    ("of", "about", "field"),
    [(PERSON, (), "about"), (RELATION, ("samira",), "about"), ("straat", (), "of")],
)
def test_of_a_person_or_between_people_says_of_whom(
    cast: Cast, of: str, about: tuple[str, ...], field: str
) -> None:
    with pytest.raises(Invalid) as caught:
        note(cast, about=about, basis=Basis(of))
    assert field_of(caught) == field
    assert note(cast, about=BOTH, basis=Basis(RELATION))
