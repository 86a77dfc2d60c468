"""Shorthands to tell a household's story through the acts, at moments counted back from now."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from naast.access.doors import through_rules
from naast.access.viewer import Viewer
from naast.actions import entries
from naast.actions.choice import Choice
from naast.records.models import Account, Entry, EntryPerson


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
