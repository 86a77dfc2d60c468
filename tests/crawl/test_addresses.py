"""No address is forgotten, and the crawl itself is seen to go red."""

import random

import pytest
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from naast.access import policy
from naast.documents import calendar_feeds
from naast.documents.plan import plan
from naast.urls import urlpatterns
from tests import made_files
from tests.documents import pages
from tests.world.build import World
from tests.world.fixture import undone
from tests.world.oracle import Watcher

from . import reading
from .addresses import HOLDS_NO_WORD, Arguments, all_addresses, unprovided
from .crawler import Allowed, Crawl, of_capacity, walked
from .session import signed_in

pytestmark = pytest.mark.django_db


def test_every_argument_of_every_address_can_be_filled_in() -> None:
    assert unprovided(all_addresses()) == []
    assert [address for address in all_addresses() if not address.name] == []


def test_an_address_with_an_unknown_argument_is_noticed() -> None:
    addresses = all_addresses()
    odd = type(addresses[0])("odd", {"whatever": "UUIDConverter"}, None)
    assert unprovided([*addresses, odd]) == ["odd: whatever"]


def test_every_address_answers_somebody(world: World, full: bool) -> None:
    """Else the crawl would prove nothing about it."""
    everybody = of_capacity(world, "staff", "resident")
    watchers = everybody if full else [*of_capacity(world, "staff")[:4], *of_capacity(world, "resident")[:3]]
    silent = {address.name for address in walked()}
    for watcher in watchers:
        silent -= answering(world, full, watcher, silent)
    if full:
        assert silent <= ANSWERS_NOBODY_IN_THE_CRAWL, sorted(silent)
    assert len(silent) < len(walked()) / 3, sorted(silent)  # a few watchers of the sample reach most


def answering(world: World, full: bool, watcher: Watcher, names: set[str]) -> set[str]:
    """Which of these addresses answer this watcher with a page, or with where to go next."""
    arguments = Arguments(world, watcher, full, random.Random(f"answers {watcher.human}"))
    found = set()
    with undone():
        client = signed_in(watcher)
        for address in walked():
            for path in arguments.own(address) if address.name in names else ():
                answer = client.get(path)
                sent_away = answer.get("Location", "").startswith(settings.LOGIN_URL)
                if (answer.status_code < 400 and not sent_away) or answer.status_code in (405, 422):
                    found.add(address.name)
                    break
    return found


# Addresses for which the crawl has nothing to fill in; each has tests of its own.
ANSWERS_NOBODY_IN_THE_CRAWL = {
    "portal-sign-in",  # a one-time link: tests/portal/test_sign_in.py
}


def test_the_crawl_sees_a_filter_that_is_gone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "_readable", lambda reach, id_field: Q(**{f"{id_field}__gt": 0}))
    monkeypatch.setattr(settings, "VIEWER_ROLE", settings.RULES_ROLE)
    crawl = Crawl(world, full=False, until=" shows a ")
    for watcher in [*of_capacity(world, "staff")[:2], *of_capacity(world, "resident")[:4]]:
        crawl.as_watcher(watcher, posts=False)
        if any(" shows a " in wrong for wrong in crawl.wrong):
            return
    raise AssertionError("no word was found where it may not be")


def test_the_crawl_sees_a_word_in_a_header_a_title_and_a_file(world: World) -> None:
    told = next(told for told in world.facts.told if told.word)
    watcher = next(w for w in of_capacity(world, "partner") if told not in world.facts.readable(w, world.at))
    for answer in (
        HttpResponse(f"<title>{told.word}</title>"),
        HttpResponse("", headers={"Content-Disposition": f"attachment; filename={told.word}.pdf"}),
        HttpResponse(told.word.upper().encode("utf-16-le"), content_type="application/pdf"),
    ):
        crawl = Crawl(world, full=False)
        with_answer(crawl, watcher, answer)
        assert crawl.wrong


def test_the_crawl_sees_words_packed_in_a_file(world: World) -> None:
    """Seen red with `inside` giving nothing: the letter and the page were packed, and no word was found in them."""
    told = next(told for told in world.facts.told if told.word)
    watcher = next(w for w in of_capacity(world, "partner") if told not in world.facts.readable(w, world.at))
    letter = made_files.docx(f"<w:p><w:r><w:t>{told.word}</w:t></w:r></w:p>")
    for content in (letter, made_files.pdf(f"Hier staat {told.word}")):
        assert told.word.encode() not in letter
        crawl = Crawl(world, full=False)
        with_answer(crawl, watcher, HttpResponse(content, content_type="application/octet-stream"))
        assert crawl.wrong


def test_the_crawl_sees_a_word_on_paper_and_in_what_a_file_tells_of_itself(world: World) -> None:
    """Seen red with `inside` reading the text only, and with it reading what the file tells of itself only."""
    told = next(told for told in world.facts.told if told.word)
    watcher = next(w for w in of_capacity(world, "partner") if told not in world.facts.readable(w, world.at))
    on_paper = plan(pages.page(pages.situation("Steeds", pages.agreed(fallback=told.word)))).content
    of_itself = made_files.pdf_about(plan(pages.page()).content, told.word)
    for content in (on_paper, of_itself):
        assert told.word.encode() not in content
        crawl = Crawl(world, full=False)
        with_answer(crawl, watcher, HttpResponse(content, content_type="application/pdf"))
        assert crawl.wrong


def test_a_worker_s_calendar_is_fetched_and_may_hold_no_word_at_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = next(one for one in of_capacity(world, "staff") if one.human in world.feeds)
    address = next(one for one in walked() if one.name == HOLDS_NO_WORD)
    [path] = Arguments(world, watcher, False, random.Random(3)).own(address)
    told = next(told for told in world.facts.readable(watcher, world.at) if told.word)
    for content, wrong in ((b"", False), (told.word.encode(), True)):
        monkeypatch.setattr(calendar_feeds, "feed", lambda *_, content=content: content)
        crawl = Crawl(world, full=False)
        answer = crawl.fetch(signed_in(watcher), watcher, address, path, Allowed.of(world, watcher))
        assert answer.status_code == 200
        assert bool(crawl.wrong) is wrong


def with_answer(crawl: Crawl, watcher: object, answer: HttpResponse) -> None:
    """One more address, for a moment, that answers this."""

    def view(request: HttpRequest) -> HttpResponse:
        return answer

    urlpatterns.append(path("proef", view, name="trial"))
    try:
        from django.urls import clear_url_caches

        clear_url_caches()
        address = next(a for a in all_addresses() if a.name == "trial")
        from .session import signed_in

        crawl.fetch(
            signed_in(watcher),
            watcher,
            address,
            reverse("trial"),
            Allowed.of(crawl.world, watcher),  # type: ignore[arg-type]
        )
    finally:
        urlpatterns.pop()
        clear_url_caches()


def test_words_are_found_in_any_case() -> None:
    assert reading.words_in("x BADEFOGUQX y badefoguyx") == {"badefoguqx", "badefoguyx"}
