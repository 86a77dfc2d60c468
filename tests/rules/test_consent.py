"""Who must consent: a table written by hand from domain-facts 5.1 to 5.3, and what stands beside it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from naast.rules.ages import birthday
from naast.rules.authority import AuthorityState
from naast.rules.consent import OWN, Adult, Whose, required_consents
from naast.rules.consent_lines import LINES
from naast.rules.consent_words import Besides, Standing, Subject, Tie, Weighs, Why
from naast.rules.partial_date import UNKNOWN_DATE, PartialDate, from_date

BORN = date(2008, 2, 29)  # the hardest birthday there is
PARENTS = {
    "has": Adult("parent", Tie.PARENT, AuthorityState.HAS),
    "has_not": Adult("parent", Tie.PARENT, AuthorityState.HAS_NOT),
    "unknown": Adult("parent", Tie.PARENT, AuthorityState.UNKNOWN),
    "investigated": Adult("parent", Tie.PARENT, AuthorityState.HAS, under_investigation=True),
    "harms": Adult("parent", Tie.PARENT, AuthorityState.HAS, harms=True),
}
LETTERS = {
    "C": Standing.REQUIRED,
    "a": Standing.MAY_ASK,
    "-": Standing.NOT_ASKED,
    "?": Standing.DECIDE,
}

# C must consent, a may ask, - is not asked, ? a person decides. One letter for each year of age.
#                                 0         1
# subject     weighs    who       01234567890123456789
TABLE = """
help_youth    able      own       ------------CCCCCCCC
help_youth    able      has       CCCCCCCCCCCCCCCC----
help_youth    able      has_not   --------------------
help_youth    able      unknown   ????????????????----
help_youth    able      investigated ????????????????----
help_youth    able      harms     ????????????????----
help_youth    not_able  own       --------------------
help_youth    not_able  has       CCCCCCCCCCCCCCCCCCCC
help_youth    not_able  has_not   ------------------CC
help_youth    not_able  unknown   ??????????????????CC
help_youth    not_able  investigated ??????????????????CC
help_youth    not_able  harms     ????????????????????
help_youth    doubt     own       ------------????????
help_youth    doubt     has       CCCCCCCCCCCCCCCC????
help_youth    doubt     has_not   ------------------??
help_youth    doubt     unknown   ????????????????????
help_youth    doubt     investigated ????????????????????
help_youth    doubt     harms     ????????????????????
help_wmo      able      own       ??????????????????CC
help_wmo      able      has       ??????????????????--
help_wmo      able      has_not   --------------------
help_wmo      able      unknown   ??????????????????--
help_wmo      able      investigated ??????????????????--
help_wmo      able      harms     ??????????????????--
help_wmo      not_able  own       ????????????????????
help_wmo      not_able  has       ??????????????????--
help_wmo      not_able  has_not   --------------------
help_wmo      not_able  unknown   ??????????????????--
help_wmo      not_able  investigated ??????????????????--
help_wmo      not_able  harms     ??????????????????--
help_wmo      doubt     own       ????????????????????
help_wmo      doubt     has       ??????????????????--
help_wmo      doubt     has_not   --------------------
help_wmo      doubt     unknown   ??????????????????--
help_wmo      doubt     investigated ??????????????????--
help_wmo      doubt     harms     ??????????????????--
secr_youth    able      own       ------------CCCCCCCC
secr_youth    able      has       CCCCCCCCCCCC????----
secr_youth    able      has_not   --------------------
secr_youth    able      unknown   ????????????????----
secr_youth    able      investigated ????????????????----
secr_youth    able      harms     ????????????????----
secr_youth    not_able  own       --------------------
secr_youth    not_able  has       CCCCCCCCCCCCCCCCCCCC
secr_youth    not_able  has_not   ------------------CC
secr_youth    not_able  unknown   ??????????????????CC
secr_youth    not_able  investigated ??????????????????CC
secr_youth    not_able  harms     ????????????????????
secr_youth    doubt     own       ------------????????
secr_youth    doubt     has       CCCCCCCCCCCC????????
secr_youth    doubt     has_not   ------------------??
secr_youth    doubt     unknown   ????????????????????
secr_youth    doubt     investigated ????????????????????
secr_youth    doubt     harms     ????????????????????
secr_wmo      able      own       ------------CCCCCCCC
secr_wmo      able      has       CCCCCCCCCCCC--------
secr_wmo      able      has_not   --------------------
secr_wmo      able      unknown   ????????????--------
secr_wmo      able      investigated ????????????--------
secr_wmo      able      harms     ????????????--------
secr_wmo      not_able  own       --------------------
secr_wmo      not_able  has       CCCCCCCCCCCCCCCCCC--
secr_wmo      not_able  has_not   --------------------
secr_wmo      not_able  unknown   ??????????????????--
secr_wmo      not_able  investigated ??????????????????--
secr_wmo      not_able  harms     ??????????????????--
secr_wmo      doubt     own       ------------????????
secr_wmo      doubt     has       CCCCCCCCCCCC??????--
secr_wmo      doubt     has_not   --------------------
secr_wmo      doubt     unknown   ??????????????????--
secr_wmo      doubt     investigated ??????????????????--
secr_wmo      doubt     harms     ??????????????????--
rec_youth     able      own       ------------aaaaaaaa
rec_youth     able      has       aaaaaaaaaaaaaaaa----
rec_youth     able      has_not   --------------------
rec_youth     able      unknown   ????????????????----
rec_youth     able      investigated ????????????????----
rec_youth     able      harms     ????????????????----
rec_youth     not_able  own       --------------------
rec_youth     not_able  has       aaaaaaaaaaaaaaaa????
rec_youth     not_able  has_not   ------------------??
rec_youth     not_able  unknown   ????????????????????
rec_youth     not_able  investigated ????????????????????
rec_youth     not_able  harms     ????????????????????
rec_youth     doubt     own       ------------????????
rec_youth     doubt     has       aaaaaaaaaaaaaaaa????
rec_youth     doubt     has_not   ------------------??
rec_youth     doubt     unknown   ????????????????????
rec_youth     doubt     investigated ????????????????????
rec_youth     doubt     harms     ????????????????????
rec_wmo       able      own       ------------aaaaaaaa
rec_wmo       able      has       aaaaaaaaaaaaaaaa----
rec_wmo       able      has_not   --------------------
rec_wmo       able      unknown   ????????????????----
rec_wmo       able      investigated ????????????????----
rec_wmo       able      harms     ????????????????----
rec_wmo       not_able  own       --------------------
rec_wmo       not_able  has       aaaaaaaaaaaaaaaa??--
rec_wmo       not_able  has_not   --------------------
rec_wmo       not_able  unknown   ??????????????????--
rec_wmo       not_able  investigated ??????????????????--
rec_wmo       not_able  harms     ??????????????????--
rec_wmo       doubt     own       ------------????????
rec_wmo       doubt     has       aaaaaaaaaaaaaaaa??--
rec_wmo       doubt     has_not   --------------------
rec_wmo       doubt     unknown   ??????????????????--
rec_wmo       doubt     investigated ??????????????????--
rec_wmo       doubt     harms     ??????????????????--
avg           able      own       ----------------aaaa
avg           able      has       aaaaaaaaaaaaaaaa----
avg           able      has_not   --------------------
avg           able      unknown   ????????????????----
avg           able      investigated ????????????????----
avg           able      harms     ????????????????----
avg           not_able  own       ----------------????
avg           not_able  has       aaaaaaaaaaaaaaaa??--
avg           not_able  has_not   --------------------
avg           not_able  unknown   ??????????????????--
avg           not_able  investigated ??????????????????--
avg           not_able  harms     ??????????????????--
avg           doubt     own       ----------------????
avg           doubt     has       aaaaaaaaaaaaaaaa??--
avg           doubt     has_not   --------------------
avg           doubt     unknown   ??????????????????--
avg           doubt     investigated ??????????????????--
avg           doubt     harms     ??????????????????--
"""
ROWS = [line.split() for line in TABLE.split("\n") if line]


def ask(subject=Subject.HELP_YOUTH, *adults, age=14, weighs=Weighs.NOT_JUDGED, **more):
    return required_consents(Whose(from_date(BORN), weighs), adults, subject, birthday(BORN, age), **more)


def test_the_table_has_every_subject_capacity_and_authority_once():
    assert sorted((subject, weighs, who) for subject, weighs, who, _ in ROWS) == sorted(
        (subject, weighs, who)
        for subject in Subject
        for weighs in ("able", "not_able", "doubt")
        for who in ("own", *PARENTS)
    )


@pytest.mark.parametrize(("subject", "weighs", "who", "ages"), ROWS, ids=lambda one: one)
def test_everybody_stands_as_the_sources_say_on_and_around_every_birthday_from_0_to_19(
    subject, weighs, who, ages
):
    adults = [PARENTS["has" if who == "own" else who]]
    key = OWN if who == "own" else "parent"
    for age, letter in enumerate(ages):
        first, last = birthday(BORN, age), birthday(BORN, age + 1) - timedelta(days=1)
        for day in (first, first + timedelta(days=1), last):
            answer = required_consents(Whose(from_date(BORN), Weighs(weighs)), adults, Subject(subject), day)
            assert answer.of(key).standing is LETTERS[letter], (age, day)
    assert len(ages) == 20


def test_nobody_judged_is_as_able_and_asks_the_person_first():
    assert ask(age=16).of(OWN).standing is Standing.REQUIRED
    assert ask(age=16).of(OWN).why is Why.FROM_16


def test_both_parents_with_authority_must_consent_each():
    father = Adult("father", Tie.PARENT, AuthorityState.HAS)
    answer = ask(Subject.HELP_YOUTH, PARENTS["has"], father, age=8, together=False)
    assert answer.who(Standing.REQUIRED) == {"parent", "father"}
    assert answer.lacking(["parent"]) == {"father"}
    assert answer.lacking(["parent", "father"]) == set()


@pytest.mark.parametrize(
    ("together", "other", "told"),
    [
        (True, Adult("other", Tie.PARENT, AuthorityState.HAS), Besides.ONE_WORD),
        (False, Adult("other", Tie.PARENT, AuthorityState.HAS), Besides.BOTH_PARENTS),
        (None, Adult("other", Tie.PARENT, AuthorityState.HAS), Besides.BOTH_PARENTS),
        (True, Adult("other", Tie.PARENT, AuthorityState.HAS, harms=True), None),
        (True, Adult("other", Tie.PARENT, AuthorityState.UNKNOWN), None),
        (True, Adult("other", Tie.PARENT, AuthorityState.HAS_NOT), None),
        (True, Adult("other", Tie.OTHER, AuthorityState.HAS), None),
    ],
)
def test_one_parents_word_for_the_other_does_only_where_they_live_together_without_doubt(
    together, other, told
):
    answer = ask(Subject.HELP_YOUTH, PARENTS["has"], other, age=8, together=together)
    two = {Besides.ONE_WORD, Besides.BOTH_PARENTS}
    assert {one.what for one in answer.besides} & two == ({told} if told else set())


def test_doubt_about_anybody_else_takes_one_word_for_two_away():
    adults = (PARENTS["has"], Adult("other", Tie.PARENT, AuthorityState.HAS), Adult("third"))
    answer = ask(Subject.HELP_YOUTH, *adults, age=8, together=True)
    assert Besides.BOTH_PARENTS in {one.what for one in answer.besides}


def test_a_guardian_consents_and_a_parent_without_authority_hears_what_they_may_ask():
    guardian = Adult("guardian", Tie.OTHER, AuthorityState.HAS)
    neighbour = Adult("neighbour", Tie.OTHER, AuthorityState.HAS_NOT)
    answer = ask(Subject.HELP_YOUTH, guardian, PARENTS["has_not"], neighbour, age=8)
    assert answer.of("guardian").standing is Standing.REQUIRED
    assert (answer.of("parent").why, answer.of("parent").source.name) == (Why.NO_AUTHORITY, "BW 1:377c")
    assert answer.of("neighbour").why is Why.NOT_HOLDER


@pytest.mark.parametrize("authority", ["has_not", "unknown", "investigated"])
def test_where_nobody_surely_has_authority_somebody_must_look_for_who_has(authority):
    assert [one.what for one in ask(Subject.HELP_YOUTH, PARENTS[authority], age=8).open] == [Why.NOBODY_KNOWN]
    assert ask(Subject.HELP_YOUTH, PARENTS["has"], age=8).open == ()
    assert ask(Subject.HELP_YOUTH, PARENTS[authority], age=16).open == ()


def test_a_parent_whose_behaviour_harms_is_asked_by_a_person_or_not_at_all():
    answer = ask(Subject.HELP_YOUTH, PARENTS["harms"], age=8)
    assert answer.of("parent").why is Why.HARMS
    assert answer.of("parent").source.name == "Jeugdwet 7.3.15 lid 4"
    no_authority = replace(PARENTS["harms"], authority=AuthorityState.HAS_NOT)
    assert ask(Subject.HELP_YOUTH, no_authority, age=8).of("parent").why is Why.NO_AUTHORITY
    doubted = replace(PARENTS["harms"], authority=AuthorityState.UNKNOWN)
    assert ask(Subject.HELP_YOUTH, doubted, age=8).of("parent").why is Why.HARMS


def adult_who_cannot_weigh(*adults, subject=Subject.HELP_YOUTH):
    answer = ask(subject, *adults, age=40, weighs=Weighs.NOT_ABLE)
    return {word.who: (word.part.standing, word.part.why) for word in answer.words[1:]}, answer.open


FIRST, LATER = (Standing.REQUIRED, Why.FOR_ADULT), (Standing.NOT_ASKED, Why.LATER_IN_ROW)


@pytest.mark.parametrize(
    ("ties", "first"),
    [
        ([Tie.CURATOR, Tie.WRITTEN, Tie.PARTNER, Tie.CHILD], Tie.CURATOR),
        ([Tie.PARTNER, Tie.MENTOR], Tie.MENTOR),
        ([Tie.PARTNER, Tie.WRITTEN, Tie.PARENT], Tie.WRITTEN),
        ([Tie.SIBLING, Tie.PARTNER], Tie.PARTNER),
        ([Tie.PARENT], Tie.PARENT),
        ([Tie.CHILD], Tie.CHILD),
        ([Tie.SIBLING], Tie.SIBLING),
        ([Tie.GRANDPARENT], Tie.GRANDPARENT),
    ],
)
def test_for_an_adult_who_cannot_weigh_it_the_first_in_the_row_of_the_law_speaks(ties, first):
    told, open_ = adult_who_cannot_weigh(*(Adult(tie, tie) for tie in ties))
    assert told == {tie: FIRST if tie is first else LATER for tie in ties}
    assert open_ == ()


def test_whom_the_row_does_not_name_does_not_speak_and_that_nobody_does_is_said():
    told, open_ = adult_who_cannot_weigh(Adult("neighbour"))
    assert told == {"neighbour": (Standing.NOT_ASKED, Why.NOT_IN_ROW)}
    assert [one.what for one in open_] == [Why.NOBODY_KNOWN]


def test_of_several_who_stand_equally_near_a_person_decides_who_speaks():
    told, _ = adult_who_cannot_weigh(Adult("son", Tie.CHILD), Adult("sister", Tie.SIBLING))
    assert set(told.values()) == {(Standing.DECIDE, Why.SEVERAL)}


def test_who_comes_after_somebody_who_harms_speaks_only_if_a_person_sets_that_one_aside():
    partner = Adult("partner", Tie.PARTNER, harms=True)
    told, _ = adult_who_cannot_weigh(partner, Adult("son", Tie.CHILD))
    assert told == {
        "partner": (Standing.DECIDE, Why.HARMS),
        "son": (Standing.DECIDE, Why.IF_SET_ASIDE),
    }


def test_in_the_wmo_only_a_legal_representative_speaks_for_an_adult():
    adults = (Adult("partner", Tie.PARTNER), Adult("mentor", Tie.MENTOR))
    told, _ = adult_who_cannot_weigh(*adults, subject=Subject.SECRECY_WMO)
    assert told == {"partner": (Standing.NOT_ASKED, Why.NOT_IN_ROW), "mentor": FIRST}


@pytest.mark.parametrize(
    ("birth", "own", "parent", "why"),
    [
        # 24 November 2026: born in the whole of a year or month, so somebody can stand on both sides of a line
        (PartialDate(2014), Standing.DECIDE, Standing.REQUIRED, Why.AGE_UNKNOWN),
        (PartialDate(2014, 11), Standing.DECIDE, Standing.REQUIRED, Why.AGE_UNKNOWN),
        (PartialDate(2014, 12), Standing.NOT_ASKED, Standing.REQUIRED, Why.INFORMED),
        (PartialDate(2014, 10), Standing.REQUIRED, Standing.REQUIRED, Why.FROM_12),
        (PartialDate(2010), Standing.REQUIRED, Standing.DECIDE, Why.FROM_12),
        (PartialDate(2008), Standing.REQUIRED, Standing.NOT_ASKED, Why.FROM_16),
        (PartialDate(2007), Standing.REQUIRED, Standing.NOT_ASKED, Why.ADULT),
        (UNKNOWN_DATE, Standing.DECIDE, Standing.DECIDE, Why.AGE_UNKNOWN),
    ],
)
def test_an_age_that_is_known_in_part_takes_the_answer_that_opens_least(birth, own, parent, why):
    answer = required_consents(Whose(birth), [PARENTS["has"]], Subject.HELP_YOUTH, date(2026, 11, 24))
    assert (answer.of(OWN).standing, answer.of("parent").standing) == (own, parent)
    assert answer.of(OWN).why is why


def test_doubt_of_weighing_is_named_as_that_where_the_age_is_known():
    assert ask(weighs=Weighs.DOUBT).of(OWN).why is Why.CAPACITY_DOUBT


def test_of_who_is_not_born_nothing_is_said():
    answer = required_consents(
        Whose(from_date(date(2027, 1, 1))), [PARENTS["has"]], Subject.HELP_YOUTH, date(2026, 12, 31)
    )
    assert (answer.words, [one.what for one in answer.open]) == ((), [Why.NOT_BORN])


def besides(subject, age, weighs=Weighs.ABLE):
    return {one.what.name for one in ask(subject, age=age, weighs=weighs).besides}


HELP_BESIDES, SECRET_BESIDES = {"MEASURE", "LIGHT"}, {"DIRECT_HELP", "SUPERVISION", "OTHER_GROUND"}


@pytest.mark.parametrize(
    ("subject", "age", "weighs", "told"),
    [
        (Subject.HELP_YOUTH, 11, Weighs.ABLE, HELP_BESIDES | {"URGENT"}),
        (Subject.HELP_YOUTH, 12, Weighs.ABLE, HELP_BESIDES | {"SERIOUS_HARM", "KEEPS_WANTING"}),
        (Subject.HELP_YOUTH, 15, Weighs.ABLE, HELP_BESIDES | {"SERIOUS_HARM", "KEEPS_WANTING"}),
        (Subject.HELP_YOUTH, 15, Weighs.NOT_ABLE, HELP_BESIDES),
        (Subject.HELP_YOUTH, 16, Weighs.ABLE, HELP_BESIDES),
        (Subject.HELP_YOUTH, 16, Weighs.NOT_ABLE, HELP_BESIDES),
        (Subject.HELP_YOUTH, 18, Weighs.ABLE, {"LIGHT"}),
        (Subject.HELP_YOUTH, 18, Weighs.NOT_ABLE, {"LIGHT"}),
        (Subject.HELP_WMO, 40, Weighs.ABLE, set()),
        (Subject.SECRECY_YOUTH, 11, Weighs.ABLE, SECRET_BESIDES),
        (Subject.SECRECY_YOUTH, 12, Weighs.ABLE, SECRET_BESIDES),
        (Subject.SECRECY_YOUTH, 12, Weighs.NOT_ABLE, SECRET_BESIDES),
        (Subject.SECRECY_YOUTH, 17, Weighs.ABLE, SECRET_BESIDES),
        (Subject.SECRECY_YOUTH, 17, Weighs.NOT_ABLE, SECRET_BESIDES),
        (Subject.SECRECY_YOUTH, 18, Weighs.ABLE, {"DIRECT_HELP", "OTHER_GROUND"}),
        (Subject.SECRECY_YOUTH, 18, Weighs.NOT_ABLE, {"DIRECT_HELP", "OTHER_GROUND"}),
        (Subject.SECRECY_WMO, 11, Weighs.ABLE, {"OTHER_GROUND", "EXPLICIT"}),
        (Subject.SECRECY_WMO, 12, Weighs.NOT_ABLE, {"OTHER_GROUND", "EXPLICIT"}),
        (Subject.SECRECY_WMO, 40, Weighs.ABLE, {"OTHER_GROUND", "EXPLICIT"}),
        (Subject.SECRECY_WMO, 40, Weighs.NOT_ABLE, {"OTHER_GROUND", "EXPLICIT"}),
        (Subject.AVG, 15, Weighs.ABLE, {"FREE_ADVICE"}),
        (Subject.AVG, 16, Weighs.ABLE, set()),
    ],
)
def test_when_it_may_be_otherwise_is_said_beside_it(subject, age, weighs, told):
    assert besides(subject, age, weighs) == told


def test_every_answer_names_the_edition_it_was_read_in_and_nothing_passes_for_compared():
    for rows in LINES.values():
        for row in rows:
            for case in (row.able, row.not_able):
                sources = [case.own.source, case.others.source, *(one.source for one in case.besides)]
                assert not any(source.compared for source in sources)
                law = [one for one in sources if one.law in ("Jeugdwet", "Wmo 2015", "UAVG")]
                assert all(source.edition and source.article for source in law)
