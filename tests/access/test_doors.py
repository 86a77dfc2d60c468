"""Through the viewer door nothing is written, also by a statement that asks no model."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import Error, connection
from tests.cast import samira_and_karim

from naast.access.doors import DoorClosed, viewer_door
from naast.cli.places import CHECKOUT

WRITE = "UPDATE h_entry SET words = ''"
BY_ITSELF = """
import django
django.setup()
from django.db import connections
for alias in ("default", "viewer"):
    with connections[alias].cursor() as cursor:
        cursor.execute("CREATE TABLE by_%s (id integer)" % alias)
        print(alias)
"""


@pytest.mark.django_db
def test_a_statement_that_writes_through_the_viewer_door_is_refused() -> None:
    cast = samira_and_karim()
    with (
        pytest.raises(DoorClosed if connection.vendor == "sqlite" else Error),
        viewer_door(cast.viewer("jerrel"), cast.dossier),
        connection.cursor() as cursor,
    ):
        cursor.execute(WRITE)


def test_on_sqlite_a_viewer_s_own_connection_refuses_to_write(tmp_path: Path) -> None:
    """With a connection for each door, as Naast runs; tests have one for both."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NAAST_")}
    env = kept | {
        "PYTHONPATH": str(CHECKOUT / "src"),
        "DJANGO_SETTINGS_MODULE": "naast.settings",
        "NAAST_DATA": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", BY_ITSELF], env=env, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["default"]
    assert "readonly database" in done.stderr
