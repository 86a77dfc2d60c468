import random
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from naast.rules.address_guard import SHORTEST_WITH_MISTAKE, Fact, Place, find, overlapping
from naast.rules.copied_sentence import MOST_SENTENCES, SHORTEST_COPIED, holds, sentences
from naast.rules.guarded_spellings import STREETS, spellings
from naast.rules.relations import CONTACT_TYPES
from naast.rules.words import index_text, is_dutch

LETTERS = "abcdefghijklmnopqrstuvwxz"


def found(kind: str, value: str, text: str) -> list[str]:
    """What in the text names the fact."""
    return [text[place.start : place.end] for place in find(text, [Fact(kind, value)])]


def names(kind: str, value: str, text: str) -> bool:
    return bool(found(kind, value, text))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Lindehof 12", "Zij woont nu Lindehof 12."),
        ("Lindehof 12", "ergens op de lindehof"),
        ("Lindehof 12", "LINDEHOF 12-bis"),
        ("Lindehof 12", "lindehof12a"),
        ("Lindehof 12", "Linde-hof nr. 12"),
        ("Lindehof 12", "de Linde hof"),
        ("Lindehof 12", "l i n d e h o f"),
        ("Lindehof 12", "Lin\u00addehof"),
        ("Kerkstraat 3a", "Kerkstr. 3"),
        ("Kerkstraat 3a", "Kerk straat"),
        ("Kerkstr. 3", "in de Kerkstraat"),
        ("Burgemeester Jansenlaan 5", "Burg. Jansenlaan 5"),
        ("Burgemeester Jansenlaan 5", "bgm jansenln"),
        ("Burgemeester Jansenlaan 5", "op de Jansenlaan"),
        ("Van der Helststraat 100", "v.d. Helststraat"),
        ("2e Kerkstraat 7", "Tweede Kerkstraat"),
        ("Tweede Kerkstraat 7", "de 2e Kerkstr."),
        ("St. Jansweg 1", "Sint Jansweg"),
        ("IJsselweg 4", "Ysselweg"),
        ("Ysselweg 4", "de IJsselweg"),
        ("Coehoornsingel 1", "Coëhoornsingel"),
        ("Linde 3", "op de Linde"),
        ("Linde 3", "linde 3, achterom"),
        ("Dam 7", "Dam nummer 7"),
        ("Lindehof 12, 1234 AB Zwolle", "in Zwolle"),
        ("Lindehof 12, 1234 AB Zwolle", "1234ab"),
        ("Lindehof 12\n1234 AB Zwolle", "aan de Lindehof"),
    ],
)
def test_an_address_is_found_in_its_usual_spellings(value: str, text: str) -> None:
    assert names("street", value, text)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("postcode", "1234 AB", "postcode 1234"),
        ("postcode", "1234AB", "1234 ab"),
        ("postcode", "2011 EN", "woont op 2011EN"),
        ("place", "Zwolle", "Ze zit in zwolle"),
        ("place", "Zwolle", "Zwolle"),
        ("place", "Den Haag", "'s-Gravenhage"),
        ("place", "'s-Hertogenbosch", "Den Bosch"),
        ("phone", "06-12345678", "0612345678"),
        ("phone", "06-12345678", "+31 6 12 34 56 78"),
        ("phone", "06-12345678", "0031612345678"),
        ("phone", "06-12345678", "+31 (0)6-1234 5678"),
        ("phone", "+31612345678", "06 - 12 345 678"),
        ("phone", "06-12345678", "bel 06 12345678 12 uur"),
        ("phone", "06-12345678", "٠٦١٢٣٤٥٦٧٨"),
        ("phone", "038/1234567", "038-123 45 67"),
        ("phone", "06-12345678 / 038-7654321", "0387654321"),
        ("phone", "+32 470 12 34 56", "0032470123456"),
        ("plate", "GV-123-B", "gv123b"),
        ("plate", "GV-123-B", "een GV 123 B"),
        ("school", "Basisschool De Regenboog", "op De Regenboog"),
        ("school", "Basisschool De Regenboog", "op school de regenboog"),
        ("school", "Basisschool De Regenboog", "de Regenboogschool"),
        ("school", "OBS De Brug", "naar de Brug"),
        ("doctor", "dr. P. Żywiałowska", "dokter zywialowska"),
        ("doctor", "Huisartsenpraktijk De Vries, Kerkstraat 4", "huisarts de Vries"),
        ("doctor", "Huisartsenpraktijk De Vries, Kerkstraat 4", "de Kerkstraat"),
        ("shelter", "Blijfhuis Oosterlicht", "in Oosterlicht"),
        ("work", "Bakkerij Van Dam", "bij bakkerij van Dam"),
        ("new_name", "Sara de Boer", "Sara de Boer"),
        ("email", "s.haddad@voorbeeld.example", "S.Haddad@voorbeeld.example"),
    ],
)
def test_every_sort_of_fact_is_found_in_its_usual_spellings(kind: str, value: str, text: str) -> None:
    assert names(kind, value, text)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("street", "Lindehof 12", "op de Lindenhof"),
        ("street", "Lindehof 12", "op de Lndehof"),
        ("street", "Lindehof 12", "op de Lidnehof"),
        ("street", "Lindehof 12", "op de L1ndehof"),
        ("street", "Kerkstraat 3", "in de Kerkstaat"),
        ("street", "Van der Helststraat 1", "van der Helsstraat"),
        ("place", "Amersfoort", "in Amersfort"),
        ("school", "Basisschool De Regenboog", "op basisschool De Regnboog"),
        ("phone", "06-12345678", "06-12345768"),
        ("phone", "06-12345678", "+31 6 1234 567"),
        ("plate", "GV-123-B", "GV-132-B"),
        ("postcode", "1234 AB", "1243 AB"),
        ("shelter", "Oosterlicht", "in Oosterlich"),
    ],
)
def test_one_typing_mistake_hides_nothing(kind: str, value: str, text: str) -> None:
    assert names(kind, value, text)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("street", "Linde 3", "onder de linden"),
        ("street", "Linde 3", "een oude linde in de tuin"),
        ("street", "Linde 3", "wij winden ons op"),
        ("street", "Dam 7", "Hij bouwt een dam."),
        ("street", "Dam 7", "Hij is 7 en heet Damian."),
        ("street", "Lindehof 12", "Noa is 12."),
        ("street", "Lindehof 12", "Lindehoven"),
        ("street", "Plein 3", "op het plein"),
        ("place", "Ede", "ene keer, of ode"),
        ("place", "Leiden", "Dat kan tot ruzie leiden."),
        ("place", "Houten", "een houten deur, hij wilde hem houden"),
        ("place", "Best", "Het gaat best goed."),
        ("place", "IJ", "Ij"),
        ("school", "OBS De Brug", "We liepen over de brug."),
        ("school", "Basisschool De Regenboog", "Ze tekende een regenboog."),
        ("school", "Basisschool", "op de Basisschool"),
        ("postcode", "2011 EN", "sinds 2011 en daarna"),
        ("postcode", "2011 EN", "sinds 2012 en daarna"),
        ("postcode", "1234 AB", "1234 euro"),
        ("phone", "06-12345678", "061"),
        ("phone", "06-12345678", "06-87654321"),
        ("phone", "06-12345678", "12 34 56"),
        ("work", "Bakkerij Van Dam", "Hij is bakker."),
        ("new_name", "Roos", "een roos voor mama"),
        ("doctor", "Huisarts", "Ze belde de huisarts."),
        ("street", "", "niets"),
        ("phone", "geen", "Hij heeft geen telefoon."),
    ],
)
def test_another_word_or_number_is_let_pass(kind: str, value: str, text: str) -> None:
    assert not names(kind, value, text)


