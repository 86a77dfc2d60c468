from dataclasses import replace

import pytest

from naast.rules.register import Living, RegisterAddress, living


def test_two_at_one_home_live_together(person, home):
    assert living(person(1, address=home), person(2, address=home)) is Living.TOGETHER


def test_two_at_two_homes_live_elsewhere(person, home, elsewhere):
    assert living(person(1, address=home), person(2, address=elsewhere)) is Living.ELSEWHERE


@pytest.mark.parametrize(
    "change",
    [
        {"home": False},
        {"under_investigation": True},
        {"object_id": "", "postcode": ""},
        {"object_id": "", "number": ""},
    ],
)
def test_an_address_that_proves_nothing_is_not_compared(person, home, change):
    assert living(person(1, address=home), person(2, address=replace(home, **change))) is Living.UNKNOWN
    assert living(person(1, address=replace(home, **change)), person(2, address=home)) is Living.UNKNOWN


def test_the_secrecy_mark_stops_the_comparison(person, home, elsewhere):
    for other in (home, elsewhere):
        assert living(person(1, address=home), person(2, address=other, secret=True)) is Living.UNKNOWN
        assert living(person(1, address=home, secret=True), person(2, address=other)) is Living.UNKNOWN


def test_without_a_record_or_address_nothing_is_said(person, home):
    assert living(person(1, address=home), None) is Living.UNKNOWN
    assert living(None, person(1, address=home)) is Living.UNKNOWN
    assert living(person(1, address=home), person(2)) is Living.UNKNOWN


def test_without_the_register_s_id_the_written_address_counts(person, home):
    written = replace(home, object_id="", postcode="1234 ab")
    assert (
        living(person(1, address=written), person(2, address=replace(home, object_id=""))) is Living.TOGETHER
    )
    other_door = replace(written, letter="A")
    assert living(person(1, address=written), person(2, address=other_door)) is Living.ELSEWHERE


def test_an_address_is_written_in_one_line_and_hidden_in_a_repr(home):
    assert replace(home, letter="a", addition="2").as_text() == "Dorpsstraat 1a-2, 1234AB Voorbeeldstad"
    assert RegisterAddress(lines=("Rue 1",), country="Frankrijk").as_text() == "Rue 1, Frankrijk"
    assert "Dorpsstraat" not in repr(home)


def test_a_register_person_hides_name_number_and_birth(person, home):
    shown = repr(person(1, "19900101", address=home))
    for hidden in ("Voorbeeld", "900000001", "1990", "Dorpsstraat"):
        assert hidden not in shown
