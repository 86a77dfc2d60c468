"""The acts of the safety plan: who may read what is agreed, who may say what they think, and who was first."""

from datetime import date, timedelta

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import plan as reading
from naast.access.viewer import Viewer
from naast.actions import evaluations, plan, positions
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.choice import Choice

pytestmark = pytest.mark.django_db
START = date(2026, 11, 16)


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def terms(cast: Cast, **more: object) -> plan.Terms:
    given: dict[str, object] = {
        "words": "Karim belt eerst voor hij komt.",
        "starts": START,
        "fallback": "Dan gaat hij weer naar huis.",
        "does": (cast.people["karim"],),
        "watches": (cast.people["samira"],),
    }
    return plan.Terms(**(given | more))  # type: ignore[arg-type]


def agree(cast: Cast, choice: Choice | None = None, **more: object):  # type: ignore[no-untyped-def]
    return plan.add_agreement(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms(cast, **more), choice=choice
    )


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.PlanPage:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    return reading.plan(seen, cast.dossier)


def test_an_agreement_is_told_to_who_is_named_in_it_and_the_team(cast: Cast) -> None:
    agree(cast)
    for name in ("samira", "karim", "jerrel"):
        assert len(page(cast, name).agreements) == 1, name
    for name in ("yusuf",):
        assert page(cast, name).agreements == ()


def test_an_agreement_for_ones_own_safety_is_told_in_a_smaller_circle(cast: Cast) -> None:
    agree(cast, cast.choice("samira"))
    assert len(page(cast, "samira").agreements) == 1
    assert page(cast, "karim").agreements == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", " "),
        ("does", ()),
        ("watches", ()),
        ("fallback", ""),
        ("ends", START - timedelta(days=1)),
    ],
)
def test_an_agreement_says_what_is_missing_at_its_field(cast: Cast, field: str, value: object) -> None:
    with pytest.raises(Invalid) as told:
        agree(cast, **{field: value})
    assert list(told.value.errors) == [field]


def test_a_situation_is_told_by_somebody_in_the_circle_they_chose(cast: Cast) -> None:
    plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Als het ophalen te lang duurt",
        choice=Choice(),
        teller=cast.people["samira"],
    )
    told = page(cast, "samira").situations
    assert [s.line.words for s in told] == ["Als het ophalen te lang duurt"]
    assert told[0].line.quoted
    assert page(cast, "karim").situations == ()


def test_an_agreement_stands_loose_where_its_situation_may_not_be_read(cast: Cast) -> None:
    situation = plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Als hij boos wordt",
        choice=Choice(),
        teller=cast.people["samira"],
    )
    plan.add_agreement(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms(cast), situation=situation
    )
    assert len(page(cast, "samira").situations[0].agreements) == 1
    karim = page(cast, "karim")
    assert karim.situations == ()
    assert len(karim.loose) == 1
    assert karim.loose[0].situation is None


def test_only_who_is_named_may_say_what_they_think(cast: Cast) -> None:
    agreed = agree(cast, cast.choice("samira", "karim", "yusuf"))
    positions.take_position(viewer=cast.viewer("karim"), agreement=agreed, stance="agrees")
    with pytest.raises(Refused):
        positions.take_position(viewer=cast.viewer("yusuf"), agreement=agreed, stance="agrees")
    with pytest.raises(Refused):
        positions.take_position(
            viewer=cast.viewer("karim"), agreement=agreed, stance="agrees", for_person=cast.people["samira"]
        )


def test_a_worker_notes_what_somebody_thinks_with_how_it_was_asked(cast: Cast) -> None:
    agreed = agree(cast)
    noted = {"agreement": agreed, "stance": "differs", "for_person": cast.people["samira"]}
    with pytest.raises(Invalid) as told:
        positions.take_position(viewer=cast.viewer("jerrel"), **noted)
    assert list(told.value.errors) == ["how"]
    positions.take_position(viewer=cast.viewer("jerrel"), how="asked_alone", words="Te laat.", **noted)
    mine = page(cast, "samira").agreements[0].mine
    assert mine is not None
    assert (mine.stance, mine.words, mine.how) == ("differs", "Te laat.", "asked_alone")


def test_what_somebody_thinks_is_in_confidence_until_they_share_it(cast: Cast) -> None:
    agreed = agree(cast)
    positions.take_position(viewer=cast.viewer("samira"), agreement=agreed, stance="differs", words="Nee.")
    assert [o.stance for o in page(cast, "karim").agreements[0].others] == [""]
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="agrees", shared_with=cast.choice("karim")
    )
    assert [o.stance for o in page(cast, "karim").agreements[0].others] == ["agrees"]


