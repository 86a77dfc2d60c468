"""A household for journeys through days to come: Yara turns sixteen on the next Tuesday, and what changes by that.

Halima has authority, Idris has none and lives elsewhere: his behaviour harms her. Ellen, a teacher, stands beside them
until and with that Tuesday. Run as a program, with NAAST_DATA of a copy of the demo's world: tells it, and says as
JSON how to come in.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta

TUESDAY = 1  # date.weekday()
FRIEND = "Ik ga na school naar Fenna. Dan hoef ik niet te kiezen."
CHEMISTRY = "Ik slaap bij scheikunde. Thuis slaap ik niet."
GYM = "Ik wil niet meer naar gym op donderdag."
HELP, SCHOOL = "Iemand met wie zij over thuis praat.", "De school laat haar dan met rust."


def next_tuesday(today: date) -> date:
    """The first Tuesday after this day."""
    return today + timedelta(days=(TUESDAY - today.weekday() - 1) % 7 + 1)


def born(sixteen_on: date) -> date:
    return sixteen_on.replace(year=sixteen_on.year - 16)


def tell(now: datetime) -> dict[str, str]:
    from naast.access.doors import upkeep
    from naast.access.viewer import ZONE, midnight
    from naast.actions import dossiers, involvements, sharing
    from naast.actions.dossiers import NewAuthority, NewMember, NewRelation
    from naast.demo.home import Home
    from naast.demo.telling import person
    from naast.demo.ways_in import ways_in
    from naast.records.models import Account
    from naast.rules.consent_words import Subject
    from naast.rules.sharing import PLACE

    tuesday = next_tuesday(now.astimezone(ZONE).date())
    home = Home(now, Account.objects.get(email="jerrel@naast.example")).on(20, 10)
    home.dossier = dossiers.open_household(
        viewer=home.viewer(),
        persons=[
            person("Halima", "Benali", date(1986, 3, 9)),
            person("Yara", "Doumani", born(tuesday)),
            person("Idris", "Doumani", date(1984, 11, 2)),
        ],
        members=[NewMember("Halima"), NewMember("Yara")],
        relations=[
            NewRelation("Halima", "parent", "Yara"),
            NewRelation("Idris", "parent", "Yara"),
            NewRelation("Idris", "ex_partner", "Halima"),
        ],
        authorities=[NewAuthority("Halima", "Yara", "yes"), NewAuthority("Idris", "Yara", "no")],
        purpose="Halima belde zelf",
    )
    home.learn()
    ellen = Account.objects.get(email="ellen@school.example")
    with upkeep():
        teacher = ellen.human.public_id
    involvements.add_partner(
        viewer=home.viewer(),
        dossier=home.dossier,
        account=ellen.public_id,
        organisation="Het Vlierland",
        ground="mentor van Yara",
        readers=[home.ids["halima"], home.ids["yara"]],
        starts=home.viewer().at,
        ends=midnight(tuesday + timedelta(days=1)),
    )
    home.on(9, 15).talk("outside", home.said("yara", FRIEND, "halima", about=("yara",)))
    [chemistry] = home.talk("outside", home.said("yara", CHEMISTRY, about=("yara",)))
    [gym] = home.talk("outside", home.said("yara", GYM, about=("yara",)))
    yes = home.on(8, 10).says_yes(
        "halima",
        "yara",
        Subject.SECRECY_YOUTH,
        SCHOOL,
        "Dat is goed.",
        days=200,
        receiver=teacher,
    )
    for entry, more in (
        (chemistry, {"ground": "youth_yes", "consents": (yes,)}),
        (gym, {"ground": "conflict", "need": "Zij ziet haar elke dag.", "lighter": "Nee.", "words": "Nu."}),
    ):
        asked = sharing.Asked(
            (entry,),
            PLACE,
            purpose=SCHOOL,
            ends=tuesday + timedelta(days=90),
            receiver=teacher,
            **more,
        )
        sharing.share(viewer=home.viewer(), dossier=home.dossier, asked=asked)
    lines = ways_in(home, "Yara", halima="518263", idris="940517")
    return {"household": f"/huishoudens/{home.dossier}", **{line.who: line.how for line in lines}}


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(tell(datetime.now(UTC))))
