"""An ex-partner signs in as himself and types every address that he can have seen on a screen of the others."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Page

from .by_hand import masked, sent, typed
from .conftest import Demo, Open
from .doing import (
    come_in_as_professional,
    come_in_as_resident,
    hide_confidential,
    household_of,
    show_confidential,
)
from .walking import UUID, forms, kind_of, written

NOT_HIS = (
    "Ik durfde niet te zeggen dat ik weg wilde",
    "ik telde autos",
    "En dat niemand daarna over mij heeft",
    "stemmen hoor op de trap",
    "Lindehof",
    "Ellen",
    "Noa bleef drie middagen binnen",
)


def seen_by_worker(page: Page, demo: Demo) -> dict[str, str]:
    """One page of each kind in the household that both parents are in, as its worker reads them."""
    come_in_as_professional(page, demo, "Jerrel")
    return written(page, household_of(page, "Samira"), kind_of)


def seen_by_mother(page: Page, demo: Demo) -> dict[str, str]:
    """One page of each kind of the mother, with what she told in confidence."""
    come_in_as_resident(page, demo, "Samira")
    page.get_by_role("link", name="Mijn verhaal").click()
    show_confidential(page, demo.pin_of("Samira"))
    found = written(page, page.url, kind_of)
    hide_confidential(page)
    return found


def told(html: str) -> list[str]:
    """The words of the entry that a page of the portal is about."""
    entry = re.search(r'<article class="entry.*?</article>', html, re.DOTALL)
    return re.findall(r'<p(?: class="voice")?>(.*?)</p>', entry[0], re.DOTALL) if entry else []


def test_every_address_of_the_others_answers_him_as_one_that_does_not_exist(opened: Open, demo: Demo) -> None:
    seen = seen_by_worker(opened(), demo) | seen_by_mother(opened(phone=True), demo)
    karim = opened(phone=True)
    come_in_as_resident(karim, demo, "Karim")
    karim.get_by_role("link", name="Mijn verhaal").click()
    show_confidential(karim, demo.pin_of("Karim"))
    own = written(karim, karim.url)
    his = "\n".join(own.values())
    assert [text for text in NOT_HIS if text in his] == []

    mine = {
        urlsplit(found).path for address, html in own.items() for found in (address, *forms(html, address))
    }
    tried = typed(seen)
    strange = {found for found in tried if urlsplit(found).path not in mine}
    posts = sent(seen)
    nothing, refused = masked(karim.request.get("/bestaat-niet")), 0
    token = next(cookie["value"] for cookie in karim.context.cookies() if cookie["name"] == "csrftoken")
    for address in strange:
        answer = karim.request.get(address)
        if masked(answer) != nothing:  # an entry that he reads on another page of his
            words = told(answer.text())
            assert words, address
            assert [word for word in words if word not in his] == [], address
            continue
        refused += 1
        if address not in posts:
            continue
        posted = karim.request.post(address, form={"csrfmiddlewaretoken": token})
        assert masked(posted) == nothing, address
    assert refused > 100
    # what leads on from a page of his own is his: a line of who looked, to ask about
    leads_on = {urlsplit(address)._replace(scheme="", netloc="").geturl() for address in own}
    for address in (one for one in tried - strange - leads_on if UUID.search(urlsplit(one).query)):
        path, asked = address.split("?")
        answers = [karim.request.get(f"{path}?{query}") for query in (asked, UUID.sub(str(uuid4()), asked))]
        assert masked(answers[0]) == masked(answers[1]), address
    hide_confidential(karim)


@pytest.mark.parametrize("script", [True, False])
def test_an_address_typed_in_his_browser_shows_nothing_and_the_way_out(
    opened: Open, demo: Demo, script: bool
) -> None:
    jerrel = opened(script=script)
    come_in_as_professional(jerrel, demo, "Jerrel")
    household = urlsplit(household_of(jerrel, "Samira")).path
    karim = opened(script=script, phone=True)
    come_in_as_resident(karim, demo, "Karim")
    for address in (household, f"{household}/plan", f"/mijn{household.replace('huishoudens/', '')}/elders"):
        karim.goto(address)
        assert karim.get_by_role("heading", name="Niets gevonden").is_visible()
        assert karim.get_by_role("link", name="Snel weg").is_visible()
    assert "Samira" not in karim.locator("body").inner_text()
