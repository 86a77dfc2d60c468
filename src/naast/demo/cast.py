"""The cast of the demo: three households and the team beside them, told through the same acts as the product."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.contrib.auth.hashers import make_password

from naast.access.doors import through_rules
from naast.access.viewer import STAFF, Viewer
from naast.actions import residents as acts
from naast.actions import second_factor
from naast.records.models import Account, Person, Team

from . import geertje, samira, selam
from .telling import Home

PIN = "246810"  # with which the cast takes a handed-over screen back
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
    account.pin = make_password(PIN) if account.capacity == "staff" else ""
    account.save()
    second_factor.give_secret(account)
    return account


def lone_worker(at: datetime) -> Viewer:
    """Somebody of a team of one, in a throw-away database (demo/opening.py)."""
    team = Team.objects.create(name="Wijkteam", municipality="Voorbeeldstad")
    account = _professional("Alex", "Jansen", "alex@naast.example", "wijkteam", capacity="staff", team=team)
    return Viewer(account.pk, account.human_id, STAFF, at)


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
    ellen = _professional("Ellen", "Bos", "ellen@school.example", "leerkracht", capacity="partner", team=team)
    home = samira.tell(Home(now, jerrel), ayse, ellen)
    geertje.tell(Home(now, mirjam))
    selam.tell(Home(now, ayse))
    return [
        *(_staff_line(account) for account in (jerrel, ayse, mirjam, ellen)),
        *residents(home),
    ]


def _staff_line(account: Account) -> SignIn:
    return SignIn(
        f"{account.display_name} ({account.function})",
        f"{account.email}  {PASSWORD}  000000" + (f"  PIN {PIN}" if account.pin else ""),
    )


PINS = {"samira": "271904", "karim": "580362", "yusuf": "649173"}  # nosec: the demo's, like the password
DEMO_WEEK = timedelta(days=8)  # the told world is kept for a week at most


def residents(home: Home) -> list[SignIn]:
    """Accounts and one-time links for the residents of the first household, and how its youngest come in."""
    assert home.dossier is not None
    home.at = home.now
    lines = []
    for key, pin in PINS.items():
        token = acts.give(
            viewer=home.viewer(),
            dossier=home.dossier,
            person=home.ids[key],
            own=acts.Own(f"{key}@post.example", pin, acts.Messages(time(8), time(22))),
            present=True,
            lasts=DEMO_WEEK,
        )
        lines.append(SignIn(key.capitalize(), f"{{address}}/binnen/{token}  PIN {pin}"))
    child = f"sign in as {home.worker.display_name}, hand over the screen; it comes back with PIN {PIN}"
    return [*lines, SignIn("Noa (9)", child)]
