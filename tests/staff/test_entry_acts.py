"""Who reads one entry from now on, the moment it belongs to, and a statement that is noted for somebody."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.actions.test_unaware import with_ayse
from tests.cast import Cast, samira_and_karim

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.actions import corrections, entries, withholding
from naast.records.models import Entry, Kind, Share, Withheld

pytestmark = pytest.mark.django_db
WORDS = "Ik slaap weer door."
OPENINGS = ("meer-lezers", "minder-lezers", "verder-open", "weghouden")


@pytest.fixture
def cast() -> Cast:
    from django.utils import timezone

    found = samira_and_karim()
    found.clock.at = timezone.now() - timedelta(hours=1)
    return found


def client(cast: Cast, name: str) -> Client:
    made = Client()
    made.force_login(cast.accounts[name], backend="naast.access.sessions.Carried")
    return made


def send(
    cast: Cast, path: str, data: dict[str, object], name: str = "jerrel", times: int = 1
) -> HttpResponse:
    """The form filled in and sent, more than once where somebody is impatient."""
    once = {"once": str(uuid4())}
    return [client(cast, name).post(path, {**once, **data}) for _ in range(times)][-1]


def reads(cast: Cast, name: str, entry: UUID) -> bool:
    from django.utils import timezone

    cast.clock.at = timezone.now()
    with viewer_door(cast.viewer(name)) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def test_more_people_read_it_once_the_teller_was_asked(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    data = {"readers": [cast.people["karim"]], "how": "asked_aloud"}
    assert send(cast, f"/stukken/{told}/meer-lezers", data, times=2).status_code == 303
    assert reads(cast, "karim", told)
    with upkeep():
        assert Share.objects.filter(entry__public_id=told).count() == 1
    assert "hardop" in client(cast, "jerrel").get(f"/stukken/{told}").content.decode()


def test_who_answers_is_told_that_there_may_be_more_readers_whether_the_list_is_cut_or_not(
    cast: Cast,
) -> None:
    told = cast.tells("ellen", WORDS, "samira")  # she does not know the mother, so the list is cut for her
    for name in ("ellen", "jerrel"):
        for act in ("antwoord", "verbeteren") if name == "ellen" else ("antwoord",):
            page = client(cast, name).get(f"/stukken/{told}/{act}").content.decode()
            assert ("Samira" in page) is (name == "jerrel")
            assert "Er kan meer zijn dat we niet noemen" in page


def test_only_who_does_not_read_it_yet_can_be_chosen(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "karim")
    shown = client(cast, "jerrel").get(f"/stukken/{told}/meer-lezers").content.decode()
    assert f'value="{cast.people["yusuf"]}"' in shown
    assert f'value="{cast.people["karim"]}"' not in shown
    assert f'value="{cast.people["samira"]}"' not in shown


def test_nothing_opens_without_asking_the_teller(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    answer = send(cast, f"/stukken/{told}/meer-lezers", {"readers": [cast.people["karim"]]})
    assert answer.status_code == 422
    assert f'value="{cast.people["karim"]}" checked' in answer.content.decode()
    assert not reads(cast, "karim", told)


def test_it_closes_for_who_read_it_and_says_who_did(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "karim", "ellen")
    client(cast, "ellen").get(f"/stukken/{told}")
    shown = client(cast, "jerrel").get(f"/stukken/{told}/minder-lezers").content.decode()
    assert "Had dit al op het scherm" in shown
    data = {"readers": [cast.people["ellen"]], "how": "asked_aloud"}
    assert send(cast, f"/stukken/{told}/minder-lezers", data, times=2).status_code == 303
    assert not reads(cast, "ellen", told)
    assert reads(cast, "karim", told)
    assert reads(cast, "samira", told)
    assert client(cast, "ellen").get(f"/stukken/{told}").status_code == 404


def test_it_closes_for_who_read_it_by_a_share_and_in_earlier_versions(cast: Cast) -> None:
    old = cast.tells("samira", WORDS, "karim")
    new = corrections.correct(viewer=cast.viewer("jerrel"), entry=old, words="Ik slaap soms.")
    send(cast, f"/stukken/{new}/meer-lezers", {"readers": [cast.people["ellen"]], "how": "asked_aloud"})
    assert reads(cast, "ellen", new)
    who = [cast.people["ellen"], cast.people["karim"]]
    send(cast, f"/stukken/{new}/minder-lezers", {"readers": who, "how": "worker_chose"})
    assert not any(reads(cast, name, entry) for name in ("ellen", "karim") for entry in (old, new))
    assert reads(cast, "samira", new)


def test_where_only_the_teller_and_the_team_read_there_is_nothing_to_close(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    shown = client(cast, "jerrel").get(f"/stukken/{told}/minder-lezers").content.decode()
    assert "niets om dicht te doen" in shown


def test_opening_for_safety_leaves_an_entry_that_the_team_reads(cast: Cast) -> None:
    told = cast.tells("yusuf", "Ik ben bang.")
    data = {
        "readers": [cast.people["samira"]],
        "reason": "Zij vangt hem vanavond op.",
        "told_first": "no",
        "why_not_told": "Hij zit nog op school.",
    }
    assert send(cast, f"/stukken/{told}/verder-open", data, times=2).status_code == 303
    with upkeep():
        opening = Entry.objects.get(kind=Kind.OPENING).public_id
    assert reads(cast, "samira", told)
    assert reads(cast, "jerrel", opening)
    assert not reads(cast, "yusuf", opening)
    assert not reads(cast, "samira", opening)
    shown = client(cast, "jerrel").get(f"/stukken/{told}").content.decode()
    assert "Zij vangt hem vanavond op." in shown
    # once he is told, he can read why
    send(cast, f"/stukken/{opening}/meer-lezers", {"readers": [cast.people["yusuf"]]})
    assert reads(cast, "yusuf", opening)


def test_who_was_told_first_reads_why_at_once(cast: Cast) -> None:
    told = cast.tells("yusuf", "Ik ben bang.")
    data = {"readers": [cast.people["samira"]], "reason": "Opvang.", "told_first": "yes"}
    assert send(cast, f"/stukken/{told}/verder-open", data).status_code == 303
    with upkeep():
        opening = Entry.objects.get(kind=Kind.OPENING).public_id
    assert reads(cast, "yusuf", opening)


@pytest.mark.parametrize("missing", ["readers", "reason", "told_first", "why_not_told"])
def test_without_a_reason_or_a_reader_nothing_opens_and_nothing_typed_is_lost(
    cast: Cast, missing: str
) -> None:
    told = cast.tells("yusuf", "Ik ben bang.")
    data: dict[str, object] = {
        "readers": [cast.people["samira"]],
        "reason": "Zij vangt hem op.",
        "told_first": "no",
        "why_not_told": "Op school.",
    }
    del data[missing]
    answer = send(cast, f"/stukken/{told}/verder-open", data)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "has-error" in shown
    assert missing == "reason" or "Zij vangt hem op." in shown
    assert missing == "why_not_told" or "Op school." in shown
    assert not reads(cast, "samira", told)


def test_one_entry_is_kept_from_one_person_in_every_version(cast: Cast) -> None:
    old = cast.tells("samira", WORDS, "karim")
    new = corrections.correct(viewer=cast.viewer("jerrel"), entry=old, words="Ik slaap soms.")
    day = cast.clock.at.date() + timedelta(days=30)
    data = {"readers": [cast.people["karim"]], "reason": "Gevaar.", "review_on": day.isoformat()}
    assert send(cast, f"/stukken/{new}/weghouden", data, times=2).status_code == 303
    assert not reads(cast, "karim", old)
    assert not reads(cast, "karim", new)
    assert "Gevaar." in client(cast, "jerrel").get(f"/stukken/{new}").content.decode()
    later = corrections.correct(viewer=cast.viewer("jerrel"), entry=new, words="Ik slaap nu goed.")
    assert not reads(cast, "karim", later)


def test_what_tells_of_it_is_kept_from_them_too_where_they_read_it(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "karim")
    other = cast.tells("samira", "Hij belde.", "karim")
    moment = entries.same_moment(viewer=cast.viewer("jerrel"), dossier=cast.dossier, entries=[told, other])
    by_all = entries.answer(viewer=cast.viewer("samira"), entry=told, words="Nu weer niet.")
    by_few = entries.answer(
        viewer=cast.viewer("jerrel"), entry=told, words="Zij slaapt slecht.", choice=cast.choice("samira")
    )
    path, day = f"/stukken/{told}/weghouden", cast.clock.at.date() + timedelta(days=30)
    shown = client(cast, "jerrel").get(path).content.decode()
    ticked = {one: f'value="{one}" checked' in shown for one in (by_all, by_few, other, moment)}
    assert {one: f'value="{one}"' in shown for one in ticked} == dict.fromkeys(ticked, True) | {moment: False}
    assert ticked == {by_all: True, by_few: True, other: False, moment: False}
    data = {"readers": [cast.people["karim"]], "reason": "Gevaar.", "review_on": day.isoformat()}
    also = {"also_kept": [str(by_all), str(by_few)]}
    assert send(cast, path, data | also, times=2).status_code == 303
    assert not reads(cast, "karim", by_all)
    assert reads(cast, "karim", other)
    with upkeep():
        assert not Withheld.objects.filter(entry__public_id=by_few).exists()


def test_what_is_missing_in_a_withholding_is_said_at_each_field_at_once(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "karim")
    said = send(cast, f"/stukken/{told}/weghouden", {}).content.decode()
    for error in ("Kies minstens één persoon.", "Zeg waarom.", "Kies een dag die nog komt."):
        assert error in said


def test_what_stands_beside_it_and_the_worker_may_not_read_is_not_offered(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "karim")
    with_ayse(cast)
    path = f"/stukken/{told}/weghouden"
    before = client(cast, "ayse").get(path).content.decode()
    answer = entries.answer(viewer=cast.viewer("samira"), entry=told, words="Nu weer niet.")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="kent Karim",
        entry=answer,
    )
    assert str(answer) in client(cast, "jerrel").get(path).content.decode()
    hidden = client(cast, "ayse").get(path).content.decode()
    assert "Nu weer niet" not in hidden
    assert "also_kept" not in hidden + before


def test_who_is_not_of_the_team_finds_nothing(cast: Cast) -> None:
    told = cast.tells("samira", WORDS, "ellen")
    for name in ("ayse", "ellen"):
        for act in OPENINGS:
            data = {
                "readers": [cast.people["karim"]],
                "reason": "x",
                "told_first": "yes",
                "how": "asked_aloud",
            }
            assert client(cast, name).get(f"/stukken/{told}/{act}").status_code == 404
            assert send(cast, f"/stukken/{told}/{act}", data, name).status_code == 404
    assert not reads(cast, "karim", told)
    assert "meer-lezers" not in client(cast, "ellen").get(f"/stukken/{told}").content.decode()


def test_through_somebodys_eyes_there_is_nothing_to_do(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    own = client(cast, "jerrel")
    assert f"/stukken/{told}/meer-lezers" in own.get(f"/stukken/{told}").content.decode()
    seen = own.get(f"/stukken/{told}?ogen={cast.people['samira']}&als=resident")
    assert seen.status_code == 200
    assert "meer-lezers" not in seen.content.decode()


def test_two_tellings_stand_side_by_side_for_the_team(cast: Cast) -> None:
    one, other = cast.tells("samira", WORDS), cast.tells("karim", "Zij slaapt niet.")
    path = f"/stukken/{one}/zelfde-moment"
    assert "Zij slaapt niet." in client(cast, "jerrel").get(path).content.decode()
    assert send(cast, path, {"mode": "proposed", "title": "De nacht"}).status_code == 422
    data = {"mode": "proposed", "title": "De nacht", "entries": [other]}
    assert send(cast, path, data, times=2).status_code == 303
    with upkeep():
        made = Entry.objects.get(kind=Kind.MOMENT).public_id
    assert reads(cast, "jerrel", made)
    assert not reads(cast, "samira", made)
    assert client(cast, "ayse").get(path).status_code == 404


def test_what_came_earlier_and_what_is_in_a_moment_already_can_be_chosen_too(cast: Cast) -> None:
    listed = [cast.tells("samira", f"Dit is telling {number}.") for number in range(40)]
    here = {"viewer": cast.viewer("jerrel"), "dossier": cast.dossier}
    entries.same_moment(entries=listed[-3:-1], **here)
    path = f"/stukken/{listed[-1]}/zelfde-moment"
    page = client(cast, "jerrel").get(path).content.decode()
    earlier = page.split('href="?na=')[1].split('"')[0]
    older = client(cast, "jerrel").get(f"{path}?na={earlier}").content.decode()
    offered = [entry for entry in listed if f'value="{entry}"' in page]
    assert len(offered) == 30
    assert [entry for entry in listed if f'value="{entry}"' in older] == listed[:9]
    assert offered == listed[9:-1]
    assert "?na=" not in older


def test_a_statement_is_noted_in_the_circle_that_was_asked(cast: Cast) -> None:
    path = f"/huishoudens/{cast.dossier}/verklaring"
    data = {"person": cast.people["karim"], "words": "Zo was het.", "mode": "proposed"}
    refused = send(cast, path, data)
    assert refused.status_code == 422
    assert "Zo was het." in refused.content.decode()
    assert send(cast, path, {**data, "how": "asked_aloud"}, times=2).status_code == 303
    with upkeep():
        made = Entry.objects.get(kind=Kind.STATEMENT).public_id
    assert reads(cast, "karim", made)
    assert not reads(cast, "samira", made)
    for name in ("ayse", "ellen"):
        assert client(cast, name).get(path).status_code == 404
