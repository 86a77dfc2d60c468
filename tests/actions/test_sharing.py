"""What goes outside its circle: exactly that, for exactly so long, on a ground, and its teller hears of it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import sharing as reading
from naast.access import trace
from naast.access.doors import upkeep
from naast.access.entry_page import entry as entry_page
from naast.access.households import household
from naast.access.looked import looked
from naast.access.sharing import Shared
from naast.access.timeline import story
from naast.access.viewer import Missing, Viewer
from naast.actions import consent, corrections, dossiers, entries, files, involvements, openings, sharing
from naast.actions.act import Invalid, Refused, Warned
from naast.actions.sharing import Asked
from naast.records.models import Involvement
from naast.rules.consent_words import Subject
from naast.rules.sharing import PAPER, PLACE

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
UNTIL = TODAY + timedelta(days=30)
WORDS = "Noa slaapt slecht na ruzie."


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def yes(cast: Cast, giver: str = "samira", person: str = "samira", **more: Any) -> UUID:
    told: dict[str, Any] = {
        "subject": Subject.SECRECY_YOUTH,
        "answer": "yes",
        "how": "spoken",
        "purpose": "Rust op school.",
        "starts": TODAY,
        "ends": UNTIL + timedelta(days=30),
        "receiver": cast.people["ellen"],
    }
    asked = consent.Asked(cast.people[person], cast.people[giver], **told | more)
    return consent.give(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked)


def asked(cast: Cast, *given: UUID, **more: Any) -> Asked:
    told: dict[str, Any] = {
        "way": PLACE,
        "ground": "conflict",
        "purpose": "Rust op school.",
        "ends": UNTIL,
        "receiver": cast.people["ellen"],
        "need": "School ziet haar elke dag.",
        "lighter": "Zonder namen weet school niet om wie het gaat.",
        "words": "Het gaat slechter en wachten kan niet.",
    }
    return Asked(given, **told | more)


def with_yes(cast: Cast, *given: UUID, consents: tuple[UUID, ...] = (), **more: Any) -> Asked:
    told = {"ground": "youth_yes", "need": "", "lighter": "", "words": "", "consents": consents}
    return asked(cast, *given, **told | more)


def share(cast: Cast, told: Asked, by: str = "jerrel") -> list[UUID]:
    return sharing.share(viewer=cast.viewer(by), dossier=cast.dossier, asked=told)


def ellen_reads(cast: Cast, later: timedelta = timedelta()) -> set[str]:
    viewer = cast.viewer("ellen")
    assert cast.dossier is not None
    try:
        page = story(replace(viewer, at=viewer.at + later), cast.dossier)
    except Missing:
        return set()
    return {told.line.words for told in page.told if told.line.kind == "passage"}


def ledger(cast: Cast, name: str = "jerrel", **more: Any) -> tuple[Shared, ...]:
    assert cast.dossier is not None
    return reading.sharing(replace(cast.viewer(name), asked_confidential=True, **more), cast.dossier).shared


def test_the_receiver_reads_exactly_that_until_the_day_and_not_a_moment_longer(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    cast.tells("samira", "Ik ben bang.")
    share(cast, asked(cast, told))
    assert ellen_reads(cast) == {WORDS}
    last = timedelta(days=(UNTIL - TODAY).days)
    assert ellen_reads(cast, last - timedelta(hours=11)) == {WORDS}
    assert ellen_reads(cast, last) == set()
    [one] = ledger(cast)
    assert (one.runs, [what.line.words for what in one.what]) == (True, [WORDS])


def test_ended_it_is_gone_on_the_next_request_and_stays_in_the_ledger(cast: Cast) -> None:
    [shared] = share(cast, asked(cast, cast.tells("samira", WORDS)))
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert ellen_reads(cast) == set()
    [one] = ledger(cast)
    assert not one.runs


def test_a_yes_that_is_taken_back_ends_what_rests_on_it(cast: Cast) -> None:
    given = yes(cast)
    share(cast, with_yes(cast, cast.tells("samira", WORDS), consents=(given,)))
    assert ellen_reads(cast) == {WORDS}
    consent.withdraw(viewer=cast.viewer("samira"), consent=given)
    assert ellen_reads(cast) == set()


def test_the_page_of_a_yes_does_not_say_that_the_yes_was_opened_further(cast: Cast) -> None:
    given = yes(cast)
    share(cast, with_yes(cast, cast.tells("samira", WORDS), consents=(given,)))
    for name in ("jerrel", "samira"):
        page = entry_page(replace(cast.viewer(name), asked_confidential=True), given)
        assert page.openings == (), name


def test_what_rests_on_a_yes_ends_no_later_than_the_yes(cast: Cast) -> None:
    given = yes(cast, ends=TODAY + timedelta(days=7))
    share(cast, with_yes(cast, cast.tells("samira", WORDS), consents=(given,)))
    assert ellen_reads(cast, timedelta(days=6)) == {WORDS}
    assert ellen_reads(cast, timedelta(days=7)) == set()


@pytest.mark.parametrize(
    "more",
    [
        {"giver": "karim", "person": "karim"},
        {"receiver": None, "organisation": "School De Wilg"},
        {"subject": Subject.SECRECY_WMO},
        {"answer": "no", "ends": None},
        {"starts": TODAY + timedelta(days=1)},
    ],
    ids=["of another", "to another", "under another law", "a no", "from tomorrow"],
)
def test_another_answer_is_no_ground(cast: Cast, more: dict[str, Any]) -> None:
    given = yes(cast, **more)
    with pytest.raises(Invalid) as wrong:
        share(cast, with_yes(cast, cast.tells("samira", WORDS), consents=(given,)))
    assert "consents" in wrong.value.errors


def test_a_yes_of_the_teller_is_not_one_of_whom_it_is_about(cast: Cast) -> None:
    told = _tells_of_noa(cast)
    mine = yes(cast)
    with pytest.raises(Invalid):
        share(cast, with_yes(cast, told, consents=(mine,)))
    share(cast, with_yes(cast, told, consents=(mine, yes(cast, person="noa"))))
    assert ellen_reads(cast) == {WORDS}


def _tells_of_noa(cast: Cast) -> UUID:
    passage = entries.Passage(
        WORDS, "telling", cast.choice(), teller=cast.people["samira"], about=(cast.people["noa"],)
    )
    talk = entries.Talk("home_visit", entries.Happened())
    return entries.tell_talk(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage]
    )[1]


def test_each_teller_reads_of_their_own_words_and_nothing_of_the_others(cast: Cast) -> None:
    hers, his = cast.tells("samira", WORDS), cast.tells("yusuf", "Ik ga niet graag naar huis.")
    assert len(share(cast, asked(cast, hers, his))) == 2
    [one] = ledger(cast, "samira")
    assert [what.line.words for what in one.what] == [WORDS]
    [other] = ledger(cast, "yusuf")
    assert [what.line.words for what in other.what] == ["Ik ga niet graag naar huis."]
    assert ledger(cast, "karim") == ()


def test_who_is_not_told_yet_reads_of_it_when_they_are(cast: Cast) -> None:
    look_on = TODAY + timedelta(days=3)
    told = asked(cast, cast.tells("samira", WORDS), told=False, not_told="Karim leest mee.", look_on=look_on)
    [shared] = share(cast, told)
    assert ledger(cast, "samira") == ()
    assert not ledger(cast)[0].overdue
    sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    [one] = ledger(cast, "samira")
    assert one.told_on == TODAY
    assert one.look_on is None
    with pytest.raises(Invalid):
        sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)


def knows_of_it(cast: Cast, name: str, told: UUID) -> set[str]:
    """Where a page of theirs says that Ellen reads it, or did."""
    viewer = replace(cast.viewer(name), asked_confidential=True)
    assert cast.dossier is not None
    page = entry_page(viewer, told)
    found = {
        "readers": any(one.face.label == "Ellen" for one in page.told.line.readers),
        "has read": any(face.label == "Ellen" for face in page.has_read),
        "who looked": any(one.face.label == "Ellen" for one in looked(viewer, cast.dossier).looked),
        "ledger": bool(ledger(cast, name)),
    }
    return {where for where, known in found.items() if known}


def _reads(cast: Cast, name: str, told: UUID) -> None:
    trace.begin()
    entry_page(cast.viewer(name), told)
    trace.finish("staff-entry", refused=False)


EVERYWHERE = {"readers", "has read", "who looked", "ledger"}


def test_no_page_of_a_teller_says_it_before_they_are_told(cast: Cast) -> None:
    cast.tells("jerrel", "Dit weet Ellen ook.", "samira", "ellen")
    told = cast.tells("samira", WORDS)
    [shared] = share(cast, asked(cast, told, told=False, not_told="Nog niet.", look_on=UNTIL))
    _reads(cast, "ellen", told)
    assert knows_of_it(cast, "samira", told) == set()
    assert knows_of_it(cast, "jerrel", told) >= {"readers", "has read", "ledger"}
    sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert knows_of_it(cast, "samira", told) == EVERYWHERE


def test_what_is_shared_in_danger_a_colleague_looks_at_the_next_day(cast: Cast) -> None:
    danger = asked(cast, cast.tells("samira", WORDS), ground="danger", words="Hij staat voor de deur.\nNu.")
    [shared] = share(cast, danger)
    [one] = ledger(cast)
    assert one.look_on == TODAY + timedelta(days=1)
    with pytest.raises(Invalid):
        _looks(cast, "jerrel", shared)
    _looks(cast, "ayse", shared)
    [seen] = ledger(cast)
    assert seen.look_on is None
    assert [answer.words for answer in seen.answers] == ["Dit was nodig."]
    assert ledger(cast, "samira")[0].answers == ()


def test_what_a_colleague_looked_at_waits_no_more_once_its_teller_is_told(cast: Cast) -> None:
    untold = asked(
        cast,
        cast.tells("samira", WORDS),
        ground="danger",
        words="Hij staat voor de deur.\nNu.",
        told=False,
        not_told="Hij leest mee.",
        look_on=UNTIL,
    )
    [shared] = share(cast, untold)
    _joins(cast, "ayse")
    sharing.look_again(
        viewer=cast.viewer("ayse"), dossier=cast.dossier, sharing=shared, words="Goed.", look_on=UNTIL
    )
    sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert ledger(cast)[0].look_on is None


def test_what_nobody_looked_at_yet_waits_also_once_its_teller_is_told(cast: Cast) -> None:
    untold = asked(
        cast,
        cast.tells("samira", WORDS),
        ground="danger",
        words="Hij staat voor de deur.\nNu.",
        told=False,
        not_told="Hij leest mee.",
        look_on=UNTIL,
    )
    [shared] = share(cast, untold)
    sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert ledger(cast)[0].look_on == TODAY + timedelta(days=1)


def _looks(cast: Cast, name: str, shared: UUID) -> None:
    if name == "ayse":
        _joins(cast, name)
    sharing.look_again(viewer=cast.viewer(name), dossier=cast.dossier, sharing=shared, words="Dit was nodig.")


def _joins(cast: Cast, name: str) -> None:
    jerrel = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=jerrel,
        dossier=cast.dossier,
        account=cast.accounts[name].public_id,
        role="team",
        starts=jerrel.at,
    )


def test_a_correction_reaches_who_received_the_old_words(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    share(cast, asked(cast, told))
    corrections.correct(viewer=cast.viewer("samira"), entry=told, words="Noa slaapt weer goed.")
    assert ellen_reads(cast) == {"Noa slaapt weer goed."}


def test_a_file_that_was_given_stays_given_and_says_that_the_words_changed(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    [shared] = share(
        cast, asked(cast, told, way=PAPER, receiver=None, organisation="Huisarts Duin", ends=None)
    )
    assert ellen_reads(cast) == set()
    assert not ledger(cast)[0].corrected
    corrections.correct(viewer=cast.viewer("samira"), entry=told, words="Noa slaapt weer goed.")
    assert ledger(cast)[0].corrected
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert ledger(cast)[0].on_paper


def test_the_ledger_says_that_it_is_over_when_its_receiver_has_left(cast: Cast) -> None:
    share(cast, asked(cast, cast.tells("samira", WORDS)))
    jerrel = cast.viewer("jerrel")
    assert cast.dossier is not None
    [ellen] = [one for one in household(jerrel, cast.dossier).involved if one.capacity == "partner"]
    involvements.end(viewer=jerrel, involvement=ellen.entry, at=jerrel.at)
    [one] = ledger(cast)
    assert not one.runs
    assert one.last_day == TODAY


@pytest.mark.parametrize("by_law", [True, False])
def test_a_teller_ends_what_rests_on_their_yes_and_not_what_a_law_opened(cast: Cast, by_law: bool) -> None:
    told = cast.tells("samira", WORDS)
    share(cast, asked(cast, told) if by_law else with_yes(cast, told, consents=(yes(cast),)))
    openings.narrow(viewer=cast.viewer("samira"), entry=told, choice=cast.choice())
    assert ellen_reads(cast) == ({WORDS} if by_law else set())


def test_the_receiver_opens_it_to_nobody(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    share(cast, asked(cast, told))
    with pytest.raises(Refused):
        openings.widen(
            viewer=cast.viewer("ellen"), entry=told, readers=[cast.people["karim"]], how="teller_chose"
        )
    with pytest.raises(Refused):
        share(cast, asked(cast, told), by="ellen")
    assert not entry_page(cast.viewer("ellen"), told).owned


def test_what_was_given_to_who_leaves_runs_no_longer(cast: Cast) -> None:
    share(cast, asked(cast, cast.tells("samira", WORDS)))
    with upkeep():
        came = Involvement.objects.get(person=cast.rows["ellen"]).entry.public_id
    viewer = cast.viewer("jerrel")
    involvements.end(viewer=viewer, involvement=came, at=viewer.at)
    assert ellen_reads(cast) == set()
    assert not ledger(cast)[0].runs


def test_who_has_no_place_here_reads_nothing_in_naast(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, told, receiver=cast.people["karim"]))
    assert "receiver" in wrong.value.errors


def test_a_number_and_what_stays_inside_do_not_travel(cast: Cast) -> None:
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, yes(cast)))
    assert "entries" in wrong.value.errors
    with pytest.raises(Invalid):
        share(cast, asked(cast))


@pytest.mark.parametrize("where", ["in Naast", "as a file"])
def test_what_is_kept_secret_is_warned_of_before_it_goes_outside(cast: Cast, where: str) -> None:
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="address",
        value="Lindehof 12, Zwolle",
        guarded=True,
    )
    told = cast.tells("samira", "Wij wonen nu aan de Lindehof.")
    outside: dict[str, Any] = {"way": PAPER, "receiver": None, "organisation": "Huisarts Duin", "ends": None}
    more = {} if where == "in Naast" else outside
    with pytest.raises(Warned) as warned:
        share(cast, asked(cast, told, **more))
    assert list(warned.value.errors) == ["entries"]
    share(cast, asked(cast, told, guard_seen=True, **more))


def test_a_file_does_not_go_into_another_file(cast: Cast) -> None:
    upload = files.Upload("brief.txt", b"een huis", "Een brief van school")
    assert cast.dossier is not None
    drawn = files.add_file(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, upload=upload, circle=cast.choice()
    )
    outside: dict[str, Any] = {"way": PAPER, "receiver": None, "organisation": "Huisarts Duin", "ends": None}
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, drawn, **outside))
    assert "entries" in wrong.value.errors
    share(cast, asked(cast, drawn))


@pytest.mark.parametrize("before", ["in its circle", "by a share"])
def test_who_reads_it_already_is_given_nothing_more(cast: Cast, before: str) -> None:
    if before == "in its circle":
        told = cast.tells("samira", WORDS, "ellen")
    else:
        told = cast.tells("samira", WORDS)
        share(cast, asked(cast, told))
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, told))
    assert "entries" in wrong.value.errors


@pytest.mark.parametrize("ground", ["wams", "onzin"])
def test_a_ground_that_is_not_lawful_here_is_none(cast: Cast, ground: str) -> None:
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, cast.tells("samira", WORDS), ground=ground))
    assert "ground" in wrong.value.errors


@pytest.mark.parametrize("name", ["samira", "karim", "ayse"])
def test_only_the_team_shares_ends_and_tells(cast: Cast, name: str) -> None:
    told = cast.tells("samira", WORDS, "karim")
    [shared] = share(cast, asked(cast, told))
    viewer: Viewer = cast.viewer(name)
    for refused in (
        lambda: share(cast, asked(cast, told), by=name),
        lambda: sharing.end(viewer=viewer, dossier=cast.dossier, sharing=shared),
        lambda: sharing.tell(viewer=viewer, dossier=cast.dossier, sharing=shared),
    ):
        with pytest.raises(Refused):
            refused()


def test_a_day_that_is_over_ends_nothing_in_the_future(cast: Cast) -> None:
    yesterday: date = TODAY - timedelta(days=1)
    with pytest.raises(Invalid) as wrong:
        share(cast, asked(cast, cast.tells("samira", WORDS), ends=yesterday))
    assert "ends" in wrong.value.errors
