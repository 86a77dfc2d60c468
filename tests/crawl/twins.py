"""What is in one of two twin worlds and not in the other. Each is told to one person of HOME and the team only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from naast.access import trace
from naast.access.doors import upkeep
from naast.access.entry_page import entry as entry_page
from naast.access.viewer import Viewer
from naast.actions import (
    advice,
    apart,
    appointments,
    conditions,
    consent,
    corrections,
    decisions,
    dossiers,
    drafts,
    emergency,
    entries,
    experts,
    factor_views,
    factors,
    files,
    guideline,
    incidents,
    involvements,
    joining,
    matters,
    matters_outcome,
    matters_views,
    network,
    openings,
    oversight,
    own_words,
    papers,
    persons,
    plan,
    positions,
    questions,
    reviews,
    roles,
    scores,
    sharing,
    situations,
    table,
    ties,
    unsafety,
    withholding,
)
from naast.actions import same_person as same
from naast.actions.choice import Choice
from naast.actions.dossiers import NewPerson
from naast.actions.write import tie
from naast.records.fields import look_up_hash
from naast.records.models import Entry, Link, Person
from naast.rules.consent_words import Subject
from naast.rules.experts import REGIONAL_TEAM
from naast.rules.incidents import NOT, THERE
from naast.rules.matters import DIFFER, INFORMED, SILENT, TOLD_BACK, TRIED
from naast.rules.oversight import ASKS
from naast.rules.phases import CRITERIA, DIRECT, PARTLY, STABLE, Answer
from naast.rules.roles import COORDINATOR, PLAN_LEAD
from naast.rules.sharing import PLACE
from naast.rules.unsafety import CONTROL
from tests import made_files
from tests.world.build import NOW, World
from tests.world.emergency import SECOND
from tests.world.oversight import OFFICER
from tests.world.words import MARKUP, as_typed

from .session import signed_in

HOME = "home15"  # three residents or more, a partner, a plan; nothing withheld
HIDDEN = "verborgenheid"  # a word that every hidden text holds, to search for
ELSEWHERE = "worker2"  # of another team than the one of HOME
PARTNER = "partner5"  # of HOME since it was opened; known to the first of HOME and to no other resident
BORN = date(1988, 3, 3)  # the first of HOME
Twin = Callable[[World, str, str], None]


def _staff(world: World, fixed: str) -> Viewer:
    return world.viewer(fixed, "staff")


def tell(
    world: World,
    fixed: str,
    one: str,
    *,
    readers: tuple[UUID, ...] = (),
    words: str = f"Dit vertel ik alleen aan jou: {HIDDEN}.",
) -> UUID:
    return entries.tell_talk(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        talk=entries.Talk("phone", entries.Happened()),
        passages=[
            entries.Passage(
                words,
                "telling",
                Choice(readers),
                teller=world.facts.ids[one],
            )
        ],
    )[1]


def told_in_confidence(world: World, fixed: str, one: str) -> None:
    tell(world, fixed, one)


def withheld_from_all_others(world: World, fixed: str, one: str) -> None:
    others = [world.facts.ids[human] for human in world.facts.living[HOME] if human != one]
    told = tell(world, fixed, one, readers=tuple(others))
    for human in others:
        withholding.withhold(
            viewer=_staff(world, fixed),
            dossier=world.facts.homes[HOME],
            human=human,
            reason="gevaar",
            entry=told,
        )


def withheld_with_what_tells_of_it(world: World, fixed: str, one: str) -> None:
    """And another text that everybody could read, in the same act."""
    others = [world.facts.ids[human] for human in world.facts.living[HOME] if human != one]
    told, same = (tell(world, fixed, one, readers=tuple(others)) for _ in range(2))
    for human in others:
        withholding.withhold(
            viewer=_staff(world, fixed),
            dossier=world.facts.homes[HOME],
            human=human,
            reason="gevaar",
            entry=told,
            also=(same,),
        )


def a_moment_of_a_text_that_is_held(world: World, fixed: str, one: str) -> None:
    """Who is not to know the phone of one tells it to the others: they get neither the text nor the moment it is of."""
    dossier = world.facts.homes[HOME]
    dossiers.note_contact_data(
        viewer=_staff(world, fixed),
        dossier=dossier,
        person=world.facts.ids[one],
        kind="phone",
        value="06-47281936",
        guarded=True,
    )
    writer = teller_outside(world, one)
    others = world.choice([human for human in world.facts.living[HOME] if human not in (one, writer)])
    passage = entries.Passage(f"Bel 0647281936, {HIDDEN}.", "telling", others)
    held = entries.tell(viewer=world.viewer(writer, "resident"), dossier=dossier, passage=passage)
    entries.same_moment(
        viewer=_staff(world, fixed),
        dossier=dossier,
        entries=[held, tell(world, fixed, one)],
        title=f"Toen {HIDDEN}",
        choice=others,
    )


def teller_outside(world: World, one: str) -> str:
    """Of the household, and none of the two of whom the pages are fetched (test_twins.outside)."""
    living = [
        w.human
        for w in world.facts.watchers
        if w.capacity == "resident" and w.human in world.facts.living[HOME]
    ]
    return [human for human in living if human != one][2]


def opened_further_to_the_teller_only(world: World, fixed: str, one: str) -> None:
    told = tell(world, fixed, fixed)
    openings.open_for_safety(
        viewer=_staff(world, fixed),
        entry=told,
        readers=[world.facts.ids[one]],
        reason="veiligheid",
        told_first=True,
    )


def agreed_in_confidence(world: World, fixed: str, one: str) -> None:
    viewer = _staff(world, fixed)
    ids = (world.facts.ids[one],)
    terms = plan.Terms(f"Ik bel, {HIDDEN}.", viewer.at.date(), "Dan ga ik weg.", does=ids, watches=ids)
    agreement = plan.add_agreement(viewer=viewer, dossier=world.facts.homes[HOME], terms=terms)
    positions.take_position(viewer=world.viewer(one, "resident"), agreement=agreement, stance="agrees")


def what_became_of_an_agreement_in_confidence(world: World, fixed: str, one: str) -> None:
    viewer = _staff(world, fixed)
    ids = (world.facts.ids[one],)
    terms = plan.Terms(f"Ik bel, {HIDDEN}.", viewer.at.date(), "Dan ga ik weg.", does=ids, watches=ids)
    for result in ("tried", "dropped"):
        agreed = plan.add_agreement(viewer=_staff(world, fixed), dossier=world.facts.homes[HOME], terms=terms)
        reviews.review(viewer=_staff(world, fixed), agreement=agreed, result=result, words=f"Want {HIDDEN}.")


def a_condition_for_one(world: World, fixed: str, one: str) -> None:
    """And an agreement that meets it."""
    ids, dossier = (world.facts.ids[one],), world.facts.homes[HOME]
    viewer = _staff(world, fixed)
    condition = conditions.add_condition(
        viewer=viewer,
        dossier=dossier,
        heard=conditions.Heard(f"Niemand {HIDDEN}.", f"Iemand, {HIDDEN}", viewer.at.date()),
        setting=conditions.Setting(f"Veilig Thuis {HIDDEN}", viewer.at.date(), about=ids),
        situation=_told_to_all(world, "situation", one),
    )
    terms = plan.Terms(
        f"Ik bel, {HIDDEN}.", viewer.at.date(), "Nee.", does=ids, watches=ids, meets=(condition,)
    )
    plan.add_agreement(viewer=_staff(world, fixed), dossier=dossier, terms=terms)


def an_agreement_in_confidence_that_meets_what_all_read(world: World, fixed: str, one: str) -> None:
    """The condition stands in both worlds."""
    ids, dossier = (world.facts.ids[one],), world.facts.homes[HOME]
    viewer = _staff(world, fixed)
    condition = _told_to_all(world, "condition", one)
    terms = plan.Terms(
        f"Ik bel, {HIDDEN}.", viewer.at.date(), "Nee.", does=ids, watches=ids, meets=(condition,)
    )
    plan.add_agreement(viewer=viewer, dossier=dossier, terms=terms)


def parts_of_a_situation_in_confidence(world: World, fixed: str, one: str) -> None:
    """Of one that all read: a sign, and a place to go to, which is secret."""
    for sort in ("sign", "place"):
        situations.add_part(
            viewer=_staff(world, fixed),
            situation=_told_to_all(world, "situation", one),
            sort=sort,
            part=situations.Part(f"Dan {HIDDEN}.", f"bij {HIDDEN}", "Verborgenpad 3"),
            choice=Choice(),
            person=world.facts.ids[one],
            teller=world.facts.ids[one],
        )


def a_situation_that_is_one_of_the_most_unsafe(world: World, fixed: str, one: str) -> None:
    """Told in confidence, changed, and chosen beside the one that all read and that was chosen before."""
    viewer, dossier = _staff(world, fixed), world.facts.homes[HOME]
    told = plan.add_situation(
        viewer=viewer,
        dossier=dossier,
        words=f"Dan {HIDDEN}.",
        choice=Choice(),
        teller=world.facts.ids[one],
        seen=unsafety.Seen((CONTROL,), said=True),
    )
    newer = situations.change_situation(
        viewer=_staff(world, fixed), situation=told, words=f"Toch {HIDDEN}.", choice=Choice()
    )
    chosen = (newer, _told_to_all(world, "situation", one))
    situations.choose_most_unsafe(viewer=_staff(world, fixed), dossier=dossier, situations=chosen)


def another_opinion_in_confidence(world: World, fixed: str, one: str) -> None:
    shared = next(
        told
        for told in world.facts.told
        if told.home == HOME and told.kind == "agreement" and one in told.names and len(told.names) > 2
    )
    positions.take_position(
        viewer=world.viewer(one, "resident"),
        agreement=shared.entry,
        stance="partly",
        words=f"Eigenlijk niet: {HIDDEN}.",
    )


def said_at_a_table_of_one(world: World, fixed: str, one: str) -> None:
    """Of an agreement that all read, named in it or not."""
    everybody = {(human, "resident") for human in world.facts.living[HOME]}
    shared = next(
        told
        for told in world.facts.told
        if told.home == HOME and told.kind == "agreement" and everybody <= {who for who, _ in told.chosen}
    )
    who = world.facts.ids[one]
    table.say_at_table(
        viewer=_staff(world, fixed),
        agreement=shared.entry,
        person=who,
        seated=[who],
        stance="differs",
        words=f"Bij mij {HIDDEN}.",
    )


def a_secret_address(world: World, fixed: str, one: str) -> None:
    dossiers.note_contact_data(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        person=world.facts.ids[one],
        kind="street",
        value="Verborgenpad 3",
        guarded=True,
    )


def somebody_who_matters_to_the_team(world: World, fixed: str, one: str) -> None:
    dossiers.add_person(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        person=NewPerson("x", "Verborgene"),
    )


def a_draft(world: World, fixed: str, one: str) -> None:
    viewer = world.viewer(one, "resident")
    drafts.save_draft(
        viewer=viewer, form="tell-tab1", fields={"words": [f"Ik {HIDDEN}"]}, dossier=world.facts.homes[HOME]
    )


def a_partner_whom_only_one_knows(world: World, fixed: str, one: str) -> None:
    viewer = _staff(world, fixed)
    involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        account=world.accounts["partner0", "partner"].public_id,
        organisation="praktijk",
        ground="huisarts",
        readers=[world.facts.ids[one]],
        starts=viewer.at,
        ends=NOW.replace(year=2027),
    )


def authority_that_was_told(world: World, fixed: str, one: str) -> None:
    """What is told of one adult's authority over a child is for that adult and the team."""
    kid = next(human for human in sorted(world.facts.living[HOME]) if "kid" in human)
    ties.tell_authority(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        adult=world.facts.ids[one],
        child=world.facts.ids[kid],
        state="unknown",
        reason=f"De rechter, {HIDDEN}.",
        starts=NOW.date().replace(day=1),
    )


