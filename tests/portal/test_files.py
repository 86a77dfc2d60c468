"""Files in the portal: what may be read can be had, told in confidence only behind the PIN; and adding an own one."""

from dataclasses import replace
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests import made_files as made
from tests.actions.test_guard import ADDRESS, HINT, note
from tests.cast import Cast
from tests.portal.conftest import Browser

from naast.access import timeline
from naast.access.viewer import Missing, Viewer
from naast.actions.files import Upload, add_file
from naast.records.models import TraceLine

HOME = ("samira", "yusuf", "noa")


def added(cast: Cast, *readers: str, by: str = "jerrel", data: bytes = b"Kom maandag") -> UUID:
    upload = Upload("x.txt", data, "Brief van school")
    return add_file(viewer=cast.viewer(by), dossier=cast.dossier, upload=upload, circle=cast.choice(*readers))


def paths(entry: UUID) -> tuple[str, str]:
    return f"/mijn/stukken/{entry}", f"/mijn/stukken/{entry}/bestand"


def shown(page: Client, path: str) -> str:
    answer = page.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def test_a_file_told_to_all_stands_in_the_story_on_its_page_and_can_be_had(
    cast: Cast, browser: Browser
) -> None:
    page, file = paths(added(cast, *HOME))
    samira = browser("samira")
    assert "Gewone tekst" in shown(samira, f"/mijn/{cast.dossier}/verhaal")
    assert file in shown(samira, page)
    assert "Snel weg" in shown(samira, page)
    answer = samira.get(file)
    assert answer.content == b"Kom maandag"


def test_it_is_given_to_keep_and_never_to_run_or_store(cast: Cast, browser: Browser) -> None:
    answer = browser("samira").get(paths(added(cast, *HOME))[1])
    assert answer["Content-Disposition"] == 'attachment; filename="bestand.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-store"


def test_who_had_it_is_traced(cast: Cast, browser: Browser) -> None:
    entry = added(cast, *HOME)
    browser("samira").get(paths(entry)[1])
    row = TraceLine.objects.order_by("-id")[0]
    assert (row.human_id, bytes(row.shown)) == (cast.rows["samira"], entry.bytes)


def test_what_not_everybody_reads_comes_only_behind_the_pin(cast: Cast, browser: Browser) -> None:
    entry = added(cast, "samira")
    for path in paths(entry):
        assert browser("samira").get(path).status_code == 404
        assert browser("samira", asked=True).get(path).status_code == 200


def test_who_is_outside_the_circle_can_not_tell_it_from_nothing(cast: Cast, browser: Browser) -> None:
    entry = added(cast, "samira")
    for name in ("karim", "yusuf"):
        other = browser(name, asked=True)
        for hidden, nothing in zip(paths(entry), paths(uuid4()), strict=True):
            assert other.get(hidden).status_code == 404
            assert other.get(hidden).content == other.get(nothing).content


def test_a_file_is_not_offered_to_be_corrected_in_words(cast: Cast, browser: Browser) -> None:
    page, _ = paths(added(cast, by="samira"))
    samira = browser("samira", asked=True)
    assert "verbeteren" not in shown(samira, page)
    assert samira.get(f"{page}/verbeteren").status_code == 404


# Adding one.


def address(cast: Cast) -> str:
    return f"/mijn/{cast.dossier}/bestand"


def fields(**more: object) -> dict[str, object]:
    return {"words": "Brief van school", "mode": "proposed", "once": uuid4(), "step": "check"} | more


def confirm(
    page: Client, cast: Cast, sent: dict[str, object], data: bytes = b"Kom maandag", name: str = "x.txt"
) -> str:
    """Read it back, choose the file, confirm; the answer's page (of the story, where it was kept)."""
    back = page.post(address(cast), sent)
    assert back.status_code == 200, back.content.decode()
    mark = back.content.decode().split('name="checked" value="')[1].split('"')[0]
    last = sent | {"step": "confirm", "checked": mark, "file": SimpleUploadedFile(name, data)}
    answer = page.post(address(cast), last, follow=True)
    return unescape(answer.content.decode())


def now(cast: Cast, name: str) -> Viewer:
    return replace(cast.viewer(name), at=timezone.now(), asked_confidential=True)


def files_of(cast: Cast, name: str) -> list[tuple[str, bytes]]:
    """The title and bytes of every file in somebody's story."""
    found = timeline.story(now(cast, name), cast.dossier).told
    return [
        (told.line.words, timeline.file(now(cast, name), told.line.public_id)[2])
        for told in found
        if told.file
    ]


def test_only_who_adds_it_and_the_team_read_it_unless_more_is_chosen(cast: Cast, browser: Browser) -> None:
    assert "Alleen u en het wijkteam lezen dit." in confirm(browser("samira"), cast, fields())
    for name in ("samira", "jerrel"):
        assert files_of(cast, name) == [("Brief van school", b"Kom maandag")]
    for name in ("karim", "yusuf", "noa"):
        assert files_of(cast, name) == []


