"""What of mine was shared: only to who told it, in plain words, once they were told, and behind the PIN."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast
from tests.portal.conftest import Browser
from tests.staff.signed_in import client

from naast.access.consent import consents
from naast.access.sharing import sharing as sharing_page
from naast.actions import consent, sharing

WORDS = "Noa slaapt slecht na ruzie."


def share(cast: Cast, entry: UUID, **more: Any) -> UUID:
    viewer = cast.viewer("jerrel")
    kept: dict[str, Any] = {
        "way": "place",
        "ground": "conflict",
        "purpose": "Rust op school.",
        "ends": viewer.today + timedelta(days=30),
        "receiver": cast.people["ellen"],
        "need": "School ziet haar elke dag.",
        "lighter": "Zonder namen gaat het niet.",
        "words": "Het gaat slechter.",
    }
    asked = sharing.Asked((entry,), **kept | more)
    return sharing.share(viewer=viewer, dossier=cast.dossier, asked=asked)[0]


def with_yes(cast: Cast, told: UUID) -> UUID:
    viewer = cast.viewer("jerrel")
    asked = consent.Asked(
        cast.people["samira"],
        cast.people["samira"],
        "secr_youth",
        "yes",
        "spoken",
        "Rust op school.",
        viewer.today,
        viewer.today + timedelta(days=90),
        receiver=cast.people["ellen"],
    )
    given = consent.give(viewer=viewer, dossier=cast.dossier, asked=asked)
    return share(cast, told, ground="youth_yes", need="", lighter="", words="", consents=(given,))


def shown(cast: Cast, browser: Browser, name: str, *, asked: bool = True) -> str:
    return browser(name, asked=asked).get(f"/mijn/{cast.dossier}/gedeeld").content.decode()


def test_home_leads_to_it(cast: Cast, browser: Browser) -> None:
    assert f"/mijn/{cast.dossier}/gedeeld" in browser("samira").get(f"/mijn/{cast.dossier}").content.decode()


def test_it_says_who_got_which_words_what_for_why_and_until_when(cast: Cast, browser: Browser) -> None:
    share(cast, cast.tells("samira", WORDS))
    page = shown(cast, browser, "samira")
    for text in (
        "Ellen Bos",
        "kan dit nu lezen",
        WORDS,
        "Waarvoor: Rust op school.",
        "zonder een ja, omdat: Het gaat slechter.",
        "Grond: Conflict van plichten",
    ):
        assert text in page, text
    assert "School ziet haar" not in page


def test_with_a_yes_it_leads_to_where_that_is_taken_back(cast: Cast, browser: Browser) -> None:
    with_yes(cast, cast.tells("samira", WORDS))
    page = shown(cast, browser, "samira")
    assert "om een ja" in page
    assert f"/mijn/{cast.dossier}/ja" in page


def _yes_of(cast: Cast) -> UUID:
    assert cast.dossier is not None
    [given] = consents(cast.viewer("jerrel"), cast.dossier).given
    return given.line.public_id


def test_taking_a_yes_back_says_beforehand_who_stops_reading(cast: Cast, browser: Browser) -> None:
    told = cast.tells("samira", WORDS)
    with_yes(cast, told)
    there = f"/mijn/{cast.dossier}/ja/{_yes_of(cast)}/intrekken"
    stops = "Ellen Bos kan niet meer lezen wat u vertelde."
    assert stops in browser("samira", asked=True).get(there).content.decode()
    noted = f"/huishoudens/{cast.dossier}/toestemming/{_yes_of(cast)}/intrekken"
    assert "Ellen Bos leest niet meer" in client(cast, "jerrel").get(noted).content.decode()
    for page in sharing_page(cast.viewer("jerrel"), cast.dossier).shared:
        sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=page.line.public_id)
    assert stops not in browser("samira", asked=True).get(there).content.decode()


def test_what_was_ended_says_so_and_a_file_that_nobody_takes_it_back(cast: Cast, browser: Browser) -> None:
    told = cast.tells("samira", WORDS)
    ended = share(cast, told)
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=ended)
    share(cast, told, way="paper", receiver=None, organisation="Huisarts Duin", ends=None)
    page = shown(cast, browser, "samira")
    assert "kan dit niet meer lezen" in page
    assert "Huisarts Duin" in page
    assert "kan niemand terughalen" in page


def test_over_the_shoulder_and_before_they_are_told_nothing_stands_there(
    cast: Cast, browser: Browser
) -> None:
    told = cast.tells("samira", WORDS)
    later = cast.viewer("jerrel").today + timedelta(days=3)
    untold = share(cast, told, told=False, not_told="Hij leest mee.", look_on=later)
    assert "Hier staat niets." in shown(cast, browser, "samira")
    sharing.tell(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=untold)
    assert "Ellen Bos" in shown(cast, browser, "samira")
    assert "Hij leest mee" not in shown(cast, browser, "samira")
    assert "Ellen Bos" not in shown(cast, browser, "samira", asked=False)


def test_somebody_else_who_reads_the_telling_reads_nothing_of_it(cast: Cast, browser: Browser) -> None:
    share(cast, cast.tells("samira", WORDS, "karim", "yusuf"))
    for name in ("karim", "yusuf"):
        assert WORDS not in shown(cast, browser, name), name
