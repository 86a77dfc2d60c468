"""An expert, as somebody of the household sees them: what for and until when, and gone with the yes."""

from datetime import timedelta
from html import unescape
from uuid import UUID, uuid4

from tests.cast import Cast, partner
from tests.portal.conftest import Browser

from naast.actions import consent, experts

DAY = timedelta(days=1)


def joins(cast: Cast, *readers: str) -> UUID:
    """On the yes of Samira; that yes."""
    partner(cast, "mia", "Mia Post")
    viewer = cast.viewer("jerrel")
    asked = consent.Asked(
        cast.people["noa"],
        cast.people["samira"],
        "secr_youth",
        "yes",
        "spoken",
        "Meedenken.",
        viewer.today,
        viewer.today + 40 * DAY,
        organisation="Praktijk Post",
    )
    given = consent.give(
        viewer=viewer, dossier=cast.dossier, asked=asked, choice=cast.choice("samira", *readers)
    )
    expert = experts.Asked(
        cast.accounts["mia"].public_id,
        "regional_team",
        "consultation",
        "Praktijk Post",
        "Hoe slaapt Noa weer?",
        viewer.today,
        viewer.today + 30 * DAY,
        (given,),
        tuple(cast.people[name] for name in readers),
    )
    experts.add(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=expert)
    return given


def helps(cast: Cast, browser: Browser, name: str, *, asked: bool = False) -> str:
    page = browser(name, asked=asked).get(f"/mijn/{cast.dossier}/netwerk").content.decode()
    return " ".join(unescape(page).split())


def test_who_may_read_it_is_told_who_what_for_and_until_when(cast: Cast, browser: Browser) -> None:
    joins(cast)
    shown = helps(cast, browser, "samira", asked=True)
    assert "Mia (regionaal veiligheidsteam) denkt mee met het team." in shown
    assert "Hoe slaapt Noa weer?" in shown
    assert "Tot " in shown
    assert "Mia" not in helps(cast, browser, "samira")
    assert "Mia" not in helps(cast, browser, "yusuf", asked=True)
    assert "Mia" not in helps(cast, browser, "karim", asked=True)


def test_where_everybody_may_know_it_stands_there_unasked(cast: Cast, browser: Browser) -> None:
    joins(cast, "yusuf", "noa")
    assert "Hoe slaapt Noa weer?" in helps(cast, browser, "yusuf")


def test_taking_the_yes_back_says_so_before_and_after_and_closes_it_at_once(
    cast: Cast, browser: Browser
) -> None:
    given = joins(cast)
    mia = browser("mia")
    assert mia.get(f"/huishoudens/{cast.dossier}").status_code == 200
    samira, there = browser("samira", asked=True), f"/mijn/{cast.dossier}/ja/{given}/intrekken"
    before = unescape(samira.get(there).content.decode())
    assert "Mia Post denkt niet meer mee met het team." in before
    assert "Mia Post kan er niets meer van lezen." in before
    after = samira.post(there, {"words": "", "once": str(uuid4())}, follow=True)
    assert "Mia Post denkt niet meer mee." in unescape(after.content.decode())
    assert mia.get(f"/huishoudens/{cast.dossier}").status_code == 404
    assert "Mia" not in helps(cast, browser, "samira", asked=True)