def _file(world: World, fixed: str, one: str, name: str, data: bytes) -> None:
    files.add_file(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        upload=files.Upload(name, data, f"Een brief met {HIDDEN}", teller=world.facts.ids[one]),
        circle=Choice(),
    )


def a_letter(world: World, fixed: str, one: str) -> None:
    _file(world, fixed, one, f"{HIDDEN}.docx", made_files.docx())


def a_photo(world: World, fixed: str, one: str) -> None:
    _file(world, fixed, one, f"{HIDDEN}.png", made_files.photo("PNG"))


def _own_file(world: World, one: str, name: str, data: bytes) -> UUID:
    return files.add_file(
        viewer=world.viewer(one, "resident"),
        dossier=world.facts.homes[HOME],
        upload=files.Upload(name, data, f"Dit is {HIDDEN}", about=_others(world, one)),
        circle=Choice(),
    )


def _others(world: World, one: str) -> tuple[UUID, ...]:
    return tuple(world.facts.ids[human] for human in sorted(world.facts.living[HOME]) if human != one)


def a_letter_of_their_own(world: World, fixed: str, one: str) -> None:
    _own_file(world, one, f"{HIDDEN}.txt", f"Hier staat {HIDDEN}.".encode())


def a_newer_letter_of_their_own(world: World, fixed: str, one: str) -> None:
    letter = _own_file(world, one, f"{HIDDEN}.txt", f"Hier staat {HIDDEN}.".encode())
    newer = files.Upload(f"{HIDDEN}.txt", f"Nu {HIDDEN}.".encode(), f"Nieuw {HIDDEN}")
    files.replace_file(viewer=world.viewer(one, "resident"), entry=letter, upload=newer)


