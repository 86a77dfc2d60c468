"""A colleague who may not know the guarded fact is not told that somebody named it; nor is whoever only said it."""

from uuid import UUID

import pytest
from tests.actions.test_guard import note, notices, readers, writes
from tests.actions.test_held import as_seen_by, lets_go, reads
from tests.cast import Cast, samira_and_karim

from naast.access import search, timeline, withholding
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import entries, guard, involvements, openings
from naast.actions import withholding as acts
from naast.actions.act import Refused, Warned
from naast.records.models import ContactData

pytestmark = pytest.mark.django_db
NUMBER = "Bel 0612345678 maar."


@pytest.fixture
def cast() -> Cast:
    """Ayşe works along, and Samira's phone number is kept from her."""
    found = samira_and_karim()
    with_ayse(found)
    found.phone = note(found, "samira", "phone", "06-12345678")  # type: ignore[attr-defined]
    withhold(found, entry=phone(found))
    return found


def with_ayse(cast: Cast) -> None:
    viewer = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=viewer,
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=viewer.at,
    )


def phone(cast: Cast) -> UUID:
    return cast.phone  # type: ignore[attr-defined, no-any-return]


def withhold(cast: Cast, **what: UUID) -> None:
    """From Ayşe."""
    acts.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent Karim",
        **what,
    )


def opens(cast: Cast, *, entry: UUID | None = None, person: UUID | None = None) -> None:
    """To Ayşe."""
    acts.end_withholding(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        entry=entry,
        person=person,
        reason="mag het weten",
    )


def read_by(cast: Cast, told: UUID) -> dict[str, set[str]]:
    """Who of the two workers reads the text, and who the notice of it."""
    ((notice, _),) = notices(cast)
    both = {"text": told, "notice": notice.public_id}
    return {what: {who for who in ("jerrel", "ayse") if reads(cast, who, it)} for what, it in both.items()}


ONLY_JERREL = {"text": {"jerrel"}, "notice": {"jerrel"}}
BOTH = {"text": {"jerrel", "ayse"}, "notice": {"jerrel", "ayse"}}


@pytest.mark.parametrize("chosen", [(), ("yusuf",)])
def test_who_may_not_know_the_fact_reads_neither_the_text_nor_the_notice(
    cast: Cast, chosen: tuple[str, ...]
) -> None:
    told = writes(cast, "karim", NUMBER, *chosen)
    assert read_by(cast, told) == ONLY_JERREL
    assert search.search(cast.viewer("ayse"), "0612345678").hits == ()
    with pytest.raises(Missing):
        timeline.entry(cast.viewer("ayse"), told)
    with pytest.raises(Missing):
        lets_go(cast, told, "yusuf", by="ayse")


def test_a_colleague_who_may_know_it_is_told(cast: Cast) -> None:
    opens(cast, entry=phone(cast))
    assert read_by(cast, writes(cast, "karim", NUMBER, "yusuf")) == BOTH


def test_a_text_that_names_something_else_is_for_the_whole_team(cast: Cast) -> None:
    note(cast, "samira", "work", "Oosterlicht")
    assert read_by(cast, writes(cast, "karim", "Zij werkt bij Oosterlicht.", "yusuf")) == BOTH


def test_who_may_read_nothing_of_the_person_is_not_told_either(cast: Cast) -> None:
    opens(cast, entry=phone(cast))
    withhold(cast, person=cast.people["samira"])
    assert read_by(cast, writes(cast, "karim", NUMBER, "yusuf")) == ONLY_JERREL


def test_the_fact_that_is_kept_from_somebody_later_takes_what_names_it_along(cast: Cast) -> None:
    opens(cast, entry=phone(cast))
    told = writes(cast, "karim", NUMBER, "yusuf")
    withhold(cast, entry=phone(cast))
    assert read_by(cast, told) == ONLY_JERREL
    opens(cast, entry=phone(cast))
    assert read_by(cast, told) == BOTH


def test_what_names_two_facts_opens_with_the_second(cast: Cast) -> None:
    told = writes(cast, "karim", NUMBER, "yusuf")
    withhold(cast, person=cast.people["samira"])
    opens(cast, entry=phone(cast))
    assert read_by(cast, told) == ONLY_JERREL
    opens(cast, person=cast.people["samira"])
    assert read_by(cast, told) == BOTH


def test_the_writer_sees_the_colleague_among_the_readers_as_before(cast: Cast) -> None:
    held_back, free = (writes(cast, "yusuf", words, "karim") for words in (NUMBER, "Het was stil."))
    assert as_seen_by(cast, "yusuf", held_back) == as_seen_by(cast, "yusuf", free)
    assert "Ayşe" in {label.split()[0] for label in as_seen_by(cast, "yusuf", held_back)}


def test_a_worker_who_may_know_it_sees_from_whom_it_is_kept_and_why(cast: Cast) -> None:
    told = writes(cast, "karim", NUMBER, "yusuf")
    page = timeline.entry(cast.viewer("jerrel"), told)
    assert {kept.face.label.split()[0]: kept.silent for kept in page.kept} == {"Yusuf": True, "Ayşe": False}
    assert [face.label for face in page.held] == ["Yusuf"]
    listed = withholding.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert {(one.name, one.silent) for one in listed if one.entry == told} == {
        ("Yusuf Amrani", True),
        ("Ayşe Demir", False),
    }


