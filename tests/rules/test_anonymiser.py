"""No word that says whose a text is gets through; what was taken out is shown, and what may be a name besides."""

import re
import unicodedata
from datetime import date
from string import ascii_letters

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from naast.rules.address_guard import Fact
from naast.rules.anonymiser import (
    DATE,
    MAIL,
    NUMBER,
    OTHER,
    PERSON,
    Anonymous,
    Known,
    anonymise,
)
from naast.rules.spelling import PREFIXES

SAY = {
    PERSON: "persoon",
    OTHER: "weggelaten",
    DATE: "datum",
    NUMBER: "nummer",
    MAIL: "mailadres",
    "address": "adres",
    "town": "plaats",
    "school": "school",
}
LABEL = re.compile(r"\[[^\]]*\]")
# names as they are in the Netherlands: double, with particles, Dutch words, from everywhere, with capitals inside
GIVEN = [
    "Anne-Fleur", "Roos", "Wil", "Storm", "Bo", "Jan Willem", "Zoë", "Björn", "Mohammed Amin", "Şeyma", "Ağa",
    "Nguyễn", "D'Angelo", "Jean-Luc", "IJsbrand", "Łukasz", "Al", "Mercedes", "Mei", "Van", "Thijs",
]  # fmt: skip
FAMILY = [
    "van der Berg", "de Boer", "Jansen-de Vries", "van 't Hof", "O'Brien", "McDonald", "El Idrissi", "'t Hart",
    "ter Haar", "de Jong", "Bos", "van den Heuvel-van Dijk", "Ben Ali", "Le Fèvre", "dos Santos", "Uit den Boogaard",
    "d'Ancona", "Öztürk", "Bakker", "in 't Veld", "Yılmaz",
]  # fmt: skip
WORDS = [
    "ze", "belde", "gisteren", "en", "zei", "dat", "het", "weer", "mis", "ging", "toen", "hij", "thuiskwam", "de",
    "kinderen", "sliepen", "al", "maar", "werden", "wakker", "van", "het", "geschreeuw", "in", "de", "gang",
]  # fmt: skip
DAY = (
    "3 mei 2019",
    "3-5-2019",
    "03/05/19",
    "2019-05-03",
    "drie mei",
    "3 mei",
    "derde mei 2019",
    "mei 2019",
    "3.5.2019",
)
NUMBERS = (
    "06-12345678", "0612345678", "+31 6 1234 5678", "038 - 421 12 34", "123456782", "8011 AB", "8011ab", "12-AB-3C",
    "NL91 ABNA 0417 1643 00", "a.b@c.nl", "www.iets.nl/wie",
)  # fmt: skip


def without(
    text: str, *people: tuple[str, ...], facts: tuple[Fact, ...] = (), besides: tuple[str, ...] = ()
) -> Anonymous:
    return anonymise(text, Known(people, facts, besides), SAY)


def plain(text: str) -> list[str]:
    """Runs of letters, lower case and without accents: written apart from how the rule reads."""
    found = unicodedata.normalize("NFKD", text.casefold())
    found = "".join(sign for sign in found if not unicodedata.combining(sign))
    return re.findall(r"[^\W\d_]+", found.translate(str.maketrans({"ł": "l", "ı": "i", "ø": "o"})))


