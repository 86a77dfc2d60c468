"""The network circle: whose it is, who reads it, and that what is so now stands for what was."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import network as reading
from naast.access.viewer import Viewer
from naast.actions import network, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.network import Asked
from naast.rules.network import ASKED, NO, NOT_ASKED, YES

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def note(
    cast: Cast, who: str, *readers: str, by: str = "jerrel", teller: str = "", asked: Asked | None = None
):  # type: ignore[no-untyped-def]
    return network.note(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        person=cast.people[who],
        asked=asked or Asked(1, NOT_ASKED),
        choice=cast.choice(*readers),
        teller=cast.people[teller] if teller else None,
    )


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.NetworkPage:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    return reading.network(seen, cast.dossier)


def said(page: reading.NetworkPage) -> list[tuple[str, list[tuple[str, int, str]]]]:
    return [
        (found.of.label if found.of else "", [(one.face.label, one.ring, one.answer) for one in found.around])
        for found in page.networks
    ]


def test_each_has_a_circle_of_their_own_beside_that_of_the_household(cast: Cast) -> None:
    note(cast, "yusuf", asked=Asked(3, YES))
    note(cast, "yusuf", teller="samira", asked=Asked(2, ASKED))
    note(cast, "noa", teller="samira", asked=Asked(1, NO))
    assert said(page(cast, "jerrel")) == [
        ("", [("Yusuf", 3, YES)]),
        ("Samira", [("Noa", 1, NO), ("Yusuf", 2, ASKED)]),
    ]


def test_who_stands_in_it_reads_it_only_where_they_were_chosen(cast: Cast) -> None:
    note(cast, "yusuf", teller="samira")
    assert said(page(cast, "yusuf")) == []
    assert said(page(cast, "samira")) == [("Samira", [("Yusuf", 1, NOT_ASKED)])]


def test_over_the_shoulder_it_holds_who_everybody_may_know_of(cast: Cast) -> None:
    note(cast, "yusuf", teller="samira")
    note(cast, "noa", *EVERYBODY, teller="samira")
    assert said(page(cast, "samira", asked=False)) == [("Samira", [("Noa", 1, NOT_ASKED)])]


def test_what_is_so_now_takes_the_place_of_what_was_for_the_same_readers(cast: Cast) -> None:
    entry = note(cast, "yusuf", teller="samira")
    network.change(viewer=cast.viewer("jerrel"), supporter=entry, asked=Asked(2, YES, "Hij haalt Noa op."))
    for name in ("jerrel", "samira"):
        assert said(page(cast, name)) == [("Samira", [("Yusuf", 2, YES)])], name
    assert said(page(cast, "karim")) == []


def test_who_was_first_is_told_to_the_second(cast: Cast) -> None:
    entry = note(cast, "yusuf")
    network.change(viewer=cast.viewer("jerrel"), supporter=entry, asked=Asked(2, YES))
    with pytest.raises(Conflict):
        network.change(viewer=cast.viewer("jerrel"), supporter=entry, asked=Asked(3, NO))


def test_nobody_stands_in_one_circle_twice(cast: Cast) -> None:
    note(cast, "yusuf", teller="samira")
    note(cast, "yusuf")
    with pytest.raises(Invalid) as wrong:
        note(cast, "yusuf", teller="samira")
    assert wrong.value.errors.keys() == {"person"}


@pytest.mark.parametrize(("asked", "field"), [(Asked(4, YES), "ring"), (Asked(1, "maybe"), "answer")])
def test_what_can_not_be_is_said_at_its_field(cast: Cast, asked: Asked, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        note(cast, "yusuf", asked=asked)
    assert wrong.value.errors.keys() == {field}


def test_nobody_is_their_own_network(cast: Cast) -> None:
    with pytest.raises(Invalid):
        note(cast, "samira", teller="samira")


@pytest.mark.parametrize("name", ["ayse", "samira"])
def test_only_the_team_of_the_household_writes_it_down(cast: Cast, name: str) -> None:
    with pytest.raises(Refused):
        note(cast, "yusuf", by=name)


def test_the_same_words_again_are_copied_from_nowhere_and_stay_kept_from_whom_they_were(cast: Cast) -> None:
    words = "Zij haalt de kinderen elke vrijdag op en belt daarna met Samira."
    old = note(cast, "noa", "samira", "karim", asked=Asked(1, ASKED, words))
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=old,
    )
    network.change(viewer=cast.viewer("jerrel"), supporter=old, asked=Asked(1, YES, words))
    assert said(page(cast, "samira")) == [("", [("Noa", 1, YES)])]
    assert said(page(cast, "karim")) == []
