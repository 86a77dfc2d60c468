"""The cast of the demo: six households and the team beside them, told through the same acts as the product."""

from datetime import datetime

from django.contrib.auth.hashers import make_password

from naast.access.doors import through_rules
from naast.access.viewer import STAFF, Viewer
from naast.actions import second_factor
from naast.records.models import Account, Person, Team

from . import anouk, denise, geertje, samira, selam, willemien
from .home import Home
from .ways_in import SignIn, child, ways_in

PIN = "246810"  # with which the cast takes a handed-over screen back
PASSWORD = "naast-de-keukentafel"  # nosec: the demo's, on loopback, in a throw-away database
STORIES = (samira, geertje, selam, denise, anouk, willemien)
APART = "Samira and Karim, who live apart"


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
    """Tell the six households, counted back from `now`; gives one line per person to sign in as.

    Together they look through each of five windows (demo/windows.py), at people of every age, unborn to ninety.
    """
    team = Team.objects.create(name="Wijkteam Oost", municipality="Voorbeeldstad")
    jerrel = _professional(
        "Jerrel", "Pinas", "jerrel@naast.example", "wijkteam", capacity="staff", team=team, manages_team=True
    )
    ayse = _professional(
        "Ayşe", "Demir", "ayse@naast.example", "gedragswetenschapper", capacity="staff", team=team
    )
    mirjam = _professional("Mirjam", "Vos", "mirjam@naast.example", "wijkteam", capacity="staff", team=team)
    dunya = _professional(
        "Dunya", "Smit", "dunya@naast.example", "crisisdienst", capacity="staff", team=team, duty_since=now
    )
    ellen = _professional("Ellen", "Bos", "ellen@school.example", "leerkracht", capacity="partner", team=team)
    farida = _professional(
        "Farida", "Haddou", "farida@rvt.example", "gedragswetenschapper", capacity="partner", team=team
    )
    ine = _professional(
        "Ine", "Verhagen", "ine@naast.example", "functionaris gegevensbescherming", capacity="privacy"
    )
    apart = samira.tell(Home(now, jerrel), ayse, ellen)
    old = geertje.tell(Home(now, mirjam))
    abroad = selam.tell(Home(now, ayse))
    tired = denise.tell(Home(now, jerrel))
    hitting = anouk.tell(Home(now, mirjam))
    ninety = willemien.tell(Home(now, ayse))
    return [
        *(_staff_line(account) for account in (jerrel, ayse, mirjam, dunya, ellen, farida, ine)),
        *ways_in(apart, APART, samira="271904", karim="580362", yusuf="649173"),
        child(apart, APART, "Noa (9)", PIN),
        *ways_in(old, "Geertje (81) and her son Ruud: care, and money", geertje="730825", ruud="415286"),
        *ways_in(abroad, "Selam and Dawit: one phone, and a baby on the way", selam="862407", dawit="304918"),
        *ways_in(tired, "Denise and Marco: debts, and nights without sleep", denise="159462", marco="927350"),
        *ways_in(
            hitting, "Anouk and her son Mats (15): when a day goes differently", anouk="482916", mats="736091"
        ),
        *ways_in(
            ninety, "Willemien (90) and her daughter Joke: a locked door", willemien="608147", joke="251783"
        ),
    ]


def _staff_line(account: Account) -> SignIn:
    return SignIn(
        "The team, and who works beside it",
        f"{account.display_name} ({account.function})",
        f"{account.email}  {PASSWORD}  000000" + (f"  PIN {PIN}" if account.pin else ""),
    )