def a_drawing_of_their_own(world: World, fixed: str, one: str) -> None:
    _own_file(world, one, f"{HIDDEN}.png", made_files.photo("PNG"))


def told_about_all_others(world: World, fixed: str, one: str) -> None:
    passage = entries.Passage(f"Over jullie: {HIDDEN}.", "telling", Choice(), about=_others(world, one))
    entries.tell(viewer=world.viewer(one, "resident"), dossier=world.facts.homes[HOME], passage=passage)


def a_question_and_its_answer(world: World, fixed: str, one: str) -> None:
    viewer, dossier = world.viewer(one, "resident"), world.facts.homes[HOME]
    asked = questions.ask(viewer=viewer, dossier=dossier, words=f"Mag het over {HIDDEN}?")
    entries.answer(viewer=_staff(world, fixed), entry=asked, words=f"Ja, over {HIDDEN}.")


def a_statement(world: World, fixed: str, one: str) -> None:
    viewer, dossier = world.viewer(one, "resident"), world.facts.homes[HOME]
    entries.state(viewer=viewer, dossier=dossier, words=f"Ik zeg {HIDDEN}.", choice=Choice())


def _told_to_all(world: World, kind: str, one: str) -> UUID:
    """Something that everybody of the household reads already, told by or about this person."""
    everybody = {(human, "resident") for human in world.facts.living[HOME]}
    return next(
        told.entry
        for told in world.facts.told
        if told.home == HOME and told.kind == kind and everybody <= {who for who, _ in told.chosen}
    )


def an_answer_beside_what_all_read(world: World, fixed: str, one: str) -> None:
    shared = _told_to_all(world, "situation", one)
    entries.answer(
        viewer=world.viewer(one, "resident"), entry=shared, words=f"Bij mij {HIDDEN}.", choice=Choice()
    )


def a_situation(world: World, fixed: str, one: str) -> None:
    plan.add_situation(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        words=f"Dan is er {HIDDEN}.",
        choice=Choice(),
        teller=world.facts.ids[one],
    )


def another_version_of_what_all_agreed(world: World, fixed: str, one: str) -> None:
    viewer, ids = _staff(world, fixed), (world.facts.ids[one],)
    terms = plan.Terms(f"Nu {HIDDEN}.", viewer.at.date(), "Anders niet.", does=ids, watches=ids)
    agreed = _told_to_all(world, "agreement", one)
    plan.change_agreement(viewer=viewer, agreement=agreed, terms=terms, choice=Choice(ids))


def a_share(world: World, fixed: str, one: str) -> None:
    """Something of the team is shared with one person."""
    told = tell(world, fixed, fixed)
    readers = [world.facts.ids[one]]
    openings.widen(viewer=_staff(world, fixed), entry=told, readers=readers, how="asked")


def a_share_of_what_was_there(world: World, fixed: str, one: str) -> None:
    """The entry stands in both worlds; only the share is new."""
    told = next(
        told
        for told in world.facts.told
        if told.home == HOME and told.kind == "contact" and not told.chosen and not told.shared
    )
    readers = [world.facts.ids[one]]
    openings.widen(viewer=_staff(world, fixed), entry=told.entry, readers=readers, how="asked")


def a_person_kept_from_the_one_who_knows_them(world: World, fixed: str, one: str) -> None:
    """A partner professional whom only one knew, and then is kept from them with everything that names them."""
    a_partner_whom_only_one_knows(world, fixed, one)
    withholding.withhold(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        human=world.facts.ids[one],
        reason=f"gevaar, {HIDDEN}",
        person=world.facts.ids["partner0"],
    )


def a_colleague_kept_out_beforehand(world: World, fixed: str, one: str) -> None:
    """Kept from the whole dossier before they ever come in: they and everybody else are not to notice."""
    withholding.withhold(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        human=world.facts.ids[colleague_outside(world)],
        reason=f"buurman, {HIDDEN}",
    )


def colleague_outside(world: World) -> str:
    """Of the team of HOME's fixed face, and not in its dossier."""
    fixed = world.facts.team[HOME][0][0]
    inside = {human for human, _ in world.facts.team[HOME]}
    number = int(fixed.removeprefix("worker"))
    return next(f"worker{n}" for n in range(number % 3, 24, 3) if f"worker{n}" not in inside)


