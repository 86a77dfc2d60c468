"""The address guard in the acts: who is warned, who is not, and what the team comes to know."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import CharField, JSONField, TextField
from django.test.utils import CaptureQueriesContext
from tests.actions.test_plan import agree, terms
from tests.cast import Cast, partner, samira_and_karim

from naast.access import policy
from naast.access.doors import upkeep, viewer_door
from naast.access.readers import humans_of
from naast.actions import (
    corrections,
    decisions,
    dossiers,
    entries,
    evaluations,
    guard,
    guarded,
    held,
    involvements,
    may,
    openings,
    plan,
    positions,
    questions,
    ties,
    withholding,
)
from naast.actions.act import Invalid, Warned
from naast.records.models import (
    Advice,
    Authority,
    Circle,
    Consent,
    ContactData,
    Decision,
    Entry,
    EntryPerson,
    Factor,
    FactorView,
    File,
    Incident,
    Involvement,
    Kind,
    MatterPart,
    Membership,
    OfEntry,
    Oversight,
    Paper,
    PlanPart,
    Position,
    ProcessingLine,
    Proposal,
    Review,
    Score,
    Sharing,
    Situation,
    TraceLine,
)
from naast.rules.phases import CRITERIA, Answer

pytestmark = pytest.mark.django_db
ADDRESS = "Lindehof 12, 8011 AB Zwolle"
HINT = "Zij woont op de Lindehof, bij de school."
CODE = 24  # letters in a field that holds a code
NOT_GUARDED = {  # each with its reason in actions/guarded.py
    (ContactData, "value"),
    (Authority, "state"),
    (Involvement, "form"),
    (Membership, "part_time"),
    (File, "name"),
    (File, "mime"),
    (PlanPart, "sort"),
    (Position, "stance"),
    (Review, "result"),
    (Decision, "about"),
    (Decision, "phase"),
    (Decision, "by"),
    (Decision, "result"),
    (Incident, "kinds"),
    (Incident, "source"),
    (Score, "answer"),
    (Paper, "sheet"),
    (Paper, "state"),
    (Oversight, "result"),
    (Proposal, "state"),
    (Advice, "form"),
    (MatterPart, "sort"),
    (MatterPart, "result"),
    (Situation, "kinds"),
    (Factor, "of"),
    (FactorView, "answer"),
    *((Consent, code) for code in ("subject", "answer", "how", "weighs")),
    *((Sharing, code) for code in ("way", "ground", "edition")),
}
SENTENCE = "Ik durfde niet te zeggen dat ik weg wilde."


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    note(found, "samira", "address", ADDRESS)
    return found


def note(cast: Cast, person: str, kind: str, value: str, *, guarded: bool = True) -> UUID:
    return dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people[person],
        kind=kind,
        value=value,
        guarded=guarded,
    )


def writes(cast: Cast, writer: str, words: str, *readers: str, seen: bool = False) -> UUID:
    """One telling in the writer's own words, in the circle of `readers`."""
    passage = entries.Passage(words, "telling", cast.choice(*readers), guard_seen=seen)
    if writer in ("jerrel", "ayse"):
        talk = entries.Talk("office", entries.Happened())
        return entries.tell_talk(
            viewer=cast.viewer(writer), dossier=cast.dossier, talk=talk, passages=[passage]
        )[1]
    return entries.tell(viewer=cast.viewer(writer), dossier=cast.dossier, passage=passage)


def warned(act: Callable[[], object]) -> str:
    """The message id with which the act is refused at the words."""
    with pytest.raises(Invalid) as told:
        act()
    ((field, (message, params)),) = told.value.errors.items()
    assert field.endswith("words")
    assert message % params
    return message


def readers(cast: Cast, entry: UUID) -> set[str]:
    """Who reads it besides the team, by name in the cast; as the team sees it."""
    with upkeep():
        row = Entry.objects.get(public_id=entry)
        reading = humans_of([row], may.reach_in(cast.viewer("jerrel"), row.dossier))[row.id]
        assert row.circle.with_team
    humans = {human for human, capacity, _ in reading if capacity != "staff"}
    return {name for name, row in cast.rows.items() if row in humans}


