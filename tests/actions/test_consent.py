"""A yes or no: who reads it, that taking it back is as easy as giving it, and what is never mixed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import consent as reading
from naast.access import consent_asking
from naast.access.consent import Given
from naast.access.viewer import Missing, Viewer
from naast.actions import consent, ties, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.consent import Asked
from naast.rules.consent_time import NO, WITHDRAWN, YES, State
from naast.rules.consent_words import Standing, Subject, Weighs, Why

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
UNTIL = TODAY + timedelta(days=90)


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def asked(cast: Cast, giver: str = "samira", person: str = "noa", **more: Any) -> Asked:
    told: dict[str, Any] = {
        "subject": Subject.HELP_YOUTH,
        "answer": YES,
        "how": "spoken",
        "purpose": "Hulp bij het slapen.",
        "starts": TODAY,
        "words": "Dat is goed.",
    }
    return Asked(cast.people[person], cast.people[giver], **told | more)


def sharing(cast: Cast, giver: str = "samira", person: str = "noa", **more: Any) -> Asked:
    told: dict[str, Any] = {
        "subject": Subject.SECRECY_YOUTH,
        "receiver": cast.people["ellen"],
        "purpose": "Ellen weet dan wat rustig is.",
        "ends": UNTIL,
    }
    return asked(cast, giver, person, **told | more)


def give(cast: Cast, told: Asked, *readers: str, by: str = "jerrel") -> UUID:
    choice = cast.choice(*readers) if readers else None
    return consent.give(viewer=cast.viewer(by), dossier=cast.dossier, asked=told, choice=choice)


def page(cast: Cast, name: str, *, asked: bool = True, later: int = 0) -> reading.ConsentPage:
    viewer = cast.viewer(name)
    at = viewer.at + timedelta(days=later)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, at, asked_confidential=asked)
    assert cast.dossier is not None
    return reading.consents(seen, cast.dossier)


def only(cast: Cast, name: str, **more: Any) -> Given:
    [one] = page(cast, name, **more).given
    return one


def test_who_gave_it_and_the_team_read_it_and_the_other_parent_does_not(cast: Cast) -> None:
    give(cast, asked(cast, "samira"))
    give(cast, asked(cast, "karim", words="Ik vind het ook goed."))
    assert [one.line.words for one in page(cast, "samira").given] == ["Dat is goed."]
    assert [one.line.words for one in page(cast, "karim").given] == ["Ik vind het ook goed."]
    assert len(page(cast, "jerrel").given) == 2
    assert page(cast, "yusuf").given == ()


def test_a_receiver_is_named_to_who_consents_and_reads_nothing_of_it(cast: Cast) -> None:
    give(cast, sharing(cast))
    one = only(cast, "samira")
    assert one.receiver is not None
    assert (one.receiver.public_id, one.sharing, one.ends) == (cast.people["ellen"], True, UNTIL)
    assert page(cast, "ellen").given == ()


def test_over_the_shoulder_nothing_of_it_stands_there(cast: Cast) -> None:
    give(cast, asked(cast, "samira"))
    assert page(cast, "samira", asked=False).given == ()


def test_what_is_kept_says_who_how_what_for_until_when_and_who_noted_it(cast: Cast) -> None:
    give(cast, sharing(cast, weighs=Weighs.ABLE, how="written"))
    one = only(cast, "jerrel")
    assert one.line.teller is not None
    assert one.line.writer is not None
    assert (one.line.teller.label, one.person.label, one.line.writer.full_name) == (
        "Samira",
        "Noa",
        "Jerrel Pinas",
    )
    assert (one.subject, one.answer, one.how, one.weighs) == ("secr_youth", YES, "written", "able")
    assert (one.purpose, one.starts, one.line.quoted) == ("Ellen weet dan wat rustig is.", TODAY, True)


def test_taking_it_back_ends_it_for_everyone_who_read_it(cast: Cast) -> None:
    given = give(cast, sharing(cast), "yusuf")
    consent.withdraw(viewer=cast.viewer("jerrel"), consent=given, words="Toch niet.", how="spoken")
    for name in ("samira", "jerrel", "yusuf"):
        one = only(cast, name)
        assert (one.answer, one.state, one.ends, one.line.words) == (
            WITHDRAWN,
            State.WITHDRAWN,
            TODAY,
            "Toch niet.",
        )
        assert (one.purpose, one.starts) == ("Ellen weet dan wat rustig is.", TODAY)


def test_who_gave_it_takes_it_back_alone_and_without_a_reason(cast: Cast) -> None:
    given = give(cast, asked(cast))
    consent.withdraw(viewer=cast.viewer("samira"), consent=given)
    assert (only(cast, "samira").answer, only(cast, "jerrel").how) == (WITHDRAWN, "portal")


def test_nobody_else_takes_it_back(cast: Cast) -> None:
    given = give(cast, asked(cast), "karim", "ellen")
    for name in ("karim", "yusuf", "ellen"):
        with pytest.raises(Refused):
            consent.withdraw(viewer=cast.viewer(name), consent=given)
    assert only(cast, "jerrel").answer == YES


def test_only_the_team_notes_an_answer(cast: Cast) -> None:
    for name in ("samira", "ellen"):
        with pytest.raises(Refused):
            give(cast, asked(cast), by=name)


def test_what_was_taken_back_or_refused_cannot_be_taken_back(cast: Cast) -> None:
    given = give(cast, asked(cast))
    taken = consent.withdraw(viewer=cast.viewer("jerrel"), consent=given)
    with pytest.raises(Conflict):
        consent.withdraw(viewer=cast.viewer("jerrel"), consent=given)
    with pytest.raises(Invalid):
        consent.withdraw(viewer=cast.viewer("jerrel"), consent=taken)
    no = give(cast, asked(cast, "karim", answer=NO))
    with pytest.raises(Invalid):
        consent.withdraw(viewer=cast.viewer("jerrel"), consent=no)


def test_another_entry_is_no_consent_to_take_back(cast: Cast) -> None:
    told = cast.tells("samira", "Iets anders.")
    with pytest.raises(Refused):
        consent.withdraw(viewer=cast.viewer("jerrel"), consent=told)


def test_a_yes_that_runs_is_taken_back_before_another_answer_stands_beside_it(cast: Cast) -> None:
    given = give(cast, sharing(cast))
    for more in ({}, {"answer": NO}):
        with pytest.raises(Invalid) as wrong:
            give(cast, sharing(cast, **more))
        assert list(wrong.value.errors) == ["giver"]
    give(cast, sharing(cast, "karim"))
    give(cast, sharing(cast, receiver=None, organisation="De huisarts"))
    consent.withdraw(viewer=cast.viewer("jerrel"), consent=given)
    give(cast, sharing(cast, answer=NO))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"subject": "avg"}, "subject"),
        ({"subject": "rec_youth"}, "subject"),
        ({"answer": WITHDRAWN}, "answer"),
        ({"how": "sms"}, "how"),
        ({"purpose": " "}, "purpose"),
        ({"receiver": None}, "receiver"),
        ({"organisation": "De huisarts"}, "receiver"),
        ({"starts": None}, "starts"),
        ({"ends": TODAY}, "ends"),
        ({"ends": None}, "ends"),
        ({"weighs": "perhaps"}, "weighs"),
        ({"subject": Subject.HELP_YOUTH}, "receiver"),
    ],
)
def test_what_is_not_right_is_said_at_its_field(cast: Cast, change: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        give(cast, replace(sharing(cast), **change))
    assert list(wrong.value.errors) == [field]


def test_what_a_parent_agreed_to_stops_counting_on_the_birthday_and_only_the_team_is_told(cast: Cast) -> None:
    give(cast, asked(cast, "samira", "yusuf"))
    sixteen = (date(2031, 2, 3) - TODAY).days
    assert only(cast, "jerrel").closes == date(2031, 2, 3)
    assert only(cast, "samira").closes is None
    assert only(cast, "jerrel", later=sixteen - 61).state is State.RUNS
    assert only(cast, "jerrel", later=sixteen - 60).state is State.ENDING
    assert only(cast, "jerrel", later=sixteen).state is State.ENDED
    give(cast, asked(cast, "yusuf", "yusuf"))
    assert [one.closes for one in page(cast, "jerrel").given if one.own] == [None]


def test_what_is_withheld_from_somebody_stays_so_when_it_is_taken_back(cast: Cast) -> None:
    given = give(cast, asked(cast), "karim")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=given,
    )
    consent.withdraw(viewer=cast.viewer("jerrel"), consent=given)
    assert page(cast, "karim").given == ()


def test_the_ground_to_keep_data_is_no_subject_of_consent() -> None:
    assert not [one for one in Subject if "ground" in one or "keep" in one]


def asking(cast: Cast, person: str, subject: Subject = Subject.HELP_YOUTH, by: str = "jerrel", **more: Any):  # type: ignore[no-untyped-def]
    assert cast.dossier is not None
    return consent_asking.asking(cast.viewer(by), cast.dossier, cast.people[person], subject, **more)


def stands(found: consent_asking.Asking) -> dict[str, tuple[Standing, Why]]:
    return {one.face.label: (one.part.standing, one.part.why) for one in found.stands}


def test_the_worker_is_told_who_must_consent_by_what_is_written_down(cast: Cast) -> None:
    assert stands(asking(cast, "yusuf")) == {
        "Yusuf": (Standing.NOT_ASKED, Why.INFORMED),
        "Samira": (Standing.REQUIRED, Why.UNDER_12),
        "Karim": (Standing.REQUIRED, Why.UNDER_12),
    }
    assert stands(asking(cast, "noa"))["Karim"] == (Standing.DECIDE, Why.AUTHORITY_UNKNOWN)
    assert "BOTH_PARENTS" in {one.what.name for one in asking(cast, "yusuf").besides}


def test_who_the_worker_says_harms_is_left_to_a_person(cast: Cast) -> None:
    found = asking(cast, "yusuf", harming=[cast.people["karim"]])
    assert stands(found)["Karim"] == (Standing.DECIDE, Why.HARMS)


def test_for_a_grown_up_who_cannot_weigh_it_the_tie_that_is_written_down_counts(cast: Cast) -> None:
    able = stands(asking(cast, "samira"))
    assert able["Samira"] == (Standing.REQUIRED, Why.ADULT)
    found = asking(cast, "samira", weighs=Weighs.NOT_ABLE)
    assert [one.what for one in found.open] == [Why.NOBODY_KNOWN]
    ties.relate(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        one=cast.people["karim"],
        tie="curator",
        other=cast.people["samira"],
    )
    found = asking(cast, "samira", weighs=Weighs.NOT_ABLE)
    assert (stands(found)["Karim"], found.open) == ((Standing.REQUIRED, Why.FOR_ADULT), ())


def test_authority_that_was_told_otherwise_is_taken_as_it_is_told_now(cast: Cast) -> None:
    ties.tell_authority(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        adult=cast.people["karim"],
        child=cast.people["yusuf"],
        state="no",
        reason="Uitspraak van de rechter.",
        starts=TODAY,
    )
    assert stands(asking(cast, "yusuf"))["Karim"] == (Standing.NOT_ASKED, Why.NO_AUTHORITY)


def test_nobody_outside_the_team_is_told_who_must_consent(cast: Cast) -> None:
    for name in ("samira", "ellen"):
        with pytest.raises(Missing):
            asking(cast, "noa", by=name)
