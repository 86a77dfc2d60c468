"""How easy our own texts read, and that one that does not is found."""

import pytest

from naast.cli import check_readability, reading_ease
from naast.cli.check import CHECKS, SAYS


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("u", 1),
        ("leest", 1),
        ("oma", 2),
        ("idee", 2),
        ("ideeën", 3),
        ("nieuwe", 2),
        ("bekijken", 3),
        ("afspraak", 2),
        ("mooie", 2),
        ("radio", 3),
        ("e-mail", 2),
        ("pagina’s", 3),
        ("geïnteresseerd", 5),
        ("veiligheidsplan", 4),
        ("112", 1),
    ],
)
def test_syllables_are_counted_as_one_hears_them(word: str, count: int) -> None:
    assert reading_ease.syllables(word) == count


def test_a_text_falls_into_its_sentences() -> None:
    text = "Wie mag dit lezen? %(name)s zegt: “Dat kies ik zelf.” Daarna\nlezen <b>wij</b> het.\n\nVerder"
    assert [len(reading_ease.words(one)) for one in reading_ease.sentences(text)] == [4, 6, 4, 1]


def test_what_is_no_sentence_is_not_measured() -> None:
    assert reading_ease.measure(["Verder", "U kiest zelf."]).sentences == 1


def test_a_text_is_read_as_an_adult_and_as_a_child_reads_it() -> None:
    assert list(reading_ease.as_read("‹Ziet u|Zie je› het anders?")) == [
        "Ziet u het anders?",
        "Zie je het anders?",
    ]
    assert list(reading_ease.as_read("Wie leest dit?")) == ["Wie leest dit?"]


def test_the_ease_is_that_of_flesch_and_douma() -> None:
    measured = reading_ease.measure(["U kiest zelf wie dit leest.", "Wij vragen het u altijd."])
    assert (measured.sentences, measured.mean) == (2, 5.5)
    assert measured.ease == pytest.approx(206.84 - 0.77 * 100 * 13 / 11 - 0.93 * 5.5)


LONG = "Als u dat wilt dan kan het team u bellen op een dag die u kiest."
HARD = "Onaangekondigde veiligheidsmaatregelen veroorzaken ongemakkelijkheid."


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LONG, "16 words in one sentence, at most 12: portal/home"),
        ("Dat kan u altijd zelf aan het hele team vragen.", "words in a sentence on average"),
        (HARD, "Flesch-Douma"),
    ],
)
def test_a_text_that_became_too_hard_is_named(text: str, says: str) -> None:
    assert any(says in problem for problem in check_readability.too_hard([("portal/home", text)]))


def test_every_text_that_residents_read_is_measured_and_none_of_the_team_alone() -> None:
    homes = {home for home, _text in check_readability.texts()}
    assert {"portal/home", "portal/plan", "portal/sign_in", "portal/story", "documents", "ui"} <= homes
    assert not [home for home in homes if home.startswith(("staff", "actions"))]


def test_our_own_texts_hold_one_thought_a_sentence() -> None:
    assert check_readability.problems() == []


def test_the_check_prints_the_measure() -> None:
    assert "readability" in CHECKS
    assert "Flesch-Douma" in "".join(SAYS["readability"]())