def notices(cast: Cast) -> Iterator[tuple[Entry, set[int]]]:
    """Every notice in the dossier with whom it is about."""
    with upkeep():
        written = Entry.objects.filter(kind=Kind.NOTICE, dossier__public_id=cast.dossier)
        for notice in written.select_related("circle"):
            about = EntryPerson.objects.filter(entry=notice, role="about").values_list("person_id", flat=True)
            yield notice, set(about)


def test_a_worker_is_warned_where_the_father_would_read_the_address(cast: Cast) -> None:
    assert warned(lambda: writes(cast, "jerrel", HINT, "samira", "karim")) == guard.WARNING
    assert list(notices(cast)) == []


def test_a_warning_gives_back_the_words_as_they_were_typed(cast: Cast) -> None:
    with pytest.raises(Invalid) as told:
        writes(cast, "jerrel", "Naar LINDE-HOF 12 in Zwolle.", "karim")
    ((_, params),) = told.value.errors.values()
    assert params["words"] == "“LINDE-HOF 12”, “in Zwolle”"


def test_a_worker_who_has_seen_the_warning_may_leave_the_words(cast: Cast) -> None:
    told = writes(cast, "jerrel", HINT, "samira", "karim", seen=True)
    assert readers(cast, told) == {"samira", "karim"}
    assert list(notices(cast)) == []


@pytest.mark.parametrize("chosen", [(), ("samira",)])
def test_nobody_is_warned_where_every_reader_knows_the_address(cast: Cast, chosen: tuple[str, ...]) -> None:
    told = writes(cast, "jerrel", HINT, *chosen)
    assert readers(cast, told) == set(chosen)
    assert list(notices(cast)) == []


def test_a_partner_is_a_reader_as_well(cast: Cast) -> None:
    assert warned(lambda: writes(cast, "jerrel", HINT, "ellen")) == guard.WARNING


def test_the_mother_is_warned_about_her_own_address(cast: Cast) -> None:
    assert warned(lambda: writes(cast, "samira", HINT, "karim")) == guard.WARNING
    assert readers(cast, writes(cast, "samira", HINT)) == {"samira"}


def test_words_without_the_address_go_where_they_were_chosen_to(cast: Cast) -> None:
    for writer in ("jerrel", "samira"):
        assert readers(cast, writes(cast, writer, "Onder de linden is het stil.", "karim")) >= {"karim"}
    assert list(notices(cast)) == []


@pytest.mark.parametrize("guarded", [False, True])
def test_an_address_is_looked_for_only_where_it_is_guarded(cast: Cast, guarded: bool) -> None:
    note(cast, "samira", "work", "Bakkerij Oosterlicht", guarded=guarded)
    words = "Zij werkt bij Oosterlicht."
    if guarded:
        assert warned(lambda: writes(cast, "jerrel", words, "karim")) == guard.WARNING
    else:
        assert readers(cast, writes(cast, "jerrel", words, "karim")) == {"karim"}
    assert readers(cast, writes(cast, "karim", words, "yusuf")) == {"karim"} | (
        set() if guarded else {"yusuf"}
    )
    assert len(list(notices(cast))) == guarded


def test_the_town_of_the_team_is_no_secret(cast: Cast) -> None:
    note(cast, "samira", "address", "Eikpad 3, 1234 AB Voorbeeldstad")
    writes(cast, "jerrel", "De gemeente Voorbeeldstad belt.", "karim")


def test_the_father_is_not_warned_and_reaches_only_himself_and_the_team(cast: Cast) -> None:
    told = writes(cast, "karim", HINT, "samira", "yusuf")
    assert readers(cast, told) == {"karim"}
    ((notice, about),) = notices(cast)
    assert about == {cast.rows["samira"]}
    assert notice.words == held.NOTICE
    assert notice.writer_id == cast.rows["karim"]


