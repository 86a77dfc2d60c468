"""Shorthands to tell a household's story through the acts, at moments counted back from now."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self
from uuid import UUID

from naast.access.doors import through_rules
from naast.access.viewer import Viewer
from naast.actions import (
    entries,
    factor_views,
    factors,
    network,
    questions,
    scores,
)
from naast.actions.choice import Choice
from naast.actions.dossiers import NewPerson
from naast.actions.factors import Basis
from naast.records.models import Account, Entry, EntryPerson


def person(name: str, family: str, born: date, *, prefix: str = "", died: date | None = None) -> NewPerson:
    """Somebody to take in whose day of birth is known; the key is the call name."""
    return NewPerson(
        name, name, prefix=prefix, family_name=family, birth_from=born, birth_to=born, died_on=died
    )


@dataclass
class Telling:
    """One dossier being told: who is in it by key, and the moment of the next act."""

    now: datetime
    worker: Account
    dossier: UUID | None = None
    ids: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    at: datetime | None = None

    def on(self, days_ago: int, hour: int = 14) -> Self:
        """Go to a day, counted back from now."""
        day = self.now - timedelta(days=days_ago)
        self.at = day.replace(hour=hour, minute=5, second=0, microsecond=0)
        return self

    def day(self, days_ago: int) -> date:
        return (self.now - timedelta(days=days_ago)).date()

    def born(self, age: int, month: int, day: int) -> date:
        """A birthday in that month, so that somebody is `age` today: nobody grows out of their story."""
        today = self.now.date()
        return date(today.year - age - ((month, day) > (today.month, today.day)), month, day)

    def viewer(self, who: str = "") -> Viewer:
        """The worker, or a resident by key, a moment later than the act before."""
        assert self.at is not None
        self.at += timedelta(minutes=1)
        if not who:
            return Viewer(self.worker.pk, self.worker.human_id, "staff", self.at)
        return Viewer(None, self.rows[who], "resident", self.at)

    def choice(self, *readers: str, how: str = "teller_chose", ground: str = "") -> Choice:
        return Choice(tuple(self.ids[key] for key in readers), how=how, ground=ground)

    def said(
        self,
        teller: str,
        words: str,
        *readers: str,
        nature: str = "telling",
        about: tuple[str, ...] = (),
        happened: int | None = None,
        ground: str = "",
    ) -> entries.Passage:
        """A passage in the words of `teller` ('' is the worker's own), told to `readers` and the team."""
        when = (
            entries.Happened(self.day(happened), self.day(happened), "exact")
            if happened is not None
            else entries.Happened()
        )
        return entries.Passage(
            words,
            nature,
            self.choice(*readers, how="teller_chose" if teller else "worker_chose", ground=ground),
            teller=self.ids[teller] if teller else None,
            about=tuple(self.ids[key] for key in about),
            happened=when,
        )

    def talk(
        self,
        form: str,
        *passages: entries.Passage,
        present: tuple[str, ...] = (),
        goal: str = "",
        problem: str = "",
        language: str = "",
        interpreter: str = "",
    ) -> list[UUID]:
        """One talk, today in the story; gives the passages' public ids."""
        assert self.dossier is not None
        today = self.at.date() if self.at else None
        return entries.tell_talk(
            viewer=self.viewer(),
            dossier=self.dossier,
            talk=entries.Talk(
                form,
                entries.Happened(today, today, "exact"),
                tuple(self.ids[key] for key in present),
                language=language,
                interpreter=interpreter,
                goal=goal,
                problem=problem,
            ),
            passages=list(passages),
        )[1:]

    def answers(self, who: str, answer: scores.Answer, *readers: str, how: str = "teller_chose") -> None:
        """How safe it is for `who` ('' is the worker), asked by the worker and told to `readers` and the team."""
        assert self.dossier is not None
        scores.give(
            viewer=self.viewer(),
            dossier=self.dossier,
            answer=answer,
            choice=self.choice(*readers, how=how),
            person=self.ids[who] if who else None,
        )

    def names(
        self,
        sort: str,
        words: str,
        *readers: str,
        teller: str = "",
        about: tuple[str, ...] = (),
        basis: Basis | None = None,
    ) -> UUID:
        """A worry or a strength (rules/factors.py), of `teller` or of the worker, told to `readers` and the team."""
        assert self.dossier is not None
        passage = entries.Passage(
            words,
            "",
            self.choice(*readers, how="asked_aloud" if teller else "worker_chose"),
            self.ids[teller] if teller else None,
            about=self._ids(about),
        )
        return factors.note(
            viewer=self.viewer(), dossier=self.dossier, sort=sort, passage=passage, basis=basis or Basis()
        )

    def sees(self, factor: UUID, who: str, answer: str, words: str, *readers: str) -> None:
        """How somebody sees a factor (rules/factor_views.py), noted for them, or the worker's own where `who` is
        empty; told to `readers` and the team."""
        factor_views.say(
            viewer=self.viewer(),
            factor=factor,
            seen=factor_views.Seen(answer, words),
            shared_with=self.choice(*readers) if readers else None,
            for_person=self.ids[who] if who else None,
            how="asked_alone" if who else "own",
        )

    def main_risks(self, *chosen: UUID) -> None:
        """Which risk factors are the main ones."""
        assert self.dossier is not None
        factor_views.choose_main(viewer=self.viewer(), dossier=self.dossier, factors=chosen)

    def near(self, teller: str, who: str, ring: int, answer: str, words: str, *readers: str) -> None:
        """Somebody in the network of `teller`, told to `readers` and the team."""
        assert self.dossier is not None
        network.note(
            viewer=self.viewer(),
            dossier=self.dossier,
            person=self.ids[who],
            asked=network.Asked(ring, answer, words),
            choice=self.choice(*readers, how="asked_aloud"),
            teller=self.ids[teller],
        )

    def asks(self, who: str, words: str) -> None:
        """A question of `who` to the fixed face."""
        assert self.dossier is not None
        questions.ask(viewer=self.viewer(who), dossier=self.dossier, words=words)

    def _ids(self, keys: tuple[str, ...]) -> tuple[UUID, ...]:
        return tuple(self.ids[key] for key in keys)

    def learn(self) -> None:
        """Look up who was taken in: public and row ids by call name."""
        assert self.dossier is not None
        for name, public_id, row in _named(self.dossier):
            self.ids[name], self.rows[name] = public_id, row


@through_rules
def _named(dossier: UUID) -> list[tuple[str, UUID, int]]:
    entry_ids = Entry.objects.filter(dossier__public_id=dossier).values("id")
    rows = EntryPerson.objects.filter(entry_id__in=entry_ids).select_related("person")
    return [(row.person.call_name.lower(), row.person.public_id, row.person_id) for row in rows]
