"""Coming in with a one-time link and a PIN, and going away: one refusal for everything that is refused."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from tests.cast import Cast, samira_and_karim, some_time_ago

from naast.actions import residents
from naast.actions.residents import Messages, Own
from naast.integrations.messages import fake
from naast.portal.sign_in import views
from naast.records.models import Account, SignInLink

pytestmark = pytest.mark.django_db
PIN, WRONG = "271904", "580362"


@pytest.fixture(autouse=True)
def _quick_hashes(settings) -> None:
    """The real one is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture
def cast() -> Cast:
    made = samira_and_karim(some_time_ago(hours=1))
    Account.objects.filter(capacity="resident").delete()
    return made


def link_for(cast: Cast, name: str = "samira", pin: str = PIN, **more: object) -> str:
    """A link as a worker makes it with the person beside them."""
    own = Own(f"{name}@post.example", pin, more.pop("messages", None))  # type: ignore[arg-type]
    return residents.give(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people[name],
        own=own,
        present=True,
        **more,  # type: ignore[arg-type]
    )


def body(content: bytes) -> str:
    """The page without what differs at each request."""
    return re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]+"', "", content.decode())


def post(client: Client, token: str, pin: str = PIN):
    return client.post(f"/binnen/{token}", {"pin": pin})


def test_the_right_pin_spends_the_link_and_opens_the_own_pages(cast: Cast) -> None:
    token = link_for(cast)
    client = Client()
    assert client.get(f"/binnen/{token}").status_code == 200
    assert client.get(f"/binnen/{token}").status_code == 200  # opening it spends nothing
    answer = post(client, token)
    assert (answer.status_code, answer["Location"]) == (303, "/mijn")
    assert client.get("/mijn", follow=True).status_code == 200
    assert SignInLink.objects.get().spent_at is not None


def test_only_a_hash_of_the_link_is_kept(cast: Cast) -> None:
    token = link_for(cast)
    kept = SignInLink.objects.get()
    assert token not in kept.token_hash
    assert token not in str(SignInLink.objects.values())


def dead_links(cast: Cast) -> Iterator[tuple[str, str]]:
    """Every sort of link that opens nothing."""
    yield "never there", "x" * 32
    spent = link_for(cast)
    post(Client(), spent)
    yield "spent", spent
    old = link_for(cast, lasts=timedelta(minutes=1))
    yield "expired", old
    replaced = link_for(cast)
    locked = link_for(cast)
    yield "replaced", replaced
    for _ in range(5):
        post(Client(), locked, WRONG)
    yield "locked", locked
    closed = link_for(cast, "karim")
    residents.close(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["karim"])
    yield "closed", closed


def test_a_wrong_spent_expired_locked_or_closed_link_is_one_page_before_and_after_the_pin(cast: Cast) -> None:
    alive = link_for(cast)
    opened, refused = Client().get(f"/binnen/{alive}"), post(Client(), alive, WRONG)
    assert refused.status_code == 422
    assert "Dit lukte niet" in refused.content.decode()
    for what, token in dead_links(cast):
        dead = Client().get(f"/binnen/{token}")
        assert (dead.status_code, body(dead.content)) == (200, body(opened.content)), what
        tried = post(Client(), token)
        assert (tried.status_code, body(tried.content)) == (422, body(refused.content)), what


@pytest.mark.parametrize(("wrong", "opens"), [(4, True), (5, False)])
def test_four_wrong_pins_leave_the_link_open_and_five_lock_it(cast: Cast, wrong: int, opens: bool) -> None:
    token = link_for(cast)
    for _ in range(wrong):
        assert post(Client(), token, WRONG).status_code == 422
    assert post(Client(), token).status_code == (303 if opens else 422)


def test_wrong_pins_lock_the_link_and_not_the_person(cast: Cast) -> None:
    token = link_for(cast)
    for _ in range(6):
        post(Client(), token, WRONG)
    fresh = residents.new_link(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"], present=True
    )
    assert post(Client(), fresh).status_code == 303


def test_a_code_that_is_no_code_counts_for_nothing(cast: Cast) -> None:
    token = link_for(cast)
    for wrong in ("", "12345", "1234567", "abcdef", "１２３４５６"):
        assert post(Client(), token, wrong).status_code == 422
    assert SignInLink.objects.get().wrong_pins == 0


def test_the_same_number_of_pins_is_hashed_for_every_link(cast: Cast, monkeypatch) -> None:
    from naast.actions import coming_in

    counted: list[str] = []
    real = coming_in.check_password
    monkeypatch.setattr(coming_in, "check_password", lambda *given: counted.append("") or real(*given))
    alive, numbers = link_for(cast), []
    for token in ("x" * 32, alive):
        counted.clear()
        post(Client(), token, WRONG)
        numbers.append(len(counted))
    assert numbers == [3, 3]