def test_the_notice_is_for_the_team_alone_and_quotes_nothing(cast: Cast) -> None:
    writes(cast, "karim", HINT, "samira")
    ((notice, _),) = notices(cast)
    assert "linde" not in notice.words.lower()
    with upkeep():
        assert set(notice.circle.rows.values_list("capacity", flat=True)) == {"staff"}


def test_what_the_father_reads_of_his_text_says_nothing(cast: Cast) -> None:
    """The same reason to read, and a trace row of his act that holds nothing but his text."""
    told = [writes(cast, "karim", HINT, "samira"), writes(cast, "karim", "Het was stil.", "samira")]
    with upkeep():
        becauses = [
            Entry.objects.get(public_id=entry).circle.rows.get(human_id=cast.rows["karim"]).because
            for entry in told
        ]
        traced = list(TraceLine.objects.filter(act="tell", human_id=cast.rows["karim"]).order_by("id"))
        family = [cast.rows[name] for name in ("samira", "karim", "yusuf", "noa")]
        processed = ProcessingLine.objects.filter(activity="tell", person_id__in=family)
        persons = set(processed.values_list("person_id", flat=True))
    assert becauses == ["told", "told"]
    assert [bytes(line.shown) for line in traced] == [entry.bytes for entry in told]
    assert persons == {cast.rows["karim"]}


def test_the_father_who_tells_it_alone_is_told_to_the_team_as_well(cast: Cast) -> None:
    assert readers(cast, writes(cast, "karim", HINT)) == {"karim"}
    assert len(list(notices(cast))) == 1


def test_the_father_costs_the_same_work_whether_he_is_right_or_not(cast: Cast) -> None:
    worked = []
    for words in ("Het was stil bij de molen, vond ik.", "Zij woont op de Lindehof, vond ik."):
        writes(cast, "karim", "Eerst bestaat de kring.", "samira")
        with CaptureQueriesContext(connection) as asked:
            writes(cast, "karim", words, "samira")
        shapes = [query["sql"].split()[:3] for query in asked if "SAVEPOINT" not in query["sql"]]
        worked.append([[word for word in shape if "_x" not in word] for shape in shapes])
    assert worked[0] == worked[1]
    assert ["INSERT", "INTO", '"h_entry"'] in worked[0]


def test_nothing_stays_of_the_work_that_was_done_for_nothing(cast: Cast) -> None:
    writes(cast, "karim", "Het was stil.", "samira")
    with upkeep():
        before = Entry.objects.count(), Circle.objects.count()
    writes(cast, "karim", "Het was weer stil.", "samira")
    with upkeep():
        assert (Entry.objects.count(), Circle.objects.count()) == (before[0] + 1, before[1])


def test_a_partner_who_writes_it_keeps_reading_until_the_involvement_ends(cast: Cast) -> None:
    told = writes(cast, "samira", "Ellen is een fijne juf.", "ellen")
    answer = entries.answer(viewer=cast.viewer("ellen"), entry=told, words=HINT)
    assert readers(cast, answer) == {"ellen"}
    with upkeep():
        row = Entry.objects.get(public_id=answer).circle.rows.get(capacity="partner")
    assert row.ends is not None
    assert len(list(notices(cast))) == 1


def test_a_mother_may_write_her_own_address_that_is_also_her_sons(cast: Cast) -> None:
    note(cast, "yusuf", "address", ADDRESS)
    assert readers(cast, writes(cast, "samira", HINT, "yusuf", seen=True)) == {"samira", "yusuf"}
    assert list(notices(cast)) == []
    writes(cast, "jerrel", HINT, "samira", "yusuf")  # the worker may read that both know it: no warning


def test_a_father_who_lives_in_the_secret_town_may_name_his_own(cast: Cast) -> None:
    note(cast, "karim", "address", "Kerkstraat 4, 8012 CD Zwolle", guarded=False)
    assert readers(cast, writes(cast, "karim", "Ik woon in Zwolle.", "samira")) == {"karim", "samira"}
    assert readers(cast, writes(cast, "karim", "Jij woont op de Lindehof.", "samira")) == {"karim"}


