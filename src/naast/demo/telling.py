"""Shorthands to tell a household's story through the acts, at moments counted back from now."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from naast.access.doors import through_rules
from naast.access.viewer import Viewer
from naast.actions import (
    appointments,
    conditions,
    decisions,
    entries,
    evaluations,
    factors,
    guideline,
    network,
    plan,
    positions,
    questions,
    reviews,
    scores,
    situations,
)
from naast.actions.choice import Choice
from naast.actions.dossiers import NewPerson
from naast.records.models import Account, Entry, EntryPerson
from naast.rules.conditions import VEILIG_THUIS


def person(name: str, family: str, born: date, *, prefix: str = "", died: date | None = None) -> NewPerson:
    """Somebody to take in whose day of birth is known; the key is the call name."""
    return NewPerson(
        name, name, prefix=prefix, family_name=family, birth_from=born, birth_to=born, died_on=died
    )


@dataclass
class Home:
    """One dossier being told: who is in it by key, and the moment of the next act."""

    now: datetime
    worker: Account
    dossier: UUID | None = None
    ids: dict[str, UUID] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    at: datetime | None = None

    def on(self, days_ago: int, hour: int = 14) -> "Home":
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

    def situation(self, teller: str, words: str, *readers: str) -> UUID:
        """An unsafe situation in somebody's words, told to `readers` and the team."""
        assert self.dossier is not None
        return plan.add_situation(
            viewer=self.viewer(),
            dossier=self.dossier,
            words=words,
            choice=self.choice(*readers),
            teller=self.ids[teller] if teller else None,
        )

    def agreed(
        self,
        words: str,
        *,
        does: tuple[str, ...],
        watches: tuple[str, ...],
        fallback: str,
        situation: UUID | None = None,
        about: tuple[str, ...] = (),
        childrens_words: str = "",
        readers: tuple[str, ...] | None = None,
        meets: tuple[UUID, ...] = (),
    ) -> UUID:
        """An agreement from today in the story on; without `readers` for who stands in it and the team."""
        assert self.dossier is not None
        assert self.at is not None
        return plan.add_agreement(
            viewer=self.viewer(),
            dossier=self.dossier,
            terms=plan.Terms(
                words,
                self.at.date(),
                fallback,
                does=self._ids(does),
                watches=self._ids(watches),
                about=self._ids(about),
                childrens_words=childrens_words,
                meets=meets,
            ),
            situation=situation,
            choice=self.choice(*readers, how="worker_chose") if readers is not None else None,
        )

    def part(
        self,
        situation: UUID,
        sort: str,
        words: str,
        *readers: str,
        teller: str,
        about: str = "",
        when: str = "",
        reach: str = "",
    ) -> UUID:
        """One part of a situation in the words of `teller`, told to `readers` and the team."""
        return situations.add_part(
            viewer=self.viewer(),
            situation=situation,
            sort=sort,
            part=situations.Part(words, when, reach),
            choice=self.choice(*readers),
            person=self.ids[about] if about else None,
            teller=self.ids[teller],
        )

    def most_unsafe(self, *chosen: UUID) -> None:
        """These situations are the most unsafe."""
        assert self.dossier is not None
        situations.choose_most_unsafe(viewer=self.viewer(), dossier=self.dossier, situations=chosen)

    def condition(self, words: str, told_by: str, *readers: str, situation: UUID | None = None) -> UUID:
        """A condition of Veilig Thuis, told to the worker today in the story, and to `readers` and the team."""
        assert self.dossier is not None
        assert self.at is not None
        today = self.at.date()
        return conditions.add_condition(
            viewer=self.viewer(),
            dossier=self.dossier,
            heard=conditions.Heard(words, told_by, today),
            setting=conditions.Setting(VEILIG_THUIS, today),
            situation=situation,
            choice=self.choice(*readers, how="worker_chose"),
        )

    def thinks(self, who: str, agreement: UUID, stance: str, words: str = "", *shared_with: str) -> None:
        """What somebody thinks of an agreement, in their own words; without names in confidence."""
        positions.take_position(
            viewer=self.viewer(who),
            agreement=agreement,
            stance=stance,
            words=words,
            shared_with=self.choice(*shared_with) if shared_with else None,
        )

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
        self, sort: str, words: str, *readers: str, teller: str = "", about: tuple[str, ...] = ()
    ) -> None:
        """A worry or a strength (rules/factors.py), of `teller` or of the worker, told to `readers` and the team."""
        assert self.dossier is not None
        passage = entries.Passage(
            words,
            "",
            self.choice(*readers, how="asked_aloud" if teller else "worker_chose"),
            self.ids[teller] if teller else None,
            about=self._ids(about),
        )
        factors.note(viewer=self.viewer(), dossier=self.dossier, sort=sort, passage=passage)

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

    def written(self, part: str, words: str, *readers: str, needed: bool = True) -> None:
        """What stands in one of the seven parts of the plan, or why it is not needed."""
        assert self.dossier is not None
        guideline.write(
            viewer=self.viewer(),
            dossier=self.dossier,
            part=part,
            told=guideline.Told(words, needed),
            choice=self.choice(*readers, how="worker_chose"),
        )

    def became(self, agreement: UUID, result: str, words: str = "") -> None:
        """What became of an agreement, written down by the worker."""
        reviews.review(viewer=self.viewer(), agreement=agreement, result=result, words=words)

    def asks(self, who: str, words: str) -> None:
        """A question of `who` to the fixed face."""
        assert self.dossier is not None
        questions.ask(viewer=self.viewer(who), dossier=self.dossier, words=words)

    def meets(
        self,
        days_ahead: int,
        hours: tuple[int, int],
        words: str,
        *present: str,
        place: str = "",
        secret: bool = False,
        readers: tuple[str, ...] | None = None,
    ) -> UUID:
        """An appointment of these people, by the hours of a clock; `readers` read it as well."""
        assert self.dossier is not None
        return appointments.make(
            viewer=self.viewer(),
            dossier=self.dossier,
            meeting=appointments.Meeting(
                words,
                self.day(-days_ahead),
                time(hours[0]),
                time(hours[1]),
                self._ids(present),
                place,
                secret,
            ),
            choice=self.choice(*readers, how="worker_chose") if readers is not None else None,
        )

    def calls_off(self, appointment: UUID, reason: str) -> None:
        """An appointment that does not go on."""
        appointments.cancel(viewer=self.viewer(), appointment=appointment, reason=reason)

    def stands(
        self, phase: str, words: str, by: tuple[str, ...], said: dict[str, str], *readers: str
    ) -> None:
        """In which phase they are, decided by the worker with these, with what each said of it."""
        assert self.dossier is not None
        viewer = self.viewer()
        decisions.decide_phase(
            viewer=viewer,
            dossier=self.dossier,
            phase=phase,
            since=viewer.today,
            by=self._ids(by),
            words=words,
            voices=tuple(decisions.Voice(self.ids[who], text) for who, text in said.items()),
            choice=self.choice(*readers),
        )

    def look_again(self, days_ahead: int, words: str, *present: str) -> None:
        """The day on which the plan is looked at together."""
        assert self.dossier is not None
        evaluations.plan_evaluation(
            viewer=self.viewer(),
            dossier=self.dossier,
            on=self.day(-days_ahead),
            words=words,
            present=self._ids(present),
        )

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
