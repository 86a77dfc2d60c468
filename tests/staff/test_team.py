"""The team's page: accounts, invitations, leavers; only for who manages the team, and nothing of a dossier."""

import re
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.cast import NOW, Cast, samira_and_karim, staff

from naast.access import accounts as reading
from naast.access.viewer import Missing
from naast.actions import accounts, second_factor, team
from naast.actions.act import Invalid, Refused
from naast.records.models import Account, Team, TraceLine
from naast.rules import totp

pytestmark = pytest.mark.django_db
BACKEND = "naast.access.sessions.Carried"
PASSWORD = "een lange wandeling"
NEW = {"given": "Fatima", "family": "el Idrissi", "email": "Fatima@Voorbeeld.example", "function": "wijkteam"}


@pytest.fixture
def cast() -> Cast:
    cast = samira_and_karim()
    ellen = cast.accounts["ellen"]
    ellen.team = cast.accounts["jerrel"].team
    ellen.save()
    staff(cast, Team.objects.create(name="Team West", municipality="Voorbeeldstad"), "omar", "Omar Elders")
    return cast


@pytest.fixture
def lead(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.accounts["jerrel"], backend=BACKEND)
    return client


def address_on(page: str) -> str:
    found = re.search(r"https?://testserver(/uitnodiging/[\w-]+)", page)
    assert found is not None
    return found.group(1)


def test_an_invitation_leads_from_a_new_account_to_its_own_password_and_second_factor(
    lead: Client, cast: Cast
) -> None:
    made = lead.post(
        "/team/nieuw", NEW | {"kind": "colleague", "once": "5f1d1f6e-0000-4000-8000-000000000001"}
    )
    assert made.status_code == 303
    shown = lead.get(made["Location"]).content.decode()
    address = address_on(shown)
    assert lead.get(made["Location"])["Location"] == "/team"  # shown once
    newcomer = Client()
    assert "Fatima el Idrissi" in newcomer.get(address).content.decode()
    assert newcomer.get(address).status_code == 200  # opening spends nothing
    assert newcomer.post(address, {"password": PASSWORD, "again": "iets heel anders"}).status_code == 422
    assert newcomer.post(address, {"password": "kort", "again": "kort"}).status_code == 422
    chosen = newcomer.post(address, {"password": PASSWORD, "again": PASSWORD})
    assert chosen["Location"] == "/aanmelden/instellen"
    assert newcomer.get("/account")["Location"].startswith("/aanmelden?")  # nothing is seen yet
    page = newcomer.get("/aanmelden/instellen").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")  # type: ignore[union-attr]
    code = totp.code(secret, totp.step(datetime.now().astimezone()))
    assert newcomer.post("/aanmelden/instellen", {"code": code})["Location"] == "/account/herstelcodes"
    assert newcomer.get("/account").status_code == 200
    assert newcomer.get(address).status_code == 404  # spent
    account = Account.objects.get(email="fatima@voorbeeld.example")
    assert (account.capacity, account.team_id) == ("staff", cast.accounts["jerrel"].team_id)


def test_the_same_account_sent_twice_is_made_once(lead: Client) -> None:
    form = NEW | {"kind": "partner", "once": "5f1d1f6e-0000-4000-8000-000000000002"}
    assert lead.post("/team/nieuw", form).status_code == lead.post("/team/nieuw", form).status_code == 303
    assert Account.objects.filter(email__iexact=NEW["email"]).count() == 1
    assert Account.objects.get(email__iexact=NEW["email"]).capacity == "partner"


@pytest.mark.parametrize(
    ("field", "value"),
    [("given", " "), ("email", "fatima"), ("email", "AYSE@voorbeeld.example"), ("function", "")],
)
def test_a_new_account_says_at_its_field_what_is_not_right(
    lead: Client, cast: Cast, field: str, value: str
) -> None:
    form = NEW | {"kind": "colleague", "once": "5f1d1f6e-0000-4000-8000-000000000003", field: value}
    answer = lead.post("/team/nieuw", form)
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    with pytest.raises(Invalid) as told:
        team.make_account(viewer=cast.viewer("jerrel"), **(NEW | {field: value}))
    assert list(told.value.errors) == [field]


