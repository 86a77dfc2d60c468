"""What is said at the table: for each agreement and each who sits there a stance and words, all optional."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.access.people import Face
from naast.access.plan_page import Agreed, Opinion
from naast.access.table import AtTable, TablePage
from naast.actions.positions import STANCES
from naast.staff.opening.forms import SayForm
from naast.staff.plan.forms import words_field
from naast.staff.story.write_forms import offer
from naast.ui.circle import Pick, picks

STANCE, WORDS = "stance", "words"


class SeatForm(SayForm):
    """Who sits at the table: asked before anybody looks along."""

    seated = forms.TypedMultipleChoiceField(
        label=_("Who sits at the table?"),
        coerce=UUID,
        error_messages={"required": _("Choose who sits at the table.")},
    )

    def __init__(self, *args: Any, faces: Sequence[Face], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faces = faces
        offer(self, "seated", tuple(faces))

    def seated_picks(self) -> list[Pick]:
        return picks(self["seated"], self.faces)


class SaidForm(forms.Form):
    """What one person says of one agreement, or nothing."""

    stance = forms.ChoiceField(
        label=_("What do you think of it?"),
        choices=[("", ""), *((one, one) for one in STANCES)],
        required=False,
    )
    words = words_field(_("In your own words, if you like"), required=False, rows=2)

    def clean(self) -> dict[str, object]:
        found = super().clean() or self.cleaned_data
        if found.get(WORDS, "").strip() and not found.get(STANCE) and STANCE not in self.errors:
            self.add_error(STANCE, gettext("Choose what is closest."))
        return found


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for one person at one version of an agreement."""

    agreement: UUID
    person: UUID
    stance: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at one agreement: what they think of it, and the form in which they say it."""

    opinion: Opinion
    form: SaidForm


@dataclass(frozen=True, slots=True)
class Block:
    """One agreement on the screen; `changed` where it was another when something was typed."""

    one: AtTable
    seats: tuple[Seat, ...]
    changed: bool = False

    @property
    def agreed(self) -> Agreed:
        return self.one.agreed


@dataclass(frozen=True, slots=True)
class Lost:
    """What was typed at an agreement that stands on the screen no more."""

    face: Face
    words: str = field(repr=False)


def typed(post: Mapping[str, str], page: TablePage) -> Iterator[Typed]:
    """Everything that was typed or chosen, for who sits there, also at an agreement that is there no more."""
    for name in post:
        agreement, person = _parts(name)
        if agreement is None or person is None or person not in {face.public_id for face in page.seated}:
            continue
        prefix = name.removesuffix(f"-{STANCE}")
        stance, words = post.get(f"{prefix}-{STANCE}", ""), post.get(f"{prefix}-{WORDS}", "")
        if stance or words.strip():
            yield Typed(agreement, person, stance, words)


def _parts(name: str) -> tuple[UUID | None, UUID | None]:
    """The agreement and the person in the name of a field with a stance."""
    agreement, _sep, rest = name.partition("_")
    person, _sep, what = rest.partition("-")
    if what != STANCE:
        return None, None
    try:
        return UUID(hex=agreement), UUID(hex=person)
    except ValueError:
        return None, None


def prefix(agreement: UUID, person: UUID) -> str:
    """How the fields of one person at one agreement are named."""
    return f"{agreement.hex}_{person.hex}"


def blocks(page: TablePage, said: Iterable[Typed] = ()) -> tuple[Block, ...]:
    """The agreements on the screen with a form for each who sits there, in which stands what was typed."""
    given = list(said)
    return tuple(_block(one, given) for one in (page.step.agreements if page.step else ()))


def _block(one: AtTable, given: list[Typed]) -> Block:
    here = [typed for typed in given if typed.agreement in one.agreed.versions]
    by_person = {typed.person: typed for typed in here}
    seats = tuple(_seat(one, opinion, by_person.get(opinion.face.public_id)) for opinion in one.opinions)
    return Block(one, seats, any(typed.agreement != one.agreed.line.public_id for typed in here))


def _seat(one: AtTable, opinion: Opinion, typed: Typed | None) -> Seat:
    name = prefix(one.agreed.line.public_id, opinion.face.public_id)
    data = {f"{name}-{STANCE}": typed.stance, f"{name}-{WORDS}": typed.words} if typed else None
    return Seat(opinion, SaidForm(data, prefix=name))


def lost(page: TablePage, said: Iterable[Typed]) -> tuple[Lost, ...]:
    """What was typed at an agreement that is on none of the steps any more."""
    there = {version for step in page.steps for one in step.agreements for version in one.agreed.versions}
    by_id = {face.public_id: face for face in page.seated}
    return tuple(Lost(by_id[one.person], one.words) for one in said if one.agreement not in there)