def test_a_house_number_in_ones_own_street_is_still_guarded(cast: Cast) -> None:
    note(cast, "karim", "street", "Lindehof 3", guarded=False)
    assert readers(cast, writes(cast, "karim", "Ik woon op de Lindehof.", "samira")) == {"karim", "samira"}
    assert readers(cast, writes(cast, "karim", "Jij woont op Lindehof 12.", "samira")) == {"karim"}


def test_a_text_with_one_typing_mistake_is_kept_too(cast: Cast) -> None:
    assert warned(lambda: writes(cast, "jerrel", "Op de Lindenhof dus.", "karim")) == guard.WARNING
    assert readers(cast, writes(cast, "karim", "Op de Lidnehof dus.", "samira")) == {"karim"}


def test_a_colleague_from_whom_the_address_is_withheld_gets_no_oracle(cast: Cast) -> None:
    address = note(cast, "samira", "phone", "06-12345678")
    viewer = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=viewer,
        dossier=cast.dossier,
        account=cast.accounts["ayse"].public_id,
        role="team",
        starts=viewer.at,
    )
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="nicht van Karim",
        entry=address,
    )
    assert readers(cast, writes(cast, "ayse", "Bel 0031612345678 maar.", "karim")) == set()
    ((notice, _),) = notices(cast)
    with viewer_door(cast.viewer("ayse"), cast.dossier) as reach:
        assert not policy.entries(reach).filter(id=notice.id).exists()
    with viewer_door(cast.viewer("jerrel"), cast.dossier) as reach:
        assert policy.entries(reach).filter(id=notice.id).exists()


def test_a_worker_is_warned_who_copies_a_sentence_to_more_people(cast: Cast) -> None:
    cast.tells("samira", f"Hij bleef praten. {SENTENCE}")
    assert warned(lambda: writes(cast, "jerrel", f"Samira zei: {SENTENCE.lower()}", "karim")) == guard.COPIED
    assert readers(cast, writes(cast, "jerrel", SENTENCE, "karim", seen=True)) == {"karim"}


def test_a_sentence_may_be_copied_for_who_has_read_it(cast: Cast) -> None:
    cast.tells("samira", SENTENCE, "karim")
    writes(cast, "jerrel", SENTENCE, "karim", "samira")
    writes(cast, "jerrel", f"Weer: {SENTENCE}", "yusuf", seen=True)
    writes(cast, "jerrel", SENTENCE, "karim", "yusuf")
    assert warned(lambda: writes(cast, "jerrel", SENTENCE, "karim", "ellen")) == guard.COPIED


def test_a_sentence_may_be_copied_once_its_text_was_opened(cast: Cast) -> None:
    told = cast.tells("samira", SENTENCE)
    openings.widen(
        viewer=cast.viewer("jerrel"), entry=told, readers=[cast.people["karim"]], how="asked_alone"
    )
    writes(cast, "jerrel", SENTENCE, "karim")


def test_why_a_circle_was_chosen_is_looked_through_when_more_people_read_it(cast: Cast) -> None:
    note(cast, "samira", "address", ADDRESS)
    choice = replace(cast.choice("samira"), ground=f"Karim mag niet weten: {HINT}")
    told = entries.state(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Ik wil rust.",
        choice=choice,
        person=cast.people["samira"],
    )
    with pytest.raises(Warned):
        openings.widen(
            viewer=cast.viewer("jerrel"), entry=told, readers=[cast.people["karim"]], how="asked_alone"
        )


def test_a_short_sentence_is_everybodys(cast: Cast) -> None:
    cast.tells("samira", "Dat weet ik niet meer.")
    writes(cast, "jerrel", "Dat weet ik niet meer.", "karim")


