"""One unsafe situation on the screens of the team: its parts, other words for it, and which are the most unsafe."""

from uuid import UUID, uuid4

import pytest
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.staff.signed_in import client

from naast.access import plan as reading
from naast.access.plan_page import Situation
from naast.actions import plan, situations, unsafety

pytestmark = pytest.mark.django_db
Fields = dict[str, object]


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=1))


def situation(cast: Cast, words: str = "Als het te lang duurt.", *readers: str) -> UUID:
    assert cast.dossier is not None
    return plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words=words,
        choice=cast.choice(*readers),
        teller=cast.people["samira"],
    )


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/plan{rest}"


def told(cast: Cast) -> tuple[Situation, ...]:
    assert cast.dossier is not None
    return reading.plan(cast.viewer("jerrel"), cast.dossier).situations


def fields(cast: Cast, **more: object) -> Fields:
    given: Fields = {
        "sort": "place",
        "words": "Naar mijn zus.",
        "person": cast.people["samira"],
        "teller": cast.people["samira"],
        "reach": "Eikenlaan 40",
        "mode": "named",
        "once": uuid4(),
    }
    return given | more


def confirm(cast: Cast, rest: str, given: Fields):  # type: ignore[no-untyped-def]
    browser = client(cast, "jerrel")
    first = browser.post(address(cast, rest), given)
    return first, browser.post(address(cast, rest), given | {"checked": first.context["told"].mark})


def test_a_place_is_read_back_with_who_can_not_read_it_and_stands_with_its_situation(cast: Cast) -> None:
    here = situation(cast)
    first, second = confirm(cast, f"/situatie/{here}/deel", fields(cast))
    assert "Karim" in first.content.decode().split("circle-say")[1].split("</p>")[0]
    assert second.status_code == 303
    page = client(cast, "jerrel").get(address(cast)).content.decode()
    for words in ("Waar je heen gaat", "Naar mijn zus.", "Eikenlaan 40", "geheim"):
        assert words in page


def test_a_place_is_never_for_everybody_in_the_plan(cast: Cast) -> None:
    here = situation(cast)
    answer = client(cast, "jerrel").post(
        address(cast, f"/situatie/{here}/deel"), fields(cast, mode="everyone")
    )
    assert answer.status_code == 422
    assert (
        "Een nummer of een plek is alleen voor wie je kiest, nooit voor iedereen." in answer.content.decode()
    )


@pytest.mark.parametrize(("name", "field"), [("sort", "sort"), ("words", "words"), ("person", "person")])
def test_what_is_missing_is_said_at_its_field(cast: Cast, name: str, field: str) -> None:
    here = situation(cast)
    given = fields(cast)
    del given[name]
    browser, at = client(cast, "jerrel"), address(cast, f"/situatie/{here}/deel")
    answer = browser.post(at, given)
    if answer.status_code == 200:
        answer = browser.post(at, given | {"checked": answer.context["told"].mark})
    assert answer.context["form"].errors.keys() == {field}
    assert "Eikenlaan 40" in answer.content.decode()


def test_a_part_is_taken_off_the_plan(cast: Cast) -> None:
    here = situation(cast)
    part = situations.add_part(
        viewer=cast.viewer("jerrel"),
        situation=here,
        sort="sign",
        part=situations.Part("Hij praat zachter."),
        choice=cast.choice(),
    )
    at = address(cast, f"/deel/{part}/wijzigen")
    given = {"words": "Hij praat zachter.", "away": "on", "once": uuid4()}
    assert "Eerste signalen" in client(cast, "jerrel").get(at).content.decode()
    assert client(cast, "jerrel").post(at, given).status_code == 303
    assert told(cast)[0].parts == ()


def test_other_words_stand_in_the_place_of_the_old_ones(cast: Cast) -> None:
    here = situation(cast, "Als het te lang duurt.", "samira", "karim")
    rest = f"/situatie/{here}/wijzigen"
    given: Fields = {"words": "Als hij niet weggaat.", "mode": "named", "once": uuid4()}
    first, second = confirm(cast, rest, given)
    assert "Karim" in first.content.decode().split("circle-say")[1].split("</p>")[0]
    assert second.status_code == 303
    assert [s.line.words for s in told(cast)] == ["Als hij niet weggaat."]
    assert client(cast, "jerrel").get(address(cast, rest)).status_code == 302
    late = client(cast, "jerrel").post(address(cast, rest), given | {"once": uuid4()})
    assert "Iemand anders veranderde deze situatie" in late.content.decode()


def test_the_most_unsafe_stand_first_and_say_so(cast: Cast) -> None:
    situation(cast, "Een.")
    two = situation(cast, "Twee.")
    browser, at = client(cast, "jerrel"), address(cast, "/meest-onveilig")
    assert "hoogstens 3" in browser.get(at).content.decode()
    assert browser.post(at, {"situations": [two], "once": uuid4()}).status_code == 303
    assert [(s.line.words, s.unsafe) for s in told(cast)] == [("Twee.", True), ("Een.", False)]
    assert "een van de meest onveilige" in browser.get(address(cast)).content.decode()


def test_more_than_the_number_is_said_at_the_choice(cast: Cast) -> None:
    chosen = [situation(cast, f"Nummer {n}.") for n in range(4)]
    at = address(cast, "/meest-onveilig")
    answer = client(cast, "jerrel").post(at, {"situations": chosen, "once": uuid4()})
    assert answer.status_code == 422
    assert "Kies er hoogstens 3." in answer.content.decode()


@pytest.mark.parametrize("rest", ["/meest-onveilig", "/situatie/{}/wijzigen", "/situatie/{}/deel"])
def test_a_partner_writes_nothing_of_it(cast: Cast, rest: str) -> None:
    here = situation(cast, "Als het te lang duurt.", "samira")
    assert client(cast, "ellen").get(address(cast, rest.format(here))).status_code == 404


def test_what_happens_in_it_is_chosen_and_stands_beside_it_for_the_team_alone(cast: Cast) -> None:
    name, plain = "Iemand wordt bedreigd", "iemand zegt of laat zien dat die iets ergs gaat doen"
    given = {"words": "Aan de deur.", "teller": cast.people["samira"], "mode": "everyone", "once": uuid4()}
    confirm(cast, "/situatie", given | {"kinds": ["threat"]})
    mine = f"/mijn/{cast.dossier}/plan"
    shown = client(cast, "jerrel").get(address(cast)).content.decode()
    assert name in shown
    assert "Alleen het team leest dit" in shown
    assert plain not in client(cast, "samira").get(mine).content.decode()
    (found,) = told(cast)
    again = {"words": "Aan de deur.", "mode": "everyone", "once": uuid4(), "kinds": ["threat"], "said": "on"}
    confirm(cast, f"/situatie/{found.line.public_id}/wijzigen", again)
    assert plain in client(cast, "samira").get(mine).content.decode()
    assert plain in client(cast, "jerrel").get(address(cast, "/afdruk")).content.decode()


def test_what_is_chosen_stands_in_the_form_of_other_words(cast: Cast) -> None:
    plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Aan de deur.",
        choice=cast.choice(),
        seen=unsafety.Seen(("threat",), said=True),
    )
    (found,) = told(cast)
    form = (
        client(cast, "jerrel")
        .get(address(cast, f"/situatie/{found.line.public_id}/wijzigen"))
        .content.decode()
    )
    assert 'value="threat" checked' in form
    assert 'name="said" checked' in form
