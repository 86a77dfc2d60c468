"""Finding and running a command."""

import socket

import pytest

from naast.cli import demo
from naast.cli.__main__ import commands, help_text, main


def test_help_names_every_command() -> None:
    assert all(name in help_text() for name in commands())


def test_an_unknown_command_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dmeo"]) == 2
    assert "demo" in capsys.readouterr().err


def test_the_demo_takes_the_next_port_when_one_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind((demo.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.free_port(port) > port
