"""Outside the circle a page passes over as many rows whether something hidden was told or not (design 4.13 c)."""

from datetime import time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone
from tests.access.touched import Touched, among_many
from tests.actions.test_plan import agree
from tests.cast import officer, partner, samira_and_karim, some_time_ago, staff
from tests.staff.signed_in import client
from tests.world.fixture import undone
from tests.world.test_reading import on_postgres

from naast.access import at_home, kept
from naast.access.doors import upkeep
from naast.actions import (
    advice,
    apart,
    appointments,
    conditions,
    consent,
    corrections,
    decisions,
    dossiers,
    emergency,
    entries,
    experts,
    factor_views,
    factors,
    files,
    guideline,
    incidents,
    involvements,
    matters,
    matters_outcome,
    matters_views,
    network,
    oversight,
    papers,
    plan,
    positions,
    questions,
    reviews,
    roles,
    same_person,
    scores,
    sharing,
    situations,
    ties,
)
from naast.actions.choice import Choice
from naast.records.fields import look_up_hash
from naast.records.models import Circle, CircleRow, Emergency, Person, Share, Team
from naast.rules.matters import DIFFER, INFORMED
from naast.rules.sharing import PLACE
from naast.ui.who import CONFIDENTIAL_UNTIL

pytestmark = [pytest.mark.django_db, on_postgres]
EVERYBODY = ("samira", "karim", "yusuf", "noa", "ellen")
Pages = dict[str, dict[str, int]]


