"""A question that several people answer together: each part in its own circle, and nothing decided over a head."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from tests.actions.test_appointments import with_ayse
from tests.actions.test_guard import ADDRESS
from tests.actions.test_guard import note as note_address
from tests.cast import Cast, samira_and_karim

from naast.access import matters as reading
from naast.access import policy, timeline
from naast.access.doors import viewer_door
from naast.access.matters_page import Matter
from naast.access.viewer import Missing, Viewer
from naast.actions import corrections, entries, matters, matters_views, openings, withholding
from naast.actions import matters_outcome as outcomes
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.actions.choice import Choice
from naast.actions.matters import Asked, Noted
from naast.actions.matters_outcome import Counted, Decided
from naast.records.models import Kind
from naast.rules import matters as rule

pytestmark = pytest.mark.django_db
WORDS = "Waar slaapt Noa in het weekend?"
BOTH = ("samira", "karim")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def ask(cast: Cast, *belongs: str, choice: Choice | None = None, words: str = WORDS) -> UUID:
    asked = Asked(words, tuple(cast.people[name] for name in belongs or BOTH))
    return matters.ask(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked, choice=choice)


def note(
    cast: Cast, matter: UUID, sort: str, name: str | None = None, words: str = "Dit.", **more: Any
) -> UUID:
    viewer = cast.viewer(more.pop("by_viewer", "jerrel"))
    day = entries.Happened(viewer.today, viewer.today, "exact")
    choice = more.pop("choice", None)
    part = Noted(sort, words, cast.people[name] if name else None, day, **more)
    return matters.note(viewer=viewer, matter=matter, part=part, choice=choice)


def say(cast: Cast, matter: UUID, name: str, words: str, *shared: str) -> UUID:
    with_whom = cast.choice(*shared) if shared else None
    return matters_views.say(viewer=cast.viewer(name), matter=matter, words=words, shared_with=with_whom)


def heard(cast: Cast, matter: UUID) -> tuple[UUID, UUID]:
    """Both told, both with their view; nothing shared. The views."""
    for name in BOTH:
        note(cast, matter, rule.INFORMED, name, f"Verteld aan {name}.")
    return say(cast, matter, "samira", "Bij mij."), say(cast, matter, "karim", "Bij mijn moeder.")


def decide(cast: Cast, matter: UUID, views: tuple[UUID, ...], **more: Any) -> UUID:
    counted = tuple(
        Counted(view, f"Meegewogen {place}.", otherwise=place == 1) for place, view in enumerate(views)
    )
    given = Decided(
        rule.DIFFER, "Zij slaapt bij Samira.", (cast.people["jerrel"],), "Over de zondag.", counted
    )
    return outcomes.decide(viewer=cast.viewer("jerrel"), matter=matter, decided=replace(given, **more))


def seen(cast: Cast, name: str) -> Viewer:
    """A resident asks for what was told in confidence too."""
    viewer = cast.viewer(name)
    return replace(viewer, asked_confidential=viewer.capacity == "resident")


def page(cast: Cast, name: str, matter: UUID) -> Matter:
    return reading.matters(seen(cast, name), cast.dossier).find(matter)


def words_for(cast: Cast, name: str) -> set[str]:
    """Everything of these questions that somebody reads."""
    found = reading.matters(seen(cast, name), cast.dossier).matters
    parts = [
        part
        for one in found
        for part in (*one.tried, *one.outcomes, *(p for v in one.voices for p in v.parts))
    ]
    beside = [p for part in parts for p in (*part.counted, *((part.differ,) if part.differ else ()))]
    return {one.line.words for one in (*found, *parts, *beside)}


def may_read(cast: Cast, name: str) -> set[str]:
    """What of it anybody finds by any way: also what the page of the question leaves out."""
    with viewer_door(seen(cast, name)) as reach:
        rows = policy.entries(reach).filter(kind__in=(Kind.MATTER, Kind.MATTER_PART))
        return set(rows.values_list("words", flat=True))


def field_of(caught: pytest.ExceptionInfo[Invalid]) -> str:
    [name] = caught.value.errors
    return name


def test_a_question_is_read_by_who_belongs_to_it_and_the_team(cast: Cast) -> None:
    ask(cast)
    assert words_for(cast, "jerrel") == words_for(cast, "samira") == words_for(cast, "karim") == {WORDS}
    assert words_for(cast, "yusuf") == set()


def test_the_worker_may_let_fewer_read_it_than_belong_to_it(cast: Cast) -> None:
    matter = ask(cast, choice=cast.choice("samira"))
    assert words_for(cast, "karim") == set()
    voices = {voice.face.label: voice.reads for voice in page(cast, "jerrel", matter).voices}
    assert list(voices.values()) == [True, False]


def test_a_question_has_words_and_somebody_who_belongs_to_it(cast: Cast) -> None:
    for words, belongs, field in ((" ", ("samira",), "words"), (WORDS, (), "belongs")):
        asked = Asked(words, tuple(cast.people[name] for name in belongs))
        with pytest.raises(Invalid) as caught:
            matters.ask(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked)
        assert field_of(caught) == field


def test_only_the_team_asks_and_notes(cast: Cast) -> None:
    matter = ask(cast, "samira", "karim", "ellen")
    for name in ("samira", "ellen"):
        with pytest.raises(Refused):
            matters.ask(
                viewer=cast.viewer(name), dossier=cast.dossier, asked=Asked(WORDS, (cast.people["samira"],))
            )
        with pytest.raises(Refused):
            note(cast, matter, rule.INFORMED, "karim", by_viewer=name)
        with pytest.raises(Refused):
            matters.change(
                viewer=cast.viewer(name), matter=matter, asked=Asked("Wat?", (cast.people["samira"],))
            )
        with pytest.raises(Refused):
            outcomes.decide(
                viewer=cast.viewer(name), matter=matter, decided=Decided(rule.UNDECIDED, "Niets.", ())
            )


def test_what_one_was_told_is_for_them_and_the_team(cast: Cast) -> None:
    matter = ask(cast)
    note(cast, matter, rule.INFORMED, "samira", "De school belde.")
    assert "De school belde." in words_for(cast, "samira")
    assert "De school belde." not in words_for(cast, "karim")


def test_the_same_that_several_were_told_is_written_once_and_read_by_each_as_their_own(cast: Cast) -> None:
    matter = ask(cast)
    words = "De school belde vanmorgen over Noa."
    note(cast, matter, rule.INFORMED, "samira", words, also=(cast.people["karim"],))
    for place, name in enumerate(BOTH):
        assert [len(voice.informed) for voice in page(cast, name, matter).voices] == [1 - place, place]
    alone = "De juf vroeg gisteren naar Noa."
    note(cast, matter, rule.INFORMED, "samira", alone)
    with pytest.raises(Warned):  # later it may be copied from what she was told alone
        note(cast, matter, rule.INFORMED, "karim", alone)


def test_what_several_are_told_is_looked_through_for_each_of_them(cast: Cast) -> None:
    note_address(cast, "samira", "address", ADDRESS)
    matter = ask(cast)
    with pytest.raises(Warned):
        note(cast, matter, rule.INFORMED, "samira", f"Op {ADDRESS}.", also=(cast.people["karim"],))


def test_what_is_told_to_who_does_not_read_the_question_stays_with_the_team(cast: Cast) -> None:
    matter = ask(cast, choice=cast.choice("samira"))
    told = note(cast, matter, rule.INFORMED, "karim", "De school belde.")
    with pytest.raises(Missing):
        timeline.entry(seen(cast, "karim"), told)


def test_why_somebody_says_nothing_is_for_the_team(cast: Cast) -> None:
    matter = ask(cast)
    note(cast, matter, rule.SILENT, "samira", "Durft het niet te zeggen.")
    assert "Durft het niet te zeggen." not in words_for(cast, "samira") | words_for(cast, "karim")
    silent = page(cast, "jerrel", matter).voices[0].silent
    assert silent is not None
    assert silent.line.words == "Durft het niet te zeggen."


def test_a_view_is_told_alone_unless_it_is_shared(cast: Cast) -> None:
    matter = ask(cast)
    say(cast, matter, "samira", "Bij mij.")
    say(cast, matter, "karim", "Bij mijn moeder.", "samira")
    assert {"Bij mij.", "Bij mijn moeder."} <= words_for(cast, "samira")
    assert "Bij mij." not in words_for(cast, "karim")
    assert [voice.view is None for voice in page(cast, "karim", matter).voices] == [True, False]


def test_seeing_it_otherwise_in_confidence_shows_to_nobody(cast: Cast) -> None:
    matter = ask(cast)
    say(cast, matter, "samira", "Bij hem is goed.", "karim")
    before = words_for(cast, "karim")
    say(cast, matter, "samira", "Toch liever bij mij.")
    assert words_for(cast, "karim") == before
    view = page(cast, "samira", matter).voices[0].view
    assert view is not None
    assert view.line.words == "Toch liever bij mij."


def test_a_view_is_shared_only_with_who_reads_the_question(cast: Cast) -> None:
    matter = ask(cast)
    with pytest.raises(Invalid) as caught:
        say(cast, matter, "samira", "Bij mij.", "yusuf")
    assert field_of(caught) == "shared_with"


def test_who_does_not_belong_to_it_has_no_view_of_it(cast: Cast) -> None:
    matter = ask(cast, choice=cast.choice("samira", "karim", "yusuf"))
    with pytest.raises(Refused):
        say(cast, matter, "yusuf", "Bij ons.")


def test_the_team_notes_a_view_with_how_it_was_asked(cast: Cast) -> None:
    matter = ask(cast, "samira", "noa")
    given: dict[str, Any] = {"matter": matter, "words": "Bij mama.", "for_person": cast.people["noa"]}
    with pytest.raises(Invalid) as caught:
        matters_views.say(viewer=cast.viewer("jerrel"), how="guessed", **given)
    assert field_of(caught) == "how"
    matters_views.say(viewer=cast.viewer("jerrel"), how="asked_alone", **given)
    view = page(cast, "jerrel", matter).voices[1].view
    assert view is not None
    assert view.line.quoted
    assert view.line.circle_how == "asked_alone"
    assert "Bij mama." not in words_for(cast, "samira")


def test_a_partner_who_belongs_to_it_says_how_they_see_it_and_reads_no_other_view(cast: Cast) -> None:
    matter = ask(cast, "samira", "ellen")
    say(cast, matter, "samira", "Bij mij.")
    say(cast, matter, "ellen", "Zij is moe op maandag.")
    assert words_for(cast, "ellen") == {WORDS, "Zij is moe op maandag."}
    assert "Zij is moe op maandag." not in words_for(cast, "samira")


def test_nothing_is_decided_before_all_are_told_and_heard(cast: Cast) -> None:
    matter = ask(cast)
    note(cast, matter, rule.INFORMED, "samira")
    view = say(cast, matter, "samira", "Bij mij.")
    note(cast, matter, rule.INFORMED, "karim")
    with pytest.raises(Invalid) as caught:
        decide(cast, matter, (view,))
    assert field_of(caught) == ""
    note(cast, matter, rule.SILENT, "karim", "Nam de telefoon niet op.")
    decide(cast, matter, (view,))
    [outcome] = page(cast, "samira", matter).outcomes
    assert outcome.line.words == "Zij slaapt bij Samira."
    assert outcome.differ is not None
    assert outcome.differ.line.words == "Over de zondag."


def test_how_a_view_counted_is_read_by_who_reads_that_view(cast: Cast) -> None:
    matter = ask(cast)
    decide(cast, matter, heard(cast, matter))
    assert {"Meegewogen 0.", "Meegewogen 1."} <= words_for(cast, "jerrel")
    assert "Meegewogen 0." in words_for(cast, "samira")
    assert "Meegewogen 1." not in may_read(cast, "samira")
    view = page(cast, "karim", matter).voices[1].view
    assert view is not None
    assert [one.otherwise for one in view.counted] == [True]


def test_every_view_the_writer_reads_says_how_it_counted(cast: Cast) -> None:
    matter = ask(cast)
    one, other = heard(cast, matter)
    for views in ((one,), (), (one, other, matter)):
        with pytest.raises(Invalid) as caught:
            decide(cast, matter, views)
        assert field_of(caught) == "counted"
    say(cast, matter, "karim", "Ik heb er nog eens over gedacht.")
    with pytest.raises(Invalid):
        decide(cast, matter, (one, other))


def test_what_is_told_back_waits_for_each_who_belongs_to_it(cast: Cast) -> None:
    with_ayse(cast)
    matter = ask(cast)
    decide(cast, matter, heard(cast, matter))
    untold = page(cast, "jerrel", matter).untold
    assert [face.row for face in untold] == [cast.rows[name] for name in BOTH]
    note(
        cast,
        matter,
        rule.TOLD_BACK,
        "karim",
        "Noa is bij mama, en jij belt elke dag.",
        by=cast.people["ayse"],
    )
    assert [face.row for face in page(cast, "jerrel", matter).untold] == [cast.rows["samira"]]
    [told] = page(cast, "karim", matter).voices[1].told_back
    assert told.line.words == "Noa is bij mama, en jij belt elke dag."
    assert "Noa is bij mama, en jij belt elke dag." not in words_for(cast, "samira")


def test_a_later_outcome_stands_beside_the_first_and_is_told_back_anew(cast: Cast) -> None:
    matter = ask(cast)
    views = heard(cast, matter)
    decide(cast, matter, views)
    for name in BOTH:
        note(cast, matter, rule.TOLD_BACK, name)
    decide(cast, matter, views, words="Toch om de week.")
    found = page(cast, "jerrel", matter)
    assert [one.line.words for one in found.outcomes] == ["Toch om de week.", "Zij slaapt bij Samira."]
    assert len(found.untold) == 2


def test_a_changed_question_keeps_its_parts_and_its_old_readers_the_old_words(cast: Cast) -> None:
    matter = ask(cast)
    heard(cast, matter)
    asked = Asked("Waar slaapt Noa?", (cast.people["samira"],))
    newest = matters.change(viewer=cast.viewer("jerrel"), matter=matter, asked=asked)
    mine = page(cast, "jerrel", matter)
    assert mine.line.public_id == newest
    assert [voice.belongs for voice in mine.voices] == [True, False]
    assert WORDS in words_for(cast, "karim")
    assert "Waar slaapt Noa?" not in words_for(cast, "karim")
    with pytest.raises(Conflict):
        note(cast, matter, rule.TRIED)


def test_a_part_can_be_corrected_and_stays_that_part(cast: Cast) -> None:
    matter = ask(cast)
    told = note(cast, matter, rule.INFORMED, "samira", "De school belte.")
    corrections.correct(viewer=cast.viewer("jerrel"), entry=told, words="De school belde.")
    [informed] = page(cast, "samira", matter).voices[0].informed
    assert informed.line.words == "De school belde."


def test_a_view_that_is_let_to_fewer_takes_how_it_counted_along(cast: Cast) -> None:
    matter = ask(cast)
    for name in BOTH:
        note(cast, matter, rule.INFORMED, name)
    view = say(cast, matter, "samira", "Bij mij.", "karim")
    note(cast, matter, rule.SILENT, "karim")
    decide(cast, matter, (view,))
    assert {"Bij mij.", "Meegewogen 0."} <= words_for(cast, "karim")
    openings.narrow(viewer=cast.viewer("samira"), entry=view, choice=Choice())
    assert not {"Bij mij.", "Meegewogen 0."} & may_read(cast, "karim")
    assert {"Bij mij.", "Meegewogen 0."} <= words_for(cast, "samira")


def test_who_reads_for_safety_how_a_view_counted_does_not_go_on_reading_the_view(cast: Cast) -> None:
    matter = ask(cast)
    for name in BOTH:
        note(cast, matter, rule.INFORMED, name)
    view = say(cast, matter, "samira", "Bij mij.", "karim")
    note(cast, matter, rule.SILENT, "karim")
    decide(cast, matter, (view,))
    [counted] = page(cast, "jerrel", matter).views[0].counted
    openings.open_for_safety(
        viewer=cast.viewer("jerrel"),
        entry=counted.line.public_id,
        readers=[cast.people["karim"]],
        reason="Anders gaat het mis.",
        told_first=True,
    )
    openings.narrow(viewer=cast.viewer("samira"), entry=view, choice=Choice())
    assert "Meegewogen 0." in may_read(cast, "karim")
    assert "Bij mij." not in may_read(cast, "karim")


def test_what_is_kept_from_somebody_takes_its_parts_along(cast: Cast) -> None:
    matter = ask(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=matter,
    )
    heard_now = note(cast, matter, rule.TRIED, words="Samen gewandeld.", choice=cast.choice("karim"))
    assert words_for(cast, "karim") == set()
    with pytest.raises(Missing):
        timeline.entry(seen(cast, "karim"), heard_now)


def test_a_view_kept_from_a_colleague_is_not_told_by_a_refusal(cast: Cast) -> None:
    """Whoever may not read it accounts for it as if nothing was said; that it is there does not show."""
    matter = ask(cast)
    with_ayse(cast)
    one, other = heard(cast, matter)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent Karim",
        entry=other,
    )
    counted = (Counted(one, "Zwaar."),)
    given = Decided(rule.UNDECIDED, "Wij wachten.", (cast.people["ayse"],), "", counted)
    with pytest.raises(Invalid) as caught:
        outcomes.decide(viewer=cast.viewer("ayse"), matter=matter, decided=given)
    assert field_of(caught) == ""
    assert [voice.lacks for voice in page(cast, "ayse", matter).voices] == [(), (rule.VIEW,)]
    note(cast, matter, rule.SILENT, "karim", "Niet gedeeld met mij.", by_viewer="ayse")
    outcomes.decide(viewer=cast.viewer("ayse"), matter=matter, decided=given)


def test_a_part_warns_who_writes_down_a_guarded_place(cast: Cast) -> None:
    note_address(cast, "samira", "address", ADDRESS)
    matter = ask(cast)
    with pytest.raises(Warned):
        note(cast, matter, rule.INFORMED, "karim", f"Zij is op {ADDRESS}.")


def test_what_somebody_was_told_is_of_who_belongs_to_it(cast: Cast) -> None:
    matter = ask(cast, "samira")
    with pytest.raises(Invalid) as caught:
        note(cast, matter, rule.INFORMED, "yusuf")
    assert field_of(caught) == "person"
