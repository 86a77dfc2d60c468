"""Text that was posted after a sign-in had ended waits for its writer, and for nobody else."""

from datetime import timedelta

import pytest
import time_machine
from tests.cast import Cast, samira_and_karim

from naast.access import waiting
from naast.access.viewer import RESIDENT, Viewer
from naast.actions import waiting as acts
from naast.actions.act import Refused
from naast.records.models import TraceLine, WaitingText

pytestmark = pytest.mark.django_db
PATH = "/huishoudens/nieuw"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def keep(cast: Cast, name: str = "jerrel", words: str = "Noa sliep slecht", path: str = PATH) -> bool:
    viewer = cast.viewer(name)
    token = waiting.sealed_who(waiting.owner_of(viewer.account, viewer.human), path)
    return acts.keep(viewer=viewer, path=path, token=token, fields={"words": [words]})


def test_what_waits_is_found_by_its_writer_and_by_nobody_else(cast: Cast) -> None:
    keep(cast)
    found = waiting.find(cast.viewer("jerrel"), PATH)
    assert found is not None
    assert found.fields == {"words": ["Noa sliep slecht"]}
    for other in ("ayse", "ellen", "samira"):
        assert waiting.find(cast.viewer(other), PATH) is None
        assert waiting.newest_path(cast.viewer(other)) is None
    assert waiting.find(cast.viewer("jerrel"), "/elders") is None


def test_what_waits_is_sealed_in_the_database(cast: Cast) -> None:
    keep(cast)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM waiting_text")
        assert "Noa" not in cursor.fetchone()[0]
    assert "Noa" not in repr(waiting.find(cast.viewer("jerrel"), PATH))


def test_what_waits_is_gone_after_a_day(cast: Cast) -> None:
    keep(cast)
    viewer = cast.viewer("jerrel")
    kept = WaitingText.objects.get().kept_at
    last = Viewer(viewer.account, viewer.human, viewer.capacity, kept + timedelta(hours=24, seconds=-1))
    over = Viewer(viewer.account, viewer.human, viewer.capacity, kept + timedelta(hours=24))
    assert waiting.find(last, PATH) is not None
    assert waiting.find(over, PATH) is None


def test_what_was_typed_on_a_handed_over_screen_waits_for_the_person_not_for_the_worker(cast: Cast) -> None:
    child = Viewer(None, cast.rows["noa"], RESIDENT, cast.clock.tick(), handed_by=cast.accounts["jerrel"].pk)
    who = waiting.Who(waiting.owner_of(child.account, child.human), PATH)
    owner = waiting.owner(who, child.at)
    assert owner is not None
    acts.keep(viewer=owner, path=PATH, token="t", fields={"words": ["geheim"]})
    assert waiting.find(child, PATH) is not None
    assert waiting.find(cast.viewer("jerrel"), PATH) is None
    assert waiting.find(cast.viewer("yusuf"), PATH) is None


def test_a_token_can_not_be_made_changed_or_kept_for_ever() -> None:
    with time_machine.travel("2026-11-16 09:00Z", tick=False) as clock:
        token = waiting.sealed_who(7, PATH)
        assert waiting.open_who(token) == waiting.Who(7, PATH)
        assert PATH not in token
        assert waiting.open_who(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
        assert waiting.open_who("") is None
        clock.shift(waiting.FORM_STAYS_OPEN + timedelta(seconds=1))
        assert waiting.open_who(token) is None


def test_who_has_left_leaves_no_text(cast: Cast) -> None:
    account = cast.accounts["jerrel"]
    account.is_active = False
    account.save()
    assert waiting.owner(waiting.Who(account.pk, PATH), cast.clock.tick()) is None


def test_nobody_is_kept_for_a_person_who_does_not_exist(cast: Cast) -> None:
    with pytest.raises(Refused):
        acts.keep(viewer=Viewer(None, 10**9, RESIDENT, cast.clock.tick()), path=PATH, token="t", fields={})


def test_a_person_s_waiting_texts_are_few(cast: Cast) -> None:
    for number in range(acts.MOST + 5):
        keep(cast, path=f"/{number}")
    assert WaitingText.objects.count() == acts.MOST
    assert waiting.newest_path(cast.viewer("jerrel")) == f"/{acts.MOST + 4}"


def test_a_text_beyond_reason_is_not_kept(cast: Cast) -> None:
    assert not keep(cast, words="x" * acts.LARGEST)
    assert WaitingText.objects.count() == 0


def test_keeping_and_forgetting_leave_a_trace(cast: Cast) -> None:
    keep(cast)
    acts.forget(viewer=cast.viewer("jerrel"), path=PATH)
    assert waiting.find(cast.viewer("jerrel"), PATH) is None
    done = TraceLine.objects.filter(account_id=cast.accounts["jerrel"].pk).values_list("act", flat=True)
    assert {"keep waiting text", "forget waiting text"} <= set(done)