def a_notice_that_somebody_looked(world: World, fixed: str, one: str) -> None:
    """A worker of another team looked for somebody who has this person's name: the team hears of it, nobody else."""
    viewer, human = _staff(world, fixed), world.facts.ids[one]
    name, dossier = world.facts.names[one], world.facts.homes[HOME]
    persons.rename(viewer=viewer, dossier=dossier, person=human, call_name=name, family_name="Zoekman")
    before = same.Sought(family_name="Zoekman", birth=BORN)
    same.ask_elsewhere(viewer=world.viewer(ELSEWHERE, "staff"), sought=before)
    persons.rename(
        viewer=_staff(world, fixed),
        dossier=dossier,
        person=human,
        call_name=as_typed(name),
        family_name=MARKUP,
    )


def a_stranger_who_is_one_of_them(world: World, fixed: str, one: str) -> None:
    """The team knows somebody around the household, and says that it is the same person as this one."""
    viewer, dossier = _staff(world, fixed), world.facts.homes[HOME]
    other = dossiers.add_person(viewer=viewer, dossier=dossier, person=NewPerson("x", "Verborgene"))
    kept, why = world.facts.ids[one], f"zegt {HIDDEN}"
    joining.join(viewer=_staff(world, fixed), dossier=dossier, kept=kept, other=other, because=why)


def two_of_the_household_who_are_one(world: World, fixed: str, one: str) -> None:
    """Both stand on everybody's pages, and go on standing there as two."""
    ids, dossier = world.facts.ids, world.facts.homes[HOME]
    two = world.members[HOME][1]
    why = f"zegt {HIDDEN}"
    joining.join(viewer=_staff(world, fixed), dossier=dossier, kept=ids[one], other=ids[two], because=why)


def two_of_the_household_who_are_two_again(world: World, fixed: str, one: str) -> None:
    two_of_the_household_who_are_one(world, fixed, one)
    joining.part(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        other=world.facts.ids[world.members[HOME][1]],
        because=f"toch {HIDDEN}",
    )


def how_safe_it_is(world: World, fixed: str, one: str) -> None:
    """One answers alone, twice, so that there would be a picture over time too."""
    for value in (3, 7):
        scores.give(
            viewer=world.viewer(one, "resident"),
            dossier=world.facts.homes[HOME],
            answer=scores.Answer("number", value, f"Omdat {HIDDEN}.", f"Als {HIDDEN}."),
            choice=Choice(),
        )


def that_one_was_not_asked(world: World, fixed: str, one: str) -> None:
    scores.give(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        answer=scores.Answer("not_asked", words=f"Later, {HIDDEN}."),
        choice=Choice(),
        person=world.facts.ids[one],
    )


def a_worry_and_what_helps(world: World, fixed: str, one: str) -> None:
    """One tells a worry alone, and the team notes for nobody else what they think."""
    for sort, viewer in (("worry", world.viewer(one, "resident")), ("protection", _staff(world, fixed))):
        passage = entries.Passage(f"Het is {HIDDEN}.", "", Choice())
        factors.note(viewer=viewer, dossier=world.facts.homes[HOME], sort=sort, passage=passage)


def how_one_sees_a_risk_factor_for_one(world: World, fixed: str, one: str) -> None:
    """A risk factor that one alone reads, what it rests on, how they and the worker see it; and a choice."""
    dossier, ids = world.facts.homes[HOME], (world.facts.ids[one],)
    passage = entries.Passage(f"Het is {HIDDEN}.", "", Choice(ids), about=ids)
    basis = factors.Basis("person", f"Gezien: {HIDDEN}.")
    factor = factors.note(
        viewer=_staff(world, fixed), dossier=dossier, sort="risk", passage=passage, basis=basis
    )
    _seen_twice(world, fixed, one, factor)
    for chosen in ((factor,), (), (factor,)):
        factor_views.choose_main(viewer=_staff(world, fixed), dossier=dossier, factors=chosen)


def _seen_twice(world: World, fixed: str, one: str, factor: UUID) -> None:
    def resident() -> Viewer:
        return world.viewer(one, "resident")

    yes, no = (factor_views.Seen(answer, f"Want {HIDDEN}.") for answer in ("yes", "no"))
    factor_views.say(viewer=resident(), factor=factor, seen=yes)
    said = factor_views.say(viewer=resident(), factor=factor, seen=no)
    corrections.correct(viewer=resident(), entry=said, words=f"Toch {HIDDEN}.")
    factor_views.say(viewer=_staff(world, fixed), factor=factor, seen=yes)


def how_one_sees_a_risk_factor_that_all_read(world: World, fixed: str, one: str) -> None:
    """In both worlds the household reads the factor; in one of them somebody says how they see it, in confidence."""
    factor = next(told for told in world.facts.told if told.home == HOME and told.kind == "factor").entry
    _seen_twice(world, fixed, one, factor)


def _meeting(world: World, fixed: str, one: str, days: int) -> appointments.Meeting:
    ids = (world.facts.ids[one], world.facts.ids[fixed])
    day = NOW.date() + timedelta(days=days)
    return appointments.Meeting(f"Over {HIDDEN}.", day, time(14), time(15), ids, f"Bij {HIDDEN}")


def when_one_meets_the_worker(world: World, fixed: str, one: str) -> None:
    """To come, gone by, moved, and one that does not go on."""
    home = world.facts.homes[HOME]
    for days in (-2, 0, 2, 4):
        meeting = _meeting(world, fixed, one, days)
        made = appointments.make(viewer=_before(world, fixed), dossier=home, meeting=meeting)
    moved = _meeting(world, fixed, one, 5)
    made = appointments.change(viewer=_before(world, fixed), appointment=made, meeting=moved)
    appointments.cancel(viewer=_before(world, fixed), appointment=made, reason=f"Want {HIDDEN}.")


