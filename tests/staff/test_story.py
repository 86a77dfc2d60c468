"""The story on the household page: days, voices, answers, filters; constant in queries; cut to the reader."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast, samira_and_karim

from naast.access import timeline
from naast.access.viewer import Viewer
from naast.actions import corrections, entries
from naast.actions.choice import Choice
from naast.staff.story.timeline import asked, context_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def request(query: str = "") -> HttpRequest:
    made = RequestFactory().get(f"/huishoudens/x?{query}")
    made.user = AnonymousUser()
    return made


def story_context(request: HttpRequest, viewer: Viewer, dossier: UUID) -> dict[str, Any]:
    """What the template of the story needs, for who may write in it."""
    form, after = asked(request)
    story = timeline.story(viewer, dossier, form.filters, after)
    return context_of(request, viewer, dossier, form, story, writes=viewer.is_staff, adds=False)


def html(cast: Cast, query: str = "", name: str = "jerrel") -> str:
    assert cast.dossier is not None
    context = story_context(request(query), cast.viewer(name), cast.dossier)
    return render_to_string("staff/story/_timeline.html", context, request(query))


def client(cast: Cast, name: str) -> Client:
    found = Client()
    found.force_login(cast.accounts[name], backend="naast.access.sessions.Carried")
    return found


def test_each_line_says_who_reads_it_and_who_does_not(cast: Cast) -> None:
    cast.tells("samira", "Ik slaap weer door.")
    cast.tells("jerrel", "Ik vind het stil in huis.", nature="opinion")
    shown = html(cast)
    assert "Samira en het team." in shown
    assert "Niet: " in shown
    assert "Alleen het team." in shown
    assert "“" not in shown  # the quotation marks are the look's


def test_an_empty_story_says_how_to_begin(cast: Cast) -> None:
    assert "Er is nog niets opgeschreven" in html(cast)


def test_filters_work_by_the_address_alone(cast: Cast) -> None:
    cast.tells("samira", "Ik wil rust.", nature="wish")
    cast.tells("karim", "Ik mis mijn kinderen.")
    assert "Ik wil rust." in html(cast, "aard=wish")
    assert "Ik mis" not in html(cast, "aard=wish")
    assert "Ik mis" in html(cast, f"wie={cast.people['karim']}")
    assert "Ik wil rust." not in html(cast, f"wie={cast.people['karim']}")
    assert "Niets in dit verhaal" in html(cast, "van=2020-01-01&tot=2020-02-01")
    assert "Ik wil rust." in html(cast, "soort=passage&van=2020-01-01")


@pytest.mark.parametrize("query", ["wie=x", "aard=zzz", "van=31-11-2026", "van=2026-05-01&tot=2026-04-01"])
def test_a_filter_that_can_not_be_right_is_said_at_its_field(cast: Cast, query: str) -> None:
    cast.tells("samira", "Ik wil rust.")
    shown = html(cast, query)
    assert "has-error" in shown


def test_a_moment_shows_its_tellings_side_by_side_and_only_once(cast: Cast) -> None:
    told = [cast.tells("samira", "Het duurde lang."), cast.tells("karim", "Het was rustig.")]
    entries.same_moment(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, entries=told, title="Het ophalen duurde langer"
    )
    shown = html(cast)
    assert "Het ophalen duurde langer" in shown
    assert shown.count("Het duurde lang.") == 1
    assert shown.count("Het was rustig.") == 1


def test_a_correction_takes_the_old_place_in_its_moment_and_keeps_its_answers(cast: Cast) -> None:
    told = [cast.tells("samira", "Het duurde lang."), cast.tells("karim", "Het was rustig.", "samira")]
    entries.same_moment(viewer=cast.viewer("jerrel"), dossier=cast.dossier, entries=told, title="Ophalen")
    entries.answer(viewer=cast.viewer("samira"), entry=told[1], words="Voor mij niet.")
    corrections.correct(viewer=cast.viewer("jerrel"), entry=told[1], words="Het was best rustig.")
    shown = html(cast)
    assert "Het was best rustig." in shown
    assert "Het was rustig." not in shown
    assert "Voor mij niet." in shown
    assert "verbeterd" in shown


def test_a_talk_comes_before_its_passages_in_the_order_told(cast: Cast) -> None:
    passages = [
        entries.Passage(f"Zin {place}.", "telling", Choice(), teller=cast.people["samira"])
        for place in range(8)
    ]
    talk = entries.Talk("phone", entries.Happened(), goal="Horen hoe het gaat.")
    entries.tell_talk(viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=passages)
    shown = html(cast)
    places = [shown.index("Horen hoe het gaat."), *(shown.index(f"Zin {n}.") for n in range(8))]
    assert places == sorted(places)


def test_the_number_of_queries_does_not_grow_with_the_story(cast: Cast) -> None:
    def queries() -> int:
        assert cast.dossier is not None
        viewer = cast.viewer("jerrel")
        with CaptureQueriesContext(connection) as caught:
            story_context(request(), viewer, cast.dossier)
        return len(caught)

    first = cast.tells("samira", "Een.", "karim")
    entries.answer(viewer=cast.viewer("jerrel"), entry=first, words="Dank je.")
    few = queries()
    for number in range(25):
        told = cast.tells("samira", f"Zin {number}.", *(["karim"] if number % 2 else []))
        entries.answer(viewer=cast.viewer("jerrel"), entry=told, words="Dank je.")
    assert queries() == few


def test_pages_go_on_where_the_last_one_ended(cast: Cast) -> None:
    for number in range(35):
        cast.tells("samira", f"Zin nummer {number}.")
    cast_dossier = cast.dossier
    assert cast_dossier is not None
    seen, after = [], ""
    for _ in range(4):
        context = story_context(request(after), cast.viewer("jerrel"), cast_dossier)
        seen += [i.line.words for d in context["days"] for i in d.items if i.line.words]
        after = context["older"]
        if not after:
            break
    assert sorted(seen) == sorted(f"Zin nummer {n}." for n in range(35))


def test_dates_in_words_stand_beside_the_day(cast: Cast) -> None:
    day = cast.clock.at.date() - timedelta(days=14)
    passage = entries.Passage(
        "Er stopte een auto.",
        "telling",
        Choice(),
        teller=cast.people["samira"],
        happened=entries.Happened(date(day.year, day.month, 1), day, "period", "begin november"),
    )
    entries.tell_talk(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        talk=entries.Talk("phone", entries.Happened()),
        passages=[passage],
    )
    assert "begin november" in html(cast)