def test_an_invitation_is_good_for_seven_days_and_not_longer(cast: Cast) -> None:
    token = team.invite(viewer=cast.viewer("jerrel"), account=cast.accounts["ayse"].public_id)
    with time_machine.travel(cast.clock.at + timedelta(days=7, seconds=-1), tick=False):
        assert Client().get(f"/uitnodiging/{token}").status_code == 200
    with time_machine.travel(cast.clock.at + timedelta(days=7), tick=False):
        gone = Client().get(f"/uitnodiging/{token}")
        made_up = Client().get("/uitnodiging/verzonnen")
    assert gone.status_code == made_up.status_code == 404
    assert gone.content == made_up.content


def test_a_new_invitation_ends_the_old_one_and_everything_that_opened_the_account(cast: Cast) -> None:
    ayse = cast.accounts["ayse"]
    ayse.set_password(PASSWORD)
    ayse.save()
    second_factor.give_secret(ayse)
    accounts.set_pin(viewer=cast.viewer("ayse"), pin="290461")
    client = Client()
    client.force_login(Account.objects.get(pk=ayse.pk), backend=BACKEND)
    assert client.get("/account").status_code == 200
    first = team.invite(viewer=cast.viewer("jerrel"), account=ayse.public_id)
    assert client.get("/account")["Location"].startswith("/aanmelden?")
    second = team.invite(viewer=cast.viewer("jerrel"), account=ayse.public_id)
    assert reading.invited(first, cast.clock.tick()) is None
    assert reading.invited(second, cast.clock.tick()) is not None
    now = Account.objects.get(pk=ayse.pk)
    assert not now.has_usable_password()
    assert now.pin == ""
    assert not Authenticator.objects.filter(user=ayse).exists()
    with pytest.raises(Refused):
        team.accept(viewer=cast.viewer("ayse"), token=first, password=PASSWORD)
    with pytest.raises(Refused):
        team.accept(viewer=cast.viewer("ellen"), token=second, password=PASSWORD)
    team.accept(viewer=cast.viewer("ayse"), token=second, password=PASSWORD)
    with pytest.raises(Refused):
        team.accept(viewer=cast.viewer("ayse"), token=second, password=PASSWORD)


def test_who_got_new_keys_reads_on_their_account_who_made_the_invitation(cast: Cast) -> None:
    team.invite(viewer=cast.viewer("jerrel"), account=cast.accounts["ayse"].public_id)
    own = reading.own(cast.viewer("ayse"))
    assert own.remade_by == "Jerrel Pinas"
    assert own.remade is not None


def test_a_leaver_s_session_ends_at_once_and_their_invitation_too(lead: Client, cast: Cast) -> None:
    ayse = cast.accounts["ayse"]
    client = Client()
    client.force_login(ayse, backend=BACKEND)
    assert client.get("/account").status_code == 200
    assert lead.get(f"/team/{ayse.public_id}/sluiten").status_code == 200
    assert client.get("/account").status_code == 200  # asking closes nothing
    assert lead.post(f"/team/{ayse.public_id}/sluiten").status_code == 303
    assert client.get("/account")["Location"].startswith("/aanmelden?")
    with pytest.raises(Refused):
        team.invite(viewer=cast.viewer("jerrel"), account=ayse.public_id)
    assert lead.post(f"/team/{ayse.public_id}/openen").status_code == 303
    again = Account.objects.get(pk=ayse.pk)
    assert again.is_active
    assert not again.has_usable_password()
    assert client.get("/account")["Location"].startswith("/aanmelden?")


def test_who_has_another_account_meanwhile_is_not_opened_twice(cast: Cast) -> None:
    ayse = cast.accounts["ayse"]
    team.close(viewer=cast.viewer("jerrel"), account=ayse.public_id)
    Account.objects.create(human_id=ayse.human_id, capacity="staff", display_name="x", team=ayse.team)
    with pytest.raises(Invalid):
        team.reopen(viewer=cast.viewer("jerrel"), account=ayse.public_id)