def test_the_page_of_the_fact_does_not_take_the_notice_for_an_opening_for_safety(cast: Cast) -> None:
    writes(cast, "karim", NUMBER, "yusuf")
    assert timeline.entry(cast.viewer("jerrel"), phone(cast)).openings == ()


def test_letting_go_for_the_chosen_readers_does_not_open_it_to_the_colleague(cast: Cast) -> None:
    told = writes(cast, "karim", NUMBER, "yusuf")
    lets_go(cast, told, "yusuf")
    assert readers(cast, told) == {"karim", "yusuf"}
    with pytest.raises(Refused):
        lets_go(cast, told, "ayse")
    assert not reads(cast, "ayse", told)


def test_a_held_text_that_is_opened_further_tells_the_colleague_nothing_again(cast: Cast) -> None:
    told = writes(cast, "karim", NUMBER)
    openings.widen(
        viewer=cast.viewer("karim"), entry=told, readers=[cast.people["yusuf"]], how="teller_chose"
    )
    assert not any(reads(cast, "ayse", notice.public_id) for notice, _ in list(notices(cast)))
    assert len(list(notices(cast))) == 2


def test_a_notice_of_what_was_held_before_tells_the_colleague_nothing_once_the_fact_is_free(
    cast: Cast,
) -> None:
    told = writes(cast, "karim", NUMBER, "yusuf")
    with upkeep():
        ContactData.objects.update(guarded=False)
    openings.widen(
        viewer=cast.viewer("karim"), entry=told, readers=[cast.people["samira"]], how="teller_chose"
    )
    assert len(list(notices(cast))) == 2
    assert not any(reads(cast, "ayse", notice.public_id) for notice, _ in list(notices(cast)))


def noted(cast: Cast, by: str) -> UUID:
    return cast.tells("karim", NUMBER, "yusuf", by=by)


def test_who_only_said_it_to_a_worker_does_not_read_it_until_the_team_lets_go(cast: Cast) -> None:
    told = noted(cast, "ayse")
    assert readers(cast, told) == set()
    assert reads(cast, "ayse", told)
    with pytest.raises(Refused):
        lets_go(cast, told, "karim", by="ayse")
    lets_go(cast, told, "karim")
    assert readers(cast, told) == {"karim"}


def test_the_worker_who_noted_it_sees_the_teller_among_the_readers(cast: Cast) -> None:
    assert {"Karim", "Yusuf"} <= as_seen_by(cast, "ayse", noted(cast, "ayse"))


def test_a_statement_that_a_worker_noted_waits_as_well(cast: Cast) -> None:
    told = entries.state(
        viewer=cast.viewer("ayse"),
        dossier=cast.dossier,
        words=NUMBER,
        choice=cast.choice("yusuf"),
        person=cast.people["karim"],
    )
    assert readers(cast, told) == set()


def test_who_wrote_it_in_the_portal_goes_on_reading(cast: Cast) -> None:
    told = entries.state(
        viewer=cast.viewer("karim"), dossier=cast.dossier, words=NUMBER, choice=cast.choice("yusuf")
    )
    assert readers(cast, told) == {"karim"}


def warning(cast: Cast, words: str, *chosen: str, by: str = "jerrel") -> tuple[str, dict[str, str]]:
    with pytest.raises(Warned) as told:
        writes(cast, by, words, *chosen)
    ((_, found),) = told.value.errors.items()
    return found


def test_a_worker_who_knows_the_fact_is_told_which_colleague_does_not(cast: Cast) -> None:
    message, given = warning(cast, NUMBER)
    assert message == guard.WARNING_TEAM
    assert given["names"] == "Ayşe Demir"
    assert "0612345678" in given["words"]
    message, given = warning(cast, NUMBER, "yusuf")
    assert message == guard.WARNING_BOTH
    assert given["names"] == "Ayşe Demir"


def test_who_goes_on_keeps_the_text_from_that_colleague_and_sees_so(cast: Cast) -> None:
    told = writes(cast, "jerrel", NUMBER, "yusuf", seen=True)
    assert [reads(cast, who, told) for who in ("jerrel", "yusuf", "ayse")] == [True, True, False]
    assert "Ayşe" not in as_seen_by(cast, "jerrel", told)
    listed = withholding.in_dossier(cast.viewer("jerrel"), cast.dossier)
    assert [(one.name, one.silent) for one in listed if one.entry == told] == [("Ayşe Demir", False)]


def test_a_worker_is_not_warned_of_a_colleague_who_may_know_it(cast: Cast) -> None:
    opens(cast, entry=phone(cast))
    assert reads(cast, "ayse", writes(cast, "jerrel", NUMBER))


def test_a_colleague_who_comes_later_does_not_read_what_was_written_before_either() -> None:
    cast = samira_and_karim()
    fact = note(cast, "samira", "phone", "06-12345678")
    withhold(cast, entry=fact)
    told = writes(cast, "jerrel", NUMBER)
    with_ayse(cast)
    assert not reads(cast, "ayse", told)


def test_a_resident_who_knows_the_fact_is_not_warned_and_does_not_notice(cast: Cast) -> None:
    told, free = (writes(cast, "samira", words) for words in (NUMBER, "Het was stil."))
    assert [reads(cast, who, told) for who in ("samira", "jerrel", "ayse")] == [True, True, False]
    assert as_seen_by(cast, "samira", told) == as_seen_by(cast, "samira", free)
    assert "Ayşe" in {label.split()[0] for label in as_seen_by(cast, "samira", told)}
    assert list(notices(cast)) == []
