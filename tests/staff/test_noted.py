"""What a worker notes for a member of the household: a question, an answer, a correction, what is no longer shared."""

from uuid import UUID

import pytest
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client
from tests.staff.test_entry_acts import reads, send

from naast.access import households, questions
from naast.access.doors import upkeep
from naast.access.timeline import entry as entry_page
from naast.actions import corrections, entries, involvements, positions, withholding
from naast.actions import plan as plan_acts
from naast.actions import questions as asking
from naast.actions.act import Invalid, Refused
from naast.actions.choice import Choice
from naast.records.models import Entry, Kind

pytestmark = pytest.mark.django_db
WORDS = "Kan het gesprek een dag later?"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def only(kind: str) -> Entry:
    with upkeep():
        return Entry.objects.select_related("teller").get(kind=kind)


def joins(cast: Cast, who: str = "ayse") -> None:
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts[who].public_id,
        role="team",
        starts=cast.clock.at,
    )


# a question


def question(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/vraag"


def test_a_question_is_noted_with_how_it_was_asked_and_waits_like_any_other(cast: Cast) -> None:
    data = {"person": cast.people["karim"], "words": WORDS, "how": "by_phone"}
    assert send(cast, question(cast), data, times=2).status_code == 303
    made = only(Kind.QUESTION)
    assert (made.teller.public_id, made.circle_how, made.quoted) == (cast.people["karim"], "by_phone", True)
    assert [name for name in ("jerrel", "karim", "samira", "ellen") if reads(cast, name, made.public_id)] == [
        "jerrel",
        "karim",
    ]
    page = households.household(cast.viewer("jerrel"), cast.dossier)
    assert [(one.by.label, one.words) for one in page.questions] == [("Karim", WORDS)]  # type: ignore[union-attr]
    assert questions.of_dossier(cast.viewer("karim"), cast.dossier) == ()  # his page holds it back unasked
    shown = client(cast, "jerrel").get(f"/stukken/{made.public_id}").content.decode()
    assert "Hoe het is gevraagd" in shown
    assert "Aan de telefoon" in shown


@pytest.mark.parametrize("missing", ["person", "words", "how"])
def test_what_is_missing_in_a_question_is_said_at_its_field_and_nothing_is_lost(
    cast: Cast, missing: str
) -> None:
    data = {"person": cast.people["karim"], "words": WORDS, "how": "by_phone", missing: ""}
    answer = send(cast, question(cast), data)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert f'id="id_{missing}_error"' in text
    assert missing == "words" or WORDS in text
    with upkeep():
        assert not Entry.objects.filter(kind=Kind.QUESTION).exists()


def test_a_question_begins_with_the_person_from_whose_line_one_comes(cast: Cast) -> None:
    people = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    path = f"{question(cast)}?wie={cast.people['noa']}"
    assert path in people
    shown = client(cast, "jerrel").get(path).content.decode()
    assert f'value="{cast.people["noa"]}" selected' in shown
    assert "Ellen" not in shown.split("<form")[2]  # a professional asks a colleague, not this form


def test_only_the_team_notes_a_question(cast: Cast) -> None:
    for name in ("ayse", "ellen"):
        assert client(cast, name).get(question(cast)).status_code == 404
        with pytest.raises(Refused):
            asking.ask(
                viewer=cast.viewer(name),
                dossier=cast.dossier,
                words=WORDS,
                person=cast.people["samira"],
                how="by_phone",
            )


def test_a_question_for_somebody_always_says_how_it_was_asked(cast: Cast) -> None:
    for how in ("own", "", "asked"):
        with pytest.raises(Invalid) as told:
            asking.ask(
                viewer=cast.viewer("jerrel"),
                dossier=cast.dossier,
                words=WORDS,
                person=cast.people["samira"],
                how=how,
            )
        assert list(told.value.errors) == ["how"]


# an answer


def test_an_answer_is_noted_for_who_reads_the_entry_and_is_theirs(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.", "karim")
    path = f"/stukken/{told}/antwoord"
    data = {
        "person": cast.people["karim"],
        "words": "Ik belde voor Noa.",
        "how": "asked_alone",
        "share": "alone",
    }
    assert send(cast, path, data, times=2).status_code == 303
    made = only(Kind.ANSWER)
    assert (made.teller.public_id, made.circle_how, made.quoted) == (
        cast.people["karim"],
        "asked_alone",
        True,
    )
    assert reads(cast, "karim", made.public_id)
    assert not reads(cast, "samira", made.public_id)


def test_an_answer_is_told_to_who_reads_the_entry_where_they_want_that(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.", "karim", "ellen")
    data = {"person": cast.people["karim"], "words": "Voor Noa.", "how": "in_writing", "share": "same"}
    assert send(cast, f"/stukken/{told}/antwoord", data).status_code == 303
    assert reads(cast, "samira", only(Kind.ANSWER).public_id)


def test_an_answer_of_one_s_own_is_as_before(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.", "karim")
    assert send(cast, f"/stukken/{told}/antwoord", {"words": "Dank je."}).status_code == 303
    made = only(Kind.ANSWER)
    assert (made.teller.public_id, made.quoted) == (cast.people["jerrel"], False)
    assert reads(cast, "karim", made.public_id)


def test_nobody_is_offered_whose_eyes_the_entry_did_not_reach(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.")
    shown = client(cast, "jerrel").get(f"/stukken/{told}/antwoord").content.decode()
    assert f'value="{cast.people["samira"]}"' in shown
    assert f'value="{cast.people["karim"]}"' not in shown
    answer = send(
        cast,
        f"/stukken/{told}/antwoord",
        {"person": cast.people["karim"], "words": "Nee.", "how": "by_phone"},
    )
    assert answer.status_code == 422
    with pytest.raises(Invalid) as wrong:
        entries.answer(
            viewer=cast.viewer("jerrel"),
            entry=told,
            words="Nee.",
            person=cast.people["karim"],
            how="by_phone",
        )
    assert list(wrong.value.errors) == ["person"]


def test_an_answer_for_somebody_always_says_how_it_was_asked(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.", "karim")
    data = {"person": cast.people["karim"], "words": "Voor Noa."}
    answer = send(cast, f"/stukken/{told}/antwoord", data)
    assert answer.status_code == 422
    assert 'id="id_how_error"' in answer.content.decode()
    assert "Voor Noa." in answer.content.decode()


def test_who_is_not_in_the_team_answers_for_nobody(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde weer.", "karim", "ellen")
    assert (
        "Van wie is het antwoord?"
        not in client(cast, "ellen").get(f"/stukken/{told}/antwoord").content.decode()
    )
    for name in ("ellen", "karim", "samira"):
        with pytest.raises(Refused):
            entries.answer(
                viewer=cast.viewer(name), entry=told, words="x", person=cast.people["samira"], how="by_phone"
            )


# a correction


def test_a_colleague_notes_the_correction_of_what_somebody_told(cast: Cast) -> None:
    joins(cast)
    told = cast.tells("samira", "Hij belde dinsdag.", "karim")
    path = f"/stukken/{told}/verbeteren"
    refused = send(cast, path, {"words": "Hij belde woensdag."}, "ayse")
    assert refused.status_code == 422
    assert 'id="id_how_error"' in refused.content.decode()
    data = {"words": "Hij belde woensdag.", "how": "by_phone"}
    assert send(cast, path, data, "ayse").status_code == 303
    page = entry_page(_now(cast, "jerrel"), told)
    assert page.told.line.words == "Hij belde woensdag."
    assert (page.told.line.teller.label, page.told.line.writer.label) == ("Samira", "Ayşe")  # type: ignore[union-attr]
    assert page.told.line.circle_how == "by_phone"
    assert len(page.versions) == 1


def _now(cast: Cast, name: str):  # type: ignore[no-untyped-def]
    cast.clock.at = timezone.now()
    return cast.viewer(name)


def test_the_correction_of_what_somebody_wrote_in_the_portal_is_noted_too(cast: Cast) -> None:
    told = entries.tell(
        viewer=cast.viewer("samira"),
        dossier=cast.dossier,
        passage=entries.Passage("Hij belde dinsdag.", "telling", Choice()),
    )
    shown = client(cast, "jerrel").get(f"/stukken/{told}").content.decode()
    assert f"/stukken/{told}/verbeteren" in shown
    data = {"words": "Hij belde woensdag.", "how": "asked_alone"}
    assert send(cast, f"/stukken/{told}/verbeteren", data).status_code == 303


def test_who_wrote_it_down_wrongly_corrects_it_without_asking(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde dinsdag.")
    with upkeep():
        before = Entry.objects.get(public_id=told).circle_how
    assert (
        send(cast, f"/stukken/{told}/verbeteren", {"words": "Hij belde woensdag.", "how": ""}).status_code
        == 303
    )
    assert entry_page(_now(cast, "jerrel"), told).told.line.circle_how == before


def test_nobody_corrects_a_colleague_or_a_partner(cast: Cast) -> None:
    joins(cast)
    noted = cast.tells("jerrel", "Het was stil in huis.")
    by_ellen = cast.tells("ellen", "Noa is stil in de klas.", "samira")
    for told in (noted, by_ellen):
        assert client(cast, "ayse").get(f"/stukken/{told}/verbeteren").status_code == 404
        with pytest.raises(Refused):
            corrections.correct(viewer=cast.viewer("ayse"), entry=told, words="Anders.", how="by_phone")


def test_a_correction_for_somebody_always_says_how_it_was_asked(cast: Cast) -> None:
    joins(cast)
    told = cast.tells("samira", "Hij belde dinsdag.")
    for how in ("", "own", "asked"):
        with pytest.raises(Invalid) as wrong:
            corrections.correct(viewer=cast.viewer("ayse"), entry=told, words="Anders.", how=how)
        assert list(wrong.value.errors) == ["how"]


def test_only_the_team_corrects_for_somebody(cast: Cast) -> None:
    told = cast.tells("samira", "Hij belde dinsdag.", "karim", "ellen")
    for name in ("karim", "ellen", "ayse"):
        with pytest.raises(Refused):
            corrections.correct(viewer=cast.viewer(name), entry=told, words="Anders.", how="by_phone")
    assert client(cast, "ellen").get(f"/stukken/{told}/verbeteren").status_code == 404


def test_what_is_kept_from_a_colleague_they_do_not_correct(cast: Cast) -> None:
    joins(cast)
    told = cast.tells("samira", "Hij belde dinsdag.")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent hem",
        entry=told,
    )
    with pytest.raises(Refused):
        corrections.correct(viewer=cast.viewer("ayse"), entry=told, words="Anders.", how="by_phone")


# what somebody thinks of an agreement, no longer shared


def agreed(cast: Cast) -> UUID:
    terms = plan_acts.Terms(
        "Karim belt eerst.",
        timezone.localdate(),
        "Dan niet.",
        does=(cast.people["karim"],),
        watches=(cast.people["samira"],),
    )
    made = plan_acts.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms)
    positions.take_position(
        viewer=cast.viewer("karim"),
        agreement=made,
        stance="differs",
        words="Ik bel nooit.",
        shared_with=cast.choice("samira"),
    )
    return made


def back(cast: Cast, made: UUID, who: str = "karim") -> str:
    return f"/huishoudens/{cast.dossier}/plan/afspraak/{made}/mening/{cast.people[who]}/terug"


def test_what_was_shared_of_an_opinion_is_taken_back_for_somebody(cast: Cast) -> None:
    made = agreed(cast)
    shared = only(Kind.POSITION).public_id
    assert reads(cast, "samira", shared)
    shown = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/plan").content.decode()
    assert back(cast, made) in shown
    assert back(cast, made, "samira") not in shown
    refused = send(cast, back(cast, made), {})
    assert refused.status_code == 422
    assert reads(cast, "samira", shared)
    assert send(cast, back(cast, made), {"how": "asked_alone"}).status_code == 303
    assert not reads(cast, "samira", shared)
    assert reads(cast, "karim", shared)
    assert only(Kind.POSITION).circle_how == "asked_alone"


def test_nothing_is_taken_back_that_is_not_shared_or_by_who_is_not_in_the_team(cast: Cast) -> None:
    made = agreed(cast)
    assert client(cast, "jerrel").get(back(cast, made, "samira")).status_code == 404
    for name in ("ayse", "ellen"):
        assert client(cast, name).get(back(cast, made)).status_code == 404
    for name in ("ayse", "samira", "ellen"):
        with pytest.raises(Refused):
            positions.take_back_position(
                viewer=cast.viewer(name), agreement=made, for_person=cast.people["karim"], how="by_phone"
            )
    with pytest.raises(Invalid):
        positions.take_back_position(
            viewer=cast.viewer("jerrel"), agreement=made, for_person=cast.people["karim"]
        )
