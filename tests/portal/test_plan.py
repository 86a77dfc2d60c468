"""The plan on a resident's page: what everybody may read, and what this reader thinks of it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from tests import pdf
from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.actions import conditions, plan, positions
from naast.documents.saying import full_day

EVERYBODY = ("samira", "karim", "yusuf", "noa")


def agree(
    cast: Cast,
    words: str,
    *readers: str,
    does: str = "samira",
    watches: str = "yusuf",
    childrens_words: str = "Je mag oma bellen.",
) -> UUID:
    assert cast.dossier is not None
    terms = plan.Terms(
        words,
        timezone.localdate(),
        "Dan bellen wij Jerrel.",
        does=(cast.people[does],),
        watches=(cast.people[watches],),
        about=(cast.people["noa"],),
        childrens_words=childrens_words,
    )
    choice = cast.choice(*readers)
    return plan.add_agreement(viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=choice)


def address(cast: Cast, rest: str = "") -> str:
    return f"/mijn/{cast.dossier}/plan{rest}"


def shown(cast: Cast, browser: Browser, name: str, rest: str = "", **how: bool) -> str:
    answer = browser(name, **how).get(address(cast, rest))
    assert answer.status_code == 200
    return answer.content.decode()


def says(**more: object) -> dict[str, object]:
    return {
        "stance": "differs",
        "words": "Ik kan pas na zes uur.",
        "share": "confidence",
        "once": uuid4(),
    } | more


def test_an_empty_plan_says_what_comes_here(cast: Cast, browser: Browser) -> None:
    assert "Er is nog geen plan om te lezen" in shown(cast, browser, "samira")


@pytest.mark.parametrize("rest", ["", "/afdruk"])
def test_a_page_holds_unasked_only_what_everybody_may_read(cast: Cast, browser: Browser, rest: str) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    agree(cast, "Samira belt Jerrel als het moet.", "samira")
    page = shown(cast, browser, "samira", rest)
    assert "Wij eten samen op zondag." in page
    assert "Samira belt Jerrel" not in page


def test_what_was_told_in_confidence_shows_behind_the_pin_and_never_on_paper(
    cast: Cast, browser: Browser
) -> None:
    agree(cast, "Samira belt Jerrel als het moet.", "samira")
    assert "Samira belt Jerrel" in shown(cast, browser, "samira", asked=True)
    assert "Samira belt Jerrel" not in shown(cast, browser, "samira", "/afdruk", asked=True)


@pytest.mark.parametrize("name", ["afspraken.pdf", "afspraken-kinderen.pdf", "kaartje.pdf"])
def test_a_file_holds_what_the_paper_holds_also_behind_the_pin(
    cast: Cast, browser: Browser, name: str
) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    agree(cast, "Samira belt Jerrel als het moet.", "samira", childrens_words="Mama belt Jerrel.")
    answer = browser("samira", asked=True).get(address(cast, f"/{name}"))
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    found = "".join(pdf.pages(answer.content))
    assert "Wij eten samen op zondag." in found or "Je mag oma bellen." in found
    assert "belt Jerrel" not in found
    page = shown(cast, browser, "samira", "/afdruk")
    assert address(cast, f"/{name}") in page
    assert "blijft op dit apparaat staan" in page


def test_a_card_is_the_reader_s_own(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    found = "".join(pdf.pages(browser("yusuf").get(address(cast, "/kaartje.pdf")).content))
    assert "Kaartje voor Yusuf" in found
    assert "Kaartje voor Samira" not in found


OWN = "/eigen-papier"


def test_own_paper_is_made_behind_the_pin_after_a_warning_and_by_choice(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    agree(cast, "Samira belt Jerrel als het moet.", "samira")
    agree(cast, "Karim slaapt bij zijn broer.", "karim", does="karim", watches="karim")
    unasked = browser("samira").post(address(cast, OWN))
    assert unasked["Location"] == f"/mijn/vertrouwelijk?naar={address(cast, OWN)}"
    assert "Iemand anders kan dit papier lezen." in shown(cast, browser, "samira", OWN, asked=True)
    answer = browser("samira", asked=True).post(address(cast, OWN), {"once": uuid4()})
    assert answer["Content-Disposition"] == 'attachment; filename="afspraken.pdf"'
    assert (answer["Cache-Control"], pdf.title(answer.content)) == ("no-store", "Afspraken")
    found = "".join(pdf.pages(answer.content))
    for theirs in ("Wij eten samen op zondag.", "Samira belt Jerrel als het moet.", "Voor Samira. Zoals"):
        assert theirs in found
    assert "broer" not in found


def test_nobody_makes_their_own_paper_on_a_worker_s_screen(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    for method in ("get", "post"):
        answer = getattr(browser("noa", handed=True, asked=True), method)(address(cast, OWN))
        missing = getattr(browser("noa", handed=True, asked=True), method)(f"/mijn/{uuid4()}/plan{OWN}")
        assert (answer.status_code, answer.content) == (404, missing.content)
    assert OWN not in shown(cast, browser, "noa", "/afdruk", handed=True)


def test_a_child_reads_the_words_for_children(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    page = shown(cast, browser, "noa", handed=True)
    assert "Je mag oma bellen." in page
    assert "Wat vind je?" in page


def test_what_somebody_thinks_is_told_to_the_team_alone_unless_they_share_it(
    cast: Cast, browser: Browser
) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    before = {
        name: shown(cast, browser, name, asked=True).count("niet gedeeld") for name in ("yusuf", "karim")
    }
    answer = browser("samira").post(address(cast, f"/afspraak/{agreement}"), says())
    assert (answer.status_code, answer["Location"]) == (303, address(cast))
    for name in ("yusuf", "karim"):
        page = shown(cast, browser, name, asked=True)
        assert "Ik kan pas na zes uur." not in page
        assert page.count("niet gedeeld") == before[name]
    assert "Ik kan pas na zes uur." in shown(cast, browser, "samira", asked=True)
    assert "Ik kan pas na zes uur." not in shown(cast, browser, "samira")  # somebody may look along


def test_an_adult_is_u_and_shares_with_others_than_themselves(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    assert "</small>u</span>" in "".join(shown(cast, browser, "samira").split("\n"))
    form = shown(cast, browser, "samira", f"/afspraak/{agreement}")
    assert "<small>Yusuf en Noa</small>" in form


def test_what_is_shared_can_be_taken_back(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    browser("samira").post(address(cast, f"/afspraak/{agreement}"), says(share="named"))
    assert "Ik kan pas na zes uur." in shown(cast, browser, "yusuf", asked=True)
    answer = browser("samira", asked=True).post(address(cast, f"/afspraak/{agreement}/terug"))
    assert answer.status_code == 303
    assert "Ik kan pas na zes uur." not in shown(cast, browser, "yusuf", asked=True)


@pytest.mark.parametrize("rest", ["", "/afspraak/{}"])
def test_an_agreement_says_from_when_until_when_and_what_if_it_does_not_work(
    cast: Cast, browser: Browser, rest: str
) -> None:
    today = timezone.localdate()
    until = today + timedelta(days=100)
    terms = plan.Terms(
        "Wij bellen op zondag.",
        today,
        "Dan bellen wij Jerrel.",
        ends=until,
        does=(cast.people["samira"],),
        watches=(cast.people["yusuf"],),
    )
    one = plan.add_agreement(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, terms=terms, choice=cast.choice(*EVERYBODY)
    )
    page = shown(cast, browser, "samira", rest.format(one))
    assert f"Van {full_day(today)} tot {full_day(until)}." in page
    assert "Dan bellen wij Jerrel." in page


def test_an_agreement_without_an_end_day_says_so(cast: Cast, browser: Browser) -> None:
    agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    assert "Er is geen einddag afgesproken." in shown(cast, browser, "samira")


def test_what_is_missing_is_said_and_the_words_stay(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    answer = browser("samira").post(address(cast, f"/afspraak/{agreement}"), says(stance=""))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"stance"}
    assert "Ik kan pas na zes uur." in answer.content.decode()


def test_the_same_answer_sent_twice_counts_once(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    given = says()
    for _ in range(2):
        assert browser("samira").post(address(cast, f"/afspraak/{agreement}"), given).status_code == 303
    assert shown(cast, browser, "samira", asked=True).count("Ik kan pas na zes uur.") == 1


def test_who_answers_to_an_older_version_is_shown_the_newest(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    terms = plan.Terms(
        "Wij eten samen op zaterdag.",
        timezone.localdate(),
        "Dan bellen wij Jerrel.",
        does=(cast.people["samira"],),
        watches=(cast.people["yusuf"],),
    )
    plan.change_agreement(
        viewer=cast.viewer("jerrel"), agreement=agreement, terms=terms, choice=cast.choice(*EVERYBODY)
    )
    answer = browser("samira").post(address(cast, f"/afspraak/{agreement}"), says()).content.decode()
    assert "Wij eten samen op zaterdag." in answer
    assert "Ik kan pas na zes uur." in answer


def test_missing_not_named_and_not_readable_answer_alike(cast: Cast, browser: Browser) -> None:
    karims = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    small = agree(cast, "Samira belt Jerrel als het moet.", "samira")
    nowhere = browser("karim", asked=True).get(address(cast, f"/afspraak/{uuid4()}"))
    for agreement in (karims, small):
        for rest in (f"/afspraak/{agreement}", f"/afspraak/{agreement}/terug"):
            answer = browser("karim", asked=True).post(address(cast, rest), says())
            assert answer.status_code == 404
        answer = browser("karim", asked=True).get(address(cast, f"/afspraak/{agreement}"))
        assert (answer.status_code, answer.content) == (404, nowhere.content)


def test_a_position_taken_by_somebody_else_is_not_taken_back(cast: Cast, browser: Browser) -> None:
    agreement = agree(cast, "Wij eten samen op zondag.", *EVERYBODY)
    positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreement, stance="agrees", shared_with=cast.choice("yusuf")
    )
    answer = browser("yusuf", asked=True).post(address(cast, f"/afspraak/{agreement}/terug"))
    assert answer.status_code == 404


def condition(cast: Cast, words: str, *readers: str) -> UUID:
    assert cast.dossier is not None
    today = cast.today
    return conditions.add_condition(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        heard=conditions.Heard(words, "Mia, aan de telefoon", today),
        setting=conditions.Setting("Veilig Thuis", today),
        choice=cast.choice(*readers),
    )


@pytest.mark.parametrize("rest", ["", "/afdruk"])
def test_a_condition_says_who_set_it_and_never_that_an_agreement_is_missing(
    cast: Cast, browser: Browser, rest: str
) -> None:
    condition(cast, "Niemand drinkt als de kinderen er zijn.", *EVERYBODY)
    condition(cast, "Samira slaapt bij oma.", "samira")
    page = shown(cast, browser, "samira", rest)
    assert "Niemand drinkt als de kinderen er zijn." in page
    assert "Veilig Thuis" in page
    assert "Samira slaapt bij oma." not in page
    assert "zonder afspraak" not in page
    assert "nog geen afspraak" not in page
    assert "Mia" not in page


def test_behind_the_pin_a_condition_in_a_smaller_circle_stands_there_too(
    cast: Cast, browser: Browser
) -> None:
    condition(cast, "Samira slaapt bij oma.", "samira")
    assert "Samira slaapt bij oma." in shown(cast, browser, "samira", asked=True)
    assert "Samira slaapt bij oma." not in shown(cast, browser, "karim", asked=True)
