"""What is held back: from whom, in which versions, until the team lets go; and that its writer notices nothing."""

from dataclasses import replace

import pytest
from tests.actions.test_guard import ADDRESS, HINT, note, notices, readers, writes
from tests.actions.test_plan import agree
from tests.cast import Cast, samira_and_karim

from naast.access import policy, timeline
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Missing
from naast.actions import corrections, held, openings, plan, positions
from naast.actions.act import Invalid, Refused
from naast.records.models import Entry

pytestmark = pytest.mark.django_db
CALM = "Het was stil bij de molen."


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    note(found, "samira", "address", ADDRESS)
    return found


def reads(cast: Cast, name: str, entry: object) -> bool:
    with viewer_door(cast.viewer(name), cast.dossier) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def as_seen_by(cast: Cast, name: str, entry: object) -> set[str]:
    page = timeline.entry(replace(cast.viewer(name), asked_confidential=True), entry)
    return {reader.face.label for reader in page.told.line.readers}


def lets_go(
    cast: Cast, entry: object, *names: str, by: str = "jerrel", reason: str = "samen bekeken"
) -> None:
    people = [cast.people[name] for name in names]
    held.let_go(viewer=cast.viewer(by), entry=entry, readers=people, reason=reason)


def test_the_chosen_readers_do_not_read_what_is_held_back(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    assert [reads(cast, name, told) for name in ("karim", "jerrel", "samira", "yusuf")] == [
        True,
        True,
        False,
        False,
    ]


def test_its_writer_sees_the_readers_as_they_chose_them(cast: Cast) -> None:
    held_back, free = (writes(cast, "karim", words, "yusuf") for words in (HINT, CALM))
    assert as_seen_by(cast, "karim", held_back) == as_seen_by(cast, "karim", free)
    assert "Yusuf" in as_seen_by(cast, "karim", held_back)


def test_the_team_sees_from_whom_it_is_held_back(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "yusuf")
    page = timeline.entry(cast.viewer("jerrel"), told)
    assert [face.label for face in page.held] == ["Yusuf"]
    assert "Yusuf" not in {reader.face.label for reader in page.told.line.readers}


def test_a_writer_who_lets_more_people_read_lets_nobody_read_what_is_held_back(cast: Cast) -> None:
    told = writes(cast, "karim", HINT)
    openings.widen(
        viewer=cast.viewer("karim"), entry=told, readers=[cast.people["yusuf"]], how="teller_chose"
    )
    assert readers(cast, told) == {"karim"}
    assert "Yusuf" in as_seen_by(cast, "karim", told)


def test_an_older_text_is_looked_through_when_its_writer_lets_more_people_read(cast: Cast) -> None:
    told = writes(cast, "karim", "Zij werkt bij Oosterlicht.", "samira")
    note(cast, "samira", "work", "Oosterlicht")
    openings.widen(
        viewer=cast.viewer("karim"), entry=told, readers=[cast.people["yusuf"]], how="teller_chose"
    )
    assert readers(cast, told) == {"karim", "samira"}
    assert len(list(notices(cast))) == 1


def test_a_corrected_text_is_held_back_by_its_own_words(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "yusuf")
    again = corrections.correct(viewer=cast.viewer("karim"), entry=told, words=f"{HINT} Toch?")
    assert readers(cast, again) == {"karim"}
    calm = corrections.correct(viewer=cast.viewer("karim"), entry=again, words=CALM)
    assert readers(cast, calm) == {"karim", "yusuf"}
    assert not reads(cast, "yusuf", told)


def test_writing_the_same_sentence_again_is_no_question_to_ask_naast(cast: Cast) -> None:
    """A warning that the sentence was told to fewer people would say that the first one was held back."""
    sentence = "Zij woont nu al weken op de Lindehof, dat weet iedereen."
    writes(cast, "karim", sentence, "yusuf")
    assert readers(cast, writes(cast, "karim", sentence, "yusuf")) == {"karim"}


def test_a_worker_who_copies_from_what_is_held_back_is_warned(cast: Cast) -> None:
    sentence = "Wij gingen daar vroeger altijd samen op de fiets langs."
    writes(cast, "karim", f"{HINT} {sentence}", "yusuf")
    with pytest.raises(Invalid):
        writes(cast, "jerrel", sentence, "yusuf")


def test_an_ended_agreement_that_was_held_back_stays_so(cast: Cast) -> None:
    agreed = agree(cast)
    with upkeep():
        row = Entry.objects.get(public_id=agreed)
        held.hold_from(cast.viewer("jerrel"), row, {cast.rows["karim"]})
    viewer = cast.viewer("jerrel")
    ended = plan.end_agreement(viewer=viewer, agreement=agreed, on=viewer.today)
    assert not reads(cast, "karim", ended)


def test_a_position_is_shared_with_nobody_until_the_team_has_looked(cast: Cast) -> None:
    agreed = agree(cast)
    given = positions.take_position(
        viewer=cast.viewer("karim"),
        agreement=agreed,
        stance="differs",
        words=HINT,
        shared_with=cast.choice("samira"),
    )
    assert readers(cast, given) == {"karim"}
    lets_go(cast, given, "samira")
    assert readers(cast, given) == {"karim", "samira"}


def test_the_team_lets_go_for_whom_it_chooses(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    lets_go(cast, told, "samira")
    assert readers(cast, told) == {"karim", "samira"}
    with upkeep():
        row = held.Withheld.objects.get(entry__public_id=told, human_id=cast.rows["samira"])
    assert row.reason.endswith("samen bekeken")
    assert row.ends is not None


@pytest.mark.parametrize(
    ("names", "reason", "field"), [((), "waarom", "readers"), (("samira",), " ", "reason")]
)
def test_letting_go_needs_people_and_a_reason(
    cast: Cast, names: tuple[str, ...], reason: str, field: str
) -> None:
    told = writes(cast, "karim", HINT, "samira")
    with pytest.raises(Invalid) as wrong:
        lets_go(cast, told, *names, reason=reason)
    assert list(wrong.value.errors) == [field]


def test_nobody_but_the_team_lets_go(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira")
    for name in ("karim", "samira"):
        with pytest.raises(Missing):
            lets_go(cast, told, "samira", by=name)
    assert readers(cast, told) == {"karim"}


def test_there_is_nothing_to_let_go_where_nothing_is_held_back(cast: Cast) -> None:
    with pytest.raises(Refused):
        lets_go(cast, writes(cast, "karim", CALM, "samira"), "samira")