def test_a_writer_who_may_not_read_the_source_gets_no_oracle(cast: Cast) -> None:
    cast.tells("samira", SENTENCE)
    assert readers(cast, writes(cast, "karim", SENTENCE, "yusuf")) == {"karim", "yusuf"}
    assert list(notices(cast)) == []


def test_a_team_note_may_copy_anything(cast: Cast) -> None:
    cast.tells("samira", SENTENCE)
    writes(cast, "jerrel", SENTENCE)


def test_a_copied_fallback_of_an_agreement_is_found(cast: Cast) -> None:
    agree(cast, cast.choice("samira"), fallback="Dan belt Samira meteen naar haar moeder Latifa.")
    words = "Dan belt Samira meteen naar haar moeder Latifa."
    assert warned(lambda: writes(cast, "jerrel", words, "karim")) == guard.COPIED


def test_an_agreement_is_guarded_in_all_its_words(cast: Cast) -> None:
    assert warned(lambda: agree(cast, childrens_words="Papa haalt je op bij de Lindehof.")) == guard.WARNING
    agree(cast, childrens_words="Papa haalt je op bij de Lindehof.", guard_seen=True)


def test_what_is_found_shows_in_no_repr() -> None:
    assert "Lindehof" not in repr(guard.Found(("Lindehof",), (1,)))


def test_a_long_dossier_is_read_in_few_queries(cast: Cast) -> None:
    for number in range(12):
        cast.tells("samira", f"{SENTENCE} En dat was dag {number}.")
    talk = entries.Talk("office", entries.Happened())
    with CaptureQueriesContext(connection) as asked:
        entries.tell_talk(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            talk=talk,
            passages=[
                entries.Passage("Het was vandaag heel stil in het hele huis.", "fact", cast.choice("karim"))
            ],
        )
    assert sum("h_contact_data" in query["sql"] for query in asked) == 1
    assert sum("lemmas" in query["sql"] and query["sql"].startswith("SELECT") for query in asked) == 1


def test_an_agreement_is_changed_without_a_warning_about_its_own_words(cast: Cast) -> None:
    words = "Karim belt eerst Samira voordat hij de kinderen ophaalt."
    agreed = agree(cast, words=words)
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="veiligheid",
        entry=agreed,
    )
    changed = terms(cast, words=words, fallback="Dan wacht hij.")
    plan.change_agreement(viewer=cast.viewer("jerrel"), agreement=agreed, terms=changed)
    assert warned(lambda: writes(cast, "jerrel", words, "karim")) == guard.COPIED


