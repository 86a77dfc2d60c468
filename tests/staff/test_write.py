"""Writing one talk on one screen: several passages, each with its own circle; nothing typed is lost."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from tests.cast import Cast

from naast.access import timeline
from naast.access.drafts import kept
from naast.actions.drafts import save_draft

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/schrijven"


def typed(cast: Cast, *passages: dict[str, object], **talk: object) -> dict[str, object]:
    """A filled-in form."""
    data: dict[str, object] = {
        "form": "home_visit",
        "happened": "vandaag",
        "once": str(uuid4()),
        "draft": "abc",
        "passages": len(passages),
        "do": "read",
    }
    for place, passage in enumerate(passages):
        given = {"nature": "telling", "teller": "", "mode": "proposed"} | passage
        data |= {f"passage-{place}-{name}": value for name, value in given.items()}
    return data | talk


def confirm(client: Client, cast: Cast, data: dict[str, object]):  # type: ignore[no-untyped-def]
    """Read back, and confirm exactly what was read back."""
    shown = client.post(address(cast), data)
    assert shown.status_code == 200, shown.content.decode()
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)"', shown.content.decode()
    ):
        fields.setdefault(unescape(name), []).append(unescape(value))
    return client.post(address(cast), {**fields, "do": "confirm"}), shown.content.decode()


def story(cast: Cast, name: str = "jerrel") -> list[str]:
    from django.utils import timezone

    assert cast.dossier is not None
    cast.clock.at = max(cast.clock.at, timezone.now())  # however slow the page before was
    viewer = cast.viewer(name)
    from dataclasses import replace

    page = timeline.story(replace(viewer, asked_confidential=True), cast.dossier)
    return [told.line.words for told in page.told]


def test_one_talk_holds_passages_of_several_tellers_each_in_its_own_circle(
    cast: Cast, client: Client
) -> None:
    data = typed(
        cast,
        {"words": "Ik slaap weer door.", "teller": cast.people["samira"]},
        {"words": "Hij liep weg.", "teller": cast.people["karim"], "mode": "everyone"},
        {"words": "Het was stil in huis.", "nature": "opinion"},
    )
    answer, shown = confirm(client, cast, data)
    assert answer.status_code == 303
    assert "Yusuf, Noa, Karim en Ellen kunnen dit niet lezen." in shown
    assert {"Ik slaap weer door.", "Hij liep weg.", "Het was stil in huis."} <= set(story(cast))
    assert "Ik slaap weer door." in story(cast, "samira")
    assert "Hij liep weg." in story(cast, "samira")
    assert story(cast, "karim") == ["Hij liep weg."]


def test_who_was_there_reads_what_was_told_with_them_present(cast: Cast, client: Client) -> None:
    data = typed(
        cast,
        {"words": "Dat weet hij ook.", "teller": cast.people["samira"]},
        present=[cast.people["samira"], cast.people["karim"]],
    )
    answer, _ = confirm(client, cast, data)
    assert answer.status_code == 303
    assert story(cast, "karim") == ["Dat weet hij ook."]


def test_what_a_child_tells_goes_to_no_parent_by_itself_and_the_ground_is_asked(
    cast: Cast, client: Client
) -> None:
    passage: dict[str, object] = {"words": "Ik wil voetballen.", "teller": cast.people["yusuf"]}
    data = typed(cast, passage, present=[cast.people["samira"]])
    refused = client.post(address(cast), data)
    assert refused.status_code == 422
    assert "Een kind mag iets vertellen" in refused.content.decode()
    data = typed(cast, passage | {"ground": "Yusuf vertelt het zelf.", "how": "child_picked"})
    answer, _ = confirm(client, cast, data)
    assert answer.status_code == 303
    assert story(cast, "yusuf") == ["Ik wil voetballen."]
    assert story(cast, "samira") == []


def test_a_contact_without_goal_or_problem_is_welcome_and_one_with_only_a_goal_too(
    cast: Cast, client: Client
) -> None:
    assert confirm(client, cast, typed(cast, {"words": "Koffie."}))[0].status_code == 303
    assert confirm(client, cast, typed(cast, {"words": ""}, goal="Kennismaken"))[0].status_code == 303


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("passage-0-happened", "31 november", "31 november bestaat niet. Bedoel je 30 november?"),
        ("passage-0-happened", "1 januari 2999", "Deze dag komt nog."),
        ("happened", "morgen", "Deze dag komt nog."),
        ("form", "", "has-error"),
        ("form", "telepathie", "has-error"),
        ("passage-0-words", "", "Schrijf op wat er gezegd of gezien is."),
        ("passage-0-words", "é" * 200_001, "has-error"),
        ("passage-0-nature", "waarheid", "Er klopt nog iets niet."),
        ("passage-0-teller", "11111111-1111-4111-8111-111111111111", "Er klopt nog iets niet."),
        ("passage-0-readers", "niemand", "Er klopt nog iets niet."),
        ("present", "x", "Er klopt nog iets niet."),
        ("once", "x", "Er klopt nog iets niet."),
    ],
)
def test_what_can_not_be_right_is_said_and_all_passages_stay(
    cast: Cast, client: Client, field: str, value: str, said: str
) -> None:
    data = typed(cast, {"words": "Blijft staan één."}, {"words": "Blijft staan twee."})
    if field == "passage-0-words":
        data = typed(cast, {"words": ""}) if not value else data
    answer = client.post(address(cast), {**data, field: value})
    assert answer.status_code == 422
    shown = unescape(answer.content.decode())
    assert said in shown
    if field != "passage-0-words":
        assert "Blijft staan één." in shown
        assert "Blijft staan twee." in shown
    assert story(cast) == []


def test_two_hundred_thousand_characters_are_kept(cast: Cast, client: Client) -> None:
    answer, _ = confirm(client, cast, typed(cast, {"words": "woord " * 33_000}))
    assert answer.status_code == 303


def test_a_passage_is_added_and_taken_away_without_script(cast: Cast, client: Client) -> None:
    data = typed(cast, {"words": "Eén."}, {"words": "Twee."})
    more = client.post(address(cast), {**data, "do": "add"}).content.decode()
    assert 'name="passage-2-words"' in more
    assert "Eén." in more
    assert "Er klopt nog iets niet" not in more
    less = client.post(address(cast), {**data, "do": "remove-0"}).content.decode()
    assert "Eén." not in less
    assert "Twee." in less
    assert 'name="passage-1-words"' not in less


def test_an_added_passage_starts_as_a_telling_in_the_safest_circle(cast: Cast, client: Client) -> None:
    more = client.post(address(cast), typed(cast, {"words": "Eén."}, do="add")).content.decode()
    assert re.search(r'name="passage-1-nature" value="telling" checked', more)
    assert re.search(r'name="passage-1-mode" value="proposed"[^>]* checked', more)


def test_a_passage_without_a_nature_is_told_so_at_its_field(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast), typed(cast, {"words": "Eén.", "nature": ""}))
    assert answer.status_code == 422
    field = re.search(
        r'<fieldset class="field has-error" id="id_passage-0-nature".*?</legend>(.*?)<div',
        answer.content.decode(),
        re.DOTALL,
    )
    assert field
    assert 'class="error"' in field[1]


def test_the_same_confirmation_sent_twice_is_written_once(cast: Cast, client: Client) -> None:
    data = typed(cast, {"words": "Eén keer."})
    first, _ = confirm(client, cast, data)
    second, _ = confirm(client, cast, data)
    assert first.status_code == second.status_code == 303
    assert story(cast).count("Eén keer.") == 1


def test_nothing_is_confirmed_before_its_own_readers_were_read_back(cast: Cast, client: Client) -> None:
    data = typed(cast, {"words": "Wacht.", "teller": cast.people["samira"]}, do="confirm")
    answer = client.post(address(cast), data)
    assert answer.status_code == 200
    assert "Klopt dit zo?" in answer.content.decode()
    assert story(cast) == []


def test_a_draft_is_kept_offered_and_gone_once_confirmed(cast: Cast, client: Client) -> None:
    data = typed(cast, {"words": "Half verhaal.", "teller": cast.people["samira"]})
    said = client.post(f"{address(cast)}/concept", data)
    assert said.content.decode().startswith("Concept bewaard om ")
    offered = client.get(address(cast)).content.decode()
    assert "Je hebt een concept" in offered
    assert "Half verhaal." not in offered
    found = re.search(r"\?concept=([0-9a-f-]+)", offered)
    assert found
    again = client.get(f"{address(cast)}?concept={found[1]}").content.decode()
    assert "Half verhaal." in again
    assert confirm(client, cast, data)[0].status_code == 303
    assert "Je hebt een concept" not in client.get(address(cast)).content.decode()


def test_two_tabs_keep_two_drafts(cast: Cast, client: Client) -> None:
    for key in ("een", "twee"):
        client.post(f"{address(cast)}/concept", typed(cast, {"words": key}) | {"draft": key})
    assert client.get(address(cast)).content.decode().count("?concept=") == 2


def test_a_draft_can_be_thrown_away_by_its_writer_only(cast: Cast, client: Client) -> None:
    assert cast.dossier is not None
    draft = save_draft(
        viewer=cast.viewer("jerrel"), form="write-x", fields={"goal": ["x"]}, dossier=cast.dossier
    )
    other = signed_in(cast, "ayse")
    assert other.post(f"{address(cast)}/concept/{draft}/weg").status_code == 404
    assert client.post(f"{address(cast)}/concept/{draft}/weg").status_code == 303
    assert kept(cast.viewer("jerrel"), "write-", cast.dossier) == ()


def test_a_colleague_in_the_team_sees_nothing_of_anothers_draft(cast: Cast, client: Client) -> None:
    from datetime import timedelta

    from naast.actions import involvements

    assert cast.dossier is not None
    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at - timedelta(days=1),
    )
    client.post(f"{address(cast)}/concept", typed(cast, {"words": "Zwaluwstaart"}))
    other = signed_in(cast, "ayse")
    shown = other.get(address(cast))
    assert shown.status_code == 200
    assert "Je hebt een concept" not in shown.content.decode()
    for page in (f"/huishoudens/{cast.dossier}", "/zoeken?q=zwaluwstaart"):
        assert "Zwaluwstaart" not in other.get(page).content.decode()


def test_only_the_own_team_writes(cast: Cast) -> None:
    for name in ("ayse", "ellen", "samira"):
        assert signed_in(cast, name).get(address(cast)).status_code == 404, name
        assert signed_in(cast, name).post(f"{address(cast)}/concept", {"goal": "x"}).status_code == 404