def test_the_page_tells_nothing_of_a_household(lead: Client, cast: Cast) -> None:
    for page in (
        "/team",
        "/team/nieuw",
        "/team/antwoordtijd",
        f"/team/{cast.accounts['ayse'].public_id}/sluiten",
    ):
        text = lead.get(page).content.decode()
        assert not any(
            name in text for name in ("Samira", "Karim", "Noa", "Yusuf", "Haddad", str(cast.dossier))
        )


def test_the_page_names_the_own_team_only(lead: Client) -> None:
    text = lead.get("/team").content.decode()
    assert all(name in text for name in ("Jerrel Pinas", "Ayşe Demir", "Ellen Bos"))
    assert "Omar" not in text


def test_who_does_not_manage_the_team_finds_nothing(cast: Cast) -> None:
    for name in ("ayse", "ellen"):
        client = Client()
        client.force_login(cast.accounts[name], backend=BACKEND)
        other = cast.accounts["jerrel"].public_id
        for page in ("/team", "/team/nieuw", "/team/antwoordtijd", f"/team/{other}/sluiten"):
            assert client.get(page).status_code == 404
            assert client.post(page).status_code == 404
        with pytest.raises(Missing):
            reading.team(cast.viewer(name))
        for act in (team.invite, team.close, team.reopen):
            with pytest.raises(Refused):
                act(viewer=cast.viewer(name), account=other)


def ids_a_lead_may_not_touch(cast: Cast) -> list[UUID]:
    keys = ("omar", "samira", "jerrel")  # another team's, a resident's, the own
    return [cast.accounts[key].public_id for key in keys] + [UUID(int=7)]


def test_a_lead_touches_no_account_outside_the_team_and_not_their_own(lead: Client, cast: Cast) -> None:
    for account in ids_a_lead_may_not_touch(cast):
        for act in (team.invite, team.close, team.reopen):
            with pytest.raises(Refused):
                act(viewer=cast.viewer("jerrel"), account=account)
        with pytest.raises(Refused):
            team.set_lead(viewer=cast.viewer("jerrel"), account=account, manages=False)
        for step in ("sluiten", "uitnodigen", "openen", "teamleider", "uitnodiging"):
            answer = lead.post(f"/team/{account}/{step}")
            assert (
                answer.status_code in ((303,) if step == "uitnodiging" else (404,))
                or answer.status_code == 404
            )


def test_a_lead_lets_a_colleague_manage_too_and_a_partner_never(lead: Client, cast: Cast) -> None:
    ayse = cast.accounts["ayse"]
    assert lead.post(f"/team/{ayse.public_id}/teamleider").status_code == 303
    assert Account.objects.get(pk=ayse.pk).manages_team
    assert reading.team(cast.viewer("ayse")).name == "Team Oost"
    with pytest.raises(Refused):
        team.set_lead(viewer=cast.viewer("jerrel"), account=cast.accounts["ellen"].public_id, manages=True)


@pytest.mark.parametrize(("days", "status"), [(0, 422), (1, 303), (20, 303), (21, 422), ("x", 422)])
def test_the_answer_time_is_one_to_twenty_working_days(lead: Client, days: object, status: int) -> None:
    assert lead.post("/team/antwoordtijd", {"working_days": days}).status_code == status
    if status == 303:
        assert Team.objects.get(name="Team Oost").answer_working_days == days


def test_every_act_on_an_account_leaves_a_trace(cast: Cast) -> None:
    account = team.make_account(viewer=cast.viewer("jerrel"), **NEW)
    team.invite(viewer=cast.viewer("jerrel"), account=account)
    team.close(viewer=cast.viewer("jerrel"), account=account)
    team.set_answer_time(viewer=cast.viewer("jerrel"), working_days=3)
    acts = set(TraceLine.objects.filter(at__gt=NOW).values_list("act", flat=True))
    assert {"make account", "invite colleague", "close account", "set answer time"} <= acts
