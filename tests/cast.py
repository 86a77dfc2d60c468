"""A small household told through the acts, for tests that need one: who is who, and shorthands."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from naast.access.doors import upkeep
from naast.access.viewer import Viewer, day_of
from naast.actions import dossiers, entries, involvements
from naast.actions.choice import Choice
from naast.actions.dossiers import NewAuthority, NewMember, NewPerson, NewRelation
from naast.records.models import Account, Person, Team

from .told_once import told_once

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that only moves when told; every act gets a later moment."""

    at: datetime = NOW

    def tick(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def some_time_ago(**ago: int) -> Clock:
    """A clock that stands so long before now, on a whole hour: what is told at the same moment is told once."""
    return Clock(timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(**ago))


@dataclass
class Cast:
    """Samira and her children, Karim from whom she is separated, and the team around them."""

    clock: Clock = field(default_factory=Clock)
    dossier: UUID | None = None
    people: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which the clock stands; around midnight it is yesterday."""
        return day_of(self.clock.at)

    def viewer(self, name: str, capacity: str | None = None) -> Viewer:
        """A viewer at a next moment; capacity by account, else resident."""
        account = self.accounts.get(name)
        return Viewer(
            account.pk if account else None,
            self.rows[name],
            capacity or (account.capacity if account else "resident"),
            self.clock.tick(),
        )

    def choice(self, *names: str, **more: str) -> Choice:
        return Choice(tuple(self.people[name] for name in names), **more)

    def tells(
        self, name: str, words: str, *readers: str, nature: str = "telling", by: str = "jerrel"
    ) -> UUID:
        """Something `name` told alone to the worker, in the circle of `readers` (and teller and team)."""
        passage = entries.Passage(
            words,
            nature,
            self.choice(*readers),
            teller=self.people[name] if name != by else None,
        )
        talk = entries.Talk("home_visit", entries.Happened())
        return entries.tell_talk(viewer=self.viewer(by), dossier=self.dossier, talk=talk, passages=[passage])[
            1
        ]


def staff(cast: Cast, team: Team, key: str, name: str, **more: object) -> None:
    """A professional with an account in the team."""
    given, _, family = name.partition(" ")
    with upkeep():
        person = Person.objects.create(call_name=given, family_name=family, professional=True)
        account = Account.objects.create(
            human=person,
            capacity="staff",
            email=f"{key}@voorbeeld.example",
            display_name=name,
            team=team,
            **more,
        )
    cast.people[key], cast.rows[key], cast.accounts[key] = person.public_id, person.pk, account


def partner(cast: Cast, key: str, name: str) -> None:
    """A partner professional with an account of their own."""
    given, _, family = name.partition(" ")
    with upkeep():
        person = Person.objects.create(call_name=given, family_name=family, professional=True)
        account = Account.objects.create(
            human=person, capacity="partner", email=f"{key}@school.example", display_name=name
        )
    cast.people[key], cast.rows[key], cast.accounts[key] = person.public_id, person.pk, account


def officer(cast: Cast, key: str, name: str) -> None:
    """A privacy officer with an account of their own."""
    given, _, family = name.partition(" ")
    with upkeep():
        person = Person.objects.create(call_name=given, family_name=family, professional=True)
        account = Account.objects.create(
            human=person, capacity="privacy", email=f"{key}@gemeente.example", display_name=name
        )
    cast.people[key], cast.rows[key], cast.accounts[key] = person.public_id, person.pk, account


def resident_account(cast: Cast, key: str) -> None:
    """A resident account for somebody in the cast."""
    account = Account.objects.create(human_id=cast.rows[key], capacity="resident", display_name="x")
    cast.accounts[key] = account


def samira_and_karim(clock: Clock | None = None) -> Cast:
    """Two workers, a partner, a mother, a father who lives elsewhere, a son of 11, a daughter of 9, a grandmother."""
    given = clock or Clock()
    cast = told_once(("samira and karim", given.at), lambda: _told(Clock(given.at)))
    given.at, cast.clock = cast.clock.at, given
    return cast


def _told(clock: Clock) -> Cast:
    cast = Cast(clock)
    team = Team.objects.create(name="Team Oost", municipality="Voorbeeldstad")
    staff(cast, team, "jerrel", "Jerrel Pinas", manages_team=True)
    staff(cast, team, "ayse", "Ayşe Demir")
    partner(cast, "ellen", "Ellen Bos")
    persons = [
        NewPerson(
            "samira", "Samira", family_name="Haddad", birth_from=date(1992, 4, 2), birth_to=date(1992, 4, 2)
        ),
        NewPerson(
            "karim", "Karim", family_name="Amrani", birth_from=date(1989, 1, 9), birth_to=date(1989, 1, 9)
        ),
        NewPerson(
            "yusuf", "Yusuf", family_name="Amrani", birth_from=date(2015, 2, 3), birth_to=date(2015, 2, 3)
        ),
        NewPerson("noa", "Noa", family_name="Amrani", birth_from=date(2017, 6, 1), birth_to=date(2017, 6, 1)),
    ]
    cast.dossier = dossiers.open_household(
        viewer=cast.viewer("jerrel"),
        persons=persons,
        members=[NewMember("samira"), NewMember("yusuf"), NewMember("noa")],
        relations=[
            NewRelation("karim", "ex_partner", "samira"),
            NewRelation("samira", "parent", "yusuf"),
            NewRelation("samira", "parent", "noa"),
            NewRelation("karim", "parent", "yusuf"),
            NewRelation("karim", "parent", "noa"),
        ],
        authorities=[
            NewAuthority("samira", "yusuf", "yes"),
            NewAuthority("karim", "yusuf", "yes"),
            NewAuthority("samira", "noa", "yes"),
            NewAuthority("karim", "noa", "unknown", reason="under investigation"),
        ],
        purpose="Samira vroeg om hulp",
    )
    with upkeep():
        for person in Person.objects.filter(professional=False):
            cast.people[person.call_name.lower()] = person.public_id
            cast.rows[person.call_name.lower()] = person.pk
    for key in ("samira", "karim", "yusuf"):
        resident_account(cast, key)
    involvements.add_partner(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["ellen"].public_id,
        organisation="Basisschool",
        ground="juf van Noa",
        readers=[cast.people["samira"]],
        starts=cast.clock.at,
        ends=cast.clock.at + timedelta(days=60),
    )
    return cast