def test_who_is_chosen_reads_it_too(cast: Cast, browser: Browser) -> None:
    confirm(browser("samira"), cast, fields(mode="chosen", readers=[str(cast.people["yusuf"])]))
    assert files_of(cast, "yusuf") == [("Brief van school", b"Kom maandag")]
    assert files_of(cast, "noa") == []


def test_the_sentence_about_these_readers_is_shown_before_it_is_kept(cast: Cast, browser: Browser) -> None:
    sent = fields(mode="chosen", readers=[str(cast.people["yusuf"])], step="confirm", checked="team")
    answer = browser("samira").post(address(cast), sent | {"file": SimpleUploadedFile("x.txt", b"Kom")})
    assert answer.status_code == 422
    assert "Yusuf" in answer.content.decode()
    assert files_of(cast, "samira") == []


def test_a_picture_stays_with_who_added_it_and_the_team_and_shows_as_a_picture(
    cast: Cast, browser: Browser
) -> None:
    page = browser("samira", asked=True)
    readers = [str(cast.people["yusuf"])]
    said = confirm(page, cast, fields(mode="chosen", readers=readers), made.photo("PNG"), "x.png")
    assert "Alleen u en het wijkteam kunnen het zien." in said
    assert files_of(cast, "yusuf") == []
    (told,) = (t for t in timeline.story(now(cast, "samira"), cast.dossier).told if t.file)
    one, file = paths(told.line.public_id)
    assert f'<img class="picture" src="{file}" alt="Brief van school">' in shown(page, one)
    assert "meer-lezers" not in shown(page, one)
    assert page.get(file)["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<html><script>alert(1)</script></html>", "foto.jpg", "Dit soort bestand kan Naast niet bewaren."),
        (b"a" * (26 * 1024 * 1024 + 1), "a.txt", "Dit bestand is te groot: hoogstens 20 MB."),
        (b"", "a.txt", "Dit bestand is leeg."),
        (made.pdf(lock="x"), "a.pdf", "zit op slot"),
    ],
)
def test_a_wrong_file_is_said_at_the_field_and_nothing_else_is_lost(
    cast: Cast, browser: Browser, data: bytes, name: str, said: str
) -> None:
    noa = str(cast.people["noa"])
    page = confirm(browser("samira"), cast, fields(about=[noa], mode="chosen", readers=[noa]), data, name)
    assert said in page.split('name="file"')[0]
    assert 'name="words" value="Brief van school"' in page
    assert f'name="about" value="{noa}"' in page
    assert f'name="readers" value="{noa}"' in page
    assert files_of(cast, "samira") == []


def test_no_file_and_no_title_are_said_each_at_its_field(cast: Cast, browser: Browser) -> None:
    page = browser("samira")
    answer = page.post(address(cast), fields(step="confirm", checked="team"))
    assert answer.status_code == 422
    assert "Er is nog geen bestand gekozen." in answer.content.decode()
    answer = page.post(address(cast), fields(words=" "))
    assert answer.status_code == 422
    assert "Schrijf op wat het is." in answer.content.decode()


def test_one_can_go_back_and_change_it(cast: Cast, browser: Browser) -> None:
    answer = browser("samira").post(address(cast), fields(step="change"))
    assert answer.status_code == 200
    assert 'value="Brief van school"' in answer.content.decode()


def test_a_guarded_address_in_the_file_is_warned_of_and_can_be_kept(cast: Cast, browser: Browser) -> None:
    note(cast, "samira", "address", ADDRESS)
    page, sent = browser("samira"), fields(mode="chosen", readers=[str(cast.people["yusuf"])])
    warned = confirm(page, cast, sent, HINT.encode())
    assert 'name="guard_seen"' in warned
    assert files_of(cast, "samira") == []
    confirm(page, cast, sent | {"guard_seen": "on"}, HINT.encode())
    assert files_of(cast, "yusuf") == [("Brief van school", HINT.encode())]


def test_the_same_confirmation_twice_counts_once(cast: Cast, browser: Browser) -> None:
    sent, page = fields(), browser("samira")
    confirm(page, cast, sent)
    confirm(page, cast, sent)
    assert len(files_of(cast, "samira")) == 1


def test_a_child_picks_faces_and_is_asked_little(cast: Cast, browser: Browser) -> None:
    page = browser("noa", handed=True)
    html = shown(page, address(cast))
    assert 'name="about"' not in html
    assert "checked" not in html.split('class="pick')[1].split("</fieldset>")[0]
    confirm(page, cast, fields(mode="chosen", words="mijn tekening"), made.photo("PNG"), "x.png")
    assert [title for title, _ in files_of(cast, "noa")] == ["mijn tekening"]
    assert [title for title, _ in files_of(cast, "jerrel")] == ["mijn tekening"]
    assert files_of(cast, "samira") == []


