"""The command that makes a privacy officer: an invitation once, new keys the next time, and the end of the account."""

import re

import pytest
from django.test import Client

from naast.cli import officer
from naast.cli.__main__ import commands
from naast.records.models import Account, SignInLink, TraceLine

pytestmark = pytest.mark.django_db
LINE = ["--name", "Ine Verhagen", "--email", "Ine@gemeente.example"]
PASSWORD = "een lange wandeling"


def made(capsys: pytest.CaptureFixture[str], *line: str) -> str:
    """The path that the command printed."""
    assert officer.main([*line, "--address", "https://naast.voorbeeld.example/"]) == 0
    found = re.findall(r"https://naast.voorbeeld.example(\S+)", capsys.readouterr().out)
    assert len(found) == 1
    return str(found[0])


def test_the_officer_comes_in_with_the_printed_address(capsys: pytest.CaptureFixture[str]) -> None:
    path, client = made(capsys, *LINE), Client()
    assert "Ine Verhagen" in client.get(path).content.decode()
    assert client.post(path, {"password": PASSWORD, "again": PASSWORD})["Location"] == "/aanmelden/instellen"
    account = Account.objects.get()
    assert (account.capacity, account.team, account.email) == ("privacy", None, "ine@gemeente.example")


def test_the_same_address_again_gives_new_keys_and_the_old_invitation_is_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second = made(capsys, *LINE), made(capsys, *LINE)
    assert Account.objects.count() == 1
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_an_officer_who_leaves_is_closed_and_one_who_is_none_can_not_leave(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = made(capsys, *LINE)
    assert officer.main(["--email", "ine@gemeente.example", "--close"]) == 0
    assert not Account.objects.get().is_active
    assert Client().get(path).status_code == 404
    assert officer.main(["--email", "ine@gemeente.example", "--close"]) == 1
    assert "--email" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "option"),
    [(["--email", "ine@gemeente.example"], "--name"), (["--name", "Ine", "--email", "geen"], "--email")],
)
def test_what_is_not_right_is_said_at_its_option_and_nothing_is_made(
    capsys: pytest.CaptureFixture[str], line: list[str], option: str
) -> None:
    assert officer.main(line) == 1
    assert capsys.readouterr().err.startswith(f"{option}: ")
    assert not Account.objects.exists()
    assert not SignInLink.objects.exists()


def test_it_stands_among_the_commands_and_leaves_a_line_without_an_account(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made(capsys, *LINE)
    assert "officer" in commands()
    assert TraceLine.objects.get(act="make privacy officer").account_id is None
