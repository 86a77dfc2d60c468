"""Who looked, on the page: the worker who opened my entry, and the sentence that always stands there."""

from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.actions import entries
from naast.actions.files import Upload, add_file

ALL = ("samira", "yusuf", "noa")


def looked(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).get(f"/mijn/{cast.dossier}/wie-keek")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_worker_who_opened_my_telling_is_named_with_the_day(cast: Cast, browser: Browser) -> None:
    passage = entries.Passage("Voor iedereen.", "telling", cast.choice(*ALL))
    entry = entries.tell(viewer=cast.viewer("samira"), dossier=cast.dossier, passage=passage)
    assert browser("jerrel").get(f"/stukken/{entry}").status_code == 200
    page = looked(cast, browser, "samira")
    assert "<b>Jerrel</b>" in page
    assert "las wat u vertelde" in page
    assert "Voor iedereen." not in page


def test_my_own_visits_and_those_of_other_residents_are_not_there(cast: Cast, browser: Browser) -> None:
    entry = cast.tells("samira", "Voor iedereen.", *ALL)
    before = masked(looked(cast, browser, "samira"))
    browser("yusuf").get(f"/mijn/stukken/{entry}")
    browser("noa", handed=True).get(f"/mijn/stukken/{entry}")
    assert masked(looked(cast, browser, "samira")) == before


def test_the_former_partner_does_not_see_who_read_what_he_may_not_read(cast: Cast, browser: Browser) -> None:
    before = masked(looked(cast, browser, "karim", asked=True))
    entry = cast.tells("samira", "Alleen voor het team.")
    browser("jerrel").get(f"/stukken/{entry}")
    browser("jerrel").get(f"/huishoudens/{cast.dossier}")
    assert masked(looked(cast, browser, "karim", asked=True)) == before
    assert "Jerrel" not in before


def test_the_same_sentence_stands_under_the_list(cast: Cast, browser: Browser) -> None:
    assert "Er kunnen meer mensen zijn die wij hier niet noemen" in looked(cast, browser, "samira")


def test_a_worker_who_had_my_file_is_named_too(cast: Cast, browser: Browser) -> None:
    entry = add_file(
        viewer=cast.viewer("samira"),
        dossier=cast.dossier,
        upload=Upload("x.txt", b"Kom maandag", "Brief van school"),
        circle=cast.choice(*ALL),
    )
    assert browser("jerrel").get(f"/stukken/{entry}/bestand").status_code == 200
    assert "<b>Jerrel</b>" in looked(cast, browser, "samira")


def test_an_empty_month_says_honestly_why(cast: Cast, browser: Browser) -> None:
    browser("jerrel").get(f"/huishoudens/{cast.dossier}")
    page = looked(cast, browser, "samira")
    assert "Dat betekent niet dat er niemand keek." in page
    assert "Het wijkteam ziet op één pagina vaak meer dan u mag lezen." in page


def test_an_odd_month_shows_this_month(cast: Cast, browser: Browser) -> None:
    answer = browser("samira").get(f"/mijn/{cast.dossier}/wie-keek?maand=x")
    assert answer.status_code == 200
