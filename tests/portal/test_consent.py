"""What I said yes to: only to who said it, behind the PIN where it was told in confidence, and taken back there."""

from uuid import UUID, uuid4

from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import consent


def give(cast: Cast, giver: str = "samira", *readers: str, sharing: bool = True, **more: object) -> UUID:
    viewer = cast.viewer("jerrel")
    told = {
        "subject": "secr_youth" if sharing else "help_youth",
        "answer": "yes",
        "how": "spoken",
        "purpose": "De juf helpt met rust.",
        "starts": viewer.today,
        "ends": viewer.today.replace(year=viewer.today.year + 1),
        "receiver": cast.people["ellen"] if sharing else None,
        "words": "Dat mag ze weten.",
    } | more
    asked = consent.Asked(cast.people["noa"], cast.people[giver], **told)
    return consent.give(viewer=viewer, dossier=cast.dossier, asked=asked, choice=cast.choice(*readers))


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/ja"


def test_home_leads_to_it_and_it_says_what_in_plain_words(cast: Cast, browser: Browser) -> None:
    give(cast)
    client = browser("samira", asked=True)
    assert address(cast) in client.get(f"/mijn/{cast.dossier}").content.decode()
    shown = client.get(address(cast)).content.decode()
    for text in (
        "U zei ja",
        "delen met iemand anders",
        "Dit gaat over Noa.",
        "Ellen Bos",
        "De juf helpt met rust.",
    ):
        assert text in shown
    assert "Jeugdwet" not in shown


def test_over_the_shoulder_it_stands_there_only_where_everybody_may_read_it(
    cast: Cast, browser: Browser
) -> None:
    given = give(cast)
    assert "De juf" not in browser("samira").get(address(cast)).content.decode()
    assert browser("samira").get(f"{address(cast)}/{given}/intrekken").status_code == 404
    give(cast, "samira", "yusuf", "noa", sharing=False)
    assert "De juf" in browser("samira").get(address(cast)).content.decode()


def test_somebody_else_reads_it_nowhere_here_also_where_they_may_read_it(
    cast: Cast, browser: Browser
) -> None:
    given = give(cast, "samira", "karim")
    for name in ("karim", "yusuf"):
        client = browser(name, asked=True)
        assert "De juf" not in client.get(address(cast)).content.decode(), name
        assert client.get(f"{address(cast)}/{given}/intrekken").status_code == 404, name


def test_taking_it_back_shows_what_changes_and_needs_no_reason(cast: Cast, browser: Browser) -> None:
    given = give(cast)
    client = browser("samira", asked=True)
    there = f"{address(cast)}/{given}/intrekken"
    before = client.get(there).content.decode()
    assert "Dit verandert" in before
    assert "Het wijkteam deelt door dit ja niets meer." in before
    done = client.post(there, {"words": "", "once": str(uuid4())}, follow=True)
    shown = done.content.decode()
    assert "U trok uw ja in" in shown
    assert "Ik wil dit niet meer" not in shown
    assert client.get(there).status_code == 404


def test_sent_twice_it_is_taken_back_once(cast: Cast, browser: Browser) -> None:
    given = give(cast, "samira", "yusuf", "noa", sharing=False)
    client, twice = browser("samira"), {"words": "Nee toch.", "once": str(uuid4())}
    answers = [client.post(f"{address(cast)}/{given}/intrekken", twice).status_code for _ in range(2)]
    assert answers[0] == 303
    assert answers[1] in (303, 404)
    assert client.get(address(cast)).content.decode().count("Nee toch.") == 1


def test_a_no_and_what_has_ended_can_not_be_taken_back(cast: Cast, browser: Browser) -> None:
    refused = give(cast, sharing=False, answer="no")
    client = browser("samira", asked=True)
    assert "U zei nee" in client.get(address(cast)).content.decode()
    assert client.get(f"{address(cast)}/{refused}/intrekken").status_code == 404


def test_on_a_handed_over_screen_it_is_behind_the_pin_too(cast: Cast, browser: Browser) -> None:
    give(cast)
    assert "De juf" not in browser("samira", handed=True).get(address(cast)).content.decode()


def test_a_boy_of_eleven_is_spoken_to_as_je(cast: Cast, browser: Browser) -> None:
    give(cast, "yusuf")
    shown = browser("yusuf", asked=True).get(address(cast)).content.decode()
    assert "Je zei ja" in shown
    assert "‹" not in shown
