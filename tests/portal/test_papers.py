"""Paper of the plan on a resident's pages: what they have, made by themselves, lost, and what it may hold."""

from uuid import UUID, uuid4

from django.utils import timezone
from tests.cast import Cast
from tests.portal.conftest import Browser, masked
from tests.portal.test_plan import EVERYBODY, OWN, address, agree, shown

from naast.access import papers as reading
from naast.access import plan
from naast.access.papers import GivenOut
from naast.actions import papers
from naast.actions import plan as acting
from naast.actions.choice import Choice
from naast.actions.papers import Given

LIST = "/papier"
NOTHING = "Hier staat geen papier van u."


def give(cast: Cast, *to: str, choice: Choice | None = None, sheet: str = "plan") -> UUID:
    viewer = cast.viewer("jerrel")
    assert cast.dossier is not None
    changed = plan.plan_for_everyone(viewer, cast.dossier).changed
    given = Given(sheet, tuple(cast.people[name] for name in to), viewer.today, changed, "In de la.")
    return papers.give(viewer=viewer, dossier=cast.dossier, given=given, choice=choice)


def made(cast: Cast) -> tuple[GivenOut, ...]:
    assert cast.dossier is not None
    cast.clock.at = timezone.now()
    return reading.papers(cast.viewer("jerrel"), cast.dossier).papers


def test_an_empty_list_says_so_and_is_linked_from_the_plan_and_its_paper(
    cast: Cast, browser: Browser
) -> None:
    assert NOTHING in shown(cast, browser, "samira", LIST)
    for page in ("", "/afdruk"):
        assert f'"{address(cast, LIST)}"' in shown(cast, browser, "samira", page), page