def test_a_place_says_where_in_the_text_it_stands_and_which_facts_it_names() -> None:
    text = "Naar Lindehof 12."
    facts = [Fact("street", "Lindehof 12"), Fact("phone", "0612345678"), Fact("street", "Lindehof 14")]
    places = {(text[place.start : place.end], place.facts) for place in find(text, facts)}
    assert places == {("Lindehof", frozenset({0, 2})), ("Lindehof 12", frozenset({0}))}


def test_a_place_covers_what_lies_within_it() -> None:
    whole, part = Place(0, 9, frozenset()), Place(2, 9, frozenset())
    assert whole.covers(part)
    assert whole.covers(whole)
    assert not part.covers(whole)


def test_places_that_share_words_are_taken_together() -> None:
    facts = [Fact("street", "Lindehof 12"), Fact("place", "Zwolle")]
    groups = overlapping(find("Van Lindehof 12 in Zwolle, en weer Lindehof 12.", facts))
    assert [len(group) for group in groups] == [2, 2, 2]
    assert list(overlapping([])) == []


def test_the_types_of_contact_data_that_can_be_noted_are_the_types_that_are_known_here() -> None:
    own = {*STREETS, "postcode", "place", "phone", "plate", "school", "new_name", "doctor", "shelter", "work"}
    assert own <= set(CONTACT_TYPES)


def test_the_town_of_the_team_tells_nothing() -> None:
    address = Fact("street", "Lindehof 12, 1234 AB Voorbeeldstad")
    assert not find("de gemeente Voorbeeldstad", [address], frozenset({"voorbeeldstad"}))
    assert find("de gemeente Voorbeeldstad", [address])
    # noted as a place of its own, somebody meant it
    assert find("in Voorbeeldstad", [Fact("place", "Voorbeeldstad")], frozenset({"voorbeeldstad"}))


