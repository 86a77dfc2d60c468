"""Who reads an entry: the list is cut, and the work of cutting it tells nothing either."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from tests.cast import Cast, samira_and_karim

from naast.access import timeline
from naast.actions import withholding

pytestmark = pytest.mark.django_db


def asked(cast: Cast, name: str) -> list[int]:
    """How long each statement of this person's story is, in words."""
    assert cast.dossier
    viewer = cast.viewer(name)
    with CaptureQueriesContext(connections["default"]) as heard:
        timeline.story(viewer, cast.dossier)
    return [len(query["sql"].split("WHERE")) for query in heard.captured_queries]


def test_a_person_kept_from_somebody_else_adds_no_query_to_anybody_s_page() -> None:
    cast = samira_and_karim()
    assert cast.dossier
    cast.tells("samira", "Wat ik vertelde.", "samira", "karim")
    before = asked(cast, "jerrel")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        person=cast.people["noa"],
        reason="Noa vroeg het.",
    )
    assert asked(cast, "jerrel") == before