def test_unasked_stands_only_what_everybody_may_read(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    give(cast, "samira")
    give(cast, "samira", sheet="card", choice=cast.choice(*EVERYBODY))
    unasked = shown(cast, browser, "samira", LIST)
    assert "Een kaartje voor in de portemonnee, meegegeven aan Samira" in unasked
    assert "Het plan op papier" not in unasked
    assert "Het plan op papier, meegegeven aan Samira" in shown(cast, browser, "samira", LIST, asked=True)


def test_what_another_has_stands_apart_and_only_where_they_may_read_it(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    give(cast, "samira", choice=cast.choice("samira", "karim"))
    page = shown(cast, browser, "karim", LIST, asked=True)
    assert NOTHING in page
    assert "Papier dat anderen hebben" in page.split(NOTHING)[1]
    assert "/geworden" not in page
    assert "Papier dat anderen hebben" not in shown(cast, browser, "yusuf", LIST, asked=True)


def test_the_warning_says_that_the_team_sees_it_before_they_choose(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    assert "Uw team kan zien dat u dit papier hebt gemaakt." in shown(
        cast, browser, "samira", OWN, asked=True
    )
    assert made(cast) == ()
    assert "Je team kan zien dat je dit papier hebt gemaakt." in shown(
        cast, browser, "yusuf", OWN, asked=True
    )


def test_who_makes_their_own_paper_has_it_on_their_list_and_the_team_on_theirs(
    cast: Cast, browser: Browser
) -> None:
    agree(cast, "Samira belt Jerrel als het moet.", "samira")
    client = browser("samira", asked=True)
    answer = client.post(address(cast, OWN), {"once": uuid4()})
    assert answer["Content-Type"] == "application/pdf"
    [one] = made(cast)
    assert one.line.writer is not None
    assert (one.sheet, one.line.writer.label, one.changed) == ("edition", "Samira", False)
    assert "Een eigen papier, gemaakt door Samira" in shown(cast, browser, "samira", LIST, asked=True)
    assert NOTHING in shown(cast, browser, "samira", LIST)
    for name in ("karim", "yusuf"):
        assert "eigen papier" not in shown(cast, browser, name, LIST, asked=True), name


def test_the_same_button_again_is_the_same_paper_and_the_page_again_another(
    cast: Cast, browser: Browser
) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    client, once = browser("samira", asked=True), uuid4()
    for _ in range(2):  # the download failed, say
        assert client.post(address(cast, OWN), {"once": once})["Content-Type"] == "application/pdf"
    assert len(made(cast)) == 1
    agree(cast, "Wij lopen samen op zondag.", *EVERYBODY)
    client.post(address(cast, OWN), {"once": once})  # what comes out of the printer now is another paper
    assert len(made(cast)) == 2
    client.post(address(cast, OWN), {"once": client.get(address(cast, OWN)).context["form"]["once"].value()})
    assert len(made(cast)) == 3


def test_without_its_confirmation_no_paper_is_made(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    answer = browser("samira", asked=True).post(address(cast, OWN))
    assert "Iemand anders kan dit papier lezen." in answer.content.decode()
    assert made(cast) == ()


def test_of_an_empty_plan_nothing_is_listed(cast: Cast, browser: Browser) -> None:
    assert browser("samira", asked=True).post(address(cast, OWN), {"once": uuid4()}).status_code == 200
    assert made(cast) == ()


def test_who_lost_it_says_so_and_the_team_reads_it(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    give(cast, "samira")
    client = browser("samira", asked=True)
    there = next(
        part
        for part in client.get(address(cast, LIST)).content.decode().split('"')
        if part.endswith("/geworden")
    )
    page = client.get(there).content.decode()
    assert "Ik ben het kwijt" in page
    assert "Wat is er met het papier gebeurd?" in page
    wrong = client.post(there, {"on": timezone.localdate().isoformat(), "once": uuid4()})
    assert (wrong.status_code, set(wrong.context["form"].errors)) == (422, {"state"})
    given = {"state": "lost", "on": timezone.localdate().isoformat(), "once": uuid4()}
    for _ in range(2):
        assert client.post(there, given).status_code == 303
    assert [one.state for one in made(cast)] == ["lost"]
    second = client.post(there, given | {"state": "back", "once": uuid4()}, follow=True)
    assert "Zo staat het er nu." in second.content.decode()


def test_paper_of_another_is_as_missing_as_what_is_not_there(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    paper = give(cast, "samira", choice=cast.choice("samira", "karim"))
    own = give(cast, "samira")
    for name, one in (("karim", paper), ("yusuf", paper), ("karim", own)):
        client = browser(name, asked=True)
        there = client.get(address(cast, f"{LIST}/{one}/geworden"))
        missing = client.get(address(cast, f"{LIST}/{uuid4()}/geworden"))
        assert (there.status_code, masked(there.content.decode())) == (404, masked(missing.content.decode()))


def test_the_story_says_in_words_what_was_given(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    paper = give(cast, "samira", choice=cast.choice(*EVERYBODY))
    story = browser("samira").get(f"/mijn/{cast.dossier}/verhaal").content.decode()
    assert "Het plan op papier, meegegeven aan Samira" in story
    page = browser("samira").get(f"/mijn/stukken/{paper}").content.decode()
    assert "Papier van het plan" in page
    assert "Het plan op papier, meegegeven aan Samira" in page
    assert (
        "papier van het plan dat is meegegeven"
        in browser("samira").get(f"/mijn/{cast.dossier}/wie-weet-wat").content.decode()
    )


def test_who_lets_fewer_read_their_words_is_told_of_paper_that_may_hold_them(
    cast: Cast, browser: Browser
) -> None:
    assert cast.dossier is not None
    told = plan_situation(cast)
    give(cast, "samira")
    fewer = f"/mijn/stukken/{told}/minder-lezers"
    page = browser("samira", asked=True).get(fewer).content.decode()
    assert "Het staat misschien op papier dat is meegegeven:" in page
    assert "Papier dat is meegegeven, is niet terug te halen." in page
    assert (
        "misschien op papier" not in browser("samira").get(fewer).content.decode()
    )  # nobody else is to see it


def plan_situation(cast: Cast) -> UUID:
    """A situation in the words of Samira, that everybody may read."""
    assert cast.dossier is not None
    return acting.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Als het ophalen te lang duurt.",
        choice=cast.choice(*EVERYBODY),
        teller=cast.people["samira"],
    )
