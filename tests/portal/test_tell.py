"""Telling in one's own words: safest readers first, read back, confirmed once, and a draft at every pause."""

from dataclasses import replace
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note
from tests.cast import Cast
from tests.portal.conftest import Browser, masked

from naast.access import drafts, timeline
from naast.access.viewer import Viewer


def fields(**more: object) -> dict[str, object]:
    return {
        "words": "Ik wil dat het ophalen rustig gaat.",
        "nature": "wish",
        "when": "unknown",
        "mode": "proposed",
        "key": "0a1b2c3d",
        "once": uuid4(),
    } | more


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/vertellen"


def now(cast: Cast, name: str) -> Viewer:
    return replace(cast.viewer(name), at=timezone.now(), asked_confidential=True)


def words_read_by(cast: Cast, name: str) -> list[str]:
    return [told.line.words for told in timeline.story(now(cast, name), cast.dossier).told]


def confirm(page: Client, cast: Cast, sent: dict[str, object]) -> int:
    back = page.post(address(cast), sent | {"step": "check"})
    assert back.status_code == 200, back.content.decode()
    mark = back.content.decode().split('name="checked" value="')[1].split('"')[0]
    return page.post(address(cast), sent | {"step": "confirm", "checked": mark}).status_code


def test_only_teller_and_team_read_unless_more_is_chosen(cast: Cast, browser: Browser) -> None:
    assert confirm(browser("samira"), cast, fields()) == 303
    assert words_read_by(cast, "samira") == ["Ik wil dat het ophalen rustig gaat."]
    assert words_read_by(cast, "jerrel") == ["Ik wil dat het ophalen rustig gaat."]
    for name in ("karim", "yusuf", "noa"):
        assert words_read_by(cast, name) == []


def test_it_is_read_back_with_who_can_not_read_it(cast: Cast, browser: Browser) -> None:
    back = browser("samira", asked=True).post(address(cast), fields(step="check")).content.decode()
    assert "Ik wil dat het ophalen rustig gaat." in back
    assert "Alleen u en het wijkteam lezen dit." in back
    assert "Karim" in back  # among the people whom she knows of, he can not
    assert "Denkt Jerrel dat u niet veilig bent?" in back


def test_the_page_offers_and_names_nobody_whom_others_may_not_see_her_know(
    cast: Cast, browser: Browser
) -> None:
    page = browser("samira").get(address(cast)).content.decode()
    assert "Yusuf" in page
    for name in ("Karim", "Ellen"):
        assert name not in page
        assert str(cast.people[name.lower()]) not in page


def test_a_father_is_offered_nobody_of_a_household_that_he_does_not_know_of(
    cast: Cast, browser: Browser
) -> None:
    page = browser("karim").get(address(cast)).content.decode()
    for name in ("Samira", "Yusuf", "Noa", "Ellen", "Jerrel"):
        assert name not in page


def test_who_is_not_offered_can_not_be_chosen_by_hand(cast: Cast, browser: Browser) -> None:
    sent = fields(mode="chosen", readers=[str(cast.people["ellen"])], step="check")
    assert browser("karim").post(address(cast), sent).status_code == 422


def test_it_is_not_kept_before_the_sentence_about_these_readers_was_shown(
    cast: Cast, browser: Browser
) -> None:
    sent = fields(mode="chosen", readers=[str(cast.people["yusuf"])], step="confirm", checked="team")
    assert browser("samira").post(address(cast), sent).status_code == 200
    assert words_read_by(cast, "samira") == []


def test_the_same_confirmation_twice_counts_once(cast: Cast, browser: Browser) -> None:
    sent = fields()
    page = browser("samira")
    assert confirm(page, cast, sent) == 303
    assert page.post(address(cast), sent | {"step": "confirm", "checked": "team"}).status_code == 303
    assert len(words_read_by(cast, "samira")) == 1


