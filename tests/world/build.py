"""Builds the world through the acts, and writes down in plain terms (oracle.Facts) what it asked for.

Deterministic for a seed. Holds every hard case of the issue: a worker who is a resident elsewhere, a worker
who is an aunt, a mother who teaches another household's child, an entry withheld *and* shared, expired and
future rows, people with two accounts, secret addresses and somebody who writes one, twins, an unborn child, a
split household, persons who are one human; and files, questions, versions, moments, openings for safety, drafts,
notices, plans that change, answers to how safe it is, what became of agreements, conditions, appointments, calendars
that fetch them, networks, phases, parts of situations, consents, paper that was given out, what went outside its
circle, somebody who died, professionals who left, a colleague who may not know, parental authority, emergency
readings, what privacy officers say, who was asked for a role, advice that was asked without names, questions that are
answered together, what partner professionals wrote themselves, experts beside the fixed face, what happened
and whether it counts, how each sees a factor.
A noun a file; a new one comes last in `AFTER`, so that what stands before it stays the same world, but for emergency
readings, which are held shortly before NOW, and what is said of them.
"""

import random
from collections.abc import Callable

from naast.records.models import Team

from . import (
    advice,
    apart,
    appointments,
    authorities,
    calendar_feeds,
    conditions,
    consent,
    emergency,
    experts,
    factor_views,
    factors,
    guideline,
    held,
    incidents,
    matters,
    network,
    oversight,
    own_words,
    papers,
    phases,
    plan_changes,
    plans,
    roles,
    scores,
    sharing,
    situations,
    unaware,
)
from .drafts import keep_drafts
from .files import add_files
from .gone import die
from .households import household, split, split_with_a_secret, split_with_kin
from .humans import professional
from .leaving import leave
from .making import NOW as NOW
from .making import START as START
from .making import World as World
from .notices import ask_elsewhere
from .questions import ask_questions
from .same import join_persons
from .stories import stories
from .two_hats import aunt, teaching_mother, two_hats
from .versions import add_versions
from .withheld import answered, expired_and_future, withheld_and_shared

AFTER: tuple[Callable[[World], None], ...] = (
    two_hats,
    aunt,
    teaching_mother,
    withheld_and_shared,
    expired_and_future,
    split,
    plans.tell,
    held.tell,
    plan_changes.change,
    add_files,
    ask_questions,
    add_versions,
    ask_elsewhere,
    keep_drafts,
    die,
    leave,
    join_persons,
    unaware.tell,
    authorities.tell,
    split_with_a_secret,
    answered,
    unaware.answered,
    split_with_kin,
    unaware.tell_knowing,
    scores.answer,
    plan_changes.review,
    factors.tell,
    conditions.tell,
    appointments.meet,
    network.tell,
    calendar_feeds.fetch,
    phases.decide,
    situations.tell,
    guideline.write,
    consent.give,
    apart.keep,
    papers.give,
    sharing.give,
    roles.ask,
    advice.write,
    matters.answer,
    own_words.tell,
    experts.add,
    incidents.tell,
    factor_views.tell,
    emergency.read,
    oversight.say,
)


def build(seed: int = 20261116, homes: int = 36) -> World:
    """The whole world; about 800 acts."""
    world = World(random.Random(seed))
    teams = [Team.objects.create(name=f"Team {n}", municipality="Voorbeeldstad") for n in range(1, 4)]
    for number in range(24):
        professional(world, f"worker{number}", "staff", team=teams[number % 3], manages_team=number < 3)
    for number in range(10):
        professional(world, f"partner{number}", "partner")
    for number in range(homes):
        household(world, number)
    for home in list(world.members):
        stories(world, home)
    for more in AFTER:
        more(world)
    assert world.at < NOW, "what is told after the moment at which all look is read by nobody yet"
    world.at = NOW
    return world