def guarded_acts(cast: Cast) -> dict[str, Callable[..., object]]:
    """Everything else by which somebody who knows the address puts it before the father; each takes `guard_seen`."""
    jerrel = partial(cast.viewer, "jerrel")
    told = cast.tells("samira", "Het was stil op zolder.", "karim")
    alone = cast.tells("samira", HINT)
    agreed = agree(cast)
    both = cast.choice("samira", "karim")
    in_dossier = {"dossier": cast.dossier}
    phase: dict[str, Any] = {"phase": "direct", "since": jerrel().today, "by": (cast.people["samira"],)}
    goal = entries.Talk("office", entries.Happened(), goal=HINT, circle=cast.choice("karim"))
    moment = entries.Happened(words="toen zij op de Lindehof kwam")
    passage = entries.Passage("Het was stil.", "fact", both, happened=moment)
    return {
        "words": partial(corrections.correct, entry=told_by(cast, "jerrel", "karim"), words=HINT),
        "answer words": partial(entries.answer, entry=told, words=HINT),
        "state words": partial(
            entries.state, person=cast.people["samira"], words=HINT, choice=both, **in_dossier
        ),
        "title": partial(
            entries.same_moment, entries=[told, alone], title="Lindehof", choice=both, **in_dossier
        ),
        "goal": lambda viewer, guard_seen: entries.tell_talk(
            viewer=viewer, talk=replace(goal, guard_seen=guard_seen), passages=[], **in_dossier
        ),
        "passage-0-happened": lambda viewer, guard_seen: entries.tell_talk(
            viewer=viewer,
            talk=entries.Talk("office", entries.Happened()),
            passages=[replace(passage, guard_seen=guard_seen)],
            **in_dossier,
        ),
        "evaluation words": partial(
            evaluations.plan_evaluation,
            on=jerrel().today,
            words=HINT,
            present=(cast.people["karim"],),
            **in_dossier,
        ),
        "decision words": partial(decisions.decide_phase, **phase, words=HINT, choice=both, **in_dossier),
        "decision views": partial(
            decisions.decide_phase,
            **phase,
            words="Want het is rustig.",
            voices=(decisions.Voice(cast.people["samira"], HINT),),
            choice=both,
            **in_dossier,
        ),
        "decision criteria": lambda viewer, guard_seen: decisions.decide_phase(
            viewer=viewer,
            **phase | {"phase": "stable"},
            words="Want het is rustig.",
            criteria=tuple(
                Answer(code, "yes", HINT if code == "watched" else "Dat is zo.")
                for code in CRITERIA["direct"]
            ),
            choice=both,
            guard_seen=guard_seen,
            **in_dossier,
        ),
        "situation words": partial(plan.add_situation, words=HINT, choice=both, **in_dossier),
        "position words": partial(
            positions.take_position,
            agreement=agreed,
            stance="agrees",
            words=HINT,
            for_person=cast.people["samira"],
            shared_with=both,
            how="asked_alone",
        ),
        "question words": partial(
            questions.ask, words=HINT, person=cast.people["karim"], how="by_phone", **in_dossier
        ),
        "readers": partial(openings.widen, entry=alone, readers=[cast.people["karim"]], how="asked_alone"),
        "reason": partial(
            openings.open_for_safety,
            entry=told_by(cast, "karim"),
            readers=[cast.people["yusuf"]],
            reason=HINT,
            told_first=True,
        ),
        "ground": partial(
            involvements.add_partner,
            account=partner_account(cast),
            organisation="Basisschool",
            ground=HINT,
            readers=[cast.people["karim"]],
            starts=jerrel().at,
            ends=jerrel().at + timedelta(days=9),
            **in_dossier,
        ),
        "authority reason": partial(
            ties.tell_authority,
            adult=cast.people["karim"],
            child=cast.people["noa"],
            state="no",
            reason=HINT,
            starts=jerrel().today,
            **in_dossier,
        ),
    }


def told_by(cast: Cast, name: str, *names: str) -> UUID:
    return cast.tells(name, "Het was stil bij de molen.", *names)


def partner_account(cast: Cast) -> UUID:
    partner(cast, "juf", "Jo Kamp")
    return cast.accounts["juf"].public_id


@pytest.mark.parametrize(
    "at",
    ["words", "answer words", "state words", "title", "goal", "passage-0-happened", "evaluation words",
     "decision words", "decision views", "situation words", "position words", "question words",
     "readers", "reason", "ground", "authority reason"],
)  # fmt: skip
def test_whoever_knows_the_address_is_warned_wherever_they_write_it(cast: Cast, at: str) -> None:
    act = guarded_acts(cast)[at]
    with pytest.raises(Warned) as told:
        act(viewer=cast.viewer("jerrel"), guard_seen=False)
    assert list(told.value.errors) == [at.rpartition(" ")[2]]
    act(viewer=cast.viewer("jerrel"), guard_seen=True)
    assert list(notices(cast)) == []


def test_every_word_that_a_kind_keeps_is_guarded_or_has_a_reason_not_to_be() -> None:
    kept = {
        (model, one.name)
        for model in OfEntry.__subclasses__()
        for one in model._meta.get_fields()
        if isinstance(one, CharField | JSONField | TextField) and not one.choices and one.max_length != CODE
    }
    guarded_words = {(model, name) for model, names in guarded.WORDS_OF_KIND.items() for name in names}
    assert kept - guarded_words == NOT_GUARDED
    assert guarded_words <= kept
