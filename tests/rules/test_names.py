import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.names import (
    NameUse,
    PersonName,
    family_name,
    formal_name,
    full_name,
    initials,
    list_name,
    short_name,
    sort_key,
    used_family_name,
)

ANNA = PersonName("Anna Maria", "van der", "Berg", gender="V")


def test_a_full_name_has_all_its_parts():
    assert full_name(ANNA) == "Anna Maria van der Berg"


@pytest.mark.parametrize(
    ("code", "title", "gender", "written"),
    [
        ("JH", "jonkheer", "V", "jonkvrouw Jo van Til"),
        ("JV", "jonkvrouw", "M", "jonkheer Jo van Til"),
        ("JH", "jonkheer", "M", "jonkheer Jo van Til"),
        ("B", "baron", "V", "Jo barones van Til"),
        ("B", "baron", "M", "Jo baron van Til"),
        ("BS", "barones", "M", "Jo baron van Til"),
        ("R", "ridder", "V", "Jo van Til"),
        ("R", "ridder", "M", "Jo ridder van Til"),
        ("G", "graaf", "O", "Jo graaf van Til"),
    ],
)
def test_a_title_stands_in_its_place_and_in_its_gender(code, title, gender, written):
    assert full_name(PersonName("Jo", "van", "Til", code, title, gender)) == written


@pytest.mark.parametrize(
    ("use", "written"),
    [
        (NameUse.OWN, "van der Berg"),
        (NameUse.PARTNER, "de Wit"),
        (NameUse.PARTNER_FIRST, "de Wit-van der Berg"),
        (NameUse.OWN_FIRST, "van der Berg-de Wit"),
    ],
)
def test_a_person_is_called_by_the_name_they_chose(use, written):
    name = PersonName("Anna Maria", "van der", "Berg", use=use).with_partner(PersonName("Bo", "de", "Wit"))
    assert used_family_name(name) == written
    assert formal_name(name) == f"A.M. {written}"
    assert short_name(name) == f"Anna {written}"


def test_without_a_known_partner_the_own_name_is_used():
    name = PersonName("Anna", "", "Berg", use=NameUse.PARTNER)
    assert used_family_name(name) == used_family_name(name.with_partner(None)) == "Berg"


def test_the_sign_for_unknown_is_not_a_name():
    assert full_name(PersonName(".", "", "Berg")) == "Berg"
    assert full_name(PersonName(".", "", ".")) == ""
    assert short_name(PersonName()) == list_name(PersonName()) == formal_name(PersonName()) == ""


def test_initials_keep_accents_and_count_a_hyphen_as_one():
    assert initials(PersonName("Élise anne-Marie (Bo)")) == "É.A."


def test_lists_are_sorted_without_prefix_case_and_accents():
    names = [PersonName("A", "", "Zand"), PersonName("B", "van", "Ömer"), PersonName("C", "de", "appel")]
    assert [list_name(name) for name in sorted(names, key=sort_key)] == [
        "appel, C de",
        "Ömer, B van",
        "Zand, A",
    ]


def test_a_name_does_not_show_in_a_repr():
    assert "Berg" not in repr(ANNA)
    assert "Anna" not in repr(ANNA)


@given(
    st.builds(PersonName, given=st.text(max_size=30), prefix=st.text(max_size=8), family=st.text(max_size=30))
)
def test_every_way_of_writing_any_name_answers(name):
    for write in (full_name, family_name, used_family_name, initials, short_name, formal_name, list_name):
        assert "  " not in write(name)
    assert sort_key(name)