def _before(world: World, fixed: str) -> Viewer:
    """Some days ago: an appointment that is over by now was still to come."""
    viewer = _staff(world, fixed)
    return replace(viewer, at=viewer.at - timedelta(days=3))


def whom_one_names_in_their_network(world: World, fixed: str, one: str) -> None:
    """One of the household in confidence, near, and then what they answered."""
    entry = network.note(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        person=world.facts.ids[world.members[HOME][1]],
        asked=network.Asked(1, "asked", f"Doet {HIDDEN}."),
        choice=Choice(),
        teller=world.facts.ids[one],
    )
    asked = network.Asked(2, "no", f"Geen {HIDDEN}.")
    network.change(viewer=_staff(world, fixed), supporter=entry, asked=asked)


def a_phase_in_confidence(world: World, fixed: str, one: str) -> None:
    """What all read goes on standing as the phase."""
    ids, viewer = world.facts.ids, _staff(world, fixed)
    decisions.decide_phase(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        phase="lasting",
        since=viewer.today,
        by=(ids[one],),
        words=f"Want {HIDDEN}.",
        voices=tuple(
            decisions.Voice(ids[human], f"Ja, {HIDDEN}.") for human in (one, world.members[HOME][1])
        ),
        criteria=tuple(
            Answer(code, PARTLY, f"Omdat {HIDDEN}.") for phase in (DIRECT, STABLE) for code in CRITERIA[phase]
        ),
    )


def what_is_opened_beside_for_one(world: World, fixed: str, one: str) -> None:
    """Something happens that one tells, and for them alone direct safety is opened beside the phase that all read."""
    event = incidents.Event(THERE, ("threat",), harmed=(world.facts.ids[one],))
    passage = entries.Passage(f"Er was {HIDDEN}.", "", Choice())
    dossier, viewer = world.facts.homes[HOME], _staff(world, fixed)
    incidents.tell(viewer=world.viewer(one, "resident"), dossier=dossier, event=event, passage=passage)
    decisions.decide_phase(
        viewer=_staff(world, fixed),
        dossier=dossier,
        phase=DIRECT,
        since=viewer.today,
        by=(world.facts.ids[one],),
        words=f"Want {HIDDEN}.",
        beside=True,
    )


def an_agreement_of_one_in_what_all_decided(world: World, fixed: str, one: str) -> None:
    """The decisions stand in both worlds. In one of them they name an agreement that one alone reads.

    Seen red with `plan_lines._ties` reading every tie and `decisions.of` giving a line for each.
    """
    ids = (world.facts.ids[one],)
    terms = plan.Terms(f"Ik bel, {HIDDEN}.", _staff(world, fixed).at.date(), "Dan ga ik weg.", ids, ids)
    dossier = world.facts.homes[HOME]
    agreement = plan.add_agreement(viewer=_staff(world, fixed), dossier=dossier, terms=terms)
    decided = [told.entry for told in world.facts.told if (told.home, told.kind) == (HOME, "decision")]
    with upkeep():
        for decision in Entry.objects.filter(public_id__in=decided):
            tie(Link.Tie.CITES, decision, [Entry.objects.get(public_id=agreement)])


def who_is_asked_to_lead_the_plan(world: World, fixed: str, one: str) -> None:
    """A professional whom one alone knows says yes, and no to the next question; what one says is told to them.

    Seen red with `roles._proposals` reading every proposal and `asked_of` asking for nobody in particular.
    """
    _comes(world, fixed, one, "partner3")
    ids = world.facts.ids
    for role in (PLAN_LEAD, COORDINATOR):
        asked = roles.propose(
            viewer=_staff(world, fixed),
            dossier=world.facts.homes[HOME],
            account=world.accounts["partner3", "partner"].public_id,
            role=role,
            words=f"Want {HIDDEN}.",
            voices=(decisions.Voice(ids[one], f"Ja, {HIDDEN}."),),
            choice=Choice((ids[one],), "worker_chose"),
        )
        viewer = world.viewer("partner3", "partner")
        if role == PLAN_LEAD:
            roles.accept(viewer=viewer, entry=asked)
        else:
            roles.refuse(viewer=viewer, entry=asked, words=f"Nee, {HIDDEN}.")


def what_stands_in_a_part_of_the_plan(world: World, fixed: str, one: str) -> None:
    """For one alone: what is done, and why something is not needed."""
    circle = Choice((world.facts.ids[one],), "worker_chose")
    for part, needed in (("goals", True), ("treatment", False)):
        guideline.write(
            viewer=_staff(world, fixed),
            dossier=world.facts.homes[HOME],
            part=part,
            told=guideline.Told(f"Wij {HIDDEN}.", needed),
            choice=circle,
        )


def advice_without_names(world: World, fixed: str, one: str) -> None:
    """For the team, for one alone, and corrected.

    Seen red with `policy._readable` letting advice alone through, whatever its circle.
    """
    today = _staff(world, fixed).today
    given = advice.Given(
        f"adviseur {HIDDEN}",
        "analysis",
        entries.Happened(today, today, "exact"),
        f"Wat bij {HIDDEN}?",
        f"Begin met {HIDDEN}.",
        f"Wij doen {HIDDEN}.",
    )
    for circle in (Choice(), Choice((world.facts.ids[one],), "worker_chose")):
        entry = advice.write(
            viewer=_staff(world, fixed), dossier=world.facts.homes[HOME], given=given, choice=circle
        )
        corrections.correct(viewer=_staff(world, fixed), entry=entry, words=f"Begin liever met {HIDDEN}.")


