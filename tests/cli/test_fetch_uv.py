"""Fetching uv without pip: the pinned file or nothing."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from naast.cli import fetch_uv, index_settings


@pytest.fixture
def wheel() -> bytes:
    """A wheel like that of uv, with a small program in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("uv-1.2.3.data/scripts/uv", b"#!/bin/sh\necho uv 1.2.3\n")
    return made.getvalue()


@pytest.fixture
def index(tmp_path: Path, wheel: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index in a folder; gives the folder in which the lock file stands too."""
    name = f"uv-1.2.3-py3-none-{fetch_uv.wheel_tags()[0]}.whl"
    page = tmp_path / "simple" / "uv"
    page.mkdir(parents=True)
    (page / name).write_bytes(wheel)
    (page / "uv-1.2.3-py3-none-win32.whl").write_bytes(b"not for us")
    (page / "index.html").write_text(
        f'<a href="{name}#sha256=x">x</a> <a href="uv-1.2.3-py3-none-win32.whl">y</a>'
    )
    monkeypatch.setattr(index_settings, "pip_settings", dict)
    monkeypatch.delenv("UV_INDEX_URL", raising=False)
    monkeypatch.setenv("UV_DEFAULT_INDEX", (tmp_path / "simple").as_uri())
    return tmp_path


def _lock(folder: Path, content: bytes) -> str:
    lock = folder / "requirements-uv.txt"
    lock.write_text(f"uv==1.2.3 \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}\n")
    return str(lock)


def test_the_pinned_uv_is_unpacked_and_runs(index: Path, wheel: bytes) -> None:
    assert fetch_uv.main(_lock(index, wheel), str(index / "tools")) == 0
    program = index / "tools" / "bin" / "uv"
    assert b"echo uv 1.2.3" in program.read_bytes()
    assert program.stat().st_mode & 0o111


def test_a_changed_wheel_is_refused(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch_uv.main(_lock(index, b"another"), str(index / "tools")) == 1
    assert not (index / "tools").exists()
    assert "hash is not in the lock file" in capsys.readouterr().err


def test_a_folder_of_wheels_is_enough(index: Path, wheel: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", (index / "nothing").as_uri())
    monkeypatch.setenv("UV_FIND_LINKS", str(index / "simple" / "uv"))
    assert fetch_uv.main(_lock(index, wheel), str(index / "tools")) == 0


def test_an_index_that_does_not_answer_is_said(
    index: Path, wheel: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_DEFAULT_INDEX", (index / "nothing").as_uri())
    with pytest.raises(SystemExit, match="cannot read the package index"):
        fetch_uv.main(_lock(index, wheel), str(index / "tools"))


def test_only_web_and_file_addresses_are_fetched() -> None:
    with pytest.raises(OSError, match="cannot fetch"):
        fetch_uv.fetch("ftp://example.org/uv.whl")
