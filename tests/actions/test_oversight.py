"""What a privacy officer says is told to the team and to the officers, and to nobody else; and who may say it."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from tests.cast import Cast, officer, staff

from naast.access import oversight as reading
from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import OPERATOR, Missing, Viewer
from naast.actions import emergency, entries, officers, oversight, withholding
from naast.actions.act import Invalid, Refused
from naast.actions.same_person import Sought
from naast.records.models import Account, Entry, SignInLink, Team, TraceLine
from naast.rules.oversight import ASKS, IN_ORDER, NOT_IN_ORDER
from naast.rules.working_days import working_days_after

pytestmark = pytest.mark.django_db
OFFICER = {"given": "Ine", "family": "Verhagen", "email": "ine@gemeente.example", "function": "FG"}


@pytest.fixture
def cast(db: None) -> Cast:
    from tests.cast import samira_and_karim

    cast = samira_and_karim()
    staff(cast, Team.objects.get(), "dunya", "Dunya Smit", duty_since=cast.clock.at)
    officer(cast, "ine", "Ine Verhagen")
    officer(cast, "bo", "Bo Mulder")
    return cast


@pytest.fixture
def read(cast: Cast) -> UUID:
    """The duty worker reads in an emergency."""
    sought = Sought(family_name="Haddad", birth=date(1992, 4, 2))
    emergency.open_household(viewer=cast.viewer("dunya"), reason="Zij belt, hij staat er", sought=sought)
    with upkeep():
        return Entry.objects.get(kind="emergency").public_id


def reads(cast: Cast, name: str, entry: UUID) -> bool:
    with viewer_door(cast.viewer(name)) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def say(cast: Cast, entry: UUID, result: str = ASKS, words: str = "Waarom?", name: str = "ine") -> UUID:
    return oversight.say(viewer=cast.viewer(name), entry=entry, result=result, words=words)


def test_the_team_and_every_officer_read_it_and_nobody_else_does(cast: Cast, read: UUID) -> None:
    said = say(cast, read)
    assert all(reads(cast, name, said) for name in ("jerrel", "ine", "bo"))
    assert not any(reads(cast, name, said) for name in ("samira", "karim", "yusuf", "ellen", "dunya", "ayse"))


def test_an_officer_reads_the_answer_of_the_team_and_nothing_else_of_the_dossier(
    cast: Cast, read: UUID
) -> None:
    said = say(cast, read)
    answer = entries.answer(viewer=cast.viewer("jerrel"), entry=said, words="Zij had hulp nodig.")
    for name in ("ine", "bo"):
        with viewer_door(cast.viewer(name)) as reach:
            assert set(policy.entries(reach).values_list("public_id", flat=True)) == {said, answer}
    assert not reads(cast, "dunya", answer)


def test_a_question_is_answered_within_the_term_of_the_team_and_order_needs_no_answer(
    cast: Cast, read: UUID
) -> None:
    days = {result: say(cast, read, result) for result in (ASKS, NOT_IN_ORDER, IN_ORDER)}
    by = working_days_after(cast.today, Team.objects.get().answer_working_days)
    with upkeep():
        found = {
            result: Entry.objects.get(public_id=said).oversight.answer_by for result, said in days.items()
        }
    assert found == {ASKS: by, NOT_IN_ORDER: by, IN_ORDER: None}


@pytest.mark.parametrize(("result", "words", "field"), [("", "x", "result"), (ASKS, " ", "words")])
def test_what_is_not_right_is_said_at_its_field(
    cast: Cast, read: UUID, result: str, words: str, field: str
) -> None:
    with pytest.raises(Invalid) as wrong:
        say(cast, read, result, words)
    assert set(wrong.value.errors) == {field}


@pytest.mark.parametrize("name", ["jerrel", "dunya", "ellen", "samira"])
def test_nobody_else_says_it(cast: Cast, read: UUID, name: str) -> None:
    with pytest.raises(Refused):
        say(cast, read, name=name)
    with pytest.raises(Missing):
        reading.waiting(cast.viewer(name))


def test_it_is_said_of_nothing_else_and_the_try_stays_in_the_trace(cast: Cast) -> None:
    for entry in (cast.tells("samira", "Hij slaat mij."), uuid4()):
        with pytest.raises(Refused):
            say(cast, entry)
    assert TraceLine.objects.filter(act="say of how it was done", outcome="refused").count() == 2


def test_from_whom_the_reading_is_kept_what_is_said_of_it_is_kept_too(cast: Cast, read: UUID) -> None:
    from naast.actions import involvements

    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    before = say(cast, read)
    assert reads(cast, "ayse", before)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="Zij is zijn buurvrouw.",
        entry=read,
        also=(before,),
    )
    assert not reads(cast, "ayse", read)
    assert not reads(cast, "ayse", before)
    assert not reads(cast, "ayse", say(cast, read))


def test_what_is_kept_from_an_officer_is_not_there_for_them(cast: Cast, read: UUID) -> None:
    said = say(cast, read)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ine"],
        reason="Haar zus.",
        entry=read,
    )
    with pytest.raises(Missing):
        reading.one(cast.viewer("ine"), read)
    with pytest.raises(Refused):
        say(cast, read)
    assert reading.one(cast.viewer("bo"), read).said[0].entry == said


def test_an_officer_is_made_by_a_command_alone_and_again_for_new_keys(cast: Cast) -> None:
    operator = Viewer(None, 0, OPERATOR, cast.clock.tick())
    with pytest.raises(Refused):
        officers.make(viewer=cast.viewer("jerrel"), **OFFICER)
    with pytest.raises(Invalid) as taken:
        officers.make(viewer=operator, **{**OFFICER, "email": "jerrel@voorbeeld.example"})
    assert set(taken.value.errors) == {"email"}
    new = {**OFFICER, "email": "ada@gemeente.example"}
    first, second = (officers.make(viewer=operator, **new) for _ in range(2))
    assert first != second
    account = Account.objects.get(email="ada@gemeente.example")
    assert (account.capacity, account.team) == ("privacy", None)
    assert SignInLink.objects.filter(account=account, closed_at=None).count() == 1
    officers.close(viewer=operator, email="ada@gemeente.example")
    account.refresh_from_db()
    assert not account.is_active
    with pytest.raises(Refused):
        officers.close(viewer=operator, email="ada@gemeente.example")
