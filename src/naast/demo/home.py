"""One household of the demo with what is planned there: the safety plan, the phase, when people meet."""

from datetime import time, timedelta
from uuid import UUID

from naast.access import plan as plan_page
from naast.actions import (
    appointments,
    conditions,
    consent,
    decisions,
    evaluations,
    guideline,
    papers,
    plan,
    positions,
    reviews,
    sharing,
    situations,
)
from naast.rules.conditions import VEILIG_THUIS
from naast.rules.consent_note import SPOKEN
from naast.rules.consent_time import YES
from naast.rules.phases import Answer
from naast.rules.sharing import PAPER

from .telling import Telling


class Home(Telling):
    """A household in which things are told, and planned."""

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
        self,
        phase: str,
        words: str,
        by: tuple[str, ...],
        said: dict[str, str],
        *readers: str,
        criteria: tuple[Answer, ...] = (),
        keeps: tuple[UUID, ...] = (),
    ) -> None:
        """In which phase they are, decided by the worker with these, with what each said of it and of the criteria."""
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
            criteria=criteria,
            keeps=keeps,
            choice=self.choice(*readers),
        )

    def gives(self, sheet: str, to: str, words: str = "", *readers: str) -> UUID:
        """The plan, a page or a card on paper, as it is today in the story; `readers` know of it as well."""
        assert self.dossier is not None
        viewer = self.viewer()
        given = papers.Given(
            sheet,
            (self.ids[to],),
            viewer.today,
            plan_page.plan_for_everyone(viewer, self.dossier).changed,
            words,
        )
        choice = self.choice(to, *readers, how="worker_chose") if readers else None
        return papers.give(viewer=viewer, dossier=self.dossier, given=given, choice=choice)

    def lost(self, paper: UUID, who: str) -> None:
        """Who had it lost it, and says so today in the story."""
        viewer = self.viewer(who)
        papers.report(viewer=viewer, paper=paper, after=papers.After("lost", viewer.today))

    def says_yes(
        self,
        giver: str,
        person: str,
        subject: str,
        purpose: str,
        words: str,
        *,
        days: int | None = None,
        receiver: UUID | None = None,
        organisation: str = "",
    ) -> UUID:
        """A yes said aloud today in the story, told to the team; for so many days, else until it is taken back."""
        assert self.dossier is not None
        viewer = self.viewer()
        asked = consent.Asked(
            self.ids[person],
            self.ids[giver],
            subject,
            YES,
            SPOKEN,
            purpose,
            viewer.today,
            viewer.today + timedelta(days=days) if days else None,
            receiver,
            organisation=organisation,
            words=words,
        )
        return consent.give(viewer=viewer, dossier=self.dossier, asked=asked)

    def gives_outside(self, entry: UUID, yes: UUID, purpose: str, organisation: str) -> None:
        """An entry as a file to an organisation, because of a yes under the Wmo."""
        assert self.dossier is not None
        asked = sharing.Asked(
            (entry,), PAPER, "wmo_yes", purpose, None, organisation=organisation, consents=(yes,)
        )
        sharing.share(viewer=self.viewer(), dossier=self.dossier, asked=asked)

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