def saying(name: str) -> set[str]:
    """The parts of a name that say who it is."""
    parts = [part for part in plain(name) if len(part) > 1]
    return {part for part in parts if part not in PREFIXES}


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as somebody may write it: whole or a part, any case, with something stuck to it."""
    parts = [part for part in re.split(r"\s", name) if saying(part)]
    text = draw(st.sampled_from([name, *parts]))
    text = draw(
        st.sampled_from([text, text.upper(), text.lower(), text.title(), unicodedata.normalize("NFD", text)])
    )
    return text + draw(st.sampled_from(["", "s", "'s", "’s", "-gedoe", ",", ".", "!", " en"]))


@st.composite
def told(draw: st.DrawFn) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """A household and a text in which its names stand."""
    given = draw(st.lists(st.sampled_from(GIVEN), min_size=1, max_size=4, unique=True))
    people = tuple((one, draw(st.sampled_from(FAMILY))) for one in given)
    names = [name for person in people for name in person if saying(name)]
    pieces = draw(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(DAY)), min_size=2, max_size=10))
    pieces += (
        [draw(written(draw(st.sampled_from(names)))) for _ in range(draw(st.integers(1, 5)))] if names else []
    )
    return " ".join(draw(st.permutations(pieces))), people


@given(told())
@example(("Wil wil dat wil.", (("Wil", "de Boer"),)))
@example(("VAN DER BERG kwam van de berg", (("Anne", "van der Berg"),)))
@example(("ijsbrand IJSBRAND IJsbrand", (("IJsbrand", "Bos"),)))
def test_no_part_of_any_name_gets_through(world: tuple[str, tuple[tuple[str, ...], ...]]) -> None:
    text, people = world
    left = set(plain(LABEL.sub(" ", without(text, *people).text)))
    for name in (name for person in people for name in person):
        for part in saying(name):
            assert part not in left
            assert f"{part}s" not in left


@given(
    st.lists(st.text(ascii_letters, min_size=3, max_size=12), min_size=1, max_size=5), st.text(max_size=80)
)
def test_no_name_at_all_gets_through_whatever_stands_around_it(names: list[str], around: str) -> None:
    text = f" {around} ".join(names)
    left = set(plain(LABEL.sub(" ", without(text, tuple(names)).text)))
    assert not {part for name in names for part in saying(name)} & left


@pytest.mark.parametrize("day", DAY)
def test_a_date_is_taken_out_in_every_spelling(day: str) -> None:
    assert without(f"Het gebeurde {day}.").text in ("Het gebeurde [datum].", "Het gebeurde [datum] [datum].")


@given(
    st.dates(date(1930, 1, 1), date(2029, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m"]),
)
def test_no_day_in_digits_gets_through(day: date, form: str) -> None:
    assert not re.search(r"\d", without(f"Op {day.strftime(form)} was het mis.").text)


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_plates_and_mail_are_taken_out(number: str) -> None:
    found = without(f"Bereikbaar op {number} vandaag.").text
    assert number not in found
    assert not re.search(r"\d", found)


@pytest.mark.parametrize(
    ("fact", "text", "label"),
    [
        (Fact("street", "Lindehof 12"), "Zij woont op de lindehof.", "[adres]"),
        (Fact("school", "Basisschool De Brug"), "Hij zit op de brug.", "[school]"),
        (Fact("place", "Ede"), "Zij vluchtte uit Ede.", "[plaats]"),
        (Fact("new_name", "Linde Vos"), "Nu heet zij Linde Vos.", "[weggelaten]"),
    ],
)
def test_what_is_known_of_where_they_are_is_taken_out_also_without_a_capital(
    fact: Fact, text: str, label: str
) -> None:
    assert label in without(text, facts=(fact,)).text


def test_one_human_is_one_letter_however_they_are_named() -> None:
    found = without(
        "Roos van der Berg belde. Roosje huilt; Roos' moeder niet. Jan wel.",
        ("Roos", "van der Berg", "Roosje"),
        ("Jan",),
    )
    assert found.text == "[persoon A] belde. [persoon A] huilt; [persoon A]' moeder niet. [persoon B] wel."


def test_a_family_name_belongs_to_who_is_named_before_it() -> None:
    family = ("Jan", "van der Berg"), ("Roos", "van der Berg")
    assert without("Jan van der Berg en Roos van der Berg.", *family).text == "[persoon A] en [persoon B]."


def test_letters_go_by_who_is_named_first() -> None:
    assert without("Bo belde Jan, Jan belde Bo.", ("Jan",), ("Bo",)).text == (
        "[persoon A] belde [persoon B], [persoon B] belde [persoon A]."
    )


def test_it_shows_what_was_taken_out_as_it_stood() -> None:
    found = without("Karim belde op 3 mei.", ("Karim",))
    assert [(one.words, one.label) for one in found.removed] == [
        ("Karim", "[persoon A]"),
        ("3 mei", "[datum]"),
    ]


def test_a_slip_of_the_pen_is_taken_out_and_a_dutch_word_beside_it_stays() -> None:
    assert "Samirra" not in without("Samirra belde.", ("Samira",)).text
    assert without("Hij is marien bioloog.", ("Marjen",)).text == "Hij is marien bioloog."


def test_a_particle_stays_where_it_is_no_name() -> None:
    assert (
        without("Ze kwam van de trap en de deur.", ("Anne", "van de Berg")).text
        == "Ze kwam van de trap en de deur."
    )


def test_what_may_be_a_name_is_said_and_one_click_takes_it_out() -> None:
    text = "Gisteren was Fatma bij de Hema. Zij zag niets."
    found = without(text)
    assert found.maybe == ("Fatma", "Hema")
    assert (
        without(text, besides=found.maybe).text
        == "Gisteren was [weggelaten] bij de [weggelaten]. Zij zag niets."
    )
    assert without(text, besides=found.maybe).maybe == ()


def test_where_the_word_for_a_person_is_a_name_only_the_letter_stands_there() -> None:
    assert without("Daar is Persoon.", ("Persoon",)).text == "Daar is [A]."


@given(st.text(max_size=200))
def test_a_text_in_which_nothing_is_known_stays_as_long_as_it_says_nothing(text: str) -> None:
    found = without(text)
    if not found.removed:
        assert found.text == text


def test_more_people_than_letters_are_still_told_apart() -> None:
    people = tuple((f"Naam{letter}{other}x",) for letter in "abcdef" for other in "ghijk")
    found = without(" ".join(name for (name,) in people), *people)
    assert len(set(LABEL.findall(found.text))) == len(people) == 30
