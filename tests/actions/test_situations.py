"""One unsafe situation part by part: each told in its own circle, places kept secret, and the most unsafe chosen."""

from dataclasses import replace
from uuid import UUID

import pytest
from tests.actions.test_conditions import with_ayse
from tests.cast import Cast, samira_and_karim

from naast.access import dossiers, timeline
from naast.access import plan as reading
from naast.access.doors import upkeep
from naast.access.plan_page import Part, Situation
from naast.actions import conditions, entries, plan, situations, unsafety, withholding
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.records.models import Situation as Row
from naast.rules.situations import MOST_UNSAFE
from naast.rules.unsafety import CONTROL, PHYSICAL, THREAT

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
PLACE = "Eikenlaan 40"


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def situation(
    cast: Cast, words: str = "Als het te lang duurt", *readers: str, teller: str = "samira"
) -> UUID:
    assert cast.dossier is not None
    return plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words=words,
        choice=cast.choice(*readers),
        teller=cast.people[teller],
    )


def add(
    cast: Cast,
    about: UUID,
    sort: str,
    words: str,
    *readers: str,
    teller: str = "samira",
    person: str = "samira",
    by: str = "jerrel",
    **more: object,
) -> UUID:
    return situations.add_part(
        viewer=cast.viewer(by),
        situation=about,
        sort=sort,
        part=situations.Part(words, **more),  # type: ignore[arg-type]
        choice=cast.choice(*readers),
        person=cast.people[person] if person else None,
        teller=cast.people[teller],
    )


def page(cast: Cast, name: str, *, asked: bool = True) -> reading.PlanPage:
    assert cast.dossier is not None
    return reading.plan(replace(cast.viewer(name), asked_confidential=asked), cast.dossier)


def told(cast: Cast, name: str = "jerrel") -> Situation:
    [found] = page(cast, name).situations
    return found


def said(cast: Cast, name: str) -> list[str]:
    return [part.line.words for part in page(cast, name).parts]


def test_a_part_is_told_to_who_told_it_and_the_team(cast: Cast) -> None:
    here = situation(cast, "Als het te lang duurt", *EVERYBODY)
    add(cast, here, "sign", "Hij praat zachter.", person="")
    assert said(cast, "jerrel") == said(cast, "samira") == ["Hij praat zachter."]
    assert said(cast, "karim") == said(cast, "yusuf") == []
    [part] = told(cast, "samira").parts
    assert part.line.quoted


def test_the_effect_on_each_is_told_from_their_own_side_and_kept_apart(cast: Cast) -> None:
    here = situation(cast, "Als het te lang duurt", *EVERYBODY)
    add(cast, here, "effect", "Ik slaap niet.")
    add(cast, here, "effect", "Ik durf niets te vragen.", teller="karim", person="karim")
    assert said(cast, "samira") == ["Ik slaap niet."]
    assert said(cast, "karim") == ["Ik durf niets te vragen."]
    assert len(said(cast, "jerrel")) == 2


def test_parts_stand_by_what_they_are_in_one_order(cast: Cast) -> None:
    here = situation(cast)
    add(cast, here, "place", "Naar mijn zus.", reach=PLACE)
    add(cast, here, "sign", "Hij praat zachter.")
    add(cast, here, "does", "Noa telt auto's.", when="bij de auto")
    assert [sort for sort, _ in told(cast).by_sort] == ["sign", "does", "place"]