def a_question_together_for_one(world: World, fixed: str, one: str) -> None:
    """Asked, changed, told, seen in one way and then in another, decided and told back; all of it for one alone."""
    staff, ids = lambda: _staff(world, fixed), world.facts.ids
    asked = matters.Asked(f"Wat met {HIDDEN}?", (ids[one],))
    first = matters.ask(viewer=staff(), dossier=world.facts.homes[HOME], asked=asked)
    changed = replace(asked, words=f"Wat nu met {HIDDEN}?")
    matter = matters.change(viewer=staff(), matter=first, asked=changed)
    today = entries.Happened(staff().today, staff().today, "exact")

    def note(sort: str) -> None:
        whose = None if sort == TRIED else ids[one]
        part = matters.Noted(sort, f"Dit is {HIDDEN}.", whose, today)
        matters.note(viewer=staff(), matter=matter, part=part)

    for sort in (INFORMED, SILENT, TRIED):
        note(sort)
    view = matters_views.say(viewer=world.viewer(one, "resident"), matter=matter, words=f"Ik zie {HIDDEN}.")
    view = matters_views.say(viewer=world.viewer(one, "resident"), matter=matter, words=f"Toch {HIDDEN}.")
    counted = (matters_outcome.Counted(view, f"Het gaf {HIDDEN}.", otherwise=True),)
    decided = matters_outcome.Decided(DIFFER, f"Wij doen {HIDDEN}.", (ids[one],), f"Over {HIDDEN}.", counted)
    matters_outcome.decide(viewer=staff(), matter=matter, decided=decided)
    note(TOLD_BACK)


def how_one_sees_a_question_that_all_read(world: World, fixed: str, one: str) -> None:
    """In both worlds the household reads the question; in one of them somebody says how they see it, in confidence:
    that nothing was said and that it was said in confidence look alike.
    """
    matter = next(told for told in world.facts.told if told.home == HOME and told.kind == "matter").entry
    note = matters.Noted(SILENT, f"Niet gevraagd: {HIDDEN}.", world.facts.ids[one])
    matters.note(viewer=_staff(world, fixed), matter=matter, part=note)
    matters_views.say(viewer=world.viewer(one, "resident"), matter=matter, words=f"Ik zie {HIDDEN}.")


def what_happened_told_in_confidence(world: World, fixed: str, one: str) -> None:
    """By one of the household and, noted for them, once more; corrected, tied, and decided about, twice."""
    ids, dossier = world.facts.ids, world.facts.homes[HOME]
    other = next(human for human in sorted(world.facts.living[HOME]) if human != one)
    event = incidents.Event(
        THERE,
        ("threat",),
        harmed=(ids[one],),
        harms=(ids[other],),
        saw=(ids[one],),
        first=ids[one],
        done=f"Toen {HIDDEN}.",
        effects=(incidents.Effect(ids[one], f"Het werd {HIDDEN}."),),
    )
    passage = entries.Passage(f"Er was {HIDDEN}.", "", Choice())
    viewer = world.viewer(one, "resident")
    own = incidents.tell(viewer=viewer, dossier=dossier, event=event, passage=passage)
    noted = incidents.tell(
        viewer=_staff(world, fixed), dossier=dossier, event=event, passage=replace(passage, teller=ids[one])
    )
    own = corrections.correct(viewer=world.viewer(one, "resident"), entry=own, words=f"Toch {HIDDEN}.")
    entries.same_moment(
        viewer=_staff(world, fixed), dossier=dossier, entries=[own, noted], title=f"Toen {HIDDEN}"
    )
    for telling in (own, noted):
        _decide_about(world, fixed, one, telling)


def what_is_decided_about_what_all_read(world: World, fixed: str, one: str) -> None:
    """The telling stands in both worlds, with what was decided for all; a later decision is told to one alone."""
    _decide_about(world, fixed, one, _told_to_all(world, "incident", one))


def _decide_about(world: World, fixed: str, one: str, telling: UUID) -> None:
    decisions.decide_incident(
        viewer=_staff(world, fixed),
        telling=telling,
        result=NOT,
        by=(world.facts.ids[one],),
        words=f"Want {HIDDEN}.",
        voices=(decisions.Voice(world.facts.ids[one], f"Ik zie {HIDDEN}."),),
    )


def paper_that_one_has(world: World, fixed: str, one: str) -> None:
    """Given to one alone, lost, and made by themselves: nobody else in the house knows that there is any."""
    viewer, home = _staff(world, fixed), world.facts.homes[HOME]
    for sheet in ("plan", "card"):
        given = papers.Given(sheet, (world.facts.ids[one],), viewer.today, None, f"Ligt bij {HIDDEN}.")
        paper = papers.give(viewer=_staff(world, fixed), dossier=home, given=given)
    papers.report(viewer=_staff(world, fixed), paper=paper, after=papers.After("lost", viewer.today))
    papers.make_own(viewer=world.viewer(one, "resident"), dossier=home, version=viewer.at)


def an_emergency_reading(world: World, fixed: str, one: str) -> None:
    """A duty worker reads all that is told here, looks, and tells the team what they did; nobody has seen it yet."""
    viewer = lambda: world.viewer(SECOND, "staff")  # noqa: E731
    with upkeep():
        number = {"bsn_hash": look_up_hash(HOME, "bsn")}
        Person.objects.filter(id=world.facts.rows[one]).update(**number)
    emergency.open_household(viewer=viewer(), reason=f"Nu is er {HIDDEN}.", sought=same.Sought(HOME))
    dossier = world.facts.homes[HOME]
    emergency.open_rest(viewer=viewer(), dossier=dossier, reason=f"Meer over {HIDDEN} lezen.")
    emergency.tell(viewer=viewer(), dossier=dossier, words=f"Ik deed {HIDDEN}.")
    session = signed_in(next(w for w in world.facts.watchers if w.human == SECOND))
    for page in ("", "/plan", "/genogram"):
        assert session.get(f"/huishoudens/{dossier}{page}").status_code == 200


# What a duty worker who reads HOME by a first reason may not notice.
NOT_OPENED: list[Twin] = [
    told_in_confidence,
    agreed_in_confidence,
    a_letter,
    a_question_and_its_answer,
    how_safe_it_is,
    a_draft,
]


