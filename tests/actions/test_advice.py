"""Advice without names: the team's opinion, in a circle of its choice, corrected whole, and looked through."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import timeline
from naast.access.viewer import Missing
from naast.actions import advice, corrections, dossiers
from naast.actions.act import Invalid, Refused, Warned
from naast.actions.advice import Given
from naast.actions.entries import Happened

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def given(cast: Cast, days: int = 0, **more: Any) -> Given:
    day = cast.clock.at.date() + timedelta(days=days)
    kept: dict[str, Any] = {
        "giver": " gedragswetenschapper, regionaal veiligheidsteam ",
        "form": "consultation",
        "happened": Happened(day, day, "exact"),
        "question": "Hoe vragen wij het?",
        "words": "Begin bij het kind.",
        "followed": "Wij praten met Noa.",
    }
    return Given(**kept | more)


def write(cast: Cast, *readers: str, by: str = "jerrel", once: UUID | None = None, **more: Any) -> UUID:
    return advice.write(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        given=given(cast, **more),
        choice=cast.choice(*readers),
        once=once or uuid4(),  # type: ignore[call-arg]
    )


def page(cast: Cast, name: str, entry: UUID) -> timeline.EntryPage:
    return timeline.entry(cast.viewer(name), entry)


def test_it_is_an_opinion_without_a_teller_and_keeps_who_gave_it_and_what_is_done_with_it(cast: Cast) -> None:
    told = page(cast, "jerrel", write(cast)).told
    assert (told.line.kind, told.line.nature, told.line.teller, told.line.quoted) == (
        "advice",
        "opinion",
        None,
        False,
    )
    assert told.line.happened.start == cast.clock.at.date()
    assert told.marks == ("Consultation",)
    assert told.advice is not None
    assert told.advice.giver == "gedragswetenschapper, regionaal veiligheidsteam"
    assert told.advice.question == "Hoe vragen wij het?"
    assert told.advice.followed == "Wij praten met Noa."


def test_the_team_reads_it_and_nobody_else(cast: Cast) -> None:
    entry = write(cast)
    for name in ("samira", "karim", "yusuf", "noa", "ellen", "ayse"):
        with pytest.raises(Missing):
            page(cast, name, entry)


def test_who_is_chosen_reads_it_too(cast: Cast) -> None:
    entry = write(cast, "ellen")
    assert page(cast, "ellen", entry).told.advice is not None
    with pytest.raises(Missing):
        page(cast, "samira", entry)


@pytest.mark.parametrize("name", ["ayse", "ellen", "samira"])
def test_nobody_outside_the_team_writes_one(cast: Cast, name: str) -> None:
    with pytest.raises(Refused):
        write(cast, by=name)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("giver", {"giver": " "}),
        ("form", {"form": "research"}),
        ("happened", {"days": 1}),
        ("happened", {"happened": Happened(words="toen")}),
        ("question", {"question": ""}),
        ("words", {"words": "\n"}),
        ("followed", {"followed": ""}),
    ],
)
def test_what_is_missing_is_said_at_its_field(cast: Cast, field: str, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as said:
        write(cast, **wrong)
    assert said.value.errors.keys() == {field}


def test_sent_twice_it_stands_once(cast: Cast) -> None:
    once = uuid4()
    assert write(cast, once=once) == write(cast, once=once)


def test_a_correction_changes_the_words_and_keeps_the_rest(cast: Cast) -> None:
    old = write(cast)
    new = corrections.correct(viewer=cast.viewer("jerrel"), entry=old, words="Begin bij Noa.")
    found = page(cast, "jerrel", new)
    assert found.told.line.words == "Begin bij Noa."
    assert [line.words for line in found.versions] == ["Begin bij het kind."]
    assert found.told.advice == page(cast, "jerrel", old).told.advice
    assert found.told.advice is not None
    assert found.told.advice.question == "Hoe vragen wij het?"
    assert found.told.marks == ("Consultation",)
    with pytest.raises(Missing):
        page(cast, "samira", new)


def test_what_was_asked_and_what_is_done_with_it_is_not_copied_to_who_does_not_read_it(cast: Cast) -> None:
    asked = "Hoe vragen wij dit zonder dat vader schrikt en weer wegloopt van huis?"
    followed = "Wij bellen eerst grootmoeder en daarna pas de juf van groep vijf."
    write(cast, question=asked, followed=followed)
    for sentence in (asked, followed):
        with pytest.raises(Warned):
            cast.tells("samira", sentence, "karim")
        assert cast.tells("samira", sentence.upper()[:9], "karim")


@pytest.mark.parametrize("field", ["giver", "question", "words", "followed"])
def test_every_text_is_looked_through_for_what_its_readers_may_not_know(cast: Cast, field: str) -> None:
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="street",
        value="Eikpad 3",
        guarded=True,
    )
    secret = {field: "Zij woont aan het Eikpad 3."}
    with pytest.raises(Warned) as said:
        write(cast, "karim", **secret)
    assert said.value.errors.keys() == {field}
    assert write(cast, "karim", guard_seen=True, **secret)
    assert write(cast, **secret)  # for the team alone it is no secret
