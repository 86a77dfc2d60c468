import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.words import LONGEST_WORD, fold, index_text, plain_words, query_terms


def finds(q: str, text: str) -> bool:
    """As access/search.py compares them."""
    terms = query_terms(q)
    return bool(terms) and all(f" {term}" in index_text(text) for term in terms)


@pytest.mark.parametrize(
    ("q", "text"),
    [
        ("gezin", "De gezinnen kwamen samen."),
        ("gezinnen", "Het hele gezin."),
        ("gezinnen", "De gezinsvoogd belde."),
        ("school", "Op het schoolplein."),
        ("kinderen", "Een kind."),
        ("ophalen", "Hij heeft ze opgehaald."),
        ("opgehaald", "Bij het ophalen ging het mis."),
        ("sloeg", "Er is geslagen."),
        ("lopen", "Zij liep weg."),
        ("gelopen", "Wij lopen nu."),
        ("huizen", "In huis."),
        ("boze", "Hij was boos."),
        ("foto's", "Een foto van oma."),
        ("fotos", "Een foto van oma."),
        ("foto", "De foto's van oma."),
    ],
)
def test_a_word_is_found_in_every_form(q: str, text: str) -> None:
    assert finds(q, text)


@pytest.mark.parametrize(
    ("q", "text"),
    [
        ("Samira", "Samira's moeder"),
        ("samiras", "Samira zei niets."),
        ("Yusuf", "yusufs fiets"),
        ("had", "Mevrouw Haddad"),
        ("Wil", "Wilma en Karim"),
        ("linden", "Van der Linden"),
        ("de vries", "J. de Vries"),
        ("Ancona", "Mevrouw d'Ancona"),
        ("d'Ancona", "Mevrouw d’Ancona"),
        ("Jansen", "Smit-Jansen"),
        ("smit-jansen", "Mevrouw Smit Jansen"),
    ],
)
def test_a_name_is_found_whatever_it_means_as_a_word(q: str, text: str) -> None:
    assert finds(q, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ayşe", "Ayse"),
        ("reünie", "reunie"),
        ("reünies", "reunies"),
        ("coördinator", "COORDINATOR"),
        ("Żywiałowska", "zywialowska"),
        ("İnönü", "inonu"),
        ("cafe\u0301", "café"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_accents_and_capitals_make_no_difference_either_way(one: str, other: str) -> None:
    assert finds(one, other)
    assert finds(other, one)


@pytest.mark.parametrize("text", ["مرحبا", "हिन्दी", "Ελλάδα", "йод", "ሰላም", "你好", "😡", "✂"])
def test_other_scripts_and_pictures_are_found_as_they_are(text: str) -> None:
    assert query_terms(text) == [text.lower()]
    assert finds(text, f"Zij schreef {text}.")


def test_a_sign_of_another_script_is_not_an_accent() -> None:
    assert fold("йод") != fold("иод")


@pytest.mark.parametrize(
    ("q", "terms"),
    [
        ("", []),
        ("  ?! … -- ' ", []),
        ("100% _x_ \\", ["100", "x"]),
        ("Noa, Noa; NOA", ["noa"]),
        ("06-12345678", ["06", "12345678"]),
        ("ex-partner", ["ex", "partner"]),
        ("\x00\ud800", []),
    ],
)
def test_punctuation_is_not_looked_for(q: str, terms: list[str]) -> None:
    assert query_terms(q) == terms


def test_a_word_with_a_hyphen_is_found_in_one_and_in_two() -> None:
    assert finds("expartner", "haar ex-partner")
    assert finds("ex partner", "haar ex-partner")
    assert finds("0612345678", "06-12345678")


@pytest.mark.parametrize(
    ("q", "text"),
    [("moeder", "moe"), ("gezin", "zin"), ("slaan", "slapen"), ("oma", "Ome is weg")],
)
def test_another_word_is_not_found(q: str, text: str) -> None:
    assert not finds(q, text)


def test_the_forms_of_an_auxiliary_stay_what_was_typed() -> None:
    assert query_terms("had was kan Ben") == ["had", "was", "kan", "ben"]


def test_the_index_holds_each_word_once_between_spaces() -> None:
    assert index_text("Noa, noa en NOA.") == " noa en "
    assert index_text(" … ") == ""


def test_a_word_without_end_is_cut_and_still_found() -> None:
    assert finds("x" * 300, "y " + "x" * 400)
    assert max(map(len, index_text("x" * 400).split())) == LONGEST_WORD
    assert finds("a-" * 100, "a-" * 100)


def test_plain_words_keep_the_order_of_the_text() -> None:
    assert plain_words("Toen zei Ayşe: 'Ex-partner, kom!' Kom.") == [
        "toen",
        "zei",
        "ayse",
        "ex",
        "partner",
        "kom",
        "kom",
    ]


@pytest.mark.parametrize("text", ["woord ", "x", "a-", "é'", "zin 12 😡 "])
def test_the_longest_entry_is_indexed_within_a_second(text: str) -> None:
    index_text("eerst de woordenlijst laden")
    begun = time.process_time()
    index_text(text * (200_000 // len(text)))
    assert time.process_time() - begun < 1


@given(st.text(max_size=60))
def test_every_text_finds_itself(text: str) -> None:
    assert not query_terms(text) or finds(text, text)


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12), st.text("aeiou", min_size=1, max_size=3)
)
def test_the_beginning_of_an_unknown_word_finds_it(beginning: str, ending: str) -> None:
    name = f"{beginning}qx{ending}"
    assert finds(f"{beginning}qx", name)


@given(st.text(max_size=200))
def test_an_index_is_words_with_single_spaces(text: str) -> None:
    words = index_text(text)
    assert words == "" or words == f" {' '.join(words.split(' ')[1:-1])} "
    assert "  " not in words