@pytest.mark.parametrize(
    ("sort", "words", "person", "field"),
    [
        ("", "Iets.", "samira", "sort"),
        ("unsafe", "Iets.", "samira", "sort"),
        ("effect", "Iets.", "", "person"),
        ("call", "Oma.", "", "person"),
        ("sign", " ", "", "words"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    cast: Cast, sort: str, words: str, person: str, field: str
) -> None:
    with pytest.raises(Invalid) as wrong:
        add(cast, situation(cast), sort, words, person=person)
    assert list(wrong.value.errors) == [field]


@pytest.mark.parametrize("by", ["samira", "karim", "ellen"])
def test_only_the_team_writes_a_part_down(cast: Cast, by: str) -> None:
    here = situation(cast, "Als het te lang duurt", *EVERYBODY)
    with pytest.raises(Refused):
        add(cast, here, "sign", "Iets.", by=by)
    with pytest.raises(Refused):
        situations.choose_most_unsafe(viewer=cast.viewer(by), dossier=cast.dossier, situations=(here,))  # type: ignore[arg-type]


def test_a_place_that_was_told_is_held_back_where_another_writes_it(cast: Cast) -> None:
    """Seen red without `_keep_secret`: what Karim wrote stood on Yusuf's page."""
    add(cast, situation(cast), "place", "Naar mijn zus.", reach=PLACE)
    assert cast.dossier is not None
    passage = entries.Passage(f"Zij zit op de {PLACE}.", "telling", cast.choice("yusuf"))
    entries.tell(viewer=cast.viewer("karim"), dossier=cast.dossier, passage=passage)
    shown = timeline.story(replace(cast.viewer("yusuf"), asked_confidential=True), cast.dossier)
    assert not any(PLACE in one.line.words for one in shown.told)


def test_a_worker_is_warned_who_would_tell_the_place_to_somebody_else(cast: Cast) -> None:
    here = situation(cast)
    add(cast, here, "place", "Naar mijn zus.", reach=PLACE)
    with pytest.raises(Warned):
        add(cast, here, "sign", f"Zij gaat naar {PLACE}.", "karim")


def test_a_number_to_call_is_secret_too_and_read_by_who_reads_the_part_alone(cast: Cast) -> None:
    here = situation(cast)
    add(cast, here, "call", "Hind.", teller="samira", person="noa", reach="06-98765432")
    [part] = told(cast, "samira").parts
    assert part.reach == "06-98765432"
    with pytest.raises(Warned):  # for Noa, but not told to her
        add(cast, here, "sign", "Bel 0698765432.", "noa")


def test_a_part_of_another_sort_keeps_no_number(cast: Cast) -> None:
    add(cast, situation(cast), "sign", "Hij belt.", reach="06-98765432")
    assert told(cast).parts[0].reach == ""


def test_from_whom_the_situation_is_kept_a_later_part_is_kept(cast: Cast) -> None:
    here = situation(cast, "Als het te lang duurt", *EVERYBODY)
    assert cast.dossier is not None
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=here,
    )
    add(cast, here, "sign", "Hij praat zachter.", "karim", "yusuf", guard_seen=True)
    assert said(cast, "karim") == []
    assert said(cast, "yusuf") == ["Hij praat zachter."]


def test_a_part_stands_apart_for_who_does_not_read_its_situation(cast: Cast) -> None:
    add(cast, situation(cast), "sign", "Mijn kaken gaan op slot.", teller="karim", person="karim")
    shown = page(cast, "karim")
    assert shown.situations == ()
    [part] = shown.loose_parts
    assert part.situation is None


def change(cast: Cast, part: Part, words: str, **more: object) -> UUID:
    return situations.change_part(
        viewer=cast.viewer("jerrel"), part=part.line.public_id, new=situations.Part(words), **more
    )  # type: ignore[arg-type]


def test_a_part_is_changed_and_taken_away_for_who_reads_it(cast: Cast) -> None:
    add(cast, situation(cast), "sign", "Hij praat zachter.")
    [part] = told(cast).parts
    change(cast, part, "Hij fluistert.")
    assert said(cast, "samira") == ["Hij fluistert."]
    with pytest.raises(Conflict):
        change(cast, part, "Hij roept.")
    change(cast, told(cast).parts[0], "Hij fluistert.", away=True)
    assert said(cast, "samira") == said(cast, "jerrel") == []


def choose(cast: Cast, *chosen: UUID, by: str = "jerrel") -> None:
    assert cast.dossier is not None
    situations.choose_most_unsafe(viewer=cast.viewer(by), dossier=cast.dossier, situations=chosen)


def test_the_most_unsafe_stand_first_with_a_mark_for_who_reads_them(cast: Cast) -> None:
    """Who does not read one of them finds the others as if it were not chosen."""
    situation(cast, "Een.", *EVERYBODY)
    hidden = situation(cast, "Twee.")
    three = situation(cast, "Drie.", *EVERYBODY)
    choose(cast, hidden, three)
    for name, expected in (
        ("samira", [("Twee.", True), ("Drie.", True), ("Een.", False)]),
        ("karim", [("Drie.", True), ("Een.", False)]),
    ):
        assert [(s.line.words, s.unsafe) for s in page(cast, name).situations] == expected, name
    choose(cast, three)
    assert [s.unsafe for s in page(cast, "samira").situations] == [True, False, False]
    assert page(cast, "samira").parts == ()


def test_no_more_are_chosen_than_the_number_and_hidden_ones_do_not_count(cast: Cast) -> None:
    told_ones = [situation(cast, f"Nummer {n}.", *EVERYBODY) for n in range(MOST_UNSAFE + 1)]
    with pytest.raises(Invalid) as wrong:
        choose(cast, *told_ones)
    assert list(wrong.value.errors) == ["situations"]
    with_ayse(cast)
    choose(cast, *told_ones[:MOST_UNSAFE])
    assert cast.dossier is not None
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["ayse"],
        reason="zij kent hem",
        entry=told_ones[0],
    )
    choose(cast, *told_ones[1:], by="ayse")
    assert [s.unsafe for s in page(cast, "ayse").situations] == [True] * MOST_UNSAFE
    assert [s.unsafe for s in page(cast, "jerrel").situations] == [True] * (MOST_UNSAFE + 1)