class Story:
    """A dossier in which everybody reads something, among many others; and the pages of those in it."""

    def __init__(self) -> None:
        self.cast = cast = samira_and_karim(some_time_ago(hours=1))
        self.told = cast.tells("samira", "Het was stil.", *EVERYBODY)
        self.other = cast.tells("karim", "Het was stil bij mij.", *EVERYBODY)
        for number in range(20):
            cast.tells(("samira", "karim")[number % 2], f"Het was stil, dag {number}.", *EVERYBODY)
        self.agreed = agree(cast, cast.choice("samira", "karim", "yusuf"))
        for public in (Choice(), cast.choice(*EVERYBODY)):  # so that no kind's table is empty
            note = files.Upload("brief.txt", b"Hallo allemaal.", "Brief")
            files.add_file(viewer=cast.viewer("jerrel"), dossier=cast.dossier, upload=note, circle=public)
        positions.take_position(viewer=cast.viewer("karim"), agreement=self.agreed, stance="agrees")
        jerrel, here = cast.viewer("jerrel"), {"dossier": cast.dossier}
        dossiers.note_contact_data(
            viewer=jerrel,
            person=cast.people["karim"],
            kind="phone",
            value="0612345678",
            guarded=False,
            **here,
        )
        questions.ask(viewer=cast.viewer("karim"), words="Wanneer bent u er?", **here)
        for who, circle in (("karim", cast.choice(*EVERYBODY)), ("samira", Choice())):
            answer, person = scores.Answer("number", 5, "Soms."), cast.people[who]
            scores.give(viewer=cast.viewer("jerrel"), answer=answer, choice=circle, person=person, **here)
        for circle in (cast.choice(*EVERYBODY), Choice()):
            helps = entries.Passage("Oma helpt.", "", circle, cast.people["samira"])
            factors.note(viewer=cast.viewer("jerrel"), sort="strength", passage=helps, **here)
        self.near(cast.choice(*EVERYBODY), "noa")
        self.near(Choice(), "yusuf")
        self.agreed_to("samira", subject="secr_youth", ends=jerrel.today + timedelta(days=30))
        self.agreed_to("karim", *EVERYBODY)
        self.kept_apart("karim", "yusuf", *EVERYBODY)
        self.comes("bas")
        self.thinks_along("loes", "Loes Kok")
        self.give(self.other)
        untold = self.give(cast.tells("karim", "Dit zei ik ook.", *EVERYBODY), is_told=False)
        officer(cast, "ine", "Ine Verhagen")
        oversight.say(viewer=cast.viewer("ine"), entry=untold, result="in_order")
        for circle in (cast.choice(*EVERYBODY), Choice()):
            self.seventh(circle)
            self.advised(circle)
            self.happened(circle, "noa")
            self.asked_together(cast.choice("samira") if not circle.readers else circle)
            self.seen_factor(cast.choice("samira") if not circle.readers else circle)
        for agreed in (self.agreed, agree(cast, cast.choice("samira"))):
            reviews.review(viewer=cast.viewer("jerrel"), agreement=agreed, result="helped")
        self.situation = plan.add_situation(
            viewer=jerrel, words="Als het te lang duurt.", choice=cast.choice(*EVERYBODY), **here
        )
        for choice in (Choice(), cast.choice(*EVERYBODY)):
            self.part(choice)
        for about in ((), tuple(cast.people[name] for name in EVERYBODY)):
            self.condition(about)
        self.meets = [self.meeting(choice) for choice in (cast.choice(*EVERYBODY), Choice())]
        self.papers = [self.paper(choice) for choice in (cast.choice(*EVERYBODY), Choice())]
        for circle in (cast.choice(*EVERYBODY), cast.choice("samira")):
            self.decide(circle)
            self.ask(circle)
        self.number()
        staff(cast, Team.objects.get(), "dunya", "Dunya Smit", duty_since=cast.clock.at)
        self.read_in_emergency()
        emergency.end(viewer=cast.viewer("dunya"), dossier=cast.dossier, reading=self.reading())
        client(cast, "jerrel").get(f"/stukken/{self.told}")  # so that somebody has looked
        among_many()
        self.number()
        self.touched = Touched()

    def part(self, choice: Choice, reach: str = "") -> None:
        samira = self.cast.people["samira"]
        situations.add_part(
            viewer=self.cast.viewer("jerrel"),
            situation=self.situation,
            sort="place",
            part=situations.Part("Naar haar zus.", reach=reach, guard_seen=True),
            choice=choice,
            person=samira,
            teller=samira,
        )

    def condition(self, about: tuple[UUID, ...]) -> UUID:
        viewer = self.cast.viewer("jerrel")
        return conditions.add_condition(
            viewer=viewer,
            dossier=self.cast.dossier,
            heard=conditions.Heard("Niemand drinkt.", "Mia", viewer.today, guard_seen=True),
            setting=conditions.Setting("Veilig Thuis", viewer.today, about=about),
        )

    def seventh(self, choice: Choice) -> None:
        """What stands in a part of the plan."""
        told = guideline.Told("Noa slaapt door.")
        guideline.write(
            viewer=self.cast.viewer("jerrel"),
            dossier=self.cast.dossier,
            part="goals",
            told=told,
            choice=choice,
        )

    def advised(self, choice: Choice) -> None:
        """What was advised without names."""
        viewer = self.cast.viewer("jerrel")
        day = entries.Happened(viewer.today, viewer.today, "exact")
        given = advice.Given("adviseur", "advice", day, "Wat nu?", "Wacht nog even.", "Wij wachten.")
        advice.write(viewer=viewer, dossier=self.cast.dossier, given=given, choice=choice)

    def happened(self, choice: Choice, *harms: str) -> None:
        """What happened to Samira by whose behaviour, and that people let it not count."""
        jerrel, ids = self.cast.viewer("jerrel"), self.cast.people
        event = incidents.Event(
            "there",
            ("threat",),
            (ids["samira"],),
            tuple(ids[name] for name in harms),
            done="Zij liep weg.",
            effects=(incidents.Effect(ids["noa"], "Zij sliep niet."),),
        )
        passage = entries.Passage("Hij sloeg met de deur.", "", choice, ids["samira"])
        telling = incidents.tell(viewer=jerrel, dossier=self.cast.dossier, event=event, passage=passage)
        decisions.decide_incident(
            viewer=jerrel,
            telling=telling,
            result="does_not_count",
            by=(ids["samira"],),
            words="Het was vroeger.",
            voices=(decisions.Voice(ids["samira"], "Zo is het."),),
            choice=choice,
        )

    def asked_together(self, choice: Choice) -> None:
        """A question of two, told to one of them and answered by her; and what came out."""
        jerrel, samira = self.cast.viewer("jerrel"), self.cast.people["samira"]
        asked = matters.Asked("Waar slaapt Noa?", (samira,))
        matter = matters.ask(viewer=jerrel, dossier=self.cast.dossier, asked=asked, choice=choice)
        day = entries.Happened(jerrel.today, jerrel.today, "exact")
        told = matters.Noted(INFORMED, "Zo is het.", samira, day)
        matters.note(viewer=jerrel, matter=matter, part=told, choice=choice)
        view = matters_views.say(
            viewer=jerrel, matter=matter, words="Bij mij.", for_person=samira, how="asked_alone"
        )
        counted = (matters_outcome.Counted(view, "Zwaar.", otherwise=True),)
        decided = matters_outcome.Decided(DIFFER, "Bij haar.", (samira,), "Zondag.", counted)
        matters_outcome.decide(viewer=jerrel, matter=matter, decided=decided, choice=choice)

    def seen_factor(self, choice: Choice) -> None:
        """A risk factor as Samira sees it, noted by the worker, and that it is one of the main ones."""
        here, samira = {"dossier": self.cast.dossier}, self.cast.people["samira"]
        debts = entries.Passage("Schulden.", "", choice)
        basis = factors.Basis("money", "Drie brieven.")
        jerrel = self.cast.viewer("jerrel")
        factor = factors.note(viewer=jerrel, sort="risk", passage=debts, basis=basis, **here)
        seen = factor_views.Seen("partly", "Nog soms.")
        factor_views.say(viewer=jerrel, factor=factor, seen=seen, for_person=samira, how="asked_alone")
        factor_views.choose_main(viewer=jerrel, factors=(factor,), **here)

    def agreed_to(self, giver: str, *readers: str, subject: str = "help_youth", **more: Any) -> None:
        """A yes about Noa."""
        viewer, people = self.cast.viewer("jerrel"), self.cast.people
        receiver = people["ellen"] if subject == "secr_youth" else None
        asked = consent.Asked(
            people["noa"],
            people[giver],
            subject,
            "yes",
            "spoken",
            "Zodat zij slaapt.",
            viewer.today,
            receiver=receiver,
            words="Goed.",
            **more,
        )
        choice = self.cast.choice(*readers)
        consent.give(viewer=viewer, dossier=self.cast.dossier, asked=asked, choice=choice)

    def kept_apart(self, one: str, other: str, *readers: str) -> None:
        """Two who do not sit together."""
        viewer, people = self.cast.viewer("jerrel"), self.cast.people
        pair = apart.Pair(people[one], people[other], "Bang.", viewer.today, viewer.today)
        choice = self.cast.choice(*readers)
        apart.keep(viewer=viewer, dossier=self.cast.dossier, pair=pair, choice=choice)

    def comes(self, name: str) -> None:
        """A partner professional whom Samira alone knows."""
        partner(self.cast, name, "Bas Smit")
        viewer = self.cast.viewer("jerrel")
        involvements.add_partner(
            viewer=viewer,
            dossier=self.cast.dossier,
            account=self.cast.accounts[name].public_id,
            organisation="Praktijk",
            ground="huisarts",
            readers=[self.cast.people["samira"]],
            starts=viewer.at,
            ends=viewer.at + timedelta(days=60),
        )

    def thinks_along(self, name: str, full_name: str) -> None:
        """An expert, on the yes of Samira; whom she alone knows."""
        partner(self.cast, name, full_name)
        viewer, samira = self.cast.viewer("jerrel"), self.cast.people["samira"]
        until = viewer.today + timedelta(days=30)
        asked = consent.Asked(
            samira, samira, "secr_youth", "yes", "spoken", "Rust.", viewer.today, until, organisation=name
        )
        here = {"viewer": viewer, "dossier": self.cast.dossier}
        yes = consent.give(asked=asked, **here)
        account = self.cast.accounts[name].public_id
        expert = experts.Asked(
            account, "regional_team", "advice", name, "Hoe slaapt zij weer?", viewer.today, until, (yes,)
        )
        experts.add(asked=expert, **here)

    def give(self, told: UUID, *, is_told: bool = True, to: str = "bas") -> UUID:
        """Something goes outside its circle."""
        viewer = self.cast.viewer("jerrel")
        asked = sharing.Asked(
            (told,),
            PLACE,
            "conflict",
            "Rust op school.",
            viewer.today + timedelta(days=30),
            self.cast.people[to],
            need="Zij ziet haar elke dag.",
            lighter="Zonder naam kan het niet.",
            words="Wachten kan niet.",
            told=is_told,
            not_told="" if is_told else "Hij leest mee.",
            look_on=None if is_told else viewer.today + timedelta(days=3),
        )
        return sharing.share(viewer=viewer, dossier=self.cast.dossier, asked=asked)[0]

    def give_away(self) -> None:
        """What Samira told alone, told and not told; what everybody reads; and to Ellen, ended."""
        alone = self.cast.tells("samira", "Dit weet alleen jij.")
        self.give(alone)
        untold = self.give(self.cast.tells("samira", "Dit ook."), is_told=False)
        asked = oversight.say(viewer=self.cast.viewer("ine"), entry=untold, result="asks", words="Waarom?")
        entries.answer(viewer=self.cast.viewer("jerrel"), entry=asked, words="Hij leest mee.")
        self.give(self.told)
        ended = self.give(alone, to="ellen")
        sharing.end(viewer=self.cast.viewer("jerrel"), dossier=self.cast.dossier, sharing=ended)

    def near(self, choice: Choice, who: str) -> None:
        """Samira names somebody in her network."""
        cast = self.cast
        asked = network.Asked(1, "yes", "Altijd welkom.")
        ids = {"person": cast.people[who], "teller": cast.people["samira"]}
        network.note(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=asked, choice=choice, **ids)

    def paper(self, choice: Choice) -> UUID:
        """Samira has a card; known to her and to whom is chosen besides."""
        viewer = self.cast.viewer("jerrel")
        given = papers.Given("card", (self.cast.people["samira"],), viewer.today, None, "In haar tas.")
        if choice.readers:
            return papers.give(viewer=viewer, dossier=self.cast.dossier, given=given, choice=choice)
        return papers.give(viewer=viewer, dossier=self.cast.dossier, given=given)

    def meeting(self, choice: Choice) -> UUID:
        """Samira meets the worker in some days; read by her and by whom is chosen besides."""
        cast = self.cast
        ids = (cast.people["samira"], cast.people["jerrel"])
        day = cast.clock.at.date() + timedelta(days=4)
        meeting = appointments.Meeting("Hoe gaat het?", day, time(14), time(15), ids, "Thuis")
        return appointments.make(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, meeting=meeting, choice=choice
        )

    def pages(self, name: str) -> list[str]:
        here, mine = f"/huishoudens/{self.cast.dossier}", f"/mijn/{self.cast.dossier}"
        if name == "ellen":
            return [
                "/huishoudens",
                here,
                f"{here}/agenda",
                f"{here}/samen",
                f"{here}/gebeurtenissen",
                "/zoeken?q=stil",
                f"/stukken/{self.told}",
            ]
        told = ("/verhaal", "/wie-weet-wat", "/wie-keek", "/vertellen")
        parts = (
            "",
            *told,
            "/plan",
            "/veilig",
            "/krachten",
            "/samen",
            "/gebeurd",
            "/afspraken",
            "/netwerk",
            "/plan/papier",
            "/ja",
        )
        return ["/mijn", *(mine + part for part in parts), f"/mijn/stukken/{self.told}"]

    def rows(self, name: str) -> Pages:
        """By page and table, on the pages of Karim behind his PIN, of Yusuf unasked, of the partner professional."""
        with undone():
            browser = client(self.cast, name)
            if name == "karim":
                _asked(browser)
            found = {}
            for page in self.pages(name):
                self.touched.since()
                assert browser.get(page, follow=True).status_code == 200, page
                found[page] = self.touched.since()
        return found

    def tell(self) -> None:
        """All of it is told to Samira and the team alone."""
        cast, samira, alone = self.cast, self.cast.people["samira"], Choice()
        here = {"dossier": cast.dossier}
        jerrel = cast.viewer("jerrel")
        letter = files.Upload("brief.txt", b"Dit weet alleen jij.", "Brief", teller=samira)
        cast.tells("samira", "Dit weet alleen jij.")
        entries.state(viewer=cast.viewer("samira"), words="Ik zeg iets.", choice=alone, **here)
        scores.give(viewer=cast.viewer("samira"), answer=scores.Answer("number", 2), choice=alone, **here)
        worry = entries.Passage("Hij drinkt weer.", "", alone)
        factors.note(viewer=cast.viewer("samira"), sort="worry", passage=worry, **here)
        self.seen_factor(cast.choice("samira"))
        self.near(alone, "jerrel")
        self.seventh(alone)
        self.advised(alone)
        self.happened(alone)
        self.asked_together(self.cast.choice("samira"))
        self.agreed_to("samira")
        self.kept_apart("samira", "noa", "samira")
        files.add_file(viewer=jerrel, upload=letter, circle=alone, **here)
        plan.add_situation(viewer=jerrel, words="Dan slaat hij.", choice=alone, teller=samira, **here)
        dossiers.note_contact_data(
            viewer=jerrel, person=samira, kind="street", value="Eikpad 3", guarded=True, **here
        )
        ties.tell_authority(
            viewer=jerrel,
            adult=samira,
            child=cast.people["noa"],
            state="unknown",
            reason="Dat zei zij.",
            starts=jerrel.today,
            **here,
        )
        self.part(alone, "Beukenlaan 8")
        lost = papers.After("lost", jerrel.today)
        papers.report(viewer=jerrel, paper=self.paper(alone), after=lost)
        papers.make_own(viewer=cast.viewer("samira"), version=jerrel.at, **here)
        alone_in_it = {"does": (samira,), "watches": (samira,), "meets": (self.condition((samira,)),)}
        agree(cast, **alone_in_it)
        positions.take_position(
            viewer=cast.viewer("samira"), agreement=self.agreed, stance="partly", words="Eigenlijk niet."
        )
        appointments.cancel(viewer=jerrel, appointment=self.meeting(Choice()), reason="Ziek.")

    def tell_beside(self) -> None:
        """As well, but tied to what everybody reads, or naming who is not told."""
        cast, alone = self.cast, Choice()
        self.near(alone, "karim")
        self.happened(alone, "karim")
        entries.answer(viewer=cast.viewer("samira"), entry=self.told, words="Bij mij niet.", choice=alone)
        corrections.correct(viewer=cast.viewer("samira"), entry=self.told, words="Nee.", choice=alone)
        entries.same_moment(
            viewer=cast.viewer("jerrel"), dossier=cast.dossier, entries=[self.told, self.other], title="Toen"
        )
        agreed = agree(cast, cast.choice("samira"))
        reviews.review(viewer=cast.viewer("jerrel"), agreement=agreed, result="tried", words="Want.")
        self.decide(cast.choice("samira"), agreed)
        self.ask(cast.choice("samira"))

    def read_in_emergency(self) -> None:
        """A duty worker opens all of it."""
        sought = same_person.Sought("samira")
        viewer, why = self.cast.viewer("dunya"), "Zij belt om hulp"
        here = emergency.open_household(viewer=viewer, reason=why, sought=sought)
        emergency.open_rest(viewer=self.cast.viewer("dunya"), dossier=here, reason=why)

    def number(self) -> None:
        """By which Samira alone is found, and none of the many that are like her."""
        with upkeep():
            Person.objects.update(bsn_hash=None)
            hashed = look_up_hash("samira", "bsn")
            Person.objects.filter(id=self.cast.rows["samira"]).update(bsn_hash=hashed)

    def reading(self) -> UUID:
        with upkeep():
            found: UUID = Emergency.objects.get(first=None).entry.public_id
        return found

    def ask(self, circle: Choice) -> None:
        """Who is to lead the plan, told to these."""
        roles.propose(
            viewer=self.cast.viewer("jerrel"),
            dossier=self.cast.dossier,
            account=self.cast.accounts["jerrel"].public_id,
            role="plan_lead",
            words="Hij kent het plan.",
            voices=(decisions.Voice(self.cast.people["samira"], "Dat is goed."),),
            choice=circle,
        )

    def decide(self, circle: Choice, *keeps: UUID) -> None:
        """In which phase they are, and which agreements go on, told to these."""
        viewer, samira = self.cast.viewer("jerrel"), self.cast.people["samira"]
        decisions.decide_phase(
            viewer=viewer,
            dossier=self.cast.dossier,
            phase="direct",
            since=viewer.today,
            by=(samira,),
            words="Want het is rustig.",
            voices=(decisions.Voice(samira, "Ik slaap weer."),),
            keeps=keeps,
            choice=circle,
        )


