"""Who reads one line, in one short sentence: "Samira and the team. Not: Karim."."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from naast.access.lines import Line
from naast.access.people import Face
from naast.access.readers import Reader
from naast.access.viewer import STAFF
from naast.documents.saying import names

MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Reads:
    """Faces of the readers, the readers besides the team, and who of the household's people does not read.

    `team` says that the team reads; `more` is how many are left out of `others` for the sake of length.
    """

    faces: tuple[Face, ...]
    named: tuple[Face, ...]
    team: bool
    others: tuple[Face, ...] = ()
    more: int = 0

    @property
    def sentence(self) -> str:
        """ "Samira en het team. Niet: Karim." """
        named = {"names": names(self.named)}
        if self.team:
            who = gettext("%(names)s and the team.") % named if self.named else gettext("Only the team.")
        else:
            who = f"{named['names']}."
        return f"{who} {self._not}" if self.others else who

    @property
    def _not(self) -> str:
        said = {"names": names(self.others), "more": self.more}
        if not self.more:
            return gettext("Not: %(names)s.") % said
        return (
            ngettext("Not: %(names)s, and %(more)s more.", "Not: %(names)s, and %(more)s more.", self.more)
            % said
        )


def reads(line: Line, known: Iterable[Face], *, name_others: bool) -> Reads:
    """The sentence's parts. `known` is everybody whom this viewer knows of in the dossier."""
    return of(line.readers, known, name_others=name_others)


def of(readers: Iterable[Reader], known: Iterable[Face], *, name_others: bool) -> Reads:
    """The same for any list of readers."""
    listed = list(readers)
    reading = {reader.face.row for reader in listed}
    named = tuple({r.face.row: r.face for r in listed if r.capacity != STAFF}.values())
    team = tuple({r.face.row: r.face for r in listed if r.capacity == STAFF}.values())
    others = [f for f in known if _could(f) and f.row not in reading] if name_others and named else []
    return Reads(
        (*named, *team), named, bool(team), tuple(others[:MOST_NAMES]), max(0, len(others) - MOST_NAMES)
    )


def _could(face: Face) -> bool:
    return not (face.professional or face.unborn or face.deceased)