def reword(cast: Cast, old: UUID, words: str, *readers: str, close_old: bool = False) -> UUID:
    return situations.change_situation(
        viewer=cast.viewer("jerrel"),
        situation=old,
        words=words,
        choice=cast.choice(*readers),
        close_old=close_old,
    )


def test_a_situation_in_other_words_keeps_its_teller_its_parts_and_its_mark(cast: Cast) -> None:
    old = situation(cast)
    add(cast, old, "sign", "Hij praat zachter.")
    choose(cast, old)
    reword(cast, old, "Als het ophalen te lang duurt")
    found = told(cast, "samira")
    assert (found.line.words, found.unsafe, len(found.parts)) == ("Als het ophalen te lang duurt", True, 1)
    assert found.line.quoted
    assert found.line.mine
    with pytest.raises(Conflict):
        reword(cast, old, "Nog anders")


def test_who_does_not_read_the_other_words_goes_on_with_the_old_ones_and_notices_nothing(cast: Cast) -> None:
    """Seen red with the mark closed for them."""
    old = situation(cast, "Als het te lang duurt", "karim")
    choose(cast, old)
    before = page(cast, "karim")
    newer = reword(cast, old, "Als hij niet weggaat")
    after = page(cast, "karim")
    assert replace(after, at=before.at) == before
    assert told(cast, "samira").line.words == "Als hij niet weggaat"
    reword(cast, newer, "Als hij blijft", close_old=True)
    assert page(cast, "karim").situations == ()


def test_a_page_that_others_may_see_holds_unasked_only_what_everybody_reads(cast: Cast) -> None:
    here = situation(cast, "Als het te lang duurt", *EVERYBODY)
    add(cast, here, "sign", "Hij praat zachter.", *EVERYBODY)
    add(cast, here, "place", "Naar mijn zus.", reach=PLACE)
    [found] = page(cast, "samira", asked=False).situations
    assert [part.line.words for part in found.parts] == ["Hij praat zachter."]
    assert cast.dossier is not None
    paper = reading.plan_for_everyone(cast.viewer("jerrel"), cast.dossier)
    assert [part.line.words for part in paper.parts] == ["Hij praat zachter."]


