"""The block that the loader repeats: twenty households of two workers, told through the acts.

So every loaded row is one that the acts wrote, but for its ids, its unique texts and nothing else.
"""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from bench.size import HOMES
from naast.access.doors import upkeep
from naast.access.viewer import Viewer
from naast.actions import dossiers, entries, involvements
from naast.actions.choice import Choice
from naast.actions.dossiers import NewMember, NewPerson, NewRelation
from naast.records.models import Account, Entry, EntryPerson, Person, Team

SIZES = (2, 3, 3, 4, 5)  # people in a household: 3.4 on average, and a network person in every tenth
START = datetime(2025, 11, 1, 9, 0, tzinfo=UTC)
NATURES = ("fact", "telling", "opinion", "wish")
WORDS = """
vanmorgen gisteren ophalen school rustig ruzie deur telefoon samen slapen avond oma tuin boos bang
blij praten luisteren wachten fiets huiswerk eten geld rekening buurvrouw trap stil zingen voetbal
tekening afspraak bellen
""".split()  # noqa: SIM905


def _professional(name: str, team: Team, email: str) -> Account:
    person = Person.objects.create(call_name=name, professional=True)
    return Account.objects.create(
        human=person, capacity="staff", email=email, display_name=name, team=team, password="!"
    )


def tell_block(seed: int = 7, told_each: int = 8) -> list[Account]:
    """Tell the block; gives its two workers' accounts. About 20 entries a household."""
    rng = random.Random(seed)
    team = Team.objects.create(name="Team", municipality="Voorbeeldstad")
    with upkeep():
        workers = [_professional(f"Werker{n}", team, f"werker{n}@bench.example") for n in range(2)]
    at = START
    for number in range(HOMES):
        at = _home(rng, number, workers, at, told_each)
    return workers


def _home(rng: random.Random, number: int, workers: list[Account], at: datetime, told_each: int) -> datetime:
    worker, other = workers[number % 2], workers[1 - number % 2]

    def viewer() -> Viewer:
        nonlocal at
        at += timedelta(hours=5)
        return Viewer(worker.pk, worker.human_id, "staff", at)

    keys = [f"p{place}" for place in range(SIZES[number % len(SIZES)])]
    born = [
        date(1985 + place * 8 if place > 1 else 1985 + place, 3, 1 + number) for place in range(len(keys))
    ]
    dossier = dossiers.open_household(
        viewer=viewer(),
        persons=[
            NewPerson(key, f"Naam{number}{key}", family_name="Bench", birth_from=day, birth_to=day)
            for key, day in zip(keys, born, strict=True)
        ],
        members=[NewMember(key) for key in keys],
        relations=[NewRelation("p0", "partner", "p1")],
        purpose="vraag om hulp",
    )
    if number % 4 == 0:
        involvements.add_colleague(
            viewer=viewer(), dossier=dossier, account=other.public_id, role="team", starts=at
        )
    ids = _ids(dossier)
    for _ in range(told_each):
        entries.tell_talk(
            viewer=viewer(),
            dossier=dossier,
            talk=entries.Talk("home_visit", entries.Happened()),
            passages=[
                entries.Passage(
                    " ".join(rng.choices(WORDS, k=40)) + ".",
                    rng.choice(NATURES),
                    Choice(tuple(rng.sample(ids, rng.randint(0, min(2, len(ids)))))),
                    teller=rng.choice(ids),
                    about=(rng.choice(ids),),
                )
            ],
        )
    return at


def _ids(dossier: UUID) -> list[UUID]:
    with upkeep():
        entry_ids = Entry.objects.filter(dossier__public_id=dossier, kind="membership").values("id")
        rows = EntryPerson.objects.filter(entry_id__in=entry_ids, role="about").order_by("person_id")
        return [row.person.public_id for row in rows.select_related("person")]
