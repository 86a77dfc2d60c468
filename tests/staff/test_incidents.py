"""What happened on the team's face: tellings beside each other, read back before they are kept; and what counts."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.actions.test_incidents import tell
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client as signed_in

from naast.access import incidents as reading
from naast.actions import corrections

pytestmark = pytest.mark.django_db
Fields = dict[str, object]


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/gebeurtenissen{rest}"


def typed(cast: Cast, who: str = "samira", **more: object) -> Fields:
    return {
        "teller": str(cast.people[who]) if who else "",
        "source": "there",
        "words": "Hij sloeg met de deur.",
        "kinds": ["threat"],
        "harmed": [str(cast.people["samira"])],
        "harms": [str(cast.people["karim"])],
        "saw": [str(cast.people["yusuf"])],
        f"effect-{cast.people['noa'].hex}": "Noa sliep niet.",
        "done": "Zij belde haar zus.",
        "happened": "gisteren",
        "how": "asked_aloud",
        "mode": "proposed",
        "once": str(uuid4()),
        "draft": uuid4().hex[:12],
    } | more


def confirm(client: Client, where: str, given: Fields):  # type: ignore[no-untyped-def]
    first = client.post(where, given)
    return first, client.post(where, given | {"checked": first.context["form"].told_to.mark})


def entry(cast: Cast, place: int = 0) -> UUID:
    return reading.incidents(cast.viewer("jerrel"), cast.dossier).told[place].line.public_id


def test_the_household_page_leads_to_it_and_an_empty_page_says_so(cast: Cast, client: Client) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "Hier staat geen gebeurtenis." in client.get(address(cast)).content.decode()


def test_it_is_read_back_before_it_is_kept_and_stands_with_everybody_in_their_place(
    cast: Cast, client: Client
) -> None:
    first, second = confirm(client, address(cast, "/nieuw"), typed(cast))
    assert first.status_code == 200
    assert "Samira en het team lezen het." in first.content.decode()
    assert second.status_code == 303
    shown = client.get(second["Location"]).content.decode()
    for words in (
        "Hij sloeg met de deur.",
        "Iemand wordt bedreigd",
        "Noa sliep niet.",
        "Zij belde haar zus.",
        "Was erbij",
        "Samira en het team.",
        "Telt mee tot mensen anders besluiten.",
    ):
        assert words in shown, words
    story = client.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "Er is iets gebeurd" in story


@pytest.mark.parametrize(
    ("more", "field"),
    [({"words": " "}, "words"), ({"source": ""}, "source"), ({"happened": "31 november"}, "happened")],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    cast: Cast, client: Client, more: Fields, field: str
) -> None:
    wrong = client.post(address(cast, "/nieuw"), typed(cast, **more))
    assert wrong.status_code == 422
    assert list(wrong.context["form"].errors) == [field]
    page = wrong.content.decode()
    assert "Zij belde haar zus." in page
    assert "Noa sliep niet." in page


def test_a_draft_is_kept_and_gone_on_with_and_is_gone_once_it_is_told(cast: Cast, client: Client) -> None:
    given = typed(cast)
    kept = client.post(address(cast, "/nieuw/bewaar"), given)
    assert kept.status_code == 200
    page = client.get(address(cast, "/nieuw")).content.decode()
    draft = page.split("?concept=")[1].split('"')[0]
    again = client.get(address(cast, f"/nieuw?concept={draft}")).content.decode()
    assert "Hij sloeg met de deur." in again
    assert 'value="threat" checked' in again
    confirm(client, address(cast, "/nieuw"), given)
    assert "?concept=" not in client.get(address(cast, "/nieuw")).content.decode()
    assert client.get(address(cast, f"/nieuw?concept={draft}")).status_code == 404


def test_a_draft_can_be_thrown_away(cast: Cast, client: Client) -> None:
    client.post(address(cast, "/nieuw/bewaar"), typed(cast))
    draft = client.get(address(cast, "/nieuw")).content.decode().split("?concept=")[1].split('"')[0]
    assert client.post(address(cast, f"/nieuw/{draft}/weg")).status_code == 303
    assert "?concept=" not in client.get(address(cast, "/nieuw")).content.decode()


def deciding(cast: Cast, **more: object) -> Fields:
    voices = {f"said-{cast.people[who].hex}": "Zo zie ik het." for who in ("samira", "yusuf", "noa")}
    return {
        "result": "does_not_count",
        "by": [str(cast.people["samira"])],
        "words": "Het was vroeger.",
        "mode": "proposed",
        "once": str(uuid4()),
        f"said-{cast.people['karim'].hex}": "Ik zie het anders.",
        **voices,
    } | more


def test_whether_it_counts_is_decided_by_people_and_stands_beside_it(cast: Cast, client: Client) -> None:
    here = tell(cast, "samira")
    where = address(cast, f"/{here}/telt")
    first, second = confirm(client, where, deciding(cast))
    assert (first.status_code, second.status_code) == (200, 303)
    shown = client.get(address(cast)).content.decode()
    for words in ("Telt niet mee: dat hebben mensen besloten.", "Het was vroeger.", "Ik zie het anders."):
        assert words in shown, words
    assert "Het was vroeger." in client.get(f"/stukken/{here}").content.decode()


def test_who_would_read_the_decision_and_not_the_telling_is_named_before_it_is_kept(
    cast: Cast, client: Client
) -> None:
    here = tell(cast, "samira")
    chosen = deciding(cast, mode="chosen", readers=[str(cast.people["karim"]), str(cast.people["samira"])])
    told = client.post(address(cast, f"/{here}/telt"), chosen).content.decode()
    assert "Karim kan het verhaal zelf niet lezen." in told
    assert "Samira kan het verhaal zelf niet lezen." not in told


def test_a_decision_about_earlier_words_says_so_wherever_it_stands(cast: Cast, client: Client) -> None:
    here = tell(cast, "samira")
    confirm(client, address(cast, f"/{here}/telt"), deciding(cast))
    pages = address(cast), f"/stukken/{here}"
    assert not any("eerdere woorden" in client.get(page).content.decode() for page in pages)
    corrections.correct(viewer=cast.viewer("samira"), entry=here, words="Hij gooide de deur dicht.")
    assert all("eerdere woorden" in client.get(page).content.decode() for page in pages)


def test_who_sees_it_differently_is_said_beside_their_words(cast: Cast, client: Client) -> None:
    here = tell(cast, "samira")
    differs: Fields = {f"differs-{cast.people['karim'].hex}": "on"}
    confirm(client, address(cast, f"/{here}/telt"), deciding(cast, **differs))
    assert client.get(address(cast)).content.decode().count("ziet het anders") == 1


def test_that_somebody_sees_it_differently_asks_how(cast: Cast, client: Client) -> None:
    here = tell(cast, "samira")
    key = cast.people["karim"].hex
    silent: Fields = {f"differs-{key}": "on", f"said-{key}": "", f"not-{key}": "Hij is weg."}
    wrong = client.post(address(cast, f"/{here}/telt"), deciding(cast, **silent))
    assert wrong.context["form"].errors.keys() == {f"said-{key}"}


def test_a_decision_says_why_and_how_each_sees_it(cast: Cast, client: Client) -> None:
    here = tell(cast, "samira")
    gone: Fields = {f"said-{cast.people['karim'].hex}": "", "words": "", "by": [], "result": ""}
    wrong = client.post(address(cast, f"/{here}/telt"), deciding(cast, **gone))
    assert wrong.status_code == 422
    assert wrong.context["form"].errors.keys() == {
        "words", "by", "result", f"said-{cast.people['karim'].hex}",
    }  # fmt: skip


def test_through_the_eyes_of_who_may_not_read_it_it_is_not_there_nor_a_verdict(
    cast: Cast, client: Client
) -> None:
    tell(cast, "samira", words="Alleen voor ons.")
    tell(cast, "samira", "yusuf", words="Ook voor Yusuf.")
    query = f"?ogen={cast.people['yusuf']}&als=resident"
    shown = client.get(address(cast) + query).content.decode()
    assert "Alleen voor ons." not in shown
    assert "Ook voor Yusuf." in shown
    assert "Telt mee" not in shown
    for where in ("/nieuw", f"/{entry(cast, 1)}/telt"):
        assert client.get(address(cast, where) + query).status_code == 404, where


def test_a_professional_from_outside_reads_what_was_shared_and_no_verdict(cast: Cast) -> None:
    tell(cast, "samira", words="Alleen voor ons.")
    tell(cast, "samira", "ellen", words="Ook voor school.")
    browser = signed_in(cast, "ellen")
    shown = browser.get(address(cast)).content.decode()
    assert "Alleen voor ons." not in shown
    assert "Ook voor school." in shown
    assert "Telt mee" not in shown
    for where in ("/nieuw", f"/{uuid4()}/telt"):
        assert browser.get(address(cast, where)).status_code == 404


def test_two_tellings_are_tied_from_its_page(cast: Cast, client: Client) -> None:
    hers = tell(cast, "samira")
    his = tell(cast, "karim", words="Ik deed niets.")
    offered = client.get(f"/stukken/{hers}/zelfde-moment")
    assert offered.status_code == 200
    assert "Ik deed niets." in offered.content.decode()
    client.post(
        f"/stukken/{hers}/zelfde-moment",
        {"entries": [str(his)], "title": "Vrijdag", "mode": "proposed", "once": str(uuid4())},
    )
    shown = client.get(address(cast)).content.decode()
    assert "Naast elkaar verteld:" in shown
    assert "Zoals Karim het vertelt" in shown
