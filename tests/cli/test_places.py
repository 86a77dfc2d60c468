"""What one Python process compiles, the next one of a run finds; and nothing is written beside the code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from naast.cli import places


def test_a_run_keeps_what_is_compiled_also_where_the_machine_says_to_keep_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen red with PYTHONDONTWRITEBYTECODE left in the environment."""
    monkeypatch.setattr(places, "MADE", tmp_path / "made")
    code = tmp_path / "code"
    code.mkdir()
    (code / "something.py").write_text("")
    env = places.compiled_once(os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(code)})
    subprocess.run([sys.executable, "-c", "import something"], env=env, check=True)
    assert list((tmp_path / "made").rglob("something*.pyc"))
    assert [path.name for path in code.iterdir()] == ["something.py"]
