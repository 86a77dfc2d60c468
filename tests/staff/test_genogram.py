"""The genogram on the screen of the team: cut to the viewer, through somebody's eyes, and the same in words."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import genogram as reading
from naast.access.doors import upkeep
from naast.actions import dossiers, ties
from naast.actions.dossiers import NewPerson
from naast.records.models import Entry, ProcessingLine, TraceLine
from naast.rules.genogram_parts import Shape

MOST_QUERIES = 10  # what opens and closes a door not counted
DOORS = ("SAVEPOINT", "RELEASE", "SET LOCAL", "RESET", "PRAGMA")

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(days=3))


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/genogram"


def page(cast: Cast, name: str = "jerrel", asked: str = "") -> str:
    answer = client(cast, name).get(address(cast) + asked)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def drawn(html: str) -> str:
    """The drawing itself."""
    return html.split("geno-whole", 1)[1].split("</svg>", 1)[0]


def words(html: str) -> str:
    """The list beside it."""
    return html.split("<details", 1)[1]


def names(cast: Cast, viewer: str = "jerrel") -> set[str]:
    assert cast.dossier is not None
    return {one.face.label for one in reading.genogram(cast.viewer(viewer), cast.dossier).figures}


def add(cast: Cast, person: NewPerson, tie: str = "", of: str = "samira", **more: object) -> None:
    dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=person,
        relation=(tie, cast.people[of]) if tie else None,
        **more,
    )


def test_everybody_of_the_household_and_their_kin_is_drawn_and_told(cast: Cast) -> None:
    html = page(cast)
    for name in ("Samira", "Karim", "Yusuf", "Noa"):
        assert f">{name}</text>" in drawn(html)
        assert name in words(html)
    assert "Karim is ex-partner van Samira" in words(html)


def test_who_lives_elsewhere_stands_outside_of_the_household(cast: Cast) -> None:
    assert cast.dossier is not None
    figures = reading.genogram(cast.viewer("jerrel"), cast.dossier).figures
    assert {one.face.label for one in figures if one.inside} == {"Samira", "Yusuf", "Noa"}
    assert words(page(cast)).count("hoort bij dit huishouden") == 3


def test_who_has_no_tie_is_drawn_too(cast: Cast) -> None:
    add(cast, NewPerson("vera", "Vera"))
    assert ">Vera</text>" in drawn(page(cast))


def test_an_unborn_child_is_a_triangle_without_an_age(cast: Cast) -> None:
    add(cast, NewPerson("baby", "Baby", unborn=True), "sibling", "noa", member=True)
    assert cast.dossier is not None
    baby = next(
        one
        for one in reading.genogram(cast.viewer("jerrel"), cast.dossier).figures
        if one.face.label == "Baby"
    )
    assert baby.place.shape is Shape.UNBORN
    html = page(cast)
    assert '</path><text class="n"' in re.sub(r"/><text", "></path><text", drawn(html))
    assert "nog niet geboren" in words(html)


def test_who_died_is_crossed_out_in_the_drawing_and_has_no_age(cast: Cast) -> None:
    """Seen red without the cross."""
    add(
        cast,
        NewPerson(
            "opa", "Opa", birth_from=date(1950, 1, 1), birth_to=date(1950, 1, 1), died_on=date(2020, 1, 1)
        ),
    )
    figure = drawn(page(cast)).split(">Opa<")[0].rsplit("<g ", 1)[1]
    assert "M-17-17L17 17" in figure
    assert figure.count("<text") == 1  # the name


def test_an_age_that_is_known_in_part_is_about(cast: Cast) -> None:
    year = timezone.localdate().year
    born = {"birth_from": date(year - 40, 1, 1), "birth_to": date(year - 36, 12, 31)}
    add(cast, NewPerson("buur", "Buurvrouw", **born), "neighbour")
    html = page(cast)
    assert "±3" in drawn(html).split(">Buurvrouw<")[0].rsplit("<g ", 1)[1]
    assert re.search(r"ongeveer 3\d", words(html))


def test_a_tie_of_later_is_told_and_not_drawn(cast: Cast) -> None:
    """Seen red with such a tie drawn as one that has ended."""
    before = drawn(page(cast)).count('class="l')
    later = timezone.localdate() + timedelta(days=40)
    add(cast, NewPerson("bert", "Bert"), "partner", starts=later)
    html = page(cast)
    assert "Bert is partner van Samira" in words(html)
    assert drawn(html).count('class="l') == before


def test_ties_that_contradict_each_other_are_told(cast: Cast) -> None:
    ties.relate(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        one=cast.people["noa"],
        tie="parent",
        other=cast.people["samira"],
    )
    html = page(cast)
    notice = html.split("spreken andere tegen", 1)[1].split("</ul>", 1)[0]
    assert "ouder van" in notice
    assert notice.count("<li>") == 1


def test_a_partner_sees_only_whom_they_may_know_of(cast: Cast) -> None:
    html = page(cast, "ellen")
    for name in ("Samira", "Karim", "Yusuf"):
        assert name not in html
    assert "Samira" not in names(cast, "ellen")


def test_a_colleague_without_a_part_in_it_finds_nothing(cast: Cast) -> None:
    there = client(cast, "ayse").get(address(cast))
    nowhere = client(cast, "ayse").get(address(cast).replace(str(cast.dossier), str(cast.people["noa"])))
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


def test_through_karims_eyes_it_holds_whom_karim_may_know_of(cast: Cast) -> None:
    """Seen red with the viewer in the place of the eyes."""
    add(cast, NewPerson("oom", "Oom Driss"), "friend", "samira")
    assert "Oom Driss" in drawn(page(cast))
    html = page(cast, asked=f"?ogen={cast.people['karim']}&als=resident")
    assert "Zo ziet Karim deze pagina" in html
    assert "Oom Driss" not in html.split("</nav></div>", 1)[1]  # below through whose eyes one can look
    assert ">Karim</text>" in drawn(html)


def test_through_the_eyes_of_somebody_who_reads_nothing_it_is_empty_not_missing(cast: Cast) -> None:
    new = dossiers.add_person(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=NewPerson("oma", "Zohra")
    )
    html = page(cast, asked=f"?ogen={new}&als=resident")
    assert "geno-whole" not in html
    assert "Hier staat niemand." in html


def test_it_takes_few_queries(cast: Cast) -> None:
    browser = client(cast, "jerrel")
    browser.get(address(cast))
    with CaptureQueriesContext(connection) as queries:
        browser.get(address(cast))
    assert len([one for one in queries if not one["sql"].startswith(DOORS)]) <= MOST_QUERIES


def test_the_trace_holds_what_the_page_shows_and_nothing_else(cast: Cast) -> None:
    """Seen red with everything that the household's page reads."""
    page(cast)
    with upkeep():
        line = TraceLine.objects.filter(act="staff-genogram").latest("id")
        persons = set(
            ProcessingLine.objects.filter(activity="staff-genogram").values_list("person_id", flat=True)
        )
        shown = [UUID(bytes=line.shown[start : start + 16]) for start in range(0, len(line.shown), 16)]
        kinds = set(Entry.objects.filter(public_id__in=shown).values_list("kind", flat=True))
    assert kinds == {"membership", "relation", "involvement"}
    assert {cast.rows[name] for name in ("samira", "karim", "yusuf", "noa")} <= persons


def test_the_household_page_leads_to_it(cast: Cast) -> None:
    html = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}").content.decode()
    assert f'href="{address(cast)}"' in html


def test_its_title_holds_no_name(cast: Cast) -> None:
    assert re.findall("<title[^>]*>(.*?)</title>", page(cast)) == [
        "Genogram · Naast",
        "Genogram van dit huishouden",
    ]