def _asked(browser: Client) -> None:
    session = browser.session
    session[CONFIDENTIAL_UNTIL] = (timezone.now() + timedelta(minutes=5)).isoformat()
    session.save()


@pytest.fixture
def story() -> Story:
    return Story()


def differing(before: Pages, after: Pages) -> set[tuple[str, str]]:
    """(page, table) of which the number of rows differs."""
    tables = {table for rows in (*before.values(), *after.values()) for table in rows}
    return {(page, t) for page in before for t in tables if before[page].get(t) != after[page].get(t)}


VIEWERS = ("karim", "yusuf", "ellen")


def test_who_is_outside_passes_over_the_same_rows(story: Story) -> None:
    """But for what SECURITY.md names: a link or a newer version beside what they read, and a line that names them, are
    passed over on their way to be left out. A table that joins those is to be looked at: of shares and links it counts
    how many there are beside what they read, not what is in them."""
    before = {name: story.rows(name) for name in VIEWERS for _ in range(2)}  # the second has its plans
    assert {name: story.rows(name) for name in VIEWERS} == before
    with undone():
        story.tell()
        for name in VIEWERS:
            assert differing(before[name], story.rows(name)) == set(), name
    with undone():
        story.tell_beside()
        for name in VIEWERS:
            tables = {table for _, table in differing(before[name], story.rows(name))}
            assert tables <= {"h_link", "h_entry", "h_entry_person"}, name
    with undone():
        story.thinks_along("mia", "Mia Post")
        for name in VIEWERS:
            tables = {table for _, table in differing(before[name], story.rows(name))}
            assert tables <= {"h_share"}, name
    with undone():
        story.read_in_emergency()
        for name in VIEWERS:
            tables = {table for _, table in differing(before[name], story.rows(name))}
            assert tables <= {"h_share"}, name
    with undone():
        story.give_away()
        for name in VIEWERS:
            tables = {table for _, table in differing(before[name], story.rows(name))}
            assert tables <= {"h_share", "h_link"}, name


def test_a_page_that_looks_at_every_circle_is_noticed(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    def every(own: QuerySet[CircleRow], shares: QuerySet[Share]) -> QuerySet[Circle, Any]:
        return Circle.objects.filter(dossier_id__in=own.values("dossier_id")).values("id")

    kept.written.cache_clear()
    monkeypatch.setattr(at_home, "_theirs", every)
    before = [story.rows("yusuf") for _ in range(2)][1]
    with undone():
        story.tell()
        assert {table for _, table in differing(before, story.rows("yusuf"))} == {"h_circle", "h_circle_row"}
    kept.written.cache_clear()
