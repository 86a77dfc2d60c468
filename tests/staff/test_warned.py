"""Where a worker writes a guarded fact for who may not know it: a warning at its field, the text kept, a way on."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note
from tests.cast import Cast, partner, samira_and_karim
from tests.staff.signed_in import client
from tests.staff.test_write import confirm, typed

pytestmark = pytest.mark.django_db
WARNING = "Hier staat iets"
TODAY = timezone.localdate()


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    found.clock.at = timezone.now() - timedelta(hours=1)
    note(found, "samira", "address", ADDRESS)
    return found


@pytest.fixture
def worker(cast: Cast) -> Client:
    return client(cast, "jerrel")


def heeded(send: Callable[..., HttpResponse], field: str) -> None:
    """The warning stands at this field, the words stay in it, and it goes on once it was seen."""
    answer = send()
    shown = answer.content.decode()
    assert answer.status_code == 422, shown
    assert WARNING in shown.split(f'id="id_{field}_error"')[1].split("</ul>")[0]
    assert HINT in shown
    assert 'guard_seen"' in shown
    assert send(guard_seen="on").status_code == 303


def posting(worker: Client, path: str, **data: object) -> Callable[..., HttpResponse]:
    once = str(uuid4())
    return lambda **seen: worker.post(path, data | {"once": once} | seen)  # type: ignore[return-value]


def people(cast: Cast, what: str) -> str:
    return f"/huishoudens/{cast.dossier}/mensen/{what}"


@pytest.mark.parametrize("field", ["goal", "problem"])
def test_the_goal_and_the_problem_of_a_talk_are_for_the_team_and_need_no_warning(
    cast: Cast, worker: Client, field: str
) -> None:
    told = {"words": "Het was stil.", "mode": "everyone"}
    data = typed(cast, told, present=[cast.people["karim"]], **{field: HINT})
    assert confirm(worker, cast, data)[0].status_code == 303


@pytest.mark.parametrize("field", ["words", "happened"])
def test_a_passage_of_a_talk(cast: Cast, worker: Client, field: str) -> None:
    told = {"words": "Het was stil.", "mode": "everyone"} | {field: HINT}
    seen = {"passage-0-guard_seen": "on"}
    heeded(lambda **more: talk(worker, cast, told, seen if more else {}), f"passage-0-{field}")


def test_the_interpreter_of_a_talk_stands_with_each_passage(cast: Cast, worker: Client) -> None:
    told = {"words": "Het was stil.", "mode": "everyone"}
    warned = talk(worker, cast, told, {"interpreter": HINT})
    assert warned.status_code == 422
    shown = warned.content.decode()
    assert WARNING in shown
    assert HINT in shown
    assert 'name="passage-0-guard_seen"' in shown
    seen = {"interpreter": HINT, "passage-0-guard_seen": "on"}
    assert talk(worker, cast, told, seen).status_code == 303


def talk(worker: Client, cast: Cast, told: dict[str, object], more: dict[str, object]) -> HttpResponse:
    """A talk of one passage, read back and confirmed."""
    answer: HttpResponse = confirm(worker, cast, typed(cast, told, **more))[0]
    return answer


@pytest.mark.parametrize("field", ["organisation", "ground"])
def test_the_organisation_and_the_ground_of_a_partner(cast: Cast, worker: Client, field: str) -> None:
    partner(cast, "juf", "Jo Kamp")
    words = {"organisation": "School", "ground": "juf van Noa"} | {field: HINT}
    send = posting(
        worker,
        people(cast, "partner"),
        account=str(cast.accounts["juf"].public_id),
        until=str(TODAY + timedelta(days=9)),
        readers=[str(cast.people["karim"])],
        **words,
    )
    heeded(send, field)


def test_how_a_worker_knows_of_authority(cast: Cast, worker: Client) -> None:
    sent = {"adult": str(cast.people["karim"]), "child": str(cast.people["noa"]), "state": "no"}
    heeded(posting(worker, people(cast, "gezag"), reason=HINT, starts=str(TODAY), **sent), "reason")


def test_the_title_of_a_moment(cast: Cast, worker: Client) -> None:
    one, other = (cast.tells("samira", f"Het was stil, dag {number}.") for number in (1, 2))
    sent = {"entries": [str(other)], "title": HINT, "mode": "everyone"}
    heeded(posting(worker, f"/stukken/{one}/zelfde-moment", **sent), "title")


def test_a_statement_that_a_worker_notes(cast: Cast, worker: Client) -> None:
    sent = {"person": str(cast.people["samira"]), "words": HINT, "how": "asked_aloud", "mode": "everyone"}
    heeded(posting(worker, f"/huishoudens/{cast.dossier}/verklaring", **sent), "words")
