"""Who may give whom a way in, and what a handed-over screen may open."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import residents as reading
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Missing, Viewer
from naast.actions import (
    accounts,
    coming_in,
    confidential,
    dossiers,
    hand_over,
    residents,
    splitting,
    withholding,
)
from naast.actions.act import Invalid, Refused
from naast.actions.dossiers import NewMember, NewPerson
from naast.actions.residents import Own
from naast.records.models import Account, Dossier, Person, SignInLink

pytestmark = pytest.mark.django_db
PIN, OTHER, WORKERS = "271904", "580362", "314592"


@pytest.fixture(autouse=True)
def _quick_hashes(settings) -> None:
    """The real one is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast() -> Cast:
    made = samira_and_karim()
    Account.objects.filter(capacity="resident").delete()
    return made


def give(
    cast: Cast, name: str, *, by: str = "jerrel", channel: str = "", pin: str = PIN, **more: object
) -> str:
    return residents.give(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        person=cast.people[name],
        own=Own(channel or f"{name}@post.example", pin, sharing_seen=bool(more.pop("seen", False))),
        present=bool(more.pop("present", True)),
    )


def born(cast: Cast, name: str, first: date | None, last: date | None) -> None:
    with upkeep():
        Person.objects.filter(pk=cast.rows[name]).update(birth_from=first, birth_to=last)


def test_an_account_stands_for_the_person_and_keeps_no_channel_or_pin_in_the_open(cast: Cast) -> None:
    give(cast, "samira", channel=" Samira@Post.example")
    account = Account.objects.get(human_id=cast.rows["samira"])
    assert account.capacity == "resident"
    assert account.channel == "samira@post.example"
    with connection.cursor() as cursor:
        cursor.execute("SELECT channel, pin FROM account WHERE id = %s", [account.pk])
        kept = str(cursor.fetchone())
    assert "post.example" not in kept
    assert PIN not in kept
    assert not account.has_usable_password()


@pytest.mark.parametrize(
    ("first", "last", "may"),
    [
        (date(2014, 11, 16), date(2014, 11, 16), True),  # twelve today
        (date(2014, 11, 17), date(2014, 11, 17), False),  # twelve tomorrow
        (date(2014, 1, 1), date(2014, 12, 31), False),  # perhaps twelve
        (None, None, False),  # unknown counts as younger
    ],
)
def test_an_account_is_for_who_is_surely_twelve(
    cast: Cast, first: date | None, last: date | None, may: bool
) -> None:
    born(cast, "yusuf", first, last)
    page = reading.entrances(cast.viewer("jerrel"), cast.dossier)
    assert page.of(cast.people["yusuf"]).old_enough is may
    if may:
        assert give(cast, "yusuf")
    else:
        with pytest.raises(Refused):
            give(cast, "yusuf")
    assert Account.objects.filter(human_id=cast.rows["yusuf"]).exists() is may


@pytest.mark.parametrize("who", ["samira", "karim", "ellen", "ayse"])
def test_nobody_but_an_own_professional_gives_a_way_in_not_even_a_parent(cast: Cast, who: str) -> None:
    born(cast, "yusuf", date(2010, 1, 1), date(2010, 1, 1))
    with pytest.raises(Refused):
        give(cast, "yusuf", by=who)
    assert not Account.objects.filter(capacity="resident").exists()


def test_a_worker_gives_none_to_themself_nor_to_a_professional(cast: Cast) -> None:
    born(cast, "jerrel", date(1980, 1, 1), date(1980, 1, 1))
    born(cast, "ellen", date(1980, 1, 1), date(1980, 1, 1))
    for name in ("jerrel", "ellen"):
        with pytest.raises(Refused):
            give(cast, name)


def test_nothing_is_given_without_the_person(cast: Cast) -> None:
    with pytest.raises(Invalid) as found:
        give(cast, "samira", present=False)
    assert list(found.value.errors) == ["present"]
    give(cast, "samira")
    with pytest.raises(Invalid):
        residents.new_link(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"], present=False
        )


@pytest.mark.parametrize("pin", ["123456", "000000", "020492", "920402", "12345", "abcdef", ""])
def test_a_pin_that_anybody_would_try_first_is_refused(cast: Cast, pin: str) -> None:
    with pytest.raises(Invalid) as found:
        give(cast, "samira", pin=pin)
    assert list(found.value.errors) == ["pin"]


@pytest.mark.parametrize("channel", ["samira", "a@b", "06123", "+3161234567", "06 1234 567a", "a b@c.nl"])
def test_what_is_no_channel_is_said_at_the_field(cast: Cast, channel: str) -> None:
    with pytest.raises(Invalid) as found:
        give(cast, "samira", channel=channel)
    assert list(found.value.errors) == ["channel"]


