"""The own account, a stand-in for all households at once, and what waits after a sign-in has ended."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.cast import Cast, samira_and_karim, staff

from naast.access import accounts as reading
from naast.access import households, waiting
from naast.access.viewer import Viewer
from naast.actions import accounts, second_factor, sign_in, stand_ins, withholding
from naast.actions.act import Invalid, Refused
from naast.records.models import Account, WaitingText
from naast.rules import totp

pytestmark = pytest.mark.django_db
BACKEND = "naast.access.sessions.Carried"
PASSWORD = "een lange wandeling"
PROFILE = {"given": "Jerrel", "family": "Pinas", "function": "wijkteam", "language": "nl"}


@pytest.fixture
def cast() -> Cast:
    cast = samira_and_karim()
    for name in ("jerrel", "ayse"):
        account = cast.accounts[name]
        account.set_password(PASSWORD)
        account.save()
        second_factor.give_secret(account)
    return cast


def come_in(cast: Cast, name: str = "jerrel", client: Client | None = None) -> Client:
    client = client or Client()
    client.force_login(Account.objects.get(pk=cast.accounts[name].pk), backend=BACKEND)
    return client


def test_every_page_of_the_account_opens(cast: Cast) -> None:
    client = come_in(cast)
    for page in ("", "/gegevens", "/wachtwoord", "/pincode", "/tweede-stap", "/herstelcodes", "/vervanging"):
        assert client.get(f"/account{page}").status_code == 200, page


def test_a_partner_has_an_account_and_no_stand_in(cast: Cast) -> None:
    client = come_in(cast, "ellen")
    assert client.get("/account").status_code == 200
    assert client.get("/account/vervanging").status_code == 404


def test_a_resident_has_no_account_page(cast: Cast) -> None:
    assert come_in(cast, "samira").get("/account").status_code == 404


def test_a_handed_over_screen_shows_nothing_of_the_worker_s_account(cast: Cast) -> None:
    client = come_in(cast)
    session = client.session
    session["handed_over"] = {"human": cast.rows["noa"], "dossier": str(cast.dossier), "worker": 1}
    session.save()
    for page in ("/account", "/account/pincode", "/team"):
        assert client.get(page).status_code == 404


def test_another_password_ends_other_sessions_and_keeps_this_one(cast: Cast) -> None:
    here, elsewhere = come_in(cast), come_in(cast)
    form = {"own_password": PASSWORD, "password": "nog een lange zin", "again": "nog een lange zin"}
    assert here.post("/account/wachtwoord", form | {"own_password": "mis"}).status_code == 422
    assert elsewhere.get("/account").status_code == 200
    assert here.post("/account/wachtwoord", form).status_code == 303
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302 or elsewhere.get("/account").status_code == 303


def test_the_own_password_is_not_guessed_at_an_open_screen(cast: Cast) -> None:
    client = come_in(cast)
    form = {"own_password": "mis", "pin": "290461", "again": "290461"}
    for _ in range(5):
        assert client.post("/account/pincode", form).status_code == 422
    assert client.post("/account/pincode", form | {"own_password": PASSWORD}).status_code == 422
    assert Account.objects.get(pk=cast.accounts["jerrel"].pk).pin == ""


def test_a_pin_is_set_with_the_password(cast: Cast) -> None:
    client = come_in(cast)
    form = {"own_password": PASSWORD, "pin": "290461", "again": "290462"}
    assert client.post("/account/pincode", form).status_code == 422
    assert client.post("/account/pincode", form | {"again": "290461"}).status_code == 303
    assert client.get("/account").status_code == 200
    assert accounts.check_pin(viewer=cast.viewer("jerrel"), pin="290461")


def test_another_phone_needs_the_password_and_makes_new_recovery_codes(cast: Cast) -> None:
    client = come_in(cast)
    before = reading.recovery_codes(cast.viewer("jerrel"))
    page = client.get("/account/tweede-stap").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page).group(1).replace(" ", "")  # type: ignore[union-attr]
    code = totp.code(secret, totp.step(datetime.now().astimezone()))
    wrong = client.post("/account/tweede-stap", {"code": code, "own_password": "mis"})
    assert wrong.status_code == 422
    assert reading.recovery_codes(cast.viewer("jerrel")) == before
    done = client.post("/account/tweede-stap", {"code": code, "own_password": PASSWORD})
    assert done["Location"] == "/account/herstelcodes"
    after = reading.recovery_codes(cast.viewer("jerrel"))
    assert not set(before) & set(after)
    assert after[0][:4] in client.get("/account/herstelcodes").content.decode()


def test_recovery_codes_are_shown_only_when_they_are_made(cast: Cast) -> None:
    client = come_in(cast)
    old = reading.recovery_codes(cast.viewer("jerrel"))
    assert old[0][:4] + " " + old[0][4:] not in client.get("/account/herstelcodes").content.decode()
    assert client.post("/account/herstelcodes", {"own_password": "mis"}).status_code == 422
    assert client.post("/account/herstelcodes", {"own_password": PASSWORD}).status_code == 303
    new = reading.recovery_codes(cast.viewer("jerrel"))
    assert old[0] not in new
    assert f"{new[0][:4]} {new[0][4:]}" in client.get("/account/herstelcodes").content.decode()


def test_the_keys_of_an_account_are_changed_by_its_owner_only(cast: Cast) -> None:
    with pytest.raises(Refused):
        second_factor.new_recovery_codes(viewer=cast.viewer("samira"))
    with pytest.raises(Refused):
        sign_in.signed_in(viewer=cast.viewer("samira"))
    with pytest.raises(Refused):
        sign_in.signed_out(viewer=cast.viewer("samira"))


def test_language_and_name_are_kept(cast: Cast) -> None:
    client = come_in(cast)
    answer = client.post("/account/gegevens", PROFILE | {"language": "en", "given": "J."})
    assert answer.status_code == 303
    assert answer.cookies["django_language"].value == "en"
    account = Account.objects.get(pk=cast.accounts["jerrel"].pk)
    assert (account.language, account.display_name) == ("en", "J. Pinas")
    assert client.post("/account/gegevens", PROFILE | {"language": "xx"}).status_code == 422


# A colleague stands in -------------------------------------------------------------------------


def test_a_colleague_stands_in_from_day_to_day_and_reads_along_no_longer(cast: Cast) -> None:
    staff(cast, cast.accounts["jerrel"].team, "mirjam", "Mirjam Vos")
    mirjam = cast.accounts["mirjam"]
    at = cast.clock.tick()
    starts, ends = at + timedelta(days=2), at + timedelta(days=9)
    done = stand_ins.stand_in(
        viewer=cast.viewer("jerrel"), account=mirjam.public_id, starts=starts, ends=ends
    )
    assert len(done) == 1

    def homes_at(moment: datetime) -> int:
        return len(households.my_households(Viewer(mirjam.pk, mirjam.human_id, "staff", moment)).lines)

    assert [homes_at(m) for m in (starts - timedelta(seconds=1), starts, ends - timedelta(seconds=1), ends)] == [
        0, 1, 1, 0,
    ]  # fmt: skip


def test_only_the_fixed_face_lets_somebody_stand_in(cast: Cast) -> None:
    at = cast.clock.tick()
    days = {"starts": at + timedelta(days=1), "ends": at + timedelta(days=2)}
    with pytest.raises(Invalid):
        stand_ins.stand_in(viewer=cast.viewer("ayse"), account=cast.accounts["jerrel"].public_id, **days)
    for wrong in ("jerrel", "ellen", "samira"):
        with pytest.raises(Invalid) as told:
            stand_ins.stand_in(viewer=cast.viewer("jerrel"), account=cast.accounts[wrong].public_id, **days)
        assert list(told.value.errors) == ["account"]


def test_a_colleague_from_whom_a_household_is_withheld_does_not_stand_in_there(cast: Cast) -> None:
    from naast.actions import involvements

    involvements.add_colleague(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,  # type: ignore[arg-type]
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=cast.clock.at,
    )
    withholding.withhold_self(viewer=cast.viewer("ayse"), dossier=cast.dossier, reason="tante")  # type: ignore[arg-type]
    at = cast.clock.tick()
    done = stand_ins.stand_in(
        viewer=cast.viewer("jerrel"),
        account=cast.accounts["ayse"].public_id,
        starts=at + timedelta(days=1),
        ends=at + timedelta(days=2),
    )
    assert done == []


def test_a_stand_in_s_days_are_still_to_come(cast: Cast) -> None:
    client = come_in(cast)
    today = timezone.localdate()
    form = {
        "account": str(cast.accounts["ayse"].public_id),
        "starts": (today - timedelta(days=1)).isoformat(),
        "ends": today.isoformat(),
        "once": "5f1d1f6e-0000-4000-8000-000000000009",
    }
    wrong = client.post("/account/vervanging", form)
    assert wrong.status_code == 422
    assert 'id="id_starts_error"' in wrong.content.decode()
    form |= {"starts": today.isoformat(), "ends": (today - timedelta(days=1)).isoformat()}
    assert 'id="id_ends_error"' in client.post("/account/vervanging", form).content.decode()
    form |= {"ends": today.isoformat()}
    assert client.post("/account/vervanging", form).status_code == 303
    assert client.post("/account/vervanging", form).status_code == 303


# What waits ------------------------------------------------------------------------------------


def token_on(client: Client, page: str = "/account/gegevens") -> str:
    found = re.search(r'name="who" value="([^"]+)"', client.get(page).content.decode())
    assert found is not None
    return found.group(1)


def typed(token: str) -> dict[str, str]:
    return PROFILE | {"given": "Wat ik typte", "who": token}


def test_what_was_typed_waits_for_its_writer_and_is_not_sent(cast: Cast) -> None:
    client = come_in(cast)
    token = token_on(client)
    client.logout()
    answer = client.post("/account/gegevens", typed(token))
    assert answer.status_code == 303
    assert answer["Location"] == "/aanmelden?next=%2Faccount%2Fgegevens%3Fbewaard%3D1"
    assert "bewaard" in client.get(answer["Location"]).content.decode()
    come_in(cast, "jerrel", client)
    page = client.get("/account/gegevens?bewaard=1").content.decode()
    assert "Wat ik typte" in page
    assert "Je tekst is bewaard" in page
    assert Account.objects.get(pk=cast.accounts["jerrel"].pk).display_name == "Jerrel Pinas"
    assert client.post("/account/gegevens", typed(token_on(client))).status_code == 303
    assert Account.objects.get(pk=cast.accounts["jerrel"].pk).display_name == "Wat ik typte Pinas"
    assert WaitingText.objects.count() == 0


def test_another_account_on_the_same_browser_never_sees_it(cast: Cast) -> None:
    client = come_in(cast)
    token = token_on(client)
    client.logout()
    client.post("/account/gegevens", typed(token))
    come_in(cast, "ayse", client)
    assert "Wat ik typte" not in client.get("/account/gegevens?bewaard=1").content.decode()


def test_a_form_of_one_is_never_done_as_another(cast: Cast) -> None:
    client = come_in(cast)
    token = token_on(client)
    client.logout()
    come_in(cast, "ayse", client)
    answer = client.post("/account/gegevens", typed(token))
    assert answer["Location"] == "/"
    assert Account.objects.get(pk=cast.accounts["ayse"].pk).display_name == "Ayşe Demir"
    assert waiting.find(cast.viewer("jerrel"), "/account/gegevens") is not None
    assert WaitingText.objects.get().account_id == cast.accounts["jerrel"].pk


def test_a_form_without_a_token_of_ours_keeps_nothing(cast: Cast) -> None:
    answer = Client().post("/account/gegevens", typed("verzonnen"))
    assert answer["Location"].startswith("/aanmelden?next=")
    assert WaitingText.objects.count() == 0


def test_a_lost_csrf_token_swallows_no_text(cast: Cast) -> None:
    client = come_in(cast, "jerrel", Client(enforce_csrf_checks=True))
    answer = client.post("/account/gegevens", typed(token_on(client)))
    assert (answer.status_code, answer["Location"]) == (303, "/account/gegevens?bewaard=1")
    assert "Wat ik typte" in client.get(answer["Location"]).content.decode()
    assert Account.objects.get(pk=cast.accounts["jerrel"].pk).display_name == "Jerrel Pinas"


def test_a_lost_csrf_token_without_a_sign_in_asks_to_sign_in_first(cast: Cast) -> None:
    client = come_in(cast, "jerrel", Client(enforce_csrf_checks=True))
    token = token_on(client)
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post("/account/gegevens", typed(token))
    assert answer["Location"].startswith("/aanmelden?next=")
    assert "Wat ik typte" not in stranger.get(answer["Location"]).content.decode()


def test_a_lost_csrf_token_on_a_form_of_nobody_is_said(cast: Cast) -> None:
    answer = Client(enforce_csrf_checks=True).post("/account/gegevens", PROFILE)
    assert answer.status_code == 403
    assert "niet verstuurd" in answer.content.decode()
