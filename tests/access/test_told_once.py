"""What tests stand on is what the acts wrote."""

import pytest
from tests import told_once
from tests.cast import samira_and_karim
from tests.world.fixture import undone

from naast.access.doors import upkeep

pytestmark = pytest.mark.django_db


def test_what_is_written_back_is_what_the_acts_wrote(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told_once, "_kept", {})
    monkeypatch.delenv("PYTEST_XDIST_TESTRUNUID", raising=False)  # another process may have told it first
    found = []
    for _ in range(2):
        with undone():
            cast = samira_and_karim()
            with upkeep():
                found.append((cast, told_once._rows()))
    (told, rows), (again, rows_again) = found
    assert rows == rows_again
    assert (told.dossier, told.people, told.rows, told.clock) == (
        again.dossier,
        again.people,
        again.rows,
        again.clock,
    )
    assert any("h_entry" in row for row in rows)
