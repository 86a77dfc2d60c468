"""What a teller does with words that were shared before they are told of it: all goes as if they were not shared."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from tests.actions.test_guard import ADDRESS, HINT, note, notices
from tests.actions.test_sharing import UNTIL, WORDS, asked, ellen_reads, knows_of_it, share
from tests.cast import Cast, samira_and_karim

from naast.access.entry_page import entry as entry_page
from naast.actions import corrections, entries, openings, sharing
from naast.actions.act import Invalid, Warned

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def _untold(cast: Cast, told: UUID) -> UUID:
    [shared] = share(cast, asked(cast, told, told=False, not_told="Nog niet.", look_on=UNTIL))
    return shared


def test_who_is_not_told_yet_lets_the_receiver_read_it_as_if_nothing_were_shared(cast: Cast) -> None:
    """Else that nothing came of it would tell them; and it stays what they opened, after the share."""
    told = cast.tells("samira", WORDS)
    shared = _untold(cast, told)
    samira = cast.viewer("samira")
    openings.widen(viewer=samira, entry=told, readers=[cast.people["ellen"]], how="teller_chose")
    assert "readers" in knows_of_it(cast, "samira", told)
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert ellen_reads(cast) == {WORDS}


def test_who_is_not_told_yet_cannot_keep_the_receiver_as_a_reader(cast: Cast) -> None:
    """As where nothing is shared: that it could be done would tell them."""
    told = cast.tells("samira", WORDS)
    _untold(cast, told)
    with pytest.raises(Invalid) as wrong:
        openings.narrow(viewer=cast.viewer("samira"), entry=told, choice=cast.choice("ellen"))
    assert "readers" in wrong.value.errors
    assert ellen_reads(cast) == {WORDS}


@pytest.mark.parametrize("is_told", [True, False])
def test_who_corrects_it_is_warned_for_the_sake_of_a_receiver_only_where_they_know_of_them(
    cast: Cast, is_told: bool
) -> None:
    """Else the warning would tell them. The receiver waits for the team, without a word to the writer."""
    note(cast, "samira", "address", ADDRESS)
    told = cast.tells("samira", WORDS)
    if is_told:
        share(cast, asked(cast, told))
    else:
        _untold(cast, told)
    correct = partial(corrections.correct, viewer=cast.viewer("samira"), entry=told, words=HINT)
    if is_told:
        with pytest.raises(Warned):
            correct()
        return
    correct()
    assert ellen_reads(cast) == {WORDS}
    assert len(list(notices(cast))) == 1


@pytest.mark.parametrize("is_told", [True, False])
def test_an_answer_of_the_receiver_is_for_the_team_until_its_teller_is_told(
    cast: Cast, is_told: bool
) -> None:
    told = cast.tells("samira", WORDS)
    if is_told:
        share(cast, asked(cast, told))
    else:
        _untold(cast, told)
    entries.answer(viewer=cast.viewer("ellen"), entry=told, words="Op school ook.")
    for name, reads in (("samira", is_told), ("jerrel", True), ("ellen", True)):
        answers = entry_page(replace(cast.viewer(name), asked_confidential=True), told).told.answers
        assert [answer.words for answer in answers] == ["Op school ook."] * reads, name
