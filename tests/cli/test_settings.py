"""What the environment may not say is refused at start-up, in words that say what it can say."""

import os
import subprocess
import sys
from pathlib import Path

from naast.cli.places import CHECKOUT


def started(tmp_path: Path, experts: str | None) -> subprocess.CompletedProcess[str]:
    """A process that reads the settings, with this in NAAST_EXPERTS, and prints which experts there are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")}
    told = {} if experts is None else {"NAAST_EXPERTS": experts}
    here = {"NAAST_DATA": str(tmp_path), "PYTHONPATH": str(CHECKOUT / "src")}
    line = [sys.executable, "-c", "from naast import settings; print(settings.EXPERTS)"]
    return subprocess.run(line, env=kept | here | told, capture_output=True, text=True, check=False)


def test_no_expert_is_offered_unless_the_region_names_one(tmp_path: Path) -> None:
    assert started(tmp_path, None).stdout.strip() == "()"
    assert started(tmp_path, "regional_team").stdout.strip() == "('regional_team',)"


def test_an_expert_that_naast_does_not_know_stops_it_and_the_message_says_which_there_are(
    tmp_path: Path,
) -> None:
    found = started(tmp_path, "regional_team,rechter")
    assert found.returncode != 0
    said = "NAAST_EXPERTS: 'rechter' is no expert that Naast knows; there are: regional_team, behavioural_scientist"
    assert said in found.stderr