def test_what_can_not_be_right_is_said_at_its_field_and_nothing_is_lost(cast: Cast, browser: Browser) -> None:
    page = browser("samira")
    for wrong, said in (
        ({"words": " "}, "Hier staat nog niets."),
        ({"when": "exact"}, "Kies een dag"),
        ({"when": "exact", "day": "2099-01-01"}, "komt nog"),
        ({"when": "exact", "day": "2026-02-31"}, "Deze dag bestaat niet."),
        ({"when": "period", "day": "2026-11-02", "until": "2026-11-01"}, "voor het begin"),
    ):
        sent = fields(step="check") | wrong
        answer = page.post(address(cast), sent)
        html = answer.content.decode()
        assert answer.status_code == 422, wrong
        assert said in html, (wrong, said)
        assert "‹" not in html
        assert "words" in wrong or "Ik wil dat het ophalen rustig gaat." in html
    assert words_read_by(cast, "samira") == []


def test_one_can_go_back_and_change_it(cast: Cast, browser: Browser) -> None:
    back = browser("samira").post(address(cast), fields(step="change"))
    assert back.status_code == 200
    assert "Ik wil dat het ophalen rustig gaat.</textarea>" in back.content.decode()


def test_a_draft_is_kept_for_its_writer_only_and_offered_behind_the_pin(cast: Cast, browser: Browser) -> None:
    page = browser("samira")
    kept = page.post(f"{address(cast)}/bewaren", fields())
    assert kept.status_code == 200
    assert kept.content.decode().startswith("Bewaard om ")
    asked = browser("samira", asked=True)
    offered = asked.get(f"{address(cast)}/bewaard").content.decode()
    assert "Ik wil dat het ophalen rustig gaat." in offered
    draft = offered.split("?verder=")[1].split('"')[0]
    again = asked.get(f"{address(cast)}?verder={draft}").content.decode()
    assert "Ik wil dat het ophalen rustig gaat.</textarea>" in again
    assert "0a1b2c3d" in again
    unasked = page.get(f"{address(cast)}?verder={draft}").content.decode()
    assert "Ik wil dat het ophalen" not in unasked
    assert page.get(f"{address(cast)}/bewaard").status_code in (302, 404)
    for name in ("karim", "yusuf"):
        other = browser(name, asked=True)
        assert "Ik wil" not in other.get(f"{address(cast)}/bewaard").content.decode()
        assert "Ik wil" not in other.get(f"{address(cast)}?verder={draft}").content.decode()
    assert words_read_by(cast, "jerrel") == []


def test_a_page_looks_the_same_with_and_without_a_draft(cast: Cast, browser: Browser) -> None:
    def shown() -> str:
        return masked(browser("samira").get(address(cast)).content.decode())

    before = shown()
    browser("samira").post(f"{address(cast)}/bewaren", fields())
    assert shown() == before


def test_a_draft_goes_once_it_is_told_or_thrown_away(cast: Cast, browser: Browser) -> None:
    page = browser("samira", asked=True)
    page.post(f"{address(cast)}/bewaren", fields())
    page.post(f"{address(cast)}/bewaren", fields(key="ffffffff", words="Iets anders."))
    assert confirm(page, cast, fields()) == 303
    left = drafts.kept(cast.viewer("samira"), "tell-", cast.dossier)
    assert [draft.fields["words"] for draft in left] == [["Iets anders."]]
    page.post(f"{address(cast)}/weg", {"draft": str(left[0].public_id)})
    assert drafts.kept(cast.viewer("samira"), "tell-", cast.dossier) == ()


def test_a_child_of_nine_picks_faces_and_never_its_parents_by_default(cast: Cast, browser: Browser) -> None:
    page = browser("noa", handed=True)
    html = page.get(address(cast)).content.decode()
    assert 'type="checkbox" name="readers"' in html
    assert "checked" not in html.split('class="pick')[1].split("</fieldset>")[0].replace('name="checked"', "")
    assert "Jerrel" in html
    assert "jij niet veilig bent" in html
    sent = fields(mode="chosen", words="ik telde autos")
    assert confirm(page, cast, sent) == 303
    assert words_read_by(cast, "noa") == ["ik telde autos"]
    assert words_read_by(cast, "samira") == []
    assert words_read_by(cast, "jerrel") == ["ik telde autos"]


