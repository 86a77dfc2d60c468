"""What is written beside an entry is kept from whom the entry is kept from, and waits where the guard holds it back."""

from uuid import UUID

import pytest
from tests.actions.test_guard import ADDRESS as SECRET
from tests.actions.test_guard import HINT, note, readers, writes
from tests.actions.test_held import as_seen_by, lets_go, reads
from tests.actions.test_unaware import NUMBER, with_ayse
from tests.cast import Cast, samira_and_karim

from naast.access import withholding
from naast.access.doors import upkeep
from naast.actions import corrections, entries, evaluations, openings, plan, positions, splitting
from naast.actions import withholding as acts
from naast.actions.act import Refused
from naast.records.models import TraceLine, Withheld

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Samira's address is guarded; Karim does not know it."""
    found = samira_and_karim()
    note(found, "samira", "address", SECRET)
    return found


def withhold(cast: Cast, entry: UUID, *also: UUID, human: str = "karim") -> None:
    acts.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people[human],
        reason="gevaar",
        entry=entry,
        also=also,
    )


def answers(cast: Cast, name: str, entry: UUID, words: str = "Dat hoorde ik ook.", *chosen: str) -> UUID:
    choice = cast.choice(*chosen) if chosen else None
    return entries.answer(viewer=cast.viewer(name), entry=entry, words=words, choice=choice)


