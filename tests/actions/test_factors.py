"""Worries and strengths: whose words they are, who reads them, and that nobody's are written over."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import factors as reading
from naast.access.viewer import Viewer
from naast.actions import corrections, factors
from naast.actions.act import Invalid, Refused
from naast.actions.entries import Passage
from naast.rules.factors import PROTECTION, RISK, STRENGTH, WORRY

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def note(cast: Cast, by: str, sort: str, words: str, *readers: str, teller: str = ""):  # type: ignore[no-untyped-def]
    passage = Passage(words, "", cast.choice(*readers), cast.people[teller] if teller else None)
    return factors.note(viewer=cast.viewer(by), dossier=cast.dossier, sort=sort, passage=passage)


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.FactorsPage:
    viewer = cast.viewer(name)
    seen = Viewer(viewer.account, viewer.human, viewer.capacity, viewer.at, asked_confidential=asked)
    return reading.factors(seen, cast.dossier)


def words(side: tuple[reading.Named, ...]) -> list[str]:
    return [one.line.words for one in side]


def test_a_worry_stands_on_one_side_and_what_helps_on_the_other(cast: Cast) -> None:
    note(cast, "jerrel", RISK, "Schulden.")
    note(cast, "jerrel", PROTECTION, "Oma is er na school.")
    note(cast, "samira", WORRY, "Het ophalen.")
    note(cast, "samira", STRENGTH, "Wij praten weer.")
    found = page(cast, "jerrel")
    assert words(found.worries) == ["Het ophalen.", "Schulden."]
    assert words(found.strengths) == ["Wij praten weer.", "Oma is er na school."]


def test_what_somebody_tells_alone_is_read_by_them_and_the_team(cast: Cast) -> None:
    note(cast, "samira", WORRY, "Hij drinkt weer.")
    for name in ("samira", "jerrel"):
        assert words(page(cast, name).worries) == ["Hij drinkt weer."], name
    for name in ("karim", "yusuf"):
        assert page(cast, name).named == (), name


def test_over_the_shoulder_it_holds_what_everybody_reads(cast: Cast) -> None:
    note(cast, "samira", WORRY, "Hij drinkt weer.")
    note(cast, "samira", STRENGTH, "Oma helpt.", *EVERYBODY)
    assert words(page(cast, "samira", asked=False).named) == ["Oma helpt."]


def test_what_the_team_thinks_is_an_opinion_and_what_others_say_a_telling_in_their_words(cast: Cast) -> None:
    note(cast, "jerrel", RISK, "Schulden.")
    note(cast, "jerrel", STRENGTH, "Ik loop weg als ik boos word.", teller="karim")
    note(cast, "samira", WORRY, "Het ophalen.")
    found = {one.line.words: (one.line.nature, one.line.quoted) for one in page(cast, "jerrel").named}
    assert found == {
        "Schulden.": ("opinion", False),
        "Ik loop weg als ik boos word.": ("telling", True),
        "Het ophalen.": ("telling", True),
    }


def test_a_correction_stays_what_it_was_and_takes_the_place_of_the_older_words(cast: Cast) -> None:
    entry = note(cast, "samira", WORRY, "Het ophalen.", *EVERYBODY)
    corrections.correct(viewer=cast.viewer("samira"), entry=entry, words="Het ophalen op vrijdag.")
    assert [(one.sort, one.line.words) for one in page(cast, "karim").named] == [
        (WORRY, "Het ophalen op vrijdag.")
    ]


def test_a_correction_in_confidence_leaves_the_older_words_for_who_read_those(cast: Cast) -> None:
    entry = note(cast, "samira", WORRY, "Het ophalen.", *EVERYBODY)
    corrections.correct(
        viewer=cast.viewer("samira"), entry=entry, words="Hij bedreigt mij dan.", choice=cast.choice()
    )
    assert words(page(cast, "karim").worries) == ["Het ophalen."]
    assert words(page(cast, "jerrel").worries) == ["Hij bedreigt mij dan."]


@pytest.mark.parametrize(("sort", "said", "field"), [("danger", "Iets.", "sort"), (WORRY, "  ", "words")])
def test_what_is_missing_is_said_at_its_field(cast: Cast, sort: str, said: str, field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        note(cast, "jerrel", sort, said)
    assert wrong.value.errors.keys() == {field}


def test_a_worker_of_another_team_notes_nothing(cast: Cast) -> None:
    with pytest.raises(Refused):
        note(cast, "ayse", WORRY, "Iets.")


def test_a_resident_tells_nothing_in_somebody_else_s_name(cast: Cast) -> None:
    note(cast, "samira", WORRY, "Ik drink te veel.", teller="karim")
    (one,) = page(cast, "jerrel").named
    assert one.line.teller is not None
    assert one.line.teller.label == "Samira"
