"""Paper that was given out on the team's face: written down once, read back, listed, and named where it matters."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client as signed_in
from tests.staff.test_plan import agree

from naast.actions import papers
from naast.documents.saying import full_day

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
EMPTY = "Hier staat geen papier"


@pytest.fixture
def cast() -> Cast:
    """As it was told in the hour before now: nothing of it lies a second ahead."""
    return samira_and_karim(some_time_ago(hours=1))


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/plan{rest}"


def listed(cast: Cast, client: Client, query: str = "") -> str:
    answer = client.get(address(cast, f"/papier{query}"))
    assert answer.status_code == 200
    return answer.content.decode()


def typed(cast: Cast, client: Client, **more: object) -> dict[str, object]:
    """What the form holds for who gives Samira the plan today."""
    seen = client.get(address(cast, "/papier/meegeven")).context["form"].seen
    return {
        "sheet": "plan",
        "to": [str(cast.people["samira"])],
        "given_on": timezone.localdate().isoformat(),
        "words": "",
        "mode": "named",
        "seen": seen,
        "once": str(uuid4()),
    } | more


def give(cast: Cast, client: Client, **more: object) -> None:
    given = typed(cast, client, **more)
    told = client.post(address(cast, "/papier/meegeven"), given).context["told"]
    answer = client.post(address(cast, "/papier/meegeven"), given | {"checked": told.mark})
    assert answer.status_code == 303
    assert answer["Location"] == address(cast, "/papier")


def report_of(cast: Cast, client: Client) -> str:
    """The address at which it is said what became of the first paper on the list."""
    return next(part for part in listed(cast, client).split('"') if part.endswith("/geworden"))


def test_an_empty_list_says_what_comes_here(cast: Cast, client: Client) -> None:
    assert EMPTY in listed(cast, client)


def test_without_a_plan_there_is_nothing_to_give(cast: Cast, client: Client) -> None:
    page = client.get(address(cast, "/papier/meegeven"))
    assert "Er staat nog niets op het papier" in page.content.decode()
    assert "<form" not in page.content.decode().split("<main")[1].split("</main>")[0]


def test_the_plan_and_its_paper_lead_to_it(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    assert address(cast, "/papier/meegeven") in client.get(address(cast, "/afdruk")).content.decode()
    for page in ("", "/afdruk"):
        assert f'"{address(cast, "/papier")}"' in client.get(address(cast, page)).content.decode(), page


def test_through_somebodys_eyes_nothing_is_given(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    eyes = f"?ogen={cast.people['karim']}&als=resident"
    assert EMPTY in listed(cast, client, eyes)
    shown = listed(cast, client, f"?ogen={cast.people['samira']}&als=resident")
    assert "meegegeven aan Samira" in shown
    for hidden in ("/meegeven", "/geworden"):
        assert hidden not in shown
    assert "/meegeven" not in client.get(address(cast, f"/afdruk{eyes}")).content.decode()
    assert client.get(address(cast, f"/papier/meegeven{eyes}")).status_code == 404


def test_what_was_given_is_read_back_and_then_stands_there(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    given = typed(cast, client, words="In haar tas.")
    first = client.post(address(cast, "/papier/meegeven"), given)
    assert first.context["told"].reads[0].label == "Samira"
    assert EMPTY in listed(cast, client)
    give(cast, client, words="In haar tas.")
    shown = listed(cast, client)
    today = full_day(timezone.now())
    for said in (
        f"Het plan op papier, meegegeven aan Samira op {today}",
        "In haar tas.",
        "zoals afgesproken op",
    ):
        assert said in shown
    assert "Het plan is daarna veranderd" not in shown


def test_sent_twice_it_stands_there_once(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    given = typed(cast, client)
    mark = client.post(address(cast, "/papier/meegeven"), given).context["told"].mark
    for _ in range(2):
        assert client.post(address(cast, "/papier/meegeven"), given | {"checked": mark}).status_code == 303
    assert listed(cast, client).count("meegegeven aan Samira") == 1


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    wrong = client.post(address(cast, "/papier/meegeven"), typed(cast, client, to=[], words="In haar tas."))
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"to"})
    assert "In haar tas." in wrong.content.decode()
    given = typed(cast, client, given_on=tomorrow)
    mark = client.post(address(cast, "/papier/meegeven"), given).context["told"].mark
    wrong = client.post(address(cast, "/papier/meegeven"), given | {"checked": mark})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"given_on"})


def test_a_plan_that_changed_meanwhile_is_noticed_and_the_older_paper_can_be_said(
    cast: Cast, client: Client
) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    given = typed(cast, client)
    agree(cast, "Wij lopen samen.", *EVERYBODY)
    wrong = client.post(address(cast, "/papier/meegeven"), given)
    assert set(wrong.context["form"].errors) == {"older"}
    give(cast, client, seen=given["seen"], older="on")
    shown = listed(cast, client)
    assert "Hierop staat een ouder plan." in shown
    assert "Het plan is daarna veranderd" in shown


def test_a_later_agreement_tells_that_the_plan_has_changed(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    agree(cast, "Wij lopen samen.", *EVERYBODY)
    assert "Het plan is daarna veranderd" in listed(cast, client)


def test_lost_paper_says_so_and_goes_on_saying_that_the_plan_changed(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    there, once = report_of(cast, client), str(uuid4())
    given = {"state": "lost", "on": timezone.localdate().isoformat(), "once": once}
    for _ in range(2):  # the second is the same confirmation
        assert client.post(there, given).status_code == 303
    assert f"kwijt, {full_day(timezone.now())}" in listed(cast, client)
    agree(cast, "Wij lopen samen.", *EVERYBODY)
    assert "Het plan is daarna veranderd" in listed(cast, client)


def test_who_was_second_reads_what_the_first_said(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    there = report_of(cast, client)
    given = {"on": timezone.localdate().isoformat(), "once": str(uuid4())}
    assert client.post(there, given | {"state": "lost"}).status_code == 303
    late = client.post(there, given | {"state": "back", "once": str(uuid4())})
    assert "Iemand anders heeft intussen gezegd" in late.content.decode()
    assert "kwijt" in late.content.decode()


def test_a_day_before_it_was_given_is_refused_at_the_day(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    before = (timezone.localdate() - timedelta(days=1)).isoformat()
    wrong = client.post(report_of(cast, client), {"state": "back", "on": before, "once": str(uuid4())})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"on"})


def test_a_partner_reads_of_paper_in_the_story_only_what_they_were_chosen_for(
    cast: Cast, client: Client
) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY, "ellen")
    give(cast, client)
    give(cast, client, to=[str(cast.people["ellen"])])
    ellen = signed_in(cast, "ellen")
    shown = ellen.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "meegegeven aan Ellen" in shown
    assert "meegegeven aan Samira" not in shown
    for page in ("/papier", "/papier/meegeven"):
        assert ellen.get(address(cast, page)).status_code == 404


def test_the_story_and_its_own_page_say_what_was_given_to_whom(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    said = "Het plan op papier, meegegeven aan Samira"
    story = client.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert said in story
    assert said in client.get(f"/huishoudens/{cast.dossier}?soort=paper").content.decode()
    there = report_of(cast, client)
    client.post(there, {"state": "back", "on": timezone.localdate().isoformat(), "once": str(uuid4())})
    entry = there.split("/papier/")[1].split("/")[0]
    page = client.get(f"/stukken/{entry}").content.decode()
    assert page.count(said) == 2  # as it is now, and as it was
    assert "Samira" not in page.split("<title>")[1].split("</title>")[0]


def drop_karim(cast: Cast, client: Client, agreed: UUID) -> str:
    """The page on which an agreement that Karim reads is about to be read by Samira alone."""
    there = address(cast, f"/afspraak/{agreed}/wijzigen")
    form = client.get(there).context["form"]
    given = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    samira = [str(cast.people["samira"])]
    given |= {"does": samira, "watches": samira, "mode": "chosen", "readers": samira, "once": str(uuid4())}
    return client.post(there, given | {"checked": ""}).content.decode()


def test_an_agreement_that_fewer_read_names_the_paper_that_may_hold_it(cast: Cast, client: Client) -> None:
    agreed = agree(cast, "Wij eten samen.", *EVERYBODY)
    assert "Het staat misschien op papier" not in drop_karim(cast, client, agreed)
    give(cast, client)
    for page in (
        drop_karim(cast, client, agreed),
        client.get(address(cast, f"/afspraak/{agreed}/stoppen")).content.decode(),
        client.get(f"/stukken/{agreed}/weghouden").content.decode(),
    ):
        assert "Het staat misschien op papier dat is meegegeven:" in page
        assert "Papier dat is meegegeven, is niet terug te halen." in page
        assert f"het plan op papier, Samira, {full_day(timezone.now())}" in page


def test_paper_from_before_it_was_agreed_is_not_named(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    later = agree(cast, "Wij lopen samen.", *EVERYBODY)
    page = client.get(address(cast, f"/afspraak/{later}/stoppen")).content.decode()
    assert "Het staat misschien op papier" not in page


def test_a_telling_stands_on_no_paper(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", "Het was stil.", "karim")
    agree(cast, "Wij eten samen.", *EVERYBODY)
    give(cast, client)
    assert (
        "Het staat misschien op papier" not in client.get(f"/stukken/{told}/minder-lezers").content.decode()
    )


def test_an_edition_is_made_by_its_reader_and_never_given_by_the_team(cast: Cast, client: Client) -> None:
    agree(cast, "Wij eten samen.", *EVERYBODY)
    wrong = client.post(address(cast, "/papier/meegeven"), typed(cast, client, sheet="edition"))
    assert set(wrong.context["form"].errors) == {"sheet"}
    viewer = cast.viewer("samira")
    assert cast.dossier is not None
    papers.make_own(viewer=viewer, dossier=cast.dossier, version=viewer.at)
    assert "Een eigen papier, gemaakt door Samira" in listed(cast, client)