def test_conditions_and_parts_are_of_one_situation(cast: Cast) -> None:
    with pytest.raises(Refused):
        add(cast, UUID(int=4), "sign", "Iets.")
    assert cast.dossier is not None
    condition = conditions.add_condition(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        heard=conditions.Heard("Geen ruzie.", "Mia", cast.viewer("jerrel").today),
        setting=conditions.Setting("Veilig Thuis", cast.viewer("jerrel").today),
    )
    with pytest.raises(Refused):
        add(cast, condition, "sign", "Iets.")


def test_only_a_situation_is_chosen(cast: Cast) -> None:
    part = add(cast, situation(cast), "sign", "Iets.")
    with pytest.raises(Refused):
        choose(cast, part)


def seen_in_it(cast: Cast, *kinds: str, said: bool = False, readers: tuple[str, ...] = ("karim",)) -> UUID:
    assert cast.dossier is not None
    return plan.add_situation(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        words="Als het te lang duurt",
        choice=cast.choice(*readers),
        teller=cast.people["samira"],
        seen=unsafety.Seen(kinds, said),
    )


def kinds_of(cast: Cast, name: str) -> tuple[tuple[str, ...], bool]:
    (found,) = page(cast, name).situations
    return found.kinds, found.said


def test_what_the_team_sees_in_a_situation_is_no_more_than_that_to_who_reads_it(cast: Cast) -> None:
    """Seen red with the row shown to whoever reads the situation."""
    seen_in_it(cast, CONTROL, PHYSICAL)
    assert kinds_of(cast, "jerrel") == ((PHYSICAL, CONTROL), False)
    for name in ("samira", "karim"):
        assert kinds_of(cast, name) == ((), False), name


def test_what_was_said_aloud_is_read_by_who_reads_the_situation(cast: Cast) -> None:
    seen_in_it(cast, THREAT, said=True)
    for name in ("jerrel", "samira", "karim"):
        assert kinds_of(cast, name) == ((THREAT,), True), name


def test_through_their_eyes_the_team_sees_no_more_than_they_do(cast: Cast) -> None:
    seen_in_it(cast, CONTROL)
    viewer = cast.viewer("jerrel")
    seen = dossiers.looking(viewer, cast.dossier, cast.people["karim"], "resident", viewer.at).viewer
    assert [one.kinds for one in reading.plan(seen, cast.dossier).situations] == [()]


def test_on_paper_stands_only_what_was_said_aloud(cast: Cast) -> None:
    seen_in_it(cast, CONTROL, readers=EVERYBODY)
    assert [
        one.kinds for one in reading.plan_for_everyone(cast.viewer("jerrel"), cast.dossier).situations
    ] == [()]
    found, paper = reading.plan_and_paper(cast.viewer("jerrel"), cast.dossier)
    assert [one.kinds for one in found.situations] == [(CONTROL,)]
    assert [one.kinds for one in paper.situations] == [()]


def test_other_words_keep_what_is_seen_in_it_and_may_say_otherwise(cast: Cast) -> None:
    old = seen_in_it(cast, CONTROL, said=True)
    newer = reword(cast, old, "Als hij niet weggaat", "karim")
    assert kinds_of(cast, "karim") == ((CONTROL,), True)
    situations.change_situation(
        viewer=cast.viewer("jerrel"),
        situation=newer,
        words="Als hij niet weggaat",
        choice=cast.choice("karim"),
        seen=unsafety.Seen(),
    )
    assert kinds_of(cast, "jerrel") == ((), False)


def test_a_situation_from_before_there_were_kinds_has_none(cast: Cast) -> None:
    old = situation(cast)
    with upkeep():
        Row.objects.all().delete()
    assert kinds_of(cast, "jerrel") == ((), False)
    reword(cast, old, "Als het ophalen te lang duurt")
    assert kinds_of(cast, "jerrel") == ((), False)


def test_what_is_no_kind_is_said_at_the_kinds(cast: Cast) -> None:
    with pytest.raises(Invalid) as wrong:
        seen_in_it(cast, "danger")
    assert list(wrong.value.errors) == ["kinds"]


def test_nothing_said_aloud_is_nothing_said(cast: Cast) -> None:
    seen_in_it(cast, said=True)
    assert kinds_of(cast, "samira") == ((), False)
