"""The phase on the screens: who decided it and when, for who may read that; for others it is as if nothing was."""

from uuid import uuid4

import pytest
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.crawl.reading import masked
from tests.staff.signed_in import client

from naast.actions import decisions

pytestmark = pytest.mark.django_db
Fields = dict[str, object]


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def fields(cast: Cast, **more: object) -> Fields:
    given: Fields = {
        "phase": "stable",
        "since": timezone.localdate().isoformat(),
        "by": [cast.people["samira"], cast.people["jerrel"]],
        "words": "Want het is rustig.",
        "mode": "named",
        "once": uuid4(),
    }
    for name in ("samira", "yusuf", "noa"):
        given[f"said-{cast.people[name].hex}"] = f"{name} is het eens."
    return given | more


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/fase"


def send(cast: Cast, given: Fields):  # type: ignore[no-untyped-def]
    """Send the form, and again with the mark of the readers that were read back."""
    browser = client(cast, "jerrel")
    first = browser.post(address(cast), given)
    return first, browser.post(address(cast), given | {"checked": first.context["told"].mark})


def tell(cast: Cast, phase: str, *readers: str) -> None:
    viewer = cast.viewer("jerrel")
    decisions.decide_phase(
        viewer=viewer,
        dossier=cast.dossier,
        phase=phase,
        since=viewer.today,
        by=(cast.people["samira"],),
        words="Want zo is het.",
        voices=(decisions.Voice(cast.people["samira"], "Zo zie ik het."),),
        choice=cast.choice(*readers),
    )


def test_a_decision_is_read_back_before_it_is_kept_and_stands_on_the_head_and_the_plan(cast: Cast) -> None:
    first, second = send(cast, fields(cast))
    assert first.status_code == 200
    assert "Karim" in first.content.decode().split("circle-say")[1].split("</p>")[0]
    assert second.status_code == 303
    browser = client(cast, "jerrel")
    for page in (f"/huishoudens/{cast.dossier}", f"/huishoudens/{cast.dossier}/plan"):
        shown = browser.get(page).content.decode()
        assert "Fase: stabiele veiligheid" in shown
        assert "door Samira en Jerrel" in shown or "door Jerrel en Samira" in shown
    assert "noa is het eens." in browser.get(address(cast)).content.decode()


def test_without_a_decision_no_phase_is_named(cast: Cast) -> None:
    for page in (f"/huishoudens/{cast.dossier}", f"/huishoudens/{cast.dossier}/plan"):
        assert "Fase:" not in client(cast, "jerrel").get(page).content.decode()


@pytest.mark.parametrize("name", ["phase", "since", "by", "words"])
def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(cast: Cast, name: str) -> None:
    given = fields(cast)
    del given[name]
    answer = client(cast, "jerrel").post(address(cast), given)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {name}
    assert "yusuf is het eens." in answer.content.decode()


def test_every_member_has_a_word_or_a_reason_why_they_were_not_asked(cast: Cast) -> None:
    noa = cast.people["noa"].hex
    given = fields(cast)
    del given[f"said-{noa}"]
    answer = client(cast, "jerrel").post(address(cast), given)
    assert answer.context["form"].errors.keys() == {f"said-{noa}"}
    _, kept = send(cast, given | {f"not-{noa}": "Zij logeert."})
    assert kept.status_code == 303


def test_a_day_to_come_is_said_at_the_day(cast: Cast) -> None:
    answer = client(cast, "jerrel").post(address(cast), fields(cast, since="2999-01-01"))
    assert answer.context["form"].errors.keys() == {"since"}


def test_going_back_reads_as_every_other_decision(cast: Cast) -> None:
    tell(cast, "stable", "samira")
    tell(cast, "direct", "samira")
    shown = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "Fase: directe veiligheid" in shown
    assert "stabiele" not in shown


def test_in_the_portal_it_stands_for_who_may_read_it_and_changes_no_byte_for_others(cast: Cast) -> None:
    everybody = ("samira", "karim", "yusuf", "noa")
    tell(cast, "direct", *everybody)
    browser = client(cast, "karim")
    page = f"/mijn/{cast.dossier}/plan"
    before = masked(browser.get(page).content.decode())
    assert "Fase: directe veiligheid" in before
    assert "Zo zie ik het." in before
    tell(cast, "stable", "samira")
    assert masked(browser.get(page).content.decode()) == before
    assert "stabiele" not in client(cast, "samira").get(page).content.decode()


def test_through_the_eyes_of_somebody_it_is_their_phase(cast: Cast) -> None:
    tell(cast, "stable", "samira")
    eyes = f"?ogen={cast.people['karim']}&als=resident"
    here = f"/huishoudens/{cast.dossier}"
    assert "Fase:" not in client(cast, "jerrel").get(here + eyes).content.decode()
    assert client(cast, "jerrel").get(address(cast) + eyes).status_code == 404


@pytest.mark.parametrize("name", ["ayse", "ellen"])
def test_only_the_team_finds_the_page(cast: Cast, name: str) -> None:
    assert client(cast, name).get(address(cast)).status_code == 404
