"""Who was heard, and what each says of whether it still harms: missing voices are missing, differing ones differ.

"Needs contact with all members" (domain facts 3.5); "nobody has spoken with the youngest child since 3 May" must be
seen; "missing voices count as missing, never as safe; conflicting voices show as a conflict". A voice that says it
still harms is not outvoted by any number of others. Within how many weeks somebody is heard is our own number, which
people can set otherwise: that of rules/heard.py where they do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from .heard import LONG_WEEKS, weeks_unheard
from .texts import N_
from .verdicts import Reason, Ref, State, newest

SPEAKS_FROM_YEARS = 4
"""From which age on somebody is heard only by being spoken with. Our own number: no text names one, and whoever is
younger and talks is spoken with all the same."""

SPOKE, OBSERVED, THROUGH = "spoke", "observed", "through"
"""Somebody spoke with them; somebody saw how they are; who cares for them told how they are."""

HEARD = {
    SPOKE: N_("On %(day)s somebody spoke with %(people)s."),
    OBSERVED: N_("On %(day)s somebody saw how it goes with %(people)s, who cannot tell it yet."),
    THROUGH: N_("On %(day)s a carer told how it goes with %(people)s, who cannot tell it yet."),
}

YES, PARTLY, NO, UNSURE = "yes", "partly", "no", "unknown"
ANSWERS = (YES, PARTLY, NO, UNSURE)
"""What somebody can say to "is it still so?"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """That somebody was heard on a day, and how."""

    entry: Ref
    day: date
    how: str = SPOKE


@dataclass(frozen=True, slots=True)
class Member:
    """A living member of the household, children too. `speaks` is False of who is too young to tell, and of those
    alone.

    Whoever can speak is heard only by being spoken with: what others tell or see of them is not their voice. Of who is
    too young, what a carer or an observer tells counts, and the reason says which. The unborn are not asked.
    """

    person: Ref
    heard: tuple[Heard, ...] = ()
    speaks: bool = True
    unborn: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """One version of what a person answers on a day to "is it still so?"."""

    root: Ref
    entry: Ref
    written: datetime
    person: Ref
    answer: str
    day: date
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Message ids for what is asked about: an answer each, an answer from before, none, and nobody."""

    yes: str
    partly: str
    no: str
    unsure: str
    before: str
    silent: str
    nobody: str


def heard(members: Iterable[Member], today: date, weeks: int = LONG_WEEKS) -> Iterator[Reason]:
    """Of each member that they were heard within so many weeks, or that they were not."""
    asked = [one for one in members if not one.unborn]
    if not asked:
        yield Reason(N_("Nobody is noted as a member of the household."), State.UNTOLD)
    for one in asked:
        yield from _of_member(one, today, weeks)


def _of_member(member: Member, today: date, weeks: int) -> Iterator[Reason]:
    """The day on which an unheard member was heard last is a reason of its own: who may not read when that was can
    still read that they have to be heard."""
    ways = (SPOKE,) if member.speaks else tuple(HEARD)
    known = [one for one in member.heard if one.day <= today and one.how in ways]
    day = max((one.day for one in known), default=None)
    last = [one for one in known if one.day == day]
    whose = (member.person,)
    if weeks_unheard(day, today, weeks) is None:
        for one in last:
            yield Reason(HEARD[one.how], State.HOLDS, frozenset({one.entry}), whose, one.day)
        return
    if day is None:
        yield Reason(N_("Nobody has spoken with %(people)s yet."), State.UNTOLD, people=whose)
        return
    yield Reason(N_("Nobody has spoken with %(people)s lately."), State.UNTOLD, people=whose)
    for one in last:
        since = N_("Nobody has spoken with %(people)s since %(day)s.")
        yield Reason(since, None, frozenset({one.entry}), whose, one.day)


def still(
    voices: Iterable[Voice],
    asked: Iterable[Ref],
    today: date,
    words: Words,
    *,
    beside: frozenset[Ref] = frozenset(),
    topic: Ref,
    last: date | None = None,
) -> Iterator[Reason]:
    """What each person says of one topic: the newest answer of each, and who was asked and says nothing.

    `beside` are the entries that the question itself gives away. Of somebody's answers of the same moment the most
    careful one counts. A "no" from before the `last` incident, or of that day, says nothing of what came after it.
    """
    answers = _newest_of_each(voices, today)
    for said in answers.values():
        for one in said:
            yield _of_voice(one, words, beside, topic, last)
    silent = [person for person in dict.fromkeys(asked) if person not in answers]
    for person in silent:
        yield Reason(words.silent, State.UNTOLD, beside, (person,), topic=topic)
    if not answers and not silent:
        yield Reason(words.nobody, State.UNTOLD, beside, topic=topic)


def _of_voice(one: Voice, words: Words, beside: frozenset[Ref], topic: Ref, last: date | None) -> Reason:
    says = {
        YES: (words.yes, State.HOLDS_NOT),
        PARTLY: (words.partly, State.HOLDS_NOT),
        NO: (words.no, State.HOLDS),
    }
    message, state = says.get(one.answer, (words.unsure, State.UNTOLD))
    if state == State.HOLDS and last is not None and one.day <= last:
        message, state = words.before, State.UNTOLD
    return Reason(message, state, beside | {one.entry}, (one.person,), one.day, topic)


def _newest_of_each(voices: Iterable[Voice], today: date) -> dict[Ref, list[Voice]]:
    of: dict[Ref, list[Voice]] = {}
    for one in newest(voices):
        if one.day <= today:
            of.setdefault(one.person, []).append(one)
    last = {person: max((one.day, one.written) for one in said) for person, said in of.items()}
    return {person: [v for v in said if (v.day, v.written) == last[person]] for person, said in of.items()}


def stopped_after(voices: Iterable[Voice], day: date, today: date) -> bool:
    """Does anybody say, in their newest answer and later than a day, that it is no longer so?"""
    newest_ones = (one for said in _newest_of_each(voices, today).values() for one in said)
    return any(one.answer == NO and one.day > day for one in newest_ones)