def test_a_phone_number_is_the_same_channel_in_every_spelling(cast: Cast) -> None:
    give(cast, "samira", channel="06-1234 5678")
    with pytest.raises(Invalid) as found:
        give(cast, "karim", channel="0031 6 12345678")
    assert list(found.value.errors) == ["sharing_seen"]


def test_a_shared_channel_is_warned_about_once_and_may_then_be_kept(cast: Cast) -> None:
    give(cast, "samira", channel="home@post.example")
    with pytest.raises(Invalid) as found:
        give(cast, "karim", channel="HOME@post.example")
    assert found.value.errors["sharing_seen"][1] == {"name": "Samira Haddad"}
    assert give(cast, "karim", channel="HOME@post.example", seen=True)


def strangers_dossier(cast: Cast) -> tuple:
    """A household of Ayşe's in which Jerrel has no part: one woman with a way in of her own."""
    other = dossiers.open_household(
        viewer=cast.viewer("ayse"),
        persons=[
            NewPerson(
                "latifa",
                "Latifa",
                family_name="Bakker",
                birth_from=date(1963, 8, 20),
                birth_to=date(1963, 8, 20),
            )
        ],
        members=[NewMember("latifa")],
        purpose="Latifa vroeg om hulp",
    )
    with upkeep():
        latifa = Person.objects.get(call_name="Latifa")
    residents.give(
        viewer=cast.viewer("ayse"),
        dossier=other,
        person=latifa.public_id,
        own=Own("home@post.example", OTHER),
        present=True,
    )
    return other, latifa


def test_a_worker_is_not_warned_about_somebody_they_may_not_know_of(cast: Cast) -> None:
    strangers_dossier(cast)
    assert give(cast, "samira", channel="home@post.example")


def test_the_warning_asks_the_same_questions_with_and_without_a_stranger(cast: Cast) -> None:
    strangers_dossier(cast)
    counts = []
    for channel in ("nobody@post.example", "home@post.example"):
        Account.objects.filter(human_id=cast.rows["samira"]).delete()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            give(cast, "samira", channel=channel)
        counts.append([re.sub(r"[0-9]+|'[^']*'|s[0-9]+_x[0-9]+", "", q["sql"])[:200] for q in asked])
    assert counts[0] == counts[1]


def test_an_account_of_another_team_shows_to_nobody_here(cast: Cast) -> None:
    _, latifa = strangers_dossier(cast)
    dossiers.add_person(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=NewPerson(
            "l", "Latifa", family_name="Bakker", birth_from=latifa.birth_from, birth_to=latifa.birth_to
        ),
        relation=("network", cast.people["samira"]),
    )
    with upkeep():
        here = Person.objects.filter(call_name="Latifa").order_by("id").last()
        # the same person, as if both teams had taken her from the register
        Account.objects.filter(human=latifa).update(human=here)
    page = reading.entrances(cast.viewer("jerrel"), cast.dossier)
    assert page.of(here.public_id).own is False
    with pytest.raises(Refused):
        residents.close(viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=here.public_id)
    give_here = residents.give(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=here.public_id,
        own=Own("latifa@post.example", PIN),
        present=True,
    )
    assert give_here
    assert reading.entrances(cast.viewer("jerrel"), cast.dossier).of(here.public_id).own is True
    assert Account.objects.filter(human=here, is_active=True).count() == 1


def test_a_new_link_ends_the_one_before_and_an_asked_one_does_not(cast: Cast) -> None:
    give(cast, "samira")
    residents.new_link(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people["samira"], present=True
    )
    assert SignInLink.objects.filter(closed_at=None).count() == 1
    account = Account.objects.get(human_id=cast.rows["samira"])
    viewer = Viewer(account.pk, account.human_id, "resident", cast.clock.tick())
    coming_in.ask_link(viewer=viewer, token="t", place=0)
    assert SignInLink.objects.filter(closed_at=None).count() == 2


def test_many_tries_at_the_same_moment_count_before_any_pin_is_looked_at(cast: Cast) -> None:
    token = give(cast, "samira")
    hashes = [residents.token_hash(token)]
    nobody = Viewer(None, 0, "resident", cast.clock.tick())
    given = [len(coming_in.try_link(viewer=nobody, hashes=hashes)) for _ in range(7)]
    assert given == [1, 1, 1, 1, 1, 0, 0]


