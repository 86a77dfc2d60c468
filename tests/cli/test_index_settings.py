"""Where packages come from: what pip was told is handed on to uv."""

from pathlib import Path

import pytest

from naast.cli import index_settings


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which nothing is set; gives the folder of pip's own configuration."""
    import os

    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_", "SSL_CERT")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    return tmp_path


def test_the_public_index_is_used_where_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_settings, "pip_settings", dict)
    assert index_settings.index_url() == index_settings.PUBLIC_INDEX


def test_pip_s_file_is_read(bare_machine: Path) -> None:
    (bare_machine / "pip.conf").write_text("[global]\nindex-url = https://mirror.example/simple/\n")
    assert index_settings.index_url() == "https://mirror.example/simple"
    assert index_settings.for_uv()["UV_DEFAULT_INDEX"] == "https://mirror.example/simple/"


def test_pip_s_variables_overrule_its_file(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare_machine / "pip.conf").write_text("[global]\nindex-url = https://mirror.example/simple\n")
    monkeypatch.setenv("PIP_INDEX_URL", "https://other.example/simple")
    assert index_settings.index_url() == "https://other.example/simple"


def test_what_uv_was_told_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://pip.example/simple")
    monkeypatch.setenv("UV_INDEX_URL", "https://uv.example/simple")
    assert index_settings.index_url() == "https://uv.example/simple"
    assert "UV_DEFAULT_INDEX" not in index_settings.for_uv()


def test_certificates_and_folders_of_wheels_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CERT", "/etc/office.pem")
    monkeypatch.setenv("PIP_FIND_LINKS", "/srv/wheels /srv/more")
    given = index_settings.for_uv()
    assert given["SSL_CERT_FILE"] == "/etc/office.pem"
    assert given["UV_FIND_LINKS"] == "/srv/wheels,/srv/more"


def test_an_unreadable_pip_file_is_passed_over(bare_machine: Path) -> None:
    (bare_machine / "pip.conf").write_text("index-url without a section\n")
    index_settings.for_uv()