def test_what_tells_of_an_entry_is_kept_with_it_in_one_act(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    answer = answers(cast, "samira", told)
    corrected = corrections.correct(viewer=cast.viewer("samira"), entry=answer, words="Ik hoorde het ook.")
    withhold(cast, told, corrected)
    assert not any(reads(cast, "karim", one) for one in (told, answer, corrected))
    with upkeep():
        line = TraceLine.objects.filter(act="withhold").latest("id")
        assert all(one.bytes in bytes(line.shown) for one in (told, answer, corrected))
        assert len(set(Withheld.objects.values_list("reason", "starts"))) == 1


def test_nothing_is_kept_with_it_that_the_worker_may_not_read_or_that_stands_elsewhere(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    other = samira_and_karim_elsewhere(cast)
    with pytest.raises(Refused):
        withhold(cast, told, other)
    assert reads(cast, "karim", told)


def samira_and_karim_elsewhere(cast: Cast) -> UUID:
    """Something told in a second dossier of the same worker."""
    from dataclasses import replace

    viewer = cast.viewer("jerrel")
    there = splitting.split(
        viewer=viewer,
        dossier=cast.dossier,
        leaving=[cast.people["samira"]],
        on=viewer.today,
        purpose="gaat apart wonen",
    )
    return replace(cast, dossier=there).tells("samira", "Het is stil.")


def test_what_was_kept_together_opens_together(cast: Cast) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    answer = answers(cast, "samira", told)
    withhold(cast, told, answer)
    of = {"dossier": cast.dossier, "human": cast.people["karim"], "reason": "besproken", "entry": told}
    with pytest.raises(Refused):
        acts.end_withholding(
            viewer=cast.viewer("jerrel"), also=(cast.tells("samira", "Iets anders.", "karim"),), **of
        )
    assert not reads(cast, "karim", told)
    acts.end_withholding(viewer=cast.viewer("jerrel"), also=(answer,), **of)
    assert reads(cast, "karim", told)
    assert reads(cast, "karim", answer)


@pytest.mark.parametrize("chosen", [(), ("samira", "karim", "yusuf")])
def test_an_answer_is_kept_from_whom_the_entry_is_kept_also_where_they_were_chosen(
    cast: Cast, chosen: tuple[str, ...]
) -> None:
    told = cast.tells("samira", "Hij kwam om tien uur.", "karim", "yusuf")
    withhold(cast, told)
    answer = answers(cast, "yusuf", told, "Ik ook.", *chosen)
    assert readers(cast, answer) == {"samira", "yusuf"}
    corrected = corrections.correct(viewer=cast.viewer("yusuf"), entry=answer, words="Ik hoorde het ook.")
    assert readers(cast, corrected) == {"samira", "yusuf"}
    again = answers(cast, "samira", corrected)
    assert readers(cast, again) == {"samira", "yusuf"}


def test_the_moment_of_an_entry_is_kept_from_whom_one_of_its_tellings_is_kept(cast: Cast) -> None:
    one = cast.tells("samira", "Hij kwam om tien uur.", "karim")
    two = cast.tells("karim", "Ik was thuis.", "samira")
    withhold(cast, one)
    moment = entries.same_moment(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        entries=[one, two],
        title="De nacht dat hij kwam",
        choice=cast.choice("samira", "karim"),
    )
    assert readers(cast, moment) == {"samira"}


def test_a_colleague_from_whom_a_telling_is_kept_does_not_read_why_it_was_opened(cast: Cast) -> None:
    with_ayse(cast)
    told = cast.tells("samira", "Hij kwam om tien uur.")
    withhold(cast, told, human="ayse")
    opening = openings.open_for_safety(
        viewer=cast.viewer("jerrel"),
        entry=told,
        readers=[cast.people["yusuf"]],
        reason="Hij kwam om tien uur.",
        told_first=True,
    )
    assert [reads(cast, name, opening) for name in ("jerrel", "samira", "ayse")] == [True, True, False]


def agreed(cast: Cast, *named: str) -> UUID:
    ids = [cast.people[name] for name in named]
    terms = plan.Terms("Wij bellen.", cast.clock.at.date(), "Dan 112.", does=(ids[0],), watches=(ids[1],))
    return plan.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms)


def test_a_position_that_is_kept_from_somebody_stays_so_in_the_next(cast: Cast) -> None:
    agreement = agreed(cast, "samira", "karim")

    def says(stance: str) -> UUID:
        return positions.take_position(
            viewer=cast.viewer("samira"),
            agreement=agreement,
            stance=stance,
            words="Ik ben bang.",
            shared_with=cast.choice("karim"),
        )

    first = says("differs")
    assert reads(cast, "karim", first)
    withhold(cast, first)
    assert not reads(cast, "karim", says("partly"))


def test_the_next_evaluation_is_kept_from_whom_the_one_before_was(cast: Cast) -> None:
    def planned(days: int) -> UUID:
        from datetime import timedelta

        return evaluations.plan_evaluation(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            on=cast.clock.at.date() + timedelta(days=days),
            words="Bij haar zus.",
            present=(cast.people["samira"], cast.people["karim"]),
        )

    first = planned(7)
    withhold(cast, first)
    assert not reads(cast, "karim", planned(8))


@pytest.mark.parametrize("who", ["karim", "jerrel"])
def test_an_answer_to_a_text_that_is_held_back_waits_for_it(cast: Cast, who: str) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    answer = answers(cast, who, told, "Zo is het.")
    corrected = corrections.correct(viewer=cast.viewer(who), entry=answer, words="Zo was het.")
    expected = {"karim"}
    assert readers(cast, answer) == readers(cast, corrected) == expected
    lets_go(cast, told, "yusuf")
    assert readers(cast, answer) == readers(cast, corrected) == {"karim", "yusuf"}
    lets_go(cast, told, "samira")
    assert readers(cast, answer) == readers(cast, corrected) == {"karim", "yusuf", "samira"}


def test_an_answer_that_names_the_secret_itself_does_not_open_with_the_text(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "yusuf")
    answer = answers(cast, "karim", told, HINT)
    plain = answers(cast, "karim", answer, "Of niet?")
    lets_go(cast, told, "yusuf")
    assert readers(cast, told) == {"karim", "yusuf"}
    assert readers(cast, answer) == readers(cast, plain) == {"karim"}
    lets_go(cast, answer, "yusuf")
    assert readers(cast, answer) == readers(cast, plain) == {"karim", "yusuf"}


def test_the_writer_of_the_held_text_sees_the_readers_of_their_answer_as_they_chose_them(cast: Cast) -> None:
    held_back, free = (writes(cast, "karim", words, "samira", "yusuf") for words in (HINT, "Het was stil."))
    answers_to = [answers(cast, "karim", one, "Toch niet.") for one in (held_back, free)]
    seen = [as_seen_by(cast, "karim", one) for one in answers_to]
    assert seen[0] == seen[1]
    assert {"Samira", "Yusuf"} <= seen[0]


def test_a_worker_who_answers_a_held_text_sees_that_the_answer_waits(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "yusuf")
    answer = answers(cast, "jerrel", told)
    assert "Yusuf" not in as_seen_by(cast, "jerrel", answer)
    listed = withholding.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert [(one.name, one.silent) for one in listed if one.entry == answer] == [("Yusuf Amrani", False)]


def test_who_reads_the_text_already_reads_the_answer_and_nobody_else(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    lets_go(cast, told, "yusuf")
    assert readers(cast, answers(cast, "yusuf", told)) == {"karim", "yusuf"}


def test_a_colleague_who_may_not_know_the_secret_does_not_read_the_answer_to_what_names_it(
    cast: Cast,
) -> None:
    with_ayse(cast)
    phone = note(cast, "samira", "phone", "06-12345678")
    withhold(cast, phone, human="ayse")
    told = writes(cast, "karim", NUMBER, "yusuf")
    answer = answers(cast, "jerrel", told, "Bel dat nummer niet.")
    assert not reads(cast, "ayse", answer)
    acts.end_withholding(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        entry=phone,
        reason="mag het weten",
    )
    assert reads(cast, "ayse", answer)
    withhold(cast, phone, human="ayse")
    assert not reads(cast, "ayse", answer)


def test_the_answer_of_a_resident_asks_as_much_whether_something_is_held_or_not(cast: Cast) -> None:
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    held_back, free = (writes(cast, "karim", words, "samira", "yusuf") for words in (HINT, "Het was stil."))

    def asked(entry: UUID) -> list[str]:
        with CaptureQueriesContext(connections["default"]) as done:
            answers(cast, "karim", entry, "Toch niet.")
        return [query["sql"].split("(")[0].split("WHERE")[0][:60] for query in done.captured_queries]

    asked(free)
    assert [one for one in asked(held_back) if "h_withheld" in one] == [
        one for one in asked(free) if "h_withheld" in one
    ]
