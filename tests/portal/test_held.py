"""On the pages of who wrote what they may not know: nothing tells that it is held back, nor that it is not."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note, readers, writes
from tests.actions.test_plan import agree
from tests.as_free import differing, seen, set_free, story_pages, untold
from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import entries, involvements, positions, withholding
from naast.actions.files import Upload, add_file

ALL = ("samira", "yusuf", "noa")
FIRST = "Soms kijkt het team eerst naar een tekst"


@pytest.fixture
def guarded(cast: Cast) -> Cast:
    note(cast, "samira", "address", ADDRESS)
    return cast


def everything(cast: Cast, *told: UUID) -> list[str]:
    mine = f"/mijn/{cast.dossier}"
    pages = [
        "",
        "/verhaal",
        "/wie-weet-wat",
        "/wie-keek",
        "/plan",
        "/vertellen",
        "/verklaring",
        "/bestand",
        "/vraag",
    ]
    acts = ("antwoord", "verbeteren", "meer-lezers", "minder-lezers", "bestand")
    one_by_one = [page for entry in told for page in story_pages(entry, *acts, at="/mijn/stukken")]
    return ["/mijn", *(mine + page for page in pages), *one_by_one]


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("chosen", [("yusuf",), ALL])
def test_every_page_is_the_same_whether_it_is_held_back_or_not(
    guarded: Cast, browser: Browser, asked: bool, chosen: tuple[str, ...]
) -> None:
    told = writes(guarded, "karim", HINT, *chosen)
    state = entries.state(
        viewer=guarded.viewer("karim"), dossier=guarded.dossier, words=HINT, choice=guarded.choice(*chosen)
    )
    letter = add_file(
        viewer=guarded.viewer("karim"),
        dossier=guarded.dossier,
        upload=Upload("x.txt", HINT.encode(), "Een brief"),
        circle=guarded.choice(*chosen),
    )
    page = browser("karim", asked=asked)
    before = seen(page, everything(guarded, told, state, letter))
    set_free(guarded)
    assert readers(guarded, told) == readers(guarded, letter) == {"karim", *chosen}
    assert differing(before, seen(page, everything(guarded, told, state, letter))) == []


def test_a_letter_of_karim_s_that_is_held_back_reaches_none_of_whom_he_chose(
    guarded: Cast, browser: Browser
) -> None:
    letter = add_file(
        viewer=guarded.viewer("karim"),
        dossier=guarded.dossier,
        upload=Upload("x.txt", HINT.encode(), "Een brief"),
        circle=guarded.choice(*ALL),
    )
    assert browser("karim").get(f"/mijn/stukken/{letter}/bestand").content == HINT.encode()
    assert browser("samira", asked=True).get(f"/mijn/stukken/{letter}/bestand").status_code == 404


def test_what_a_worker_noted_of_karim_was_never_told_as_far_as_he_can_see(
    guarded: Cast, browser: Browser
) -> None:
    """The worker may not know the address, so whoever said it waits with the others."""
    viewer = guarded.viewer("jerrel")
    involvements.add_colleague(
        viewer=viewer,
        dossier=guarded.dossier,
        account=guarded.accounts["ayse"].public_id,
        role="team",
        starts=viewer.at,
    )
    phone = note(guarded, "samira", "phone", "06-12345678")
    withholding.withhold(
        viewer=guarded.viewer("jerrel"),
        dossier=guarded.dossier,
        human=guarded.people["ayse"],
        reason="kent Karim",
        entry=phone,
    )
    told = guarded.tells("karim", "Ik belde 0612345678.", "yusuf", by="ayse")
    page = browser("karim", asked=True)
    before = [page[:3] for page in seen(page, everything(guarded, told))]
    assert "0612345678" not in str(before)
    untold(guarded, told)
    assert [page[:3] for page in seen(page, everything(guarded, told))] == before


def test_what_karim_told_to_all_stands_on_his_page_unasked(guarded: Cast, browser: Browser) -> None:
    writes(guarded, "karim", HINT, *ALL)
    assert HINT in browser("karim").get(f"/mijn/{guarded.dossier}/verhaal").content.decode()
    assert HINT not in browser("samira").get(f"/mijn/{guarded.dossier}/verhaal").content.decode()


def test_the_plan_is_the_same_whether_a_position_is_held_back_or_not(guarded: Cast, browser: Browser) -> None:
    agreed = agree(guarded)
    positions.take_position(
        viewer=guarded.viewer("karim"),
        agreement=agreed,
        stance="differs",
        words=HINT,
        shared_with=guarded.choice("samira"),
    )
    page, plan = browser("karim", asked=True), [f"/mijn/{guarded.dossier}/plan"]
    before = seen(page, plan)
    assert HINT in before[0][2]
    set_free(guarded)
    assert differing(before, seen(page, plan)) == []


def test_who_read_it_so_far_does_not_tell_in_time(guarded: Cast, browser: Browser) -> None:
    """A free text is read by others and a held one never is; so of their own words they hear of the team alone."""
    told = writes(guarded, "karim", "Het was stil.", "yusuf")
    browser("yusuf", asked=True).get(f"/mijn/stukken/{told}")
    browser("jerrel").get(f"/stukken/{told}")
    shown = browser("karim", asked=True).get(f"/mijn/stukken/{told}").content.decode()
    assert "Jerrel heeft het" in shown
    assert "Yusuf heeft het" not in shown
    assert "en Yusuf" not in shown


@pytest.mark.parametrize("words", [HINT, "Het was stil."])
def test_under_every_list_stands_that_the_team_may_look_first(
    guarded: Cast, browser: Browser, words: str
) -> None:
    told = writes(guarded, "karim", words, "yusuf")
    page = browser("karim", asked=True)
    for address in (f"/mijn/stukken/{told}", f"/mijn/{guarded.dossier}/verhaal"):
        assert FIRST in page.get(address).content.decode()
    sent = {"words": words, "nature": "telling", "when": "unknown", "mode": "chosen", "key": "0a1b2c3d"}
    sent |= {"once": uuid4(), "readers": [str(guarded.people["yusuf"])], "step": "check"}
    assert FIRST in page.post(f"/mijn/{guarded.dossier}/vertellen", sent).content.decode()


def send(cast: Cast, browser: Browser, path: str, words: str, **more: object) -> str:
    """The form of Samira, sent once more with the sentence that was shown."""
    page, sent = browser("samira", asked=True), {"words": words, "once": uuid4(), "mode": "everyone"} | more
    shown = page.post(path, sent).content.decode()
    if 'name="checked" value="' in shown:
        sent["checked"] = shown.split('name="checked" value="')[1].split('"')[0]
        answer = page.post(path, sent)
        shown = answer.content.decode() if answer.status_code != 303 else "kept"
    return shown or "kept"


@pytest.mark.parametrize("act", ["antwoord", "verbeteren", "verklaring"])
def test_she_is_warned_at_her_words_and_may_go_on(guarded: Cast, browser: Browser, act: str) -> None:
    told = entries.tell(
        viewer=guarded.viewer("samira"),
        dossier=guarded.dossier,
        passage=entries.Passage("Het was stil.", "telling", guarded.choice("karim")),
    )
    path = f"/mijn/{guarded.dossier}/{act}" if act == "verklaring" else f"/mijn/stukken/{told}/{act}"
    note(guarded, "samira", "phone", "06-12345678")
    words = "Bel mij op 0612345678."
    more = {"mode": "chosen", "readers": [str(guarded.people["karim"])]} if act == "verklaring" else {}
    warned = send(guarded, browser, path, words, **more)
    assert "Hier staat iets" in warned
    assert words in warned
    assert 'name="guard_seen"' in warned
    assert send(guarded, browser, path, words, guard_seen="on", **more) == "kept"


def test_she_is_warned_before_more_people_read_what_she_told(guarded: Cast, browser: Browser) -> None:
    told = writes(guarded, "samira", HINT)
    path = f"/mijn/stukken/{told}/meer-lezers"
    sent = {"readers": [str(guarded.people["karim"])], "once": uuid4()}
    page = browser("samira", asked=True)
    warned = page.post(path, sent).content.decode()
    assert "Hier staat iets" in warned
    assert page.post(path, sent | {"guard_seen": "on"}).status_code == 303
    guarded.clock.at = timezone.now()
    assert readers(guarded, told) == {"samira", "karim"}
