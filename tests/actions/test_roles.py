"""Roles are asked and taken on: nothing changes before a yes, then at one moment; never nobody, never two."""

import threading
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.db import IntegrityError, connections, transaction
from tests.cast import Cast, partner, samira_and_karim

from naast.access import entry_page, households, people_page, policy, roles, search, today
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Missing, Viewer
from naast.actions import dossiers, involvements, withholding
from naast.actions import roles as acts
from naast.actions.act import Answered, Invalid, Warned
from naast.actions.choice import Choice
from naast.actions.decisions import Voice
from naast.records.models import Involvement
from naast.rules.roles import ACCEPTED, COORDINATOR, FIXED_FACE, OVERTAKEN, PLAN_LEAD, REFUSED, WITHDRAWN

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    involvements.add_colleague(
        viewer=found.viewer("jerrel"),
        dossier=found.dossier,
        account=found.accounts["ayse"].public_id,
        role="team",
        starts=found.clock.at,
    )
    return found


def ask(cast: Cast, role: str = FIXED_FACE, whom: str = "ayse", by: str = "jerrel", **more: object) -> UUID:
    given = {"words": "Zij kent Samira al.", **more}
    return acts.propose(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        account=cast.accounts[whom].public_id,
        role=role,
        **given,  # type: ignore[arg-type]
    )


def yes(cast: Cast, who: str, asked: UUID) -> UUID:
    return acts.accept(viewer=cast.viewer(who), entry=asked)


def alone(cast: Cast, name: str) -> Viewer:
    """Somebody who asked for what only they may read, behind the PIN."""
    return replace(cast.viewer(name), asked_confidential=True)


def now(cast: Cast, by: str = "jerrel") -> dict[str, list[str]]:
    """Who has which role now, by label."""
    found: dict[str, list[str]] = {}
    for one in households.household(cast.viewer(by), cast.dossier).involved:
        if one.running:
            found.setdefault(one.role, []).append(one.face.label)
    found.pop("partner") if found.get("partner") == ["Ellen"] else None
    return found


def joins(cast: Cast, days: int = 30) -> None:
    partner(cast, "noor", "Noor de Wit")
    involvements.add_partner(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        account=cast.accounts["noor"].public_id,
        organisation="School De Linde",
        ground="Mentor.",
        readers=[cast.people["samira"]],
        starts=cast.clock.at,
        ends=cast.clock.at + timedelta(days=days),
    )


def test_nothing_changes_before_the_yes_and_then_at_one_moment(cast: Cast) -> None:
    asked = ask(cast)
    assert now(cast)["fixed_face"] == ["Jerrel"]
    acts.accept(viewer=cast.viewer("ayse"), entry=asked)
    assert now(cast)["fixed_face"] == ["Ayşe"]
    assert now(cast)["team"] == ["Jerrel"]
    with upkeep():
        rows = list(Involvement.objects.filter(role="fixed_face").order_by("starts"))
    assert rows[0].ends == rows[1].starts


def test_who_was_the_fixed_face_leaves_where_that_was_asked(cast: Cast) -> None:
    yes(cast, "ayse", ask(cast, stays=False))
    assert now(cast, "ayse") == {"fixed_face": ["Ayşe"]}
    with pytest.raises(Missing):
        now(cast)


def test_only_who_is_asked_says_yes_or_no(cast: Cast) -> None:
    """Seen red without the question who is asked in `_asked`: the fixed face said yes for a colleague."""
    asked = ask(cast)
    for name in ("jerrel", "samira", "ellen"):
        with pytest.raises(Missing):
            acts.accept(viewer=cast.viewer(name), entry=asked)
        with pytest.raises(Missing):
            acts.refuse(viewer=cast.viewer(name), entry=asked, words="Nee.")
    assert now(cast)["fixed_face"] == ["Jerrel"]


def test_only_who_is_asked_sees_the_question_on_today(cast: Cast) -> None:
    asked = ask(cast)
    assert [one.entry for one in today.today(cast.viewer("ayse")).asked] == [asked]
    assert today.today(cast.viewer("jerrel")).asked == ()
    acts.accept(viewer=cast.viewer("ayse"), entry=asked)
    assert today.today(cast.viewer("ayse")).asked == ()


def test_a_no_is_kept_with_its_reason_for_the_team(cast: Cast) -> None:
    asked = ask(cast, choice=Choice((cast.people["samira"],)))
    with pytest.raises(Invalid) as wrong:
        acts.refuse(viewer=cast.viewer("ayse"), entry=asked, words=" ")
    assert list(wrong.value.errors) == ["words"]
    no = acts.refuse(viewer=cast.viewer("ayse"), entry=asked, words="Ik ben straks lang weg.")
    (found,) = people_page.people(cast.viewer("jerrel"), cast.dossier).asked
    assert (found.state, found.answer) == (REFUSED, no)
    assert now(cast)["fixed_face"] == ["Jerrel"]
    assert entry_page.entry(alone(cast, "samira"), asked)
    with pytest.raises(Missing):
        entry_page.entry(alone(cast, "samira"), no)


