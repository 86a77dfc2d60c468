"""On the staff face: a partner or colleague notices nothing of what is held back, and the team lets go of it."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note, readers, writes
from tests.as_free import differing, seen, set_free, story_pages, untold
from tests.cast import Cast, samira_and_karim

from naast.actions import entries, involvements, withholding

from .signed_in import client

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    found.clock.at = timezone.now() - timedelta(hours=1)
    note(found, "samira", "address", ADDRESS)
    return found


def everything(cast: Cast, *told: UUID) -> list[str]:
    here = f"/huishoudens/{cast.dossier}"
    acts = ("verbeteren", "antwoord", "meer-lezers", "minder-lezers", "vrijgeven")
    one_by_one = [page for entry in told for page in story_pages(entry, *acts, at="/stukken")]
    return ["/huishoudens", here, f"{here}/plan", f"{here}/mensen", "/zoeken?q=Lindehof", *one_by_one]


def test_a_partner_sees_the_same_pages_whether_it_is_held_back_or_not(cast: Cast) -> None:
    told = cast.tells("samira", "Ellen is een fijne juf.", "ellen", "yusuf")
    answer = entries.answer(viewer=cast.viewer("ellen"), entry=told, words=HINT)
    page = client(cast, "ellen")
    before = seen(page, everything(cast, told, answer))
    assert any(HINT in bytes_ for _, _, bytes_, _ in before)
    set_free(cast)
    assert differing(before, seen(page, everything(cast, told, answer))) == []


def ayse_without_the_phone(cast: Cast) -> None:
    """A colleague who may not know the phone number works along."""
    phone = note(cast, "samira", "phone", "06-12345678")
    viewer = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=viewer,
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=viewer.at,
    )
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="nicht van Karim",
        entry=phone,
    )


def test_a_colleague_who_may_not_know_it_sees_the_same_pages_too(cast: Cast) -> None:
    ayse_without_the_phone(cast)
    told = writes(cast, "ayse", "Bel 0612345678 maar.", "samira", "karim")
    page = client(cast, "ayse")
    before = seen(page, everything(cast, told))
    set_free(cast)
    assert differing(before, seen(page, everything(cast, told))) == []


def test_to_a_colleague_who_may_not_know_it_a_held_text_of_somebody_else_was_never_told(cast: Cast) -> None:
    ayse_without_the_phone(cast)
    told = writes(cast, "karim", "Bel 0612345678 maar.", "samira")
    page, pages = client(cast, "ayse"), [*everything(cast, told), f"/stukken/{told}/vrijgeven"]
    before = seen(page, pages)
    assert "0612345678" not in str(before)
    untold(cast, told)
    assert differing(before, seen(page, pages)) == []


def test_the_team_reads_from_which_colleague_it_is_kept_and_why(cast: Cast) -> None:
    ayse_without_the_phone(cast)
    told = writes(cast, "karim", "Bel 0612345678 maar.", "samira")
    page = client(cast, "jerrel")
    why = "Hier staat iets in wat voor diegene geheim is."
    assert why in page.get(f"/stukken/{told}").content.decode()
    assert why in page.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    offered = page.get(f"/stukken/{told}/vrijgeven").content.decode()
    assert f'value="{cast.people["samira"]}"' in offered
    assert f'value="{cast.people["ayse"]}"' not in offered


def test_the_team_reads_from_whom_it_is_held_back_and_lets_go(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    page = client(cast, "jerrel")
    shown = page.get(f"/stukken/{told}").content.decode()
    assert "Het team kijkt hier eerst naar" in shown
    assert f"/stukken/{told}/vrijgeven" in shown
    assert f"/stukken/{told}/vrijgeven" in page.get(f"/huishoudens/{cast.dossier}/mensen").content.decode()
    form = page.get(f"/stukken/{told}/vrijgeven").content.decode()
    assert f'value="{cast.people["samira"]}"' in form
    sent = {"readers": [str(cast.people["samira"])], "reason": "Zij weet dit zelf.", "once": str(uuid4())}
    for _ in range(2):
        assert page.post(f"/stukken/{told}/vrijgeven", sent).status_code == 303
    cast.clock.at = timezone.now()
    assert readers(cast, told) == {"karim", "samira"}


def test_the_team_is_told_in_dutch_and_finds_the_text_from_there(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira")
    page = client(cast, "jerrel")
    household = page.get(f"/huishoudens/{cast.dossier}").content.decode()
    assert "Iemand heeft iets opgeschreven wat voor diegene geheim is." in household
    notice = re.search(r'href="(/stukken/[0-9a-f-]+)">Openen', household)
    assert notice
    shown = page.get(notice[1]).content.decode()
    assert "Iemand heeft iets opgeschreven" in shown
    assert "Somebody wrote" not in household + shown
    assert f'href="/stukken/{told}"' in shown


def test_a_notice_that_search_finds_is_told_in_dutch(cast: Cast) -> None:
    writes(cast, "karim", HINT, "samira")
    shown = client(cast, "jerrel").get("/zoeken?q=secret").content.decode()
    assert "Iemand heeft iets opgeschreven wat voor diegene geheim is." in shown
    assert "Somebody wrote" not in shown


def test_without_people_or_reason_nothing_is_let_go(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira")
    answer = client(cast, "jerrel").post(f"/stukken/{told}/vrijgeven", {"reason": "", "once": str(uuid4())})
    assert answer.status_code == 422
    cast.clock.at = timezone.now()
    assert readers(cast, told) == {"karim"}


def test_there_is_no_such_page_where_nothing_is_held_back_nor_for_who_wrote_it(cast: Cast) -> None:
    free = writes(cast, "karim", "Het was stil.", "samira")
    assert client(cast, "jerrel").get(f"/stukken/{free}/vrijgeven").status_code == 404
    ayse_without_the_phone(cast)
    told = writes(cast, "ayse", "Bel 0612345678 maar.", "samira")
    assert client(cast, "ayse").get(f"/stukken/{told}/vrijgeven").status_code == 404
    assert client(cast, "jerrel").get(f"/stukken/{told}/vrijgeven").status_code == 200


@pytest.mark.parametrize("act", ["verbeteren", "antwoord"])
def test_a_worker_is_warned_at_the_words_and_may_go_on(cast: Cast, act: str) -> None:
    told = cast.tells("samira", "Het was stil.", "karim")
    page, path = client(cast, "jerrel"), f"/stukken/{told}/{act}"
    sent = {"words": HINT, "once": str(uuid4())}
    answer = page.post(path, sent)
    assert answer.status_code == 422
    warned = answer.content.decode()
    assert "Hier staat iets" in warned
    assert HINT in warned
    assert 'name="guard_seen"' in warned
    assert page.post(path, sent | {"guard_seen": "on"}).status_code == 303


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/stukken/{told}/meer-lezers", {"how": "asked_aloud"}),
        ("/stukken/{told}/verder-open", {"reason": "gevaar", "told_first": "yes"}),
    ],
)
def test_a_worker_is_warned_before_others_read_what_names_the_address(
    cast: Cast, path: str, more: dict[str, str]
) -> None:
    told = writes(cast, "samira", HINT)
    page, path = client(cast, "jerrel"), path.format(told=told)
    sent = {"readers": [str(cast.people["karim"])], "once": str(uuid4())} | more
    warned = page.post(path, sent).content.decode()
    assert "Hier staat iets" in warned
    assert 'name="guard_seen"' in warned
    assert page.post(path, sent | {"guard_seen": "on"}).status_code == 303
    cast.clock.at = timezone.now()
    assert readers(cast, told) == {"samira", "karim"}


def test_a_worker_is_warned_at_the_words_of_the_day_to_look_again(cast: Cast) -> None:
    page, path = client(cast, "jerrel"), f"/huishoudens/{cast.dossier}/plan/kijkdag"
    sent = {"on": "2030-01-01", "words": HINT, "present": [str(cast.people["karim"])], "once": str(uuid4())}
    warned = page.post(path, sent)
    assert warned.status_code == 422
    assert "Hier staat iets" in warned.content.decode()
    assert page.post(path, sent | {"guard_seen": "on"}).status_code == 303
