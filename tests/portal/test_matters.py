"""A question that we answer together, on a resident's page: theirs to say, and no more of others than was shared."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone
from tests.actions.test_matters import WORDS, ask, decide, heard, note, say
from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.actions import matters
from naast.actions.matters import Asked
from naast.rules import matters as rule
from naast.ui import who

EVERYBODY = ("samira", "karim", "yusuf", "noa")


def address(cast: Cast, matter: UUID | None = None) -> str:
    return f"/mijn/{cast.dossier}/samen" + (f"/{matter}" if matter else "")


def shown(cast: Cast, browser: Browser, name: str, **how: bool) -> str:
    answer = browser(name, **how).get(address(cast))
    assert answer.status_code == 200
    return answer.content.decode()


def says(**more: object) -> dict[str, object]:
    return {"words": "Liever bij mij.", "share": "alone", "once": uuid4()} | more


def test_an_empty_page_says_what_comes_here(cast: Cast, browser: Browser) -> None:
    assert "Hier staat niets dat iedereen in het plan mag lezen." in shown(cast, browser, "samira")
    assert f'href="{address(cast)}"' in browser("samira").get(f"/mijn/{cast.dossier}").content.decode()


def test_a_question_of_some_shows_behind_the_pin_and_one_of_all_unasked(cast: Cast, browser: Browser) -> None:
    ask(cast)
    ask(cast, *EVERYBODY, words="Wat eten wij?")
    assert WORDS not in shown(cast, browser, "samira")
    assert "Wat eten wij?" in shown(cast, browser, "samira")
    assert WORDS in shown(cast, browser, "samira", asked=True)
    assert WORDS not in shown(cast, browser, "yusuf", asked=True)


def test_somebody_says_how_they_see_it_alone_or_to_who_reads_the_question(
    cast: Cast, browser: Browser
) -> None:
    matter = ask(cast, *EVERYBODY)
    form = browser("samira").get(address(cast, matter)).content.decode()
    assert "Ook wie deze vraag leest" in form
    assert browser("samira").post(address(cast, matter), says()).status_code == 303
    assert "Liever bij mij." not in shown(cast, browser, "samira")
    assert "Liever bij mij." in shown(cast, browser, "samira", asked=True)
    assert "Liever bij mij." not in shown(cast, browser, "karim", asked=True)
    shared = says(share="readers", words="Toch samen.")
    assert browser("samira").post(address(cast, matter), shared).status_code == 303
    assert "Toch samen." in shown(cast, browser, "karim")


def test_what_was_said_in_confidence_and_nothing_said_look_alike(cast: Cast, browser: Browser) -> None:
    matter = ask(cast, *EVERYBODY)
    before = masked(shown(cast, browser, "karim", asked=True))
    say(cast, matter, "samira", "Bij mij.")
    note(cast, matter, rule.INFORMED, "samira", "Dit hoorde alleen zij.")
    note(cast, matter, rule.SILENT, "yusuf", "Wil niets zeggen.")
    assert masked(shown(cast, browser, "karim", asked=True)) == before


def test_everybody_reads_what_was_told_back_to_them_and_how_their_view_counted(
    cast: Cast, browser: Browser
) -> None:
    matter = ask(cast)
    decide(cast, matter, heard(cast, matter))
    note(cast, matter, rule.TOLD_BACK, "karim", "Noa is bij mama, en jij belt elke dag.")
    page = shown(cast, browser, "karim", asked=True)
    said = ("Verteld aan karim.", "Bij mijn moeder.", "Meegewogen 1.", "Zij slaapt bij Samira.", "elke dag.")
    assert [words for words in said if words not in page] == []
    hers = shown(cast, browser, "samira", asked=True)
    assert [words for words in ("Verteld aan karim.", "Meegewogen 1.", "elke dag.") if words in hers] == []


def test_who_does_not_belong_to_it_or_does_not_read_it_finds_no_place_to_say_it(
    cast: Cast, browser: Browser
) -> None:
    matter = ask(cast)
    for asked in (False, True):
        missing = browser("yusuf", asked=asked).get(address(cast, uuid4()))
        for method in ("get", "post"):
            answer = getattr(browser("yusuf", asked=asked), method)(address(cast, matter), says())
            assert (answer.status_code, masked(answer.content.decode())) == (
                404,
                masked(missing.content.decode()),
            )


def test_a_changed_question_says_so_and_keeps_what_was_typed(cast: Cast, browser: Browser) -> None:
    matter = ask(cast, *EVERYBODY)
    asked = Asked("Waar slaapt Noa nu?", tuple(cast.people[name] for name in EVERYBODY))
    matters.change(viewer=cast.viewer("jerrel"), matter=matter, asked=asked)
    answer = browser("samira").post(address(cast, matter), says())
    page = answer.content.decode()
    assert "Deze vraag is veranderd." in page
    assert "Liever bij mij." in page


def test_five_minutes_behind_the_pin_are_not_too_short_for_writing(cast: Cast, browser: Browser) -> None:
    """What was typed is kept; the page that says what is wrong shows nothing of the question."""
    matter = ask(cast)
    samira = browser("samira", asked=True)
    assert WORDS in samira.get(address(cast, matter)).content.decode()
    session = samira.session
    session[who.CONFIDENTIAL_UNTIL] = (timezone.now() - timedelta(seconds=1)).isoformat()
    session.save()
    assert samira.get(address(cast, matter)).status_code == 404
    wrong = samira.post(address(cast, matter), says(words=" "))
    assert wrong.status_code == 422
    assert WORDS not in wrong.content.decode()
    assert samira.post(address(cast, matter), says()).status_code == 303
    assert "Liever bij mij." in shown(cast, browser, "samira", asked=True)


def test_a_child_on_a_worker_s_screen_says_how_they_see_it(cast: Cast, browser: Browser) -> None:
    matter = ask(cast, *EVERYBODY)
    noa = browser("noa", handed=True)
    assert "Hoe zie jij het?" in noa.get(address(cast, matter)).content.decode()
    assert noa.post(address(cast, matter), says(words="Bij mama.")).status_code == 303
    assert "Bij mama." not in shown(cast, browser, "samira", asked=True)


def test_what_was_shared_with_some_is_not_offered_to_be_shared_with_all(cast: Cast, browser: Browser) -> None:
    matter = ask(cast, *EVERYBODY)
    for shared, chosen in ((("karim",), "alone"), (("karim", "yusuf", "noa"), "readers")):
        say(cast, matter, "samira", "Bij mij.", *shared)
        form = browser("samira", asked=True).get(address(cast, matter)).context["form"]
        assert form["share"].value() == chosen