def test_a_link_is_spent_once_and_never_by_the_dead(cast: Cast) -> None:
    token = give(cast, "samira")
    account = Account.objects.get(human_id=cast.rows["samira"])
    viewer = Viewer(account.pk, account.human_id, "resident", cast.clock.tick())
    with upkeep():
        Person.objects.filter(pk=account.human_id).update(died_on=date(2026, 11, 1))
    with pytest.raises(Refused):
        coming_in.come_in(viewer=viewer, hashes=[residents.token_hash(token)])
    with upkeep():
        Person.objects.filter(pk=account.human_id).update(died_on=None)
    coming_in.come_in(viewer=viewer, hashes=[residents.token_hash(token)])
    with pytest.raises(Refused):
        coming_in.come_in(viewer=viewer, hashes=[residents.token_hash(token)])


def test_only_the_person_closes_their_own_portal(cast: Cast) -> None:
    give(cast, "samira")
    account = Account.objects.get(human_id=cast.rows["samira"])
    with pytest.raises(Refused):
        residents.close_own(viewer=Viewer(account.pk, cast.rows["karim"], "resident", cast.clock.tick()))
    residents.close_own(viewer=Viewer(account.pk, account.human_id, "resident", cast.clock.tick()))
    account.refresh_from_db()
    assert (account.is_active, account.channel, account.pin) == (False, "", "")
    assert give(cast, "samira")  # and a new way in can be made later


def test_the_page_is_for_own_professionals_and_names_no_professional(cast: Cast) -> None:
    page = reading.entrances(cast.viewer("jerrel"), cast.dossier)
    assert [e.face.label for e in page.entrances] == ["Samira", "Yusuf", "Noa", "Karim"]
    for name in ("ayse", "ellen", "samira"):
        with pytest.raises(Missing):
            reading.entrances(cast.viewer(name, "staff" if name == "ayse" else None), cast.dossier)


# A handed-over screen


def handed_to(cast: Cast, name: str) -> Viewer:
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=WORKERS)
    handed = hand_over.hand_over(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, person=cast.people[name], present=True
    )
    return Viewer(
        None, handed.human, "resident", cast.clock.tick(), handed_by=handed.worker, only=handed.dossier
    )


def test_a_screen_is_handed_over_by_a_worker_with_a_pin_and_the_person_beside_them(cast: Cast) -> None:
    def hand(who: str = "jerrel", to: str = "noa", present: bool = True) -> object:
        return hand_over.hand_over(
            viewer=cast.viewer(who), dossier=cast.dossier, person=cast.people[to], present=present
        )

    with pytest.raises(Invalid) as found:
        hand()
    assert list(found.value.errors) == [""]
    accounts.set_pin(viewer=cast.viewer("jerrel"), pin=WORKERS)
    with pytest.raises(Invalid):
        hand(present=False)
    for who, to in (
        ("ayse", "noa"),
        ("ellen", "noa"),
        ("samira", "noa"),
        ("jerrel", "ellen"),
        ("jerrel", "jerrel"),
    ):
        with pytest.raises(Refused):
            hand(who, to)
    assert hand()


def test_only_the_workers_pin_brings_the_screen_back(cast: Cast) -> None:
    noa = handed_to(cast, "noa")
    assert hand_over.give_back(noa, OTHER) is False
    assert hand_over.give_back(noa, WORKERS) is True
    with pytest.raises(Refused):
        hand_over.given_back(viewer=cast.viewer("samira"))


def test_a_handed_over_screen_reads_one_dossier_only(cast: Cast) -> None:
    other = splitting.split(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        leaving=[cast.people["noa"]],
        on=NOW.date(),
        purpose="Noa woont bij oma",
    )
    noa = handed_to(cast, "noa")
    with upkeep():
        here, there = (Dossier.objects.get(public_id=d).pk for d in (cast.dossier, other))
    for asked in (None, here, there, cast.dossier, other):
        with viewer_door(noa, asked) as reach:
            assert reach.dossiers <= {here}, asked
    free = Viewer(None, cast.rows["noa"], "resident", cast.clock.tick())
    with viewer_door(free) as reach:
        assert reach.dossiers == {here, there}  # without the lock both are read


def test_confidence_is_not_shown_on_the_screen_of_a_worker_from_whom_something_is_withheld(
    cast: Cast,
) -> None:
    noa = handed_to(cast, "noa")
    assert confidential.may_show(viewer=noa) is True
    assert confidential.ask(noa, OTHER) is None
    withholding.withhold_self(viewer=cast.viewer("jerrel"), dossier=cast.dossier, reason="buurman")
    later = replace(noa, at=cast.clock.tick())
    assert confidential.may_show(viewer=later) is False


def test_confidence_opens_on_ones_own_screen_after_ones_own_pin(cast: Cast) -> None:
    give(cast, "samira")
    account = Account.objects.get(human_id=cast.rows["samira"])
    viewer = Viewer(account.pk, account.human_id, "resident", cast.clock.tick())
    assert confidential.ask(viewer, OTHER) is None
    assert confidential.ask(viewer, PIN) is True