def a_yes_that_is_taken_back(world: World, fixed: str, one: str) -> None:
    """To help, and to sharing with somebody whom all know: for one alone, also about another of the household."""
    viewer, ids = _staff(world, fixed), world.facts.ids
    ends = viewer.today + timedelta(days=30)
    for person in (one, world.members[HOME][1]):
        for subject in (Subject.HELP_WMO, Subject.SECRECY_WMO):
            sharing = subject is Subject.SECRECY_WMO
            asked = consent.Asked(
                ids[person],
                ids[one],
                subject,
                "yes",
                "spoken",
                f"Voor {HIDDEN}.",
                viewer.today,
                ends,
                receiver=ids[fixed] if sharing else None,
                words=f"Ja, {HIDDEN}.",
            )
            given = consent.give(viewer=_staff(world, fixed), dossier=world.facts.homes[HOME], asked=asked)
        consent.withdraw(viewer=_staff(world, fixed), consent=given, words=f"Toch niet, {HIDDEN}.")


def two_who_do_not_sit_together(world: World, fixed: str, one: str) -> None:
    """One and somebody else of the household, for one alone; said otherwise, and another pair that has ended."""
    viewer, ids, home = _staff(world, fixed), world.facts.ids, world.facts.homes[HOME]
    others = [ids[name] for name in world.members[HOME] if name != one][:2]
    for other in others:
        pair = apart.Pair(ids[one], other, f"Om {HIDDEN}.", viewer.today, viewer.today + timedelta(days=9))
        kept = apart.keep(
            viewer=_staff(world, fixed), dossier=home, pair=pair, choice=Choice((ids[one],), "worker_chose")
        )
        kept = apart.change(
            viewer=_staff(world, fixed), apart=kept, pair=replace(pair, reason=f"Wegens {HIDDEN}.")
        )
    apart.end(viewer=_staff(world, fixed), apart=kept, because=f"Geen {HIDDEN} meer.")


def _comes(world: World, fixed: str, one: str, partner: str) -> None:
    """A partner professional whom one alone knows; nobody whose pages are compared."""
    viewer = _staff(world, fixed)
    involvements.add_partner(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        account=world.accounts[partner, "partner"].public_id,
        organisation=f"Praktijk {HIDDEN}",
        ground=f"wegens {HIDDEN}",
        readers=[world.facts.ids[one]],
        starts=viewer.at,
        ends=NOW.replace(year=2027),
    )


def what_a_professional_wrote_themselves(world: World, fixed: str, one: str) -> None:
    """Whom one alone knows: in a circle with that one, and to the team alone."""
    _comes(world, fixed, one, "partner4")
    tell(world, fixed, one, readers=(world.facts.ids["partner4"],), words=f"De juf weet het: {HIDDEN}.")
    for readers in ((world.facts.ids[one],), ()):
        passage = entries.Passage(f"Op school {HIDDEN}.", "fact", Choice(readers))
        viewer = world.viewer("partner4", "partner")
        own_words.tell(viewer=viewer, dossier=world.facts.homes[HOME], passage=passage)


def an_expert_whom_one_alone_knows(world: World, fixed: str, one: str) -> None:
    """On the yes of that one: here, and reading what they told; another one whose yes was taken back; one to come."""
    yes = _yes_to_an_office(world, fixed, one)
    _joins(world, fixed, "partner6", yes)
    tell(world, fixed, one, readers=(world.facts.ids["partner6"],), words=f"Zij denkt mee: {HIDDEN}.")
    back = _yes_to_an_office(world, fixed, one, "b")
    _joins(world, fixed, "partner7", back, "b")
    consent.withdraw(viewer=world.viewer(one, "resident"), consent=back)
    _joins(world, fixed, "partner8", yes, starts=3)


def _yes_to_an_office(world: World, fixed: str, one: str, office: str = "a") -> UUID:
    viewer, ids = _staff(world, fixed), world.facts.ids
    asked = consent.Asked(
        ids[one],
        ids[one],
        Subject.SECRECY_WMO,
        "yes",
        "spoken",
        f"Voor {HIDDEN}.",
        viewer.today,
        NOW.date() + timedelta(days=20),
        organisation=f"Bureau {HIDDEN} {office}",
    )
    return consent.give(viewer=viewer, dossier=world.facts.homes[HOME], asked=asked)


def _joins(world: World, fixed: str, who: str, yes: UUID, office: str = "a", starts: int = 0) -> None:
    viewer = _staff(world, fixed)
    asked = experts.Asked(
        world.accounts[who, "partner"].public_id,
        REGIONAL_TEAM,
        "guidance",
        f"Bureau {HIDDEN} {office}",
        f"Hoe gaat het met {HIDDEN}?",
        viewer.today + timedelta(days=starts),
        NOW.date() + timedelta(days=10),
        (yes,),
    )
    experts.add(viewer=viewer, dossier=world.facts.homes[HOME], asked=asked)


def _share(world: World, fixed: str, told: UUID, partner: str, *, is_told: bool = True, **more: Any) -> UUID:
    """By weighing, but for what `more` says."""
    asked: dict[str, Any] = {
        "ground": "conflict",
        "need": f"Zij ziet {HIDDEN}.",
        "lighter": f"Zonder {HIDDEN} kan niet.",
        "words": f"Het is {HIDDEN}.",
        "not_told": "" if is_told else f"Hij leest {HIDDEN} mee.",
        "look_on": None if is_told else NOW.date() + timedelta(days=3),
    }
    [entry] = sharing.share(
        viewer=_staff(world, fixed),
        dossier=world.facts.homes[HOME],
        asked=sharing.Asked(
            (told,),
            PLACE,
            purpose=f"Voor {HIDDEN}.",
            ends=NOW.date() + timedelta(days=10),
            receiver=world.facts.ids[partner],
            told=is_told,
            **asked | more,
        ),
    )
    return entry


def read_by(world: World, partner: str, told: UUID) -> None:
    """They have it on a page before it is closed to them again."""
    trace.begin()
    entry_page(world.viewer(partner, "partner"), told)
    trace.finish("staff-entry", refused=False)