def test_no_guarded_value_shows_in_a_repr() -> None:
    assert "Lindehof" not in repr(Fact("street", "Lindehof 12"))
    assert "linde" not in repr(spellings("street", "Lindehof 12"))


def _with_a_mistake(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    letter = rng.choice(LETTERS)
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            swapped,
        ]
    )


@given(st.text(LETTERS, min_size=SHORTEST_WITH_MISTAKE, max_size=14), st.randoms(use_true_random=False))
def test_any_name_is_found_with_any_one_mistake(name: str, rng: random.Random) -> None:
    assume(not is_dutch(name))
    mistaken = _with_a_mistake(name, rng)
    assume(not is_dutch(mistaken))
    for kind in ("shelter", "place", "school", "work"):
        # 'opvang' alone is what a thing is and no name
        assert not spellings(kind, name) or names(kind, name, f"Zij woont bij {mistaken} nu.")


@given(
    st.text(LETTERS, min_size=4, max_size=8),
    st.integers(1, 999),
    st.sampled_from([" ", "", "-", ". ", " nr "]),
)
def test_a_street_is_found_however_its_parts_are_put_together(name: str, number: int, between: str) -> None:
    assert names(
        "street",
        f"{name}straat {number}",
        f"Het is {name}{between.replace(' nr ', ' ')}straat{between}{number}.",
    )
    assert names("street", f"{name}straat {number}", f"Het is {name.upper()}STR. {number}")


@given(st.integers(0, 99_999_999), st.randoms(use_true_random=False))
def test_a_phone_number_is_found_with_spaces_anywhere(number: int, rng: random.Random) -> None:
    digits = f"06{number:08}"
    spaced = "".join(digit + rng.choice(["", "", " ", "-", "."]) for digit in digits)
    assert names("phone", digits, f"Bel {spaced}!")
    assert names("phone", spaced, f"Bel +31{digits[1:]}!")


@given(
    st.sampled_from(["street", "phone", "postcode", "school", "place", "new_name", "plate", "x"]),
    st.text(max_size=60),
    st.text(max_size=60),
)
def test_no_value_and_no_text_is_too_odd(kind: str, value: str, text: str) -> None:
    for place in find(text, [Fact(kind, value)]):
        assert 0 <= place.start < place.end <= len(text)


@pytest.mark.parametrize("text", ["Zij woont op de lindehoek nu. ", "a ", "1 ", "x", "lindehofa lindehog "])
def test_the_longest_entry_takes_as_much_longer_as_it_is_long(text: str) -> None:
    """Half a second on a quiet machine; a search that goes back for every word would take a hundred times as long."""
    facts = [Fact("street", f"Lindehof{letter} {number}") for number, letter in enumerate(LETTERS)]
    is_dutch("eerst de woordenlijst laden")

    def taken(length: int) -> float:
        begun = time.process_time()
        find(text * (length // len(text)), facts)
        return time.process_time() - begun

    assert taken(200_000) < 60 * min(taken(20_000) for _ in range(3))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Ik weet het niet meer.", 0),
        ("Ik durfde niet te zeggen dat ik weg wilde.", 1),
        ("Samira zei: Ik durfde niet te zeggen dat ik weg wilde. Toen ging ze.", 1),
        ("Een twee drie vier vijf zes! Een, twee, drie, vier, vijf, zes?", 1),
        ("een twee drie vier vijf zes\nzeven acht negen tien elf twaalf", 2),
    ],
)
def test_only_a_long_sentence_can_be_copied(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_shortest_sentence_that_can_be_copied_has_six_words() -> None:
    assert SHORTEST_COPIED == 6
    assert not sentences("een twee drie vier vijf")
    assert sentences("een twee drie vier vijf zes")


def test_a_copied_sentence_is_found_whatever_the_stops_and_capitals() -> None:
    (sentence,) = sentences("Ik durfde niet te zéggen dat ik weg wilde")
    assert holds("Toen was het stil; ik durfde niet, te zeggen: dat ik weg wilde! En toen?", sentence)
    assert not holds("Ik durfde niet te zeggen dat hij weg wilde.", sentence)
    assert not holds("Ik durfde niet te zeggen dat ik weg wildebras", sentence)


def test_a_long_text_is_looked_for_by_its_longest_sentences() -> None:
    text = " ".join(f"een twee drie vier vijf zes{' extra' * number} nummer{number}." for number in range(80))
    found_ = sentences(text)
    assert len(found_) == MOST_SENTENCES
    assert len(found_[0].words) > len(found_[-1].words)


@given(st.lists(st.text("abcdé'- ", min_size=1, max_size=9), min_size=6, max_size=12))
def test_the_marks_of_a_sentence_stand_in_the_search_words_of_its_text(words: list[str]) -> None:
    text = " ".join(words)
    for sentence in sentences(text):
        assert holds(text, sentence)
        assert all(f" {mark} " in index_text(text) for mark in sentence.marks)