def test_who_asked_can_take_it_back_and_nobody_else(cast: Cast) -> None:
    asked = ask(cast)
    with pytest.raises(Missing):
        acts.withdraw(viewer=cast.viewer("ayse"), entry=asked)
    acts.withdraw(viewer=cast.viewer("jerrel"), entry=asked)
    assert [one.state for one in people_page.people(cast.viewer("jerrel"), cast.dossier).asked] == [WITHDRAWN]
    with pytest.raises(Invalid):
        acts.accept(viewer=cast.viewer("ayse"), entry=asked)


def test_who_asked_sees_how_long_it_waits_and_nothing_expires(cast: Cast) -> None:
    asked = ask(cast)
    cast.clock.at += timedelta(days=400)
    (found,) = people_page.people(cast.viewer("jerrel"), cast.dossier).asked
    assert (found.days, found.open, found.mine) == (400, True, True)
    acts.accept(viewer=cast.viewer("ayse"), entry=asked)


def test_two_yeses_leave_one_fixed_face(cast: Cast) -> None:
    """Seen red without OVERTAKEN and the lock: the second yes went through on a state that was read before."""
    first, second = ask(cast), ask(cast)
    acts.accept(viewer=cast.viewer("ayse"), entry=first)
    with pytest.raises(Invalid):
        acts.accept(viewer=cast.viewer("ayse"), entry=second)
    assert len(now(cast)["fixed_face"]) == 1
    assert [one.state for one in people_page.people(cast.viewer("jerrel"), cast.dossier).asked] == [OVERTAKEN]


@pytest.mark.parametrize("role", [COORDINATOR, PLAN_LEAD])
def test_a_role_beside_is_held_by_one_and_opens_no_reading(cast: Cast, role: str) -> None:
    joins(cast)
    told = cast.tells("samira", "Alleen voor het team.")
    yes(cast, "noor", ask(cast, role, "noor"))
    assert now(cast)[role] == ["Noor"]
    with pytest.raises(Missing):
        entry_page.entry(cast.viewer("noor"), told)
    yes(cast, "ayse", ask(cast, role))
    assert now(cast)[role] == ["Ayşe"]
    assert sorted(now(cast)["partner"]) == ["Ellen", "Noor"]


def test_the_database_holds_one_of_each_role(cast: Cast) -> None:
    yes(cast, "ayse", ask(cast, PLAN_LEAD))
    with upkeep():
        held = Involvement.objects.get(role=PLAN_LEAD).held_in_id
        faces = Involvement.objects.filter(role="fixed_face")
        with pytest.raises(IntegrityError), transaction.atomic():
            faces.update(role=PLAN_LEAD, held_in=held)


def test_a_role_ends_with_the_involvement_that_it_stands_beside(cast: Cast) -> None:
    """Seen red without the end of `close`."""
    yes(cast, "ayse", ask(cast, PLAN_LEAD))
    team = next(
        i for i in households.household(cast.viewer("jerrel"), cast.dossier).involved if i.role == "team"
    )
    involvements.end(viewer=cast.viewer("jerrel"), involvement=team.entry, at=cast.clock.tick())
    assert PLAN_LEAD not in now(cast)


def test_a_role_ends_on_the_last_day_of_who_stands_here_until_a_day(cast: Cast) -> None:
    joins(cast, days=5)
    yes(cast, "noor", ask(cast, COORDINATOR, "noor"))
    cast.clock.at += timedelta(days=6)
    assert COORDINATOR not in now(cast)
    yes(cast, "ayse", ask(cast, COORDINATOR))
    assert now(cast)[COORDINATOR] == ["Ayşe"]


def test_a_role_stays_with_who_becomes_the_fixed_face(cast: Cast) -> None:
    yes(cast, "ayse", ask(cast, PLAN_LEAD))
    yes(cast, "ayse", ask(cast))
    assert now(cast) == {"fixed_face": ["Ayşe"], "team": ["Jerrel"], PLAN_LEAD: ["Ayşe"]}


def test_a_role_that_ends_takes_no_reading_with_it(cast: Cast) -> None:
    joins(cast)
    held = yes(cast, "noor", ask(cast, COORDINATOR, "noor"))
    involvements.end(viewer=cast.viewer("jerrel"), involvement=held, at=cast.clock.tick())
    assert "partner" in now(cast, "noor")


def test_a_partner_is_never_asked_to_be_the_fixed_face(cast: Cast) -> None:
    joins(cast)
    with pytest.raises(Invalid) as wrong:
        ask(cast, FIXED_FACE, "noor")
    assert list(wrong.value.errors) == ["account"]


def test_who_does_not_work_with_them_or_has_the_role_is_not_asked(cast: Cast) -> None:
    for whom in ("ellen", "samira", "jerrel"):
        with pytest.raises(Invalid) as wrong:
            ask(cast, FIXED_FACE, whom)
        assert list(wrong.value.errors) == ["account"]


