"""Kinds of unsafety, in words about behaviour: what happens, never what somebody is.

The terms are those of the glossary (domain-facts.md 12): "onveiligheid: violence, abuse or neglect in a relation". The
forms are told apart as the sources do: "lichamelijk, emotioneel en seksueel gewelddadig, misbruikend en verwaarlozend
relationeel gedrag" (domain-facts.md 4.6, S1) and "physical, mental or sexual violence, or threat of it" (1.1.7).
Following somebody and a child that keeps witnessing violence are examples of lasting unsafety there (1.4). The names
and the plain words are our own wording: "reviewers prefer 'veilig en onveilig gedrag'" (4.6). Any number is chosen,
none as well. Nothing is counted or weighed by them, and no kind is worse than another.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .texts import N_

PHYSICAL, SEXUAL, EMOTIONAL, THREAT, NEGLECT, CONTROL, FOLLOWING, WITNESSING, CHILD, ELDER = (
    "physical",
    "sexual",
    "emotional",
    "threat",
    "neglect",
    "control",
    "following",
    "witnessing",
    "child",
    "elder",
)


@dataclass(frozen=True, slots=True)
class Unsafety:
    """Message ids: what happens, the same in plain words for the household, the term of the trade where the glossary or
    a source has one; and where that stands."""

    name: str
    plain: str
    term: str
    source: str


KINDS = {
    PHYSICAL: Unsafety(
        N_("Somebody's body is hurt"),
        N_("somebody is hit, kicked, pushed or hurt in another way"),
        N_("physical violence"),
        "domain-facts.md 1.1.7 and 4.6",
    ),
    SEXUAL: Unsafety(
        N_("Sexual acts that somebody does not want or can not want"),
        N_("somebody has to do or allow something sexual that they do not want"),
        N_("sexual violence"),
        "domain-facts.md 1.1.7 and 4.6",
    ),
    EMOTIONAL: Unsafety(
        N_("Somebody is frightened, belittled or humiliated"),
        N_("somebody is called names, laughed at or made afraid"),
        N_("emotional violence"),
        "domain-facts.md 1.1.7 and 4.6",
    ),
    THREAT: Unsafety(
        N_("Somebody is threatened"),
        N_("somebody says or shows that they will do something bad"),
        N_("threat"),
        "domain-facts.md 1.1.7",
    ),
    NEGLECT: Unsafety(
        N_("Somebody does not get the care that they need"),
        N_("somebody does not get enough food, care or attention"),
        N_("neglect"),
        "domain-facts.md 1.4 and 4.6",
    ),
    CONTROL: Unsafety(
        N_("Somebody decides over what another does, again and again"),
        N_("somebody decides what another may do, again and again"),
        N_("coercive control"),
        "domain-facts.md 6.1 and 12",
    ),
    FOLLOWING: Unsafety(
        N_("Somebody is followed or sought out against their will"),
        N_("somebody keeps coming, phoning or following, and has to stop that"),
        N_("stalking"),
        "domain-facts.md 1.4",
    ),
    WITNESSING: Unsafety(
        N_("A child sees or hears violence"),
        N_("a child sees or hears that it is not safe"),
        "",
        "domain-facts.md 1.4",
    ),
    CHILD: Unsafety(
        N_("A child is harmed or not cared for"),
        N_("it is not safe for a child"),
        N_("child abuse"),
        "domain-facts.md 12",
    ),
    ELDER: Unsafety(
        N_("An older person who depends on others is harmed or not cared for"),
        N_("it is not safe for somebody who is old and needs help"),
        N_("elder abuse"),
        "domain-facts.md 12",
    ),
}
"""In the order of a form, which ranks nothing."""


def in_order(kinds: Collection[str]) -> list[str]:
    """These codes once each, in the order of a form; what is no code is left out."""
    return [code for code in KINDS if code in kinds]


def problem(kinds: Iterable[str]) -> str | None:
    """What is wrong with chosen kinds as a message id, or None: none at all is fine."""
    return (
        None if all(code in KINDS for code in kinds) else N_("Choose from the list what it is, or nothing.")
    )


def names(kinds: Collection[str]) -> tuple[str, ...]:
    """What happens, as message ids."""
    return tuple(KINDS[code].name for code in in_order(kinds))


PLAIN = {one.name: one.plain for one in KINDS.values()}
"""How the household reads the names of the trade."""