def a_share_on_a_yes(world: World, fixed: str, one: str) -> None:
    """Who told it is told; it is read, and the yes is another one than those that all know."""
    _comes(world, fixed, one, "partner1")
    told, ids, viewer = tell(world, fixed, one), world.facts.ids, _staff(world, fixed)
    yes = consent.give(
        viewer=viewer,
        dossier=world.facts.homes[HOME],
        asked=consent.Asked(
            ids[one],
            ids[one],
            Subject.SECRECY_WMO,
            "yes",
            "spoken",
            f"Voor {HIDDEN}.",
            viewer.today,
            NOW.date() + timedelta(days=20),
            receiver=ids["partner1"],
        ),
    )
    with_yes = {"ground": "wmo_yes", "need": "", "lighter": "", "words": "", "consents": (yes,)}
    _share(world, fixed, told, "partner1", **with_yes)
    read_by(world, "partner1", told)


def a_share_that_is_not_told_yet(world: World, fixed: str, one: str) -> None:
    _comes(world, fixed, one, "partner2")
    told = tell(world, fixed, one)
    _share(world, fixed, told, "partner2", is_told=False)
    read_by(world, "partner2", told)


def a_share_that_was_ended(world: World, fixed: str, one: str) -> None:
    """With somebody whom more people know, and who finds nothing of it any more."""
    told = tell(world, fixed, one)
    shared = _share(world, fixed, told, PARTNER)
    read_by(world, PARTNER, told)
    sharing.end(viewer=_staff(world, fixed), dossier=world.facts.homes[HOME], sharing=shared)


def shared_before_its_teller_is_told(world: World, fixed: str, told: UUID) -> None:
    """Something that stands in both worlds, with somebody whom its teller knows; they read it, and look around."""
    _share(world, fixed, told, PARTNER, is_told=False)
    looks_around(world, told)


def what_a_privacy_officer_says(world: World, fixed: str, one: str) -> None:
    """Of a share that its teller does not know of yet; and the team answers."""
    _comes(world, fixed, one, "partner3")
    told = tell(world, fixed, one)
    shared = _share(world, fixed, told, "partner3", is_told=False)
    viewer = world.viewer(OFFICER, "privacy")
    asked = oversight.say(viewer=viewer, entry=shared, result=ASKS, words=f"Waarom {HIDDEN}?")
    entries.answer(viewer=_staff(world, fixed), entry=asked, words=f"Om {HIDDEN}.")


def looks_around(world: World, *entries: UUID) -> None:
    """A partner professional fetches the household, and these entries."""
    session = signed_in(next(w for w in world.facts.watchers if w.human == PARTNER))
    for path in (f"/huishoudens/{world.facts.homes[HOME]}", *(f"/stukken/{one}" for one in entries)):
        assert session.get(path).status_code == 200, path


TWINS: list[Twin] = [
    two_who_do_not_sit_together,
    told_in_confidence,
    withheld_from_all_others,
    withheld_with_what_tells_of_it,
    a_moment_of_a_text_that_is_held,
    opened_further_to_the_teller_only,
    agreed_in_confidence,
    what_became_of_an_agreement_in_confidence,
    a_condition_for_one,
    an_agreement_in_confidence_that_meets_what_all_read,
    parts_of_a_situation_in_confidence,
    a_situation_that_is_one_of_the_most_unsafe,
    another_opinion_in_confidence,
    said_at_a_table_of_one,
    a_secret_address,
    somebody_who_matters_to_the_team,
    a_draft,
    a_partner_whom_only_one_knows,
    authority_that_was_told,
    a_letter,
    a_photo,
    a_letter_of_their_own,
    a_newer_letter_of_their_own,
    a_drawing_of_their_own,
    told_about_all_others,
    a_question_and_its_answer,
    a_statement,
    how_safe_it_is,
    that_one_was_not_asked,
    a_worry_and_what_helps,
    how_one_sees_a_risk_factor_for_one,
    how_one_sees_a_risk_factor_that_all_read,
    whom_one_names_in_their_network,
    what_stands_in_a_part_of_the_plan,
    advice_without_names,
    a_question_together_for_one,
    how_one_sees_a_question_that_all_read,
    what_happened_told_in_confidence,
    what_is_decided_about_what_all_read,
    what_a_professional_wrote_themselves,
    an_expert_whom_one_alone_knows,
    a_yes_that_is_taken_back,
    a_share_on_a_yes,
    a_share_that_is_not_told_yet,
    a_share_that_was_ended,
    what_a_privacy_officer_says,
    when_one_meets_the_worker,
    a_phase_in_confidence,
    what_is_opened_beside_for_one,
    an_agreement_of_one_in_what_all_decided,
    who_is_asked_to_lead_the_plan,
    paper_that_one_has,
    an_answer_beside_what_all_read,
    a_situation,
    another_version_of_what_all_agreed,
    a_share,
    a_share_of_what_was_there,
    a_person_kept_from_the_one_who_knows_them,
    a_colleague_kept_out_beforehand,
    a_notice_that_somebody_looked,
    a_stranger_who_is_one_of_them,
    two_of_the_household_who_are_one,
    two_of_the_household_who_are_two_again,
    an_emergency_reading,
]

# Whoever something is kept from carries that list in each query that leaves it out, and the household carries what
# does not stand on a page unasked: bytes, number and tables are compared, the length of those lists is not.
KEPT_FROM_A_VIEWER: list[Twin] = [
    withheld_from_all_others,
    withheld_with_what_tells_of_it,
    a_moment_of_a_text_that_is_held,
    a_person_kept_from_the_one_who_knows_them,
    a_colleague_kept_out_beforehand,
]

# After these the acts of another twin meet other persons.
CHANGES_WHO_IS_WHO: list[Twin] = [
    a_stranger_who_is_one_of_them,
    two_of_the_household_who_are_one,
    two_of_the_household_who_are_two_again,
]