def test_what_was_typed_when_the_session_ended_is_shown_again_and_the_file_asked_anew(
    cast: Cast, browser: Browser
) -> None:
    samira = browser("samira")
    back = samira.post(address(cast), fields()).content.decode()
    who = back.split('name="who" value="')[1].split('"')[0]
    sent = fields(step="confirm", checked="team", who=who, file=SimpleUploadedFile("x.txt", b"Kom maandag"))
    assert Client().post(address(cast), sent)["Location"] == "/binnen/bewaard"
    again = samira.get(f"{address(cast)}?bewaard=1")
    assert again.status_code == 200
    assert 'value="Brief van school"' in again.content.decode()
    assert files_of(cast, "samira") == []


def test_a_handed_over_screen_gives_no_file_of_another_dossier(cast: Cast, browser: Browser) -> None:
    noa = browser("noa", handed=True)
    assert noa.get(f"/mijn/{uuid4()}/bestand").status_code == 404


def test_who_is_in_no_circle_here_adds_nothing(cast: Cast) -> None:
    with pytest.raises(Missing):
        added(cast, by="ayse")


# A newer one beside an own one.


def newer(page: Client, entry: UUID, data: bytes | None = b"Kom dinsdag", **more: object) -> str:
    """The page that follows on sending a newer file."""
    sent: dict[str, object] = {"words": "Brief van school, nieuw", "once": uuid4()} | more
    sent |= {"file": SimpleUploadedFile("y.txt", data)} if data is not None else {}
    return unescape(page.post(f"{paths(entry)[1]}/nieuw", sent, follow=True).content.decode())


def test_an_own_file_is_offered_to_be_replaced_and_the_older_one_stays(cast: Cast, browser: Browser) -> None:
    entry = added(cast, "yusuf", by="samira")
    page = browser("samira", asked=True)
    assert f"{paths(entry)[1]}/nieuw" in shown(page, paths(entry)[0])
    assert 'value="Brief van school"' in shown(page, f"{paths(entry)[1]}/nieuw")
    said = newer(page, entry)
    assert "Bewaard. Het oude bestand blijft ernaast staan." in said
    assert "Het bestand zoals het toen was" in said
    assert files_of(cast, "yusuf") == [("Brief van school, nieuw", b"Kom dinsdag")]
    assert page.get(paths(entry)[1]).content == b"Kom maandag"


def test_a_picture_instead_of_it_stays_with_who_added_it_and_the_team(cast: Cast, browser: Browser) -> None:
    entry = added(cast, "yusuf", by="samira")
    said = newer(browser("samira", asked=True), entry, made.photo("PNG"))
    assert "Alleen u en het wijkteam kunnen het zien." in said
    assert files_of(cast, "yusuf") == [("Brief van school", b"Kom maandag")]


def test_what_is_wrong_is_said_at_its_field_and_the_words_stay(cast: Cast, browser: Browser) -> None:
    entry = added(cast, by="samira")
    page = browser("samira", asked=True)
    assert "Er is nog geen bestand gekozen." in newer(page, entry, None)
    wrong = newer(page, entry, b"")
    assert "Dit bestand is leeg." in wrong
    assert 'value="Brief van school, nieuw"' in wrong
    wrong = newer(page, entry, words=" ")
    assert "Schrijf op wat het is." in wrong
    assert "Kies het bestand opnieuw" in wrong
    assert page.post(f"{paths(entry)[1]}/nieuw", {}).status_code == 422
    assert files_of(cast, "samira") == [("Brief van school", b"Kom maandag")]


def test_who_added_a_newer_one_meanwhile_is_looked_at_first(cast: Cast, browser: Browser) -> None:
    entry = added(cast, by="samira")
    page = browser("samira", asked=True)
    newer(page, entry)
    again = newer(page, entry, words="Nog een")
    assert "Iemand heeft intussen een nieuwer bestand toegevoegd." in again
    assert 'value="Nog een"' in again


def test_only_ones_own_file_is_replaced_and_in_confidence_only_behind_the_pin(
    cast: Cast, browser: Browser
) -> None:
    own, others = added(cast, by="samira"), added(cast, *HOME)
    told = cast.tells("samira", "Geen bestand.")
    page = browser("samira", asked=True)
    nothing = page.get(f"{paths(uuid4())[1]}/nieuw")
    for missing in (page.get(f"{paths(others)[1]}/nieuw"), page.get(f"{paths(told)[1]}/nieuw")):
        assert (missing.status_code, missing.content) == (404, nothing.content)
    assert "/nieuw" not in shown(page, paths(others)[0])
    for other in (browser("samira"), browser("karim", asked=True)):
        assert other.get(f"{paths(own)[1]}/nieuw").status_code == 404