@pytest.mark.parametrize(("late", "opens"), [(-1, True), (0, False)])
def test_a_link_closes_at_its_last_second(cast: Cast, late: int, opens: bool) -> None:
    token = link_for(cast)
    ends = SignInLink.objects.get().expires_at
    with time_machine.travel(ends + timedelta(seconds=late), tick=False):
        assert post(Client(), token).status_code == (303 if opens else 422)


def test_a_closed_portal_ends_a_running_session_at_its_next_request(cast: Cast) -> None:
    token = link_for(cast)
    client = Client()
    post(client, token)
    residents.close(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"])
    gone = client.get("/mijn")
    assert (gone.status_code, gone["Location"]) == (302, "/binnen")


def test_a_new_pin_ends_every_session_too(cast: Cast) -> None:
    client = Client()
    post(client, link_for(cast))
    link_for(cast, pin="904127")
    assert client.get("/mijn")["Location"] == "/binnen"


def test_the_person_closes_their_own_portal_with_one_act(cast: Cast) -> None:
    first, second = Client(), Client()
    post(first, link_for(cast))
    fresh = residents.new_link(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"], present=True
    )
    post(second, fresh)
    assert first.get("/mijn/sluiten").status_code == 200
    assert first.get("/mijn", follow=True).status_code == 200  # looking closes nothing
    assert first.post("/mijn/sluiten").status_code == 200
    for client in (first, second):
        assert client.get("/mijn")["Location"] == "/binnen"


def test_signing_out_is_a_post_and_ends_the_session(cast: Cast) -> None:
    client = Client()
    post(client, link_for(cast))
    assert client.get("/mijn/afmelden").status_code == 404
    assert client.post("/mijn/afmelden")["Location"] == "/binnen"
    assert client.get("/mijn")["Location"] == "/binnen"


def test_quick_exit_works_as_a_plain_link_and_leaves_no_session(cast: Cast, settings) -> None:
    client = Client()
    post(client, link_for(cast))
    assert 'href="/snel-weg"' in client.get("/mijn", follow=True).content.decode()
    gone = client.get("/snel-weg")
    assert gone["Location"] == settings.NEUTRAL_SITE
    assert gone["Cache-Control"] == "no-store"
    assert not client.session.keys()
    assert client.get("/mijn")["Location"] == "/binnen"


def test_the_way_out_stands_also_where_a_resident_finds_nothing(cast: Cast) -> None:
    client = Client()
    post(client, link_for(cast))
    for path in ("/bestaat-niet", f"/huishoudens/{cast.dossier}"):
        answer = client.get(path).content.decode()
        assert 'href="/snel-weg"' in answer, path
        assert 'data-exit="/snel-weg"' in answer, path
    assert "/snel-weg" not in Client().get("/bestaat-niet").content.decode()


def test_what_quick_exit_leaves_behind_is_told_before_signing_in(cast: Cast) -> None:
    assert "geschiedenis" in Client().get("/mijn/sporen").content.decode()


def test_a_signed_in_resident_finds_nothing_of_the_team(cast: Cast) -> None:
    client = Client()
    post(client, link_for(cast))
    for path in ("/huishoudens", "/team", "/zoeken", f"/huishoudens/{cast.dossier}/toegang"):
        assert client.get(path).status_code == 404, path


@pytest.fixture
def sent(settings, monkeypatch) -> Iterator[None]:
    """Messages are kept by the stand-in, and work for after the answer is done at once."""
    settings.MESSAGES = "fake"
    fake.KEPT.clear()
    monkeypatch.setattr(views, "later", lambda work: work())
    yield
    fake.KEPT.clear()


DAY = Messages(time(9), time(20))
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def ask(channel: str, at: datetime = NOON) -> bytes:
    """Ask for a link at a moment; gives the answer."""
    with time_machine.travel(at, tick=False):
        answer = Client().post("/binnen", {"channel": channel})
    assert answer.status_code == 200
    return answer.content


@pytest.mark.usefixtures("sent")
def test_asking_for_a_link_has_one_answer_whoever_asks(cast: Cast) -> None:
    link_for(cast, messages=DAY)
    known, unknown = ask("Samira@Post.example "), ask("nobody@post.example")
    assert known == unknown
    assert [channel.value for channel, *_ in fake.KEPT] == ["samira@post.example"]


@pytest.mark.usefixtures("sent")
def test_a_message_tells_no_name_and_its_link_works_with_the_pin(cast: Cast) -> None:
    link_for(cast, messages=DAY)
    ask("samira@post.example")
    _channel, subject, text = fake.KEPT[0]
    assert "Samira" not in subject + text
    assert "Naast" not in subject + text.split("http")[0]
    token = text.split("/binnen/")[1].strip()
    with time_machine.travel(NOON + timedelta(minutes=29)):
        assert post(Client(), token).status_code == 303


@pytest.mark.usefixtures("sent")
def test_an_asked_link_is_dead_after_half_an_hour(cast: Cast) -> None:
    link_for(cast, messages=DAY)
    ask("samira@post.example")
    token = fake.KEPT[0][2].split("/binnen/")[1].strip()
    with time_machine.travel(NOON + timedelta(minutes=30), tick=False):
        assert post(Client(), token).status_code == 422


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(("hour", "minute", "number"), [(8, 59, 0), (9, 0, 1), (19, 59, 1), (20, 0, 0)])
def test_no_message_comes_outside_the_chosen_hours(cast: Cast, hour: int, minute: int, number: int) -> None:
    link_for(cast, messages=DAY)
    ask("samira@post.example", NOON.replace(hour=hour, minute=minute))
    assert len(fake.KEPT) == number


@pytest.mark.usefixtures("sent")
def test_who_chose_no_messages_gets_none_and_a_closed_portal_neither(cast: Cast) -> None:
    link_for(cast)
    ask("samira@post.example")
    link_for(cast, messages=DAY)
    residents.close(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"])
    ask("samira@post.example")
    assert not fake.KEPT


@pytest.mark.usefixtures("sent")
def test_no_more_than_six_links_a_day_are_sent(cast: Cast) -> None:
    link_for(cast, messages=DAY)
    for minute in range(8):
        ask("samira@post.example", NOON + timedelta(minutes=minute))
    assert len(fake.KEPT) == 6


@pytest.mark.usefixtures("sent")
def test_a_channel_of_two_people_gets_one_link_and_the_pin_says_who_it_is(cast: Cast) -> None:
    for name, pin in (("samira", PIN), ("karim", WRONG)):
        own = Own("home@post.example", pin, DAY, sharing_seen=True)
        residents.give(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            person=cast.people[name],
            own=own,
            present=True,
        )
    ask("home@post.example")
    assert len(fake.KEPT) == 1
    token = fake.KEPT[0][2].split("/binnen/")[1].strip()
    client = Client()
    with time_machine.travel(NOON, tick=False):
        assert post(client, token, WRONG).status_code == 303
        assert int(client.session["_auth_user_id"]) == Account.objects.get(human_id=cast.rows["karim"]).pk
        assert post(Client(), token).status_code == 422  # spent for the other as well


@pytest.mark.usefixtures("sent")
def test_two_people_with_one_channel_and_one_pin_are_never_taken_for_each_other(cast: Cast) -> None:
    for name in ("samira", "karim"):
        own = Own("home@post.example", PIN, DAY, sharing_seen=True)
        residents.give(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            person=cast.people[name],
            own=own,
            present=True,
        )
    ask("home@post.example")
    token = fake.KEPT[0][2].split("/binnen/")[1].strip()
    with time_machine.travel(NOON, tick=False):
        assert post(Client(), token).status_code == 422


def test_where_nothing_can_be_sent_the_page_says_so(settings) -> None:
    settings.MESSAGES = ""
    assert "Naast kan hier geen berichten sturen" in Client().get("/binnen").content.decode()


def test_no_secret_part_of_a_link_is_written_in_the_log(cast: Cast, caplog) -> None:
    token = link_for(cast)
    post(Client(), token, WRONG)
    assert token not in caplog.text


def test_what_was_typed_after_the_session_ended_waits_for_the_same_person(cast: Cast) -> None:
    client = Client()
    post(client, link_for(cast))
    path = f"/mijn/{cast.dossier}/vertellen"
    who = re.search(r'name="who" value="([^"]+)"', client.get(path).content.decode())
    assert who is not None
    typed = "Ik wil dat het ophalen rustig gaat."
    ended = Client().post(path, {"who": who.group(1), "words": typed})
    assert (ended.status_code, ended["Location"]) == (303, "/binnen/bewaard")
    assert typed not in Client().get("/binnen/bewaard").content.decode()
    other = Client()
    assert post(other, link_for(cast, "karim", "904127"), "904127")["Location"] == "/mijn"
    again = Client()
    back = post(again, link_for(cast))
    assert back["Location"].startswith(path)
    assert typed in again.get(back["Location"]).content.decode()