def test_changing_ones_mind_in_confidence_shows_to_nobody_else(cast: Cast) -> None:
    agreed = agree(cast)
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="agrees", shared_with=cast.choice("karim")
    )
    positions.take_position(viewer=cast.viewer("samira"), agreement=agreed, stance="differs")
    assert [o.stance for o in page(cast, "karim").agreements[0].others] == ["agrees"]
    mine = page(cast, "samira").agreements[0].mine
    assert mine is not None
    assert mine.stance == "differs"
    assert [f.row for f in mine.still] == [cast.rows["karim"]]
    positions.take_back_position(viewer=cast.viewer("samira"), agreement=agreed)
    assert [o.stance for o in page(cast, "karim").agreements[0].others] == [""]


def test_what_one_thinks_is_shared_only_with_who_reads_the_agreement(cast: Cast) -> None:
    agreed = agree(cast, cast.choice("samira"))
    with pytest.raises(Invalid) as told:
        positions.take_position(
            viewer=cast.viewer("samira"), agreement=agreed, stance="agrees", shared_with=cast.choice("karim")
        )
    assert list(told.value.errors) == ["shared_with"]


def test_a_changed_agreement_asks_again(cast: Cast) -> None:
    agreed = agree(cast)
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="agrees", shared_with=cast.choice("karim")
    )
    changed = plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words="Karim stuurt eerst een bericht."),
    )
    told = page(cast, "karim").agreements
    assert [a.line.public_id for a in told] == [changed]
    assert [o.stance for o in told[0].opinions] == ["", ""]
    with pytest.raises(Conflict) as first:
        positions.take_position(viewer=cast.viewer("samira"), agreement=agreed, stance="agrees")
    assert first.value.newest == changed


def test_the_second_of_two_changes_is_told_that_somebody_was_first(cast: Cast) -> None:
    agreed = agree(cast)
    newest = plan.change_agreement(
        viewer=cast.viewer("jerrel"), agreement=agreed, terms=terms(cast, words="Een.")
    )
    with pytest.raises(Conflict) as first:
        plan.change_agreement(
            viewer=cast.viewer("jerrel"), agreement=agreed, terms=terms(cast, words="Twee.")
        )
    assert first.value.newest == newest
    with pytest.raises(Conflict):
        plan.end_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, on=START)


@pytest.mark.parametrize(("close_old", "left"), [(False, 1), (True, 0)])
def test_who_may_not_read_the_change_keeps_the_old_version_unless_it_is_closed(
    cast: Cast, close_old: bool, left: int
) -> None:
    agreed = agree(cast)
    plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words="Oma komt erbij."),
        choice=cast.choice("samira"),
        close_old=close_old,
    )
    assert len(page(cast, "karim").agreements) == left
    assert page(cast, "samira").agreements[0].line.words == "Oma komt erbij."


def test_an_ended_agreement_does_not_seem_to_hold_for_anybody(cast: Cast) -> None:
    agreed = agree(cast)
    changed = plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words="X."),
        choice=cast.choice("samira"),
    )
    plan.end_agreement(viewer=cast.viewer("jerrel"), agreement=changed, on=START)
    assert page(cast, "karim").agreements == ()
    samira = page(cast, "samira")
    assert samira.agreements == ()
    assert len(samira.ended) == 1


def test_what_is_withheld_stays_withheld_in_the_next_version(cast: Cast) -> None:
    from naast.actions.withholding import withhold

    agreed = agree(cast)
    withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        entry=agreed,
        reason="Voor de veiligheid",
    )
    plan.change_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, terms=terms(cast, words="Anders."))
    assert page(cast, "karim").agreements == ()


def test_a_new_day_to_look_again_takes_the_place_of_the_one_to_come(cast: Cast) -> None:
    def planned(days: int, *present: str) -> None:
        evaluations.plan_evaluation(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            on=START + timedelta(days=days),
            present=tuple(cast.people[name] for name in present),
        )

    planned(7, "samira", "karim")
    planned(9, "samira")
    looked = page(cast, "samira").next_look
    assert looked is not None
    assert looked.on == START + timedelta(days=9)
    assert page(cast, "karim").next_look is None
    with pytest.raises(Invalid):
        planned(-1)


def test_a_resident_changes_no_agreement(cast: Cast) -> None:
    agreed = agree(cast)
    with pytest.raises(Refused):
        plan.change_agreement(viewer=cast.viewer("samira"), agreement=agreed, terms=terms(cast, words="Zo."))
    with pytest.raises(Refused):
        plan.add_agreement(viewer=cast.viewer("samira"), dossier=cast.dossier, terms=terms(cast))
