"""Who helps, as somebody of the household sees it: their own people, and only whom everybody may know of unasked."""

from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import network, roles
from naast.actions.network import Asked


def put(cast: Cast, who: str, *readers: str) -> None:
    network.note(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people[who],
        asked=Asked(1, "yes", "Altijd welkom."),
        choice=cast.choice(*readers),
        teller=cast.people["samira"],
    )


def test_home_leads_to_it_and_to_the_reader_it_is_theirs(cast: Cast, browser: Browser) -> None:
    put(cast, "yusuf", "samira", "yusuf", "noa")
    client = browser("samira")
    there = f"/mijn/{cast.dossier}/netwerk"
    assert there in client.get(f"/mijn/{cast.dossier}").content.decode()
    shown = client.get(there).content.decode()
    assert "Mijn mensen" in shown
    assert "Altijd welkom." in shown
    assert "De mensen van Samira" in browser("yusuf").get(there).content.decode()


def test_whom_somebody_named_alone_shows_to_nobody_over_the_shoulder(cast: Cast, browser: Browser) -> None:
    put(cast, "yusuf")
    for name in ("samira", "yusuf", "karim"):
        shown = browser(name).get(f"/mijn/{cast.dossier}/netwerk").content.decode()
        assert "Altijd welkom." not in shown, name


def test_who_works_with_them_stands_there_in_plain_words(cast: Cast, browser: Browser) -> None:
    asked = roles.propose(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["jerrel"].public_id,
        role="plan_lead",
        words="Hij kent het plan.",
    )
    there = f"/mijn/{cast.dossier}/netwerk"
    before = browser("samira").get(there).content.decode()
    assert "Jerrel is ons vaste gezicht." in before
    assert "leidt het plan" not in before
    roles.accept(viewer=cast.viewer("jerrel"), entry=asked)
    assert "Jerrel leidt het plan." in browser("samira").get(there).content.decode()


def test_a_professional_whom_not_everybody_may_know_of_stands_on_no_page_unasked(
    cast: Cast, browser: Browser
) -> None:
    shown = browser("karim").get(f"/mijn/{cast.dossier}/netwerk").content.decode()
    assert "Ellen" not in shown