def test_who_must_stay_out_is_not_asked_and_does_not_say_yes(cast: Cast) -> None:
    asked = ask(cast)
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ayse"], reason="is familie"
    )
    with pytest.raises(Invalid):
        ask(cast)
    with pytest.raises((Missing, Answered)):
        acts.accept(viewer=cast.viewer("ayse"), entry=asked)
    assert now(cast)["fixed_face"] == ["Jerrel"]


def test_who_is_no_longer_involved_does_not_say_yes(cast: Cast) -> None:
    joins(cast, days=5)
    asked = ask(cast, PLAN_LEAD, "noor")
    cast.clock.at += timedelta(days=6)
    with pytest.raises((Missing, Answered)):
        acts.accept(viewer=cast.viewer("noor"), entry=asked)
    assert PLAN_LEAD not in now(cast)


def test_each_member_says_something_or_was_not_asked_with_a_reason(cast: Cast) -> None:
    samira = cast.people["samira"]
    with pytest.raises(Invalid) as wrong:
        ask(cast, voices=(Voice(samira),))
    assert list(wrong.value.errors) == ["voices"]
    asked = ask(cast, voices=(Voice(samira, "Zij luistert."),))
    (view,) = roles.one(cast.viewer("ayse"), asked).views
    assert (view.face.label, view.said) == ("Samira", "Zij luistert.")


def test_what_members_say_is_read_by_the_circle_that_was_chosen(cast: Cast) -> None:
    asked = ask(
        cast,
        voices=(Voice(cast.people["samira"], "Zij luistert wortelboom."),),
        choice=Choice((cast.people["samira"],)),
    )
    assert entry_page.entry(alone(cast, "samira"), asked)
    with pytest.raises(Missing):
        entry_page.entry(alone(cast, "karim"), asked)
    assert len(search.search(cast.viewer("jerrel"), "wortelboom").hits) == 1
    assert not search.search(cast.viewer("ellen"), "wortelboom").hits


def test_the_members_read_a_role_as_far_as_they_read_the_involvement(cast: Cast) -> None:
    joins(cast)
    held = yes(cast, "noor", ask(cast, PLAN_LEAD, "noor"))
    assert entry_page.entry(alone(cast, "samira"), held)
    with pytest.raises(Missing):
        entry_page.entry(alone(cast, "karim"), held)


def test_a_secret_place_in_what_a_partner_reads_is_warned_of(cast: Cast) -> None:
    joins(cast)
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="place",
        value="Harderwijk",
        guarded=True,
    )
    with pytest.raises(Warned):
        ask(cast, PLAN_LEAD, "noor", words="Zij werkt ook in Harderwijk.")


def test_what_was_accepted_says_why_to_who_may_read_both(cast: Cast) -> None:
    asked = ask(cast)
    new = acts.accept(viewer=cast.viewer("ayse"), entry=asked)
    page = entry_page.entry(cast.viewer("jerrel"), new)
    assert page.cited is not None
    assert page.cited.public_id == asked
    assert roles.one(cast.viewer("jerrel"), asked).state == ACCEPTED
    assert entry_page.entry(alone(cast, "samira"), new).cited is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite has one writer"
)
def test_two_yeses_at_once_leave_one(cast: Cast) -> None:
    """Seen red without the lock on the dossier and its proposal in `_open`."""
    joins(cast)
    asked = {"ayse": ask(cast, PLAN_LEAD), "noor": ask(cast, PLAN_LEAD, "noor")}
    viewers = {name: cast.viewer(name) for name in asked}
    at_once, said = threading.Barrier(2), list[str]()

    def run(name: str) -> None:
        at_once.wait()
        try:
            acts.accept(viewer=viewers[name], entry=asked[name])
            said.append("yes")
        except BaseException as error:
            said.append(type(error).__name__)
        finally:
            connections.close_all()

    both = [threading.Thread(target=run, args=(name,)) for name in asked]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(said) == ["Invalid", "yes"]
    assert len(now(cast)[PLAN_LEAD]) == 1


def test_a_no_of_a_partner_is_theirs_to_read_until_their_last_day(cast: Cast) -> None:
    asked = ask(cast, COORDINATOR, "ellen")
    acts.refuse(viewer=cast.viewer("ellen"), entry=asked, words="Ik heb er geen tijd voor.")
    with upkeep():
        last = Involvement.objects.get(person_id=cast.rows["ellen"], role="partner").ends
    for at, reads in ((last - timedelta(seconds=1), True), (last, False)):
        with viewer_door(replace(cast.viewer("ellen"), at=at)) as reach:
            assert policy.entries(reach).exists() is reads


def test_who_may_not_know_that_somebody_works_with_them_learns_it_by_no_question(cast: Cast) -> None:
    """The answer is that for a professional who is not involved."""
    partner(cast, "noor", "Noor de Wit")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="Zij kennen elkaar.",
        person=cast.people["ellen"],
    )
    said = []
    for whom in ("ellen", "noor"):
        with pytest.raises(Invalid) as refused:
            ask(cast, COORDINATOR, whom, by="ayse")
        said.append(refused.value.errors)
    assert said[0] == said[1]
