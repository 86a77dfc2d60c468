"""Safety conditions on the screens of the team: written down for who set them, met or a gap, changed as it was told."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import plan as reading
from naast.access.plan_page import Condition
from naast.actions import conditions

pytestmark = pytest.mark.django_db
Fields = dict[str, object]
WORDS = "Karim is nuchter als de kinderen er zijn."
GAP = "1 voorwaarde zonder afspraak"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/plan{rest}"


def fields(cast: Cast, **more: object) -> Fields:
    today = timezone.localdate().isoformat()
    given: Fields = {
        "words": WORDS,
        "set_by": "Veilig Thuis",
        "told_by": "Mia, aan de telefoon",
        "told_on": today,
        "starts": today,
        "about": [cast.people["karim"]],
        "mode": "named",
        "once": uuid4(),
    }
    return given | more


def one(cast: Cast) -> Condition:
    assert cast.dossier is not None
    [found] = reading.plan(cast.viewer("jerrel"), cast.dossier).conditions
    return found


def confirm(cast: Cast, given: Fields):  # type: ignore[no-untyped-def]
    browser = client(cast, "jerrel")
    first = browser.post(address(cast, "/voorwaarde"), given)
    return first, browser.post(address(cast, "/voorwaarde"), given | {"checked": first.context["told"].mark})


def add(cast: Cast, setter: str = "") -> UUID:
    assert cast.dossier is not None
    today = cast.today
    return conditions.add_condition(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        heard=conditions.Heard(WORDS, "Mia, aan de telefoon", today),
        setting=conditions.Setting(
            "Veilig Thuis",
            today,
            cast.people[setter] if setter else None,
            (cast.people["karim"],),
        ),
    )


def shown(cast: Cast, name: str, rest: str = "") -> str:
    return client(cast, name).get(address(cast, rest)).content.decode()


def test_it_is_read_back_with_who_can_not_read_it_before_it_is_kept(cast: Cast) -> None:
    first, second = confirm(cast, fields(cast))
    assert "Samira" in first.content.decode().split("circle-say")[1].split("</p>")[0]
    assert second.status_code == 303
    assert one(cast).line.words == WORDS
    page = shown(cast, "jerrel")
    for said in (WORDS, "van Veilig Thuis, vanaf", "het team hoorde dit van Mia, aan de telefoon"):
        assert said in page


@pytest.mark.parametrize("name", ["words", "set_by", "told_by", "told_on", "starts"])
def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(cast: Cast, name: str) -> None:
    given = fields(cast, situation="", ends="")
    del given[name]
    answer = client(cast, "jerrel").post(address(cast, "/voorwaarde"), given)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}


def test_a_gap_shows_on_the_plan_and_on_the_day_of_the_team_until_an_agreement_meets_it(cast: Cast) -> None:
    condition = add(cast)
    for page in (shown(cast, "jerrel"), client(cast, "jerrel").get("/vandaag").content.decode()):
        assert GAP in page
    form = shown(cast, "jerrel", f"/afspraak?voorwaarde={condition}")
    assert f'value="{condition}" checked' in form
    given: Fields = {
        "words": "Karim drinkt niet op die dagen.",
        "does": [cast.people["karim"]],
        "watches": [cast.people["samira"]],
        "starts": timezone.localdate().isoformat(),
        "fallback": "Dan blijft hij thuis.",
        "meets": [condition],
        "mode": "named",
        "once": uuid4(),
    }
    browser = client(cast, "jerrel")
    mark = browser.post(address(cast, "/afspraak"), given).context["told"].mark
    assert browser.post(address(cast, "/afspraak"), given | {"checked": mark}).status_code == 303
    page = shown(cast, "jerrel")
    assert "zonder afspraak" not in page
    assert "Bij welke voorwaarde" in page


def test_through_the_eyes_of_who_reads_it_there_is_no_gap(cast: Cast) -> None:
    add(cast)
    page = shown(cast, "jerrel", f"?ogen={cast.people['karim']}")
    assert WORDS in page
    assert "zonder afspraak" not in page
    assert "Hier is nog geen afspraak over." not in page


def changing(condition: UUID) -> str:
    return f"/voorwaarde/{condition}/wijzigen"


def test_a_change_is_kept_only_with_who_told_it(cast: Cast) -> None:
    condition = add(cast)
    browser, at = client(cast, "jerrel"), address(cast, changing(condition))
    given: Fields = {"words": "Nooit alcohol.", "told_on": timezone.localdate().isoformat(), "once": uuid4()}
    answer = browser.post(at, given)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"told_by"}
    assert "Nooit alcohol." in answer.content.decode()
    assert browser.post(at, given | {"told_by": "Mia, in een brief"}).status_code == 303
    assert (one(cast).line.words, one(cast).told_by) == ("Nooit alcohol.", "Mia, in een brief")


def test_who_set_it_changes_it_without_being_told(cast: Cast) -> None:
    condition = add(cast, "ellen")
    browser = client(cast, "ellen")
    entry = browser.get(f"/stukken/{condition}").content.decode()
    assert address(cast, changing(condition)) in entry
    page = shown(cast, "ellen", changing(condition))
    assert "Deze voorwaarde veranderen" in page
    assert "told_by" not in page
    given = {"words": "Nooit alcohol.", "once": uuid4()}
    answer = browser.post(address(cast, changing(condition)), given, follow=True)
    assert "Nooit alcohol." in answer.content.decode()
    assert one(cast).line.words == "Nooit alcohol."


def test_who_was_second_sees_how_it_reads_now(cast: Cast) -> None:
    condition = add(cast)
    browser, at = client(cast, "jerrel"), address(cast, changing(condition))
    given = {"told_by": "Mia", "told_on": timezone.localdate().isoformat()}
    assert browser.post(at, given | {"words": "Nooit alcohol.", "once": uuid4()}).status_code == 303
    assert browser.get(at).status_code == 302
    answer = browser.post(at, given | {"words": "Soms alcohol.", "once": uuid4()})
    page = answer.content.decode()
    assert "Iemand anders veranderde deze voorwaarde" in page
    assert "Nooit alcohol." in page
    assert "Soms alcohol." in page


def test_a_partner_who_did_not_set_it_finds_no_such_page(cast: Cast) -> None:
    condition = add(cast)
    assert client(cast, "ellen").get(address(cast, changing(condition))).status_code == 404
    assert client(cast, "ellen").get(address(cast, "/voorwaarde")).status_code == 404
