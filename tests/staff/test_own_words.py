"""The page on which a partner professional writes down something themselves; nothing typed is lost."""

from datetime import timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.cast import Cast, partner

from naast.access import timeline
from naast.access.drafts import kept
from naast.actions import entries, involvements
from naast.actions.entries import Passage

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db
KEY = "0123456789ab"


@pytest.fixture
def ellen(cast: Cast) -> Client:
    """A teacher's browser, in a household where she belongs to a circle with Samira."""
    cast.clock.at -= timedelta(minutes=1)  # the browser's clock is the real one
    passage = Passage(
        "Noa is vandaag thuis.", "telling", cast.choice("ellen"), cast.people["samira"], (cast.people["noa"],)
    )
    talk = entries.Talk("phone", entries.Happened())
    entries.tell_talk(viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage])
    return signed_in(cast, "ellen")


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/zelf-schrijven"


def typed(**more: object) -> dict[str, object]:
    return {
        "words": "Noa speelde weer mee.", "nature": "fact", "circle": "team", "draft": KEY, "once": str(uuid4())
    } | more  # fmt: skip


def with_samira(cast: Cast) -> str:
    """What the form calls the circle of Samira and Ellen."""
    return cast.people["samira"].hex[:8]


def test_the_story_leads_a_partner_to_it_and_nobody_else(cast: Cast, ellen: Client, client: Client) -> None:
    home = f"/huishoudens/{cast.dossier}"
    assert address(cast) in ellen.get(home).content.decode()
    assert address(cast) not in client.get(home).content.decode()
    shown = unescape(ellen.get(address(cast)).content.decode())
    assert "Alleen jij en het team" in shown
    assert f'value="{with_samira(cast)}"' in shown
    assert "Karim" not in shown
    for name in ("jerrel", "ayse", "samira"):
        browser = signed_in(cast, name)
        nothing = browser.get(f"/huishoudens/{uuid4()}/zelf-schrijven")
        for path in ("", "/concept"):
            hidden = browser.get(address(cast) + path)
            assert (hidden.status_code, hidden.content) == (404, nothing.content)


def test_who_has_yet_to_come_is_led_nowhere(cast: Cast, client: Client) -> None:
    partner(cast, "bas", "Bas Smit")
    jerrel = cast.viewer("jerrel")
    involvements.add_partner(
        viewer=jerrel,
        dossier=cast.dossier,
        account=cast.accounts["bas"].public_id,
        organisation="Praktijk",
        ground="huisarts",
        readers=[],
        starts=jerrel.at + timedelta(days=2),
        ends=jerrel.at + timedelta(days=9),
    )
    shown = signed_in(cast, "bas").get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "zelf-schrijven" not in shown


def test_it_stands_in_the_story_in_the_circle_that_was_chosen(cast: Cast, ellen: Client) -> None:
    answer = ellen.post(address(cast), typed(circle=with_samira(cast), about=[str(cast.people["noa"])]))
    assert answer.status_code == 303
    cast.clock.at += timedelta(minutes=5)
    line = timeline.entry(cast.viewer("jerrel"), UUID(answer["Location"].split("/")[2])).told.line
    assert line.nature == "fact"
    assert {r.face.label for r in line.readers} == {"Ellen", "Samira", "Jerrel"}
    assert [face.label for face in line.about] == ["Noa"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": "  "}, "Schrijf op wat er gezegd of gezien is."),
        ({"nature": ""}, "Kies wat het is."),
        ({"circle": "0badc0de"}, "Wie bij deze kring hoort is veranderd. Kies opnieuw."),
        ({"happened": "1 januari 2999"}, "Deze dag komt nog."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, ellen: Client, wrong: dict[str, object], said: str
) -> None:
    answer = ellen.post(address(cast), typed(**{"words": "Zij lachte."} | wrong))
    shown = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert said in shown
    assert wrong.get("words", "Zij lachte.") in shown


def test_a_draft_is_kept_offered_taken_up_and_gone_once_confirmed(cast: Cast, ellen: Client) -> None:
    said = ellen.post(f"{address(cast)}/concept", typed(circle=with_samira(cast)))
    assert said.status_code == 200
    [draft] = kept(cast.viewer("ellen"), "own-", cast.dossier)
    assert str(draft.public_id) in ellen.get(address(cast)).content.decode()
    shown = ellen.get(f"{address(cast)}?concept={draft.public_id}").content.decode()
    assert "Noa speelde weer mee." in shown
    assert f'value="{with_samira(cast)}" checked' in shown
    assert ellen.post(address(cast), typed()).status_code == 303
    assert kept(cast.viewer("ellen"), "own-", cast.dossier) == ()


def test_a_draft_is_its_writer_s_alone_to_take_up_or_throw_away(cast: Cast, ellen: Client) -> None:
    ellen.post(f"{address(cast)}/concept", typed())
    [draft] = kept(cast.viewer("ellen"), "own-", cast.dossier)
    jerrel = signed_in(cast, "jerrel")
    assert jerrel.post(f"{address(cast)}/concept/{draft.public_id}/weg").status_code == 404
    assert ellen.get(f"{address(cast)}?concept={uuid4()}").status_code == 404
    assert ellen.post(f"{address(cast)}/concept", {"draft": "\x00"}).status_code == 404
    assert ellen.post(f"{address(cast)}/concept/{draft.public_id}/weg").status_code == 303
    assert kept(cast.viewer("ellen"), "own-", cast.dossier) == ()
