"""Drafts are their writer's alone, one a form, and gone when thrown away."""

import pytest
from tests.cast import Cast, samira_and_karim

from naast.access import policy
from naast.access.doors import viewer_door
from naast.actions import drafts

pytestmark = pytest.mark.django_db


def count(cast: Cast, name: str) -> int:
    with viewer_door(cast.viewer(name)) as reach:
        return policy.drafts(reach).count()


def test_a_draft_is_read_by_its_writer_only_and_the_same_form_has_one() -> None:
    cast = samira_and_karim()
    for words in ("Gis", "Gisteren"):
        draft = drafts.save_draft(
            viewer=cast.viewer("jerrel"), form="write", fields={"words": words}, dossier=cast.dossier
        )
    assert (count(cast, "jerrel"), count(cast, "ayse"), count(cast, "samira")) == (1, 0, 0)
    drafts.discard_draft(viewer=cast.viewer("ayse"), draft=draft)
    assert count(cast, "jerrel") == 1
    drafts.discard_draft(viewer=cast.viewer("jerrel"), draft=draft)
    assert count(cast, "jerrel") == 0
