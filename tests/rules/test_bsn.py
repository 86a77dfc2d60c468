import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naast.rules.bsn import Bsn, NotABsn, mask, parse, passes_eleven_test

VALID = st.integers(1, 999_999_99).map(lambda base: _complete(f"{base:08d}")).filter(bool)


def _complete(first_eight):
    total = sum((9 - place) * int(digit) for place, digit in enumerate(first_eight))
    return first_eight + str(total % 11) if total % 11 < 10 else ""


@pytest.mark.parametrize("text", ["999993653", "999 993 653", " 9999.93.653 ", "9999-93-653"])
def test_a_bsn_may_be_typed_with_spaces_dots_and_dashes(text):
    assert parse(text).reveal() == "999993653"


def test_eight_digits_get_their_leading_zero():
    assert parse("10000008").reveal() == "010000008"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Enter a BSN."),
        ("  ", "Enter a BSN."),
        ("99999365a", "A BSN has digits only."),
        ("９９９９９３６５３", "A BSN has digits only."),
        ("1234567", "A BSN has nine digits."),
        ("9999936530", "A BSN has nine digits."),
        ("999993654", "This is not a BSN: a digit is wrong or two are swapped."),
        ("000000000", "This is not a BSN: a digit is wrong or two are swapped."),
    ],
)
def test_a_wrong_bsn_gets_a_plain_reason_without_the_number(text, reason):
    with pytest.raises(NotABsn) as caught:
        parse(text)
    assert caught.value.reason == str(caught.value) == reason


def test_a_number_from_the_register_is_believed_also_when_it_fails_the_eleven_test():
    assert Bsn("123456789").passes_eleven_test() is False


@given(VALID, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(digits, place, shift):
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert passes_eleven_test(digits)
    assert not passes_eleven_test(wrong)


@given(VALID, st.integers(0, 7))
def test_two_swapped_neighbours_are_caught(digits, place):
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    assert swapped == digits or not passes_eleven_test(swapped)


@given(VALID)
def test_a_bsn_never_shows_itself(digits):
    bsn = Bsn(digits)
    for shown in (repr(bsn), str(bsn), f"{bsn}", repr([bsn]), mask(digits)):
        assert digits not in shown
        assert digits[:6] not in shown


def test_equal_numbers_are_one_key_and_survive_pickling():
    assert {Bsn("999993653"): 1}[Bsn("999993653")] == 1
    assert pickle.loads(pickle.dumps(Bsn("999993653"))) == Bsn("999993653")
