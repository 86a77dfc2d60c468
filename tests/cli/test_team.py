"""The command that makes the first team: an invitation once, a trace, and nothing where it can not be."""

import re

import pytest
from django.test import Client

from naast.access import accounts as reading
from naast.access.viewer import STAFF, Viewer
from naast.actions import team as acts
from naast.actions.act import Refused
from naast.cli import team
from naast.cli.__main__ import commands
from naast.records.models import Account, SignInLink, Team, TraceLine

pytestmark = pytest.mark.django_db
LINE = ["--name", "Wijkteam Oost", "--municipality", "Voorbeeldstad", "--lead-name", "Fatima el Idrissi"]
MAIL = ["--lead-email", "Fatima@voorbeeld.example"]
PASSWORD = "een lange wandeling"


def made(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """The address that the command printed."""
    assert team.main([*LINE, *MAIL, *more]) == 0
    found = re.findall(r"https?://\S+", capsys.readouterr().out)
    assert len(found) == 1
    return str(found[0])


def test_the_command_makes_a_team_with_a_lead_who_comes_in_with_the_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    address = made(capsys, "--address", "https://naast.voorbeeld.example/")
    assert address.startswith("https://naast.voorbeeld.example/uitnodiging/")
    path = address.removeprefix("https://naast.voorbeeld.example")
    client = Client()
    assert "Fatima el Idrissi" in client.get(path).content.decode()
    assert client.post(path, {"password": PASSWORD, "again": PASSWORD})["Location"] == "/aanmelden/instellen"
    assert client.get(path).status_code == 404
    lead = Account.objects.get(email="fatima@voorbeeld.example")
    assert (lead.capacity, lead.manages_team, lead.function) == (STAFF, True, "teamleider")
    assert lead.team is not None
    assert (lead.team.name, lead.team.municipality) == ("Wijkteam Oost", "Voorbeeldstad")


def test_the_lead_reads_that_a_command_made_the_invitation(capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys)
    lead = Account.objects.get()
    own = reading.own(Viewer(lead.pk, lead.human_id, STAFF, SignInLink.objects.get().made_at))
    assert own.remade is not None
    assert own.remade_by == ""
    client = Client()
    client.force_login(lead, backend="naast.access.sessions.Carried")
    assert "met een opdracht op de server" in client.get("/account").content.decode()


def test_the_command_leaves_a_trace_without_an_account_and_without_the_token(
    capsys: pytest.CaptureFixture[str],
) -> None:
    token = made(capsys).rpartition("/")[2]
    row = TraceLine.objects.get()
    assert (row.act, row.outcome, row.capacity, row.account_id, row.human_id) == (
        "make team",
        "done",
        "operator",
        None,
        None,
    )
    assert token not in SignInLink.objects.get().token_hash


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ([*LINE, *MAIL], "--lead-email"),
        ([*LINE, "--lead-email", "fatima"], "--lead-email"),
        ([*LINE[:-1], " ", "--lead-email", "x@voorbeeld.example"], "--lead-name"),
        (["--name", " ", *LINE[2:], "--lead-email", "x@voorbeeld.example"], "--name"),
        ([*LINE[:3], " ", *LINE[4:], "--lead-email", "x@voorbeeld.example"], "--municipality"),
        ([*LINE, "--lead-email", "x@voorbeeld.example", "--lead-function", ""], "--lead-function"),
    ],
)
def test_what_can_not_be_is_said_at_its_option_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str], line: list[str], option: str
) -> None:
    made(capsys)
    assert team.main(line) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"{option}: ")
    assert said.out == ""
    assert Account.objects.count() == Team.objects.count() == SignInLink.objects.count() == 1


def test_nobody_with_an_account_makes_a_team(capsys: pytest.CaptureFixture[str]) -> None:
    made(capsys)
    lead = Account.objects.get()
    viewer = Viewer(lead.pk, lead.human_id, STAFF, SignInLink.objects.get().made_at)
    with pytest.raises(Refused):
        acts.make_team(
            viewer=viewer,
            name="Wijkteam West",
            municipality="Voorbeeldstad",
            given="Noor",
            family="Smit",
            email="noor@voorbeeld.example",
            function="teamleider",
        )
    assert Team.objects.count() == 1


def test_the_command_is_listed() -> None:
    assert "team" in commands()
