"""The cast of the demo: three households and the team beside them, told through the same acts as the product."""

from dataclasses import dataclass
from datetime import datetime

from naast.access.doors import through_rules
from naast.records.models import Account, Person, Team

from . import geertje, samira, selam
from .telling import Home

PASSWORD = "naast-de-keukentafel"  # nosec: the demo's, on loopback, in a throw-away database


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of the demo: who, and how to come in."""

    who: str
    how: str


@through_rules
def _professional(given: str, family: str, email: str, function: str, **more: object) -> Account:
    person = Person.objects.create(call_name=given, family_name=family, professional=True)
    account = Account(human=person, email=email, display_name=f"{given} {family}", function=function, **more)
    account.set_password(PASSWORD)
    account.save()
    return account


def tell_all(now: datetime) -> list[SignIn]:
    """Tell the three households, counted back from `now`; gives one line per person to sign in as."""
    team = Team.objects.create(name="Wijkteam Oost", municipality="Voorbeeldstad")
    jerrel = _professional(
        "Jerrel", "Pinas", "jerrel@naast.example", "wijkteam", capacity="staff", team=team, manages_team=True
    )
    ayse = _professional(
        "Ayşe", "Demir", "ayse@naast.example", "gedragswetenschapper", capacity="staff", team=team
    )
    mirjam = _professional("Mirjam", "Vos", "mirjam@naast.example", "wijkteam", capacity="staff", team=team)
    ellen = _professional("Ellen", "Bos", "ellen@school.example", "leerkracht", capacity="partner")
    home = samira.tell(Home(now, jerrel), ayse, ellen)
    geertje.tell(Home(now, mirjam))
    selam.tell(Home(now, ayse))
    return [
        *(_staff_line(account) for account in (jerrel, ayse, mirjam, ellen)),
        *residents(home),
    ]


def _staff_line(account: Account) -> SignIn:
    return SignIn(f"{account.display_name} ({account.function})", f"{account.email}  {PASSWORD}  000000")


def residents(home: Home) -> list[SignIn]:
    """Accounts and one-time links for the residents of the first household."""
    return []
