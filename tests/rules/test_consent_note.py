"""What must be said when an answer is noted: each field at its boundary, for help and for sharing."""

from dataclasses import replace
from datetime import date

import pytest

from naast.rules.consent_note import HOWS, Noted, problem
from naast.rules.consent_time import NO, WITHDRAWN, YES
from naast.rules.consent_words import HELP, RIGHTS, SECRECY, SUBJECTS, Subject

STARTS = date(2026, 11, 24)
HELPED = Noted(Subject.HELP_YOUTH, YES, "spoken", "Hulp", 0, STARTS, None)
SHARED = Noted(Subject.SECRECY_WMO, YES, "written", "Dan weet de huisarts het", 1, STARTS, date(2026, 11, 25))


def test_help_and_sharing_and_rights_are_apart_and_together_all_there_is():
    assert sorted((*HELP, *SECRECY, *RIGHTS)) == sorted(SUBJECTS) == sorted(Subject)


@pytest.mark.parametrize("subject", HELP)
@pytest.mark.parametrize("how", HOWS)
def test_help_is_answered_with_a_purpose_and_a_first_day(subject, how):
    assert problem(replace(HELPED, subject=subject, how=how)) is None
    assert problem(replace(HELPED, subject=subject, answer=NO)) is None


@pytest.mark.parametrize("subject", SECRECY)
def test_sharing_is_answered_for_one_receiver_until_a_day(subject):
    assert problem(replace(SHARED, subject=subject)) is None
    assert problem(replace(SHARED, subject=subject, answer=NO, ends=None)) is None


@pytest.mark.parametrize(
    ("noted", "field"),
    [
        *((replace(HELPED, subject=subject), "subject") for subject in (*RIGHTS, "ground", "")),
        *((replace(HELPED, answer=answer), "answer") for answer in (WITHDRAWN, "", "maybe")),
        (replace(HELPED, how="sms"), "how"),
        (replace(HELPED, purpose=" \n"), "purpose"),
        (replace(HELPED, receivers=1), "receiver"),
        (replace(SHARED, receivers=0), "receiver"),
        (replace(SHARED, receivers=2), "receiver"),
        (replace(HELPED, starts=None), "starts"),
        (replace(HELPED, ends=STARTS), "ends"),
        (replace(SHARED, ends=STARTS), "ends"),
        (replace(SHARED, ends=None), "ends"),
    ],
)
def test_what_is_missing_or_mixed_is_said_at_its_field(noted, field):
    found = problem(noted)
    assert found is not None
    assert found[0] == field
