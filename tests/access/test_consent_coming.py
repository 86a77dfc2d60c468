"""What the worker is told beforehand: birthdays, ends, what was taken back, authority; and nobody else is."""

from datetime import date, timedelta

import pytest
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import consent as reading
from naast.access.doors import upkeep
from naast.access.today import today
from naast.access.viewer import Viewer
from naast.actions import consent, ties, withholding
from naast.records.models import Person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
TWELVE = (date(2027, 2, 3) - TODAY).days  # Yusuf


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def without_birthdays(cast: Cast, later: int = 0) -> list[tuple[str, str, date, bool]]:
    return [one for one in told(cast, later=later) if one[0] != "birthday"]


def told(cast: Cast, name: str = "jerrel", later: int = 0) -> list[tuple[str, str, date, bool]]:
    viewer = cast.viewer(name)
    seen = Viewer(
        viewer.account,
        viewer.human,
        viewer.capacity,
        viewer.at + timedelta(days=later),
        asked_confidential=True,
    )
    assert cast.dossier is not None
    page = reading.consents(seen, cast.dossier)
    return [(one.what, one.face.label, one.on, one.past) for one in page.coming]


def give(cast: Cast, giver: str = "samira", **more: object):  # type: ignore[no-untyped-def]
    told = {"subject": "help_youth", "answer": "yes", "how": "spoken", "purpose": "Hulp", "starts": TODAY}
    asked = consent.Asked(cast.people["noa"], cast.people[giver], **told | more)
    return consent.give(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (TWELVE - 61, []),
        (TWELVE - 60, [("birthday", "Yusuf", date(2027, 2, 3), False)]),
        (TWELVE, [("birthday", "Yusuf", date(2027, 2, 3), True)]),
        (TWELVE + 30, [("birthday", "Yusuf", date(2027, 2, 3), True)]),
        (TWELVE + 31, []),
    ],
)
def test_a_birthday_is_told_to_the_team_and_not_to_the_household(
    cast: Cast, later: int, expected: list[tuple[str, str, date, bool]]
) -> None:
    assert told(cast, later=later) == expected
    assert told(cast, "samira", later) == []


def test_an_end_is_told_beforehand_and_a_no_is_not(cast: Cast) -> None:
    ends = TODAY + timedelta(days=40)
    give(cast, ends=ends)
    give(cast, "karim", answer="no", ends=ends)
    assert told(cast) == [("end", "Noa", ends, False)]
    assert without_birthdays(cast, later=40) == [("end", "Noa", ends, True)]


def test_that_somebody_took_a_yes_back_is_told(cast: Cast) -> None:
    given = give(cast)
    consent.withdraw(viewer=cast.viewer("samira"), consent=given)
    assert told(cast) == [("back", "Noa", TODAY, True)]
    assert without_birthdays(cast, later=31) == []


def test_authority_that_changed_is_told_for_a_while(cast: Cast) -> None:
    ties.tell_authority(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        adult=cast.people["karim"],
        child=cast.people["noa"],
        state="no",
        reason="De rechter besliste dat.",
        starts=TODAY - timedelta(days=3),
    )
    assert told(cast) == [("authority", "Noa", TODAY - timedelta(days=3), True)]
    assert without_birthdays(cast, later=28) == []


def test_a_year_of_birth_alone_is_told_for_the_whole_of_it(cast: Cast) -> None:
    with upkeep():
        Person.objects.filter(public_id=cast.people["noa"]).update(
            birth_from=date(2014, 1, 1), birth_to=date(2014, 12, 31)
        )
    assert told(cast) == [("birthday", "Noa", date(2026, 1, 1), True)]


def test_what_is_withheld_from_a_worker_is_not_told_to_them(cast: Cast) -> None:
    given = give(cast, ends=TODAY + timedelta(days=40))
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["samira"],
        reason="gevaar",
        entry=given,
    )
    assert told(cast, "samira") == []


def test_the_day_of_the_worker_says_how_many_there_are(cast: Cast) -> None:
    assert cast.dossier is not None
    home = today(cast.viewer("jerrel")).home(cast.dossier)
    assert home is not None
    assert home.consents == 0
    give(cast, ends=TODAY + timedelta(days=40))
    home = today(cast.viewer("jerrel")).home(cast.dossier)
    assert home is not None
    assert home.consents == 1
