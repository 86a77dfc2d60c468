"""Reading back before something is shared: who gets what, until when, and who hears of it."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from naast.access.lines import Line
from naast.access.people import Face, each_once
from naast.content.sharing_grounds import Ground
from naast.rules.sharing import Needs

from .forms import ShareForm


@dataclass(frozen=True, slots=True)
class Back:
    """What is shared once it is confirmed. `hears` told it and hears of it now, or not yet (`told`).

    `mark` stands for exactly this, so that nobody confirms something else than they read.
    """

    lines: tuple[Line, ...]
    receiver: Face | None
    organisation: str = field(repr=False)
    ground: Ground
    ends: date | None
    hears: tuple[Face, ...]
    told: bool
    look_on: date | None
    mark: str = field(repr=False)

    @property
    def in_danger(self) -> bool:
        return self.ground.needs is Needs.DANGER

    @property
    def on_yes(self) -> bool:
        return self.ground.needs is Needs.CONSENT


def back(form: ShareForm) -> Back:
    """Of a form that is valid."""
    asked, ground = form.asked, form.chosen_ground
    assert ground is not None
    lines = form.page.of(asked.entries)
    tellers = (line.teller for line in lines if line.teller is not None)
    shown = (asked.entries, asked.receiver, asked.organisation, asked.ground, asked.ends, asked.told)
    return Back(
        lines,
        next((face for face in form.page.partners if face.public_id == asked.receiver), None),
        asked.organisation.strip(),
        ground,
        asked.ends,
        tuple(each_once(face for face in tellers if not face.professional)),
        asked.told,
        asked.look_on,
        sha256(repr(shown).encode()).hexdigest(),
    )