def test_who_a_child_picked_reads_it_because_the_child_picked_them(cast: Cast, browser: Browser) -> None:
    sent = fields(mode="chosen", readers=[str(cast.people["yusuf"])], words="voor yusuf")
    assert confirm(browser("noa", handed=True), cast, sent) == 303
    assert words_read_by(cast, "yusuf") == ["voor yusuf"]
    assert words_read_by(cast, "samira") == []
    story = timeline.story(now(cast, "jerrel"), cast.dossier).told[0].line
    assert story.circle_how == "child_picked"
    assert "picked" in {reader.because for reader in story.readers}


def test_it_is_told_about_whom_it_is_and_who_reads_it_stays_the_same(cast: Cast, browser: Browser) -> None:
    noa = str(cast.people["noa"])
    page = browser("samira")
    assert "Over wie gaat het?" in page.get(address(cast)).content.decode()
    sent = fields(about=[noa])
    back = page.post(address(cast), sent | {"step": "check"}).content.decode()
    assert "Alleen u en het wijkteam lezen dit." in back
    assert f'name="about" value="{noa}"' in back
    assert confirm(page, cast, sent) == 303
    line = timeline.story(now(cast, "jerrel"), cast.dossier).told[0].line
    assert [face.label for face in line.about] == ["Noa"]
    assert words_read_by(cast, "noa") == words_read_by(cast, "karim") == []
    assert "over Noa" in browser("samira", asked=True).get(
        f"/mijn/{cast.dossier}/verhaal"
    ).content.decode().replace("\n", "")


def test_it_is_about_nobody_whom_the_teller_does_not_know_of(cast: Cast, browser: Browser) -> None:
    assert 'name="about"' not in browser("karim").get(address(cast)).content.decode()
    sent = fields(about=[str(cast.people["noa"])], step="check")
    assert browser("karim").post(address(cast), sent).status_code == 422


def test_whom_it_is_about_stays_in_a_draft(cast: Cast, browser: Browser) -> None:
    asked = browser("samira", asked=True)
    people = [str(cast.people["noa"]), str(cast.people["yusuf"])]
    asked.post(f"{address(cast)}/bewaren", fields(about=people))
    offered = asked.get(f"{address(cast)}/bewaard").content.decode()
    draft = offered.split("?verder=")[1].split('"')[0]
    again = asked.get(f"{address(cast)}?verder={draft}").content.decode()
    for one in people:
        assert f'name="about" value="{one}" checked' in again


def test_what_a_resident_tells_about_a_child_says_nothing_of_authority(cast: Cast, browser: Browser) -> None:
    """Karim has it over Yusuf, and it is not known over Noa: beside his name the same has to stand."""
    page, karim = browser("samira", asked=True), str(cast.people["karim"])
    for child in ("yusuf", "noa"):
        sent = fields(about=[str(cast.people[child])], mode="chosen", readers=[karim])
        assert confirm(page, cast, sent) == 303
    for told in timeline.story(now(cast, "samira"), cast.dossier).told:
        assert {r.because for r in told.line.readers if r.face.label == "Karim"} == {"chosen"}


def test_a_warning_about_words_can_be_answered_and_the_words_stay(cast: Cast, browser: Browser) -> None:
    note(cast, "samira", "address", ADDRESS)
    page, sent = browser("samira"), fields(words=HINT, mode="chosen", readers=[str(cast.people["yusuf"])])
    assert confirm(page, cast, sent) == 422
    assert confirm(page, cast, sent | {"guard_seen": "on"}) == 303
    assert words_read_by(cast, "yusuf") == [HINT]
