"""What happened, as each tells it: who is in it, who reads it, and whether people let it count."""

from dataclasses import replace
from uuid import UUID

import pytest
from tests.actions.test_guard import readers
from tests.cast import Cast, samira_and_karim

from naast.access import dossiers, entry_page, households, search
from naast.access import incidents as reading
from naast.access import plan as plan_page
from naast.access.incidents_page import IncidentsPage
from naast.access.viewer import Missing
from naast.actions import corrections, decisions, entries, incidents, ties, withholding
from naast.actions.act import Invalid, Refused
from naast.actions.decisions import Voice
from naast.actions.entries import Happened, Passage
from naast.actions.incidents import Effect, Event
from naast.rules.incidents import COUNTS, HEARD, NOT, READ, THERE
from naast.rules.unsafety import PHYSICAL, THREAT

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
WORDS = "Hij sloeg met de deur."


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def event(cast: Cast, **more: object) -> Event:
    ids = cast.people
    given: dict[str, object] = {
        "source": THERE,
        "kinds": (THREAT, PHYSICAL),
        "harmed": (ids["samira"],),
        "harms": (ids["karim"],),
        "saw": (ids["yusuf"],),
        "done": "Ik liep naar buiten.",
        "effects": (Effect(ids["noa"], "Noa sliep niet."), Effect(ids["yusuf"], " ")),
    }
    return Event(**(given | more))  # type: ignore[arg-type]


def tell(
    cast: Cast, by: str, *to: str, teller: str = "", words: str = WORDS, nature: str = "", **more: object
) -> UUID:
    passage = Passage(words, nature, cast.choice(*to), cast.people[teller] if teller else None)
    return incidents.tell(
        viewer=cast.viewer(by), dossier=cast.dossier, event=event(cast, **more), passage=passage
    )


def decide(cast: Cast, telling: UUID, result: str = NOT, *to: str, **more: object) -> UUID:
    given: dict[str, object] = {
        "by": (cast.people["samira"], cast.people["jerrel"]),
        "words": "Want het was een verhaal van vroeger.",
        "voices": (
            Voice(cast.people["karim"], "Zo was het niet."),
            Voice(cast.people["noa"], "", "Zij is te klein."),
        ),
        "choice": cast.choice(*to) if to else None,
    }
    return decisions.decide_incident(
        viewer=cast.viewer("jerrel"),
        telling=telling,
        result=result,
        **(given | more),  # type: ignore[arg-type]
    )


def page(cast: Cast, name: str, *, asked: bool = True) -> IncidentsPage:
    return reading.incidents(replace(cast.viewer(name), asked_confidential=asked), cast.dossier)


def words(cast: Cast, name: str, *, asked: bool = True) -> list[str]:
    return [one.line.words for one in page(cast, name, asked=asked).told]


def labels(faces: tuple[object, ...]) -> set[str]:
    return {face.label for face in faces}  # type: ignore[attr-defined]


def test_it_keeps_what_happened_and_everybody_in_it_in_their_place(cast: Cast) -> None:
    tell(cast, "samira", "karim")
    (one,) = page(cast, "karim").told
    assert one.incident.kinds == (PHYSICAL, THREAT)
    assert (one.incident.source, one.incident.done) == (THERE, "Ik liep naar buiten.")
    assert [(e.face.label, e.words) for e in one.incident.effects] == [("Noa", "Noa sliep niet.")]
    assert (labels(one.harmed), labels(one.harms), labels(one.saw)) == ({"Samira"}, {"Karim"}, {"Yusuf"})
    assert labels(one.line.about) == {"Samira", "Karim", "Yusuf", "Noa"}
    assert one.first is None


def test_who_told_of_it_first_is_another_than_who_tells_it(cast: Cast) -> None:
    tell(cast, "jerrel", source=HEARD, first=cast.people["noa"])
    (one,) = page(cast, "jerrel").told
    assert one.first is not None
    assert one.first.label == "Noa"
    assert one.line.teller is not None
    assert one.line.teller.label == "Jerrel"


def test_told_alone_it_is_read_by_who_tells_it_and_the_team(cast: Cast) -> None:
    entry = tell(cast, "samira")
    assert readers(cast, entry) == {"samira"}
    for name in ("samira", "jerrel"):
        assert words(cast, name) == [WORDS], name
    for name in ("karim", "yusuf", "ellen"):
        assert words(cast, name) == [], name


def test_whom_it_names_reads_it_no_more_for_that(cast: Cast) -> None:
    entry = tell(cast, "jerrel", teller="samira")
    assert readers(cast, entry) == {"samira"}


def test_over_the_shoulder_it_holds_what_everybody_reads(cast: Cast) -> None:
    tell(cast, "samira")
    tell(cast, "samira", *EVERYBODY, words="De ruit is stuk.")
    assert words(cast, "samira", asked=False) == ["De ruit is stuk."]


@pytest.mark.parametrize(
    ("teller", "nature", "kept"),
    [
        ("", "fact", "fact"),
        ("", "telling", "telling"),
        ("", "opinion", "telling"),
        ("samira", "fact", "telling"),
        ("ellen", "fact", "fact"),
    ],
)
def test_what_a_professional_saw_is_a_fact_or_a_telling_and_what_others_say_a_telling(
    cast: Cast, teller: str, nature: str, kept: str
) -> None:
    tell(cast, "jerrel", teller=teller, nature=nature)
    (one,) = page(cast, "jerrel").told
    assert one.line.nature == kept
    assert one.line.quoted is bool(teller)


def test_a_resident_tells_their_own_and_for_nobody_else(cast: Cast) -> None:
    tell(cast, "samira", teller="karim", nature="fact")
    (one,) = page(cast, "samira").told
    assert (one.line.mine, one.line.nature) == (True, "telling")


def test_only_who_is_in_it_may_write_here(cast: Cast) -> None:
    with pytest.raises(Refused):
        tell(cast, "ellen")
    with pytest.raises(Refused):
        tell(cast, "samira", harmed=(UUID(int=5),))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"source": ""}, "source"),
        ({"kinds": ("danger",)}, "kinds"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(cast: Cast, more: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as wrong:
        tell(cast, "samira", **more)
    assert list(wrong.value.errors) == [field]


def test_nothing_happened_tomorrow(cast: Cast) -> None:
    tomorrow = cast.clock.at.date().replace(year=cast.clock.at.year + 1)
    passage = Passage(WORDS, "", cast.choice(), happened=Happened(tomorrow, tomorrow, "exact"))
    with pytest.raises(Invalid) as wrong:
        incidents.tell(viewer=cast.viewer("samira"), dossier=cast.dossier, event=event(cast), passage=passage)
    assert list(wrong.value.errors) == ["happened"]


def test_it_is_found_by_what_was_done_and_by_what_it_did(cast: Cast) -> None:
    tell(
        cast, "jerrel", done="Wij belden Oranjehuis.", effects=(Effect(cast.people["noa"], "Zij stottert."),)
    )
    for term in ("Oranjehuis", "stottert"):
        assert len(search.search(cast.viewer("jerrel"), term).hits) == 1, term


def test_a_correction_stays_what_it_was_with_everybody_in_it(cast: Cast) -> None:
    old = tell(cast, "samira", "karim")
    newer = corrections.correct(viewer=cast.viewer("samira"), entry=old, words="Hij gooide de deur dicht.")
    (one,) = page(cast, "karim").told
    assert one.line.words == "Hij gooide de deur dicht."
    assert one.versions == {old, newer}
    assert one.incident.kinds == (PHYSICAL, THREAT)
    assert [e.words for e in one.incident.effects] == ["Noa sliep niet."]
    assert labels(one.harms) == {"Karim"}
    assert len(search.search(cast.viewer("jerrel"), "buiten").hits) == 1


def test_the_team_corrects_it_for_who_told_it_with_how_that_was_asked(cast: Cast) -> None:
    old = tell(cast, "jerrel", teller="samira")
    corrections.correct(viewer=cast.viewer("jerrel"), entry=old, words="Anders.", how="asked_alone")
    assert words(cast, "samira") == ["Anders."]


def test_two_tellings_of_one_event_stay_two_and_stand_beside_each_other_for_who_reads_both(
    cast: Cast,
) -> None:
    """Seen red with every entry of the dossier read."""
    hers = tell(cast, "samira", "yusuf")
    his = tell(cast, "karim", "samira", words="Ik deed niets.")
    entries.same_moment(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        entries=[hers, his],
        title="Vrijdag",
        choice=cast.choice("samira", "karim", "yusuf"),
    )
    beside = {
        name: {one.line.words: [other.words for other in one.beside] for one in page(cast, name).told}
        for name in ("samira", "karim", "yusuf")
    }
    assert beside == {
        "samira": {WORDS: ["Ik deed niets."], "Ik deed niets.": [WORDS]},
        "karim": {"Ik deed niets.": []},
        "yusuf": {WORDS: []},
    }
    corrections.correct(viewer=cast.viewer("samira"), entry=hers, words="Hij gooide de deur dicht.")
    (one, other) = page(cast, "samira").told
    assert {len(one.beside), len(other.beside)} == {1}


def test_it_counts_until_people_decide_otherwise_with_who_sees_it_differently(cast: Cast) -> None:
    entry = tell(cast, "samira")
    assert [one.counts for one in page(cast, "jerrel").told] == [True]
    made = decide(cast, entry)
    (one,) = page(cast, "jerrel").told
    assert not one.counts
    assert one.last is not None
    assert one.last.entry == made
    assert (one.last.result, labels(one.last.by)) == (NOT, {"Samira", "Jerrel"})
    assert {view.face.label: view.said or view.not_asked for view in one.last.views} == {
        "Karim": "Zo was het niet.",
        "Noa": "Zij is te klein.",
    }
    decide(cast, entry, COUNTS)
    (one,) = page(cast, "jerrel").told
    assert (one.counts, len(one.decided)) == (True, 2)
    assert words(cast, "samira") == [WORDS]


def test_of_corrected_words_people_decide_anew_and_what_they_decided_before_stays_to_be_read(
    cast: Cast,
) -> None:
    """As the verdict has it (decision 0018): whoever corrects a telling can make something else of it."""
    entry = tell(cast, "samira")
    decide(cast, entry)
    assert [one.counts for one in page(cast, "jerrel").told] == [False]
    corrections.correct(viewer=cast.viewer("samira"), entry=entry, words="Hij gooide de deur dicht.")
    (one,) = page(cast, "jerrel").told
    assert (one.counts, len(one.decided), one.last) == (True, 1, None)


def test_who_decided_and_the_team_read_it_where_nobody_chose(cast: Cast) -> None:
    assert readers(cast, decide(cast, tell(cast, "samira"))) == {"samira"}


def test_who_reads_the_decision_and_not_the_telling_learns_not_which_one_it_is_about(cast: Cast) -> None:
    hers = tell(cast, "samira")
    tell(cast, "karim", words="Ik deed niets.")
    decide(cast, hers, NOT, "samira", "karim")
    found = page(cast, "karim")
    assert [(one.line.words, one.decided) for one in found.told] == [("Ik deed niets.", ())]
    assert [one.result for one in found.loose] == [NOT]
    entry = entry_page.entry(replace(cast.viewer("karim"), asked_confidential=True), found.loose[0].entry)
    assert entry.told.line.words.startswith("Want")
    assert page(cast, "samira").loose == ()


def test_the_page_of_the_telling_has_what_was_decided_about_it(cast: Cast) -> None:
    hers = tell(cast, "samira", "karim")
    decide(cast, hers)
    asked = replace(cast.viewer("karim"), asked_confidential=True)
    assert entry_page.entry(asked, hers).decided == ()
    found = entry_page.entry(cast.viewer("jerrel"), hers)
    assert [one.result for one in found.decided] == [NOT]
    assert found.incident is not None
    assert found.incident.done == "Ik liep naar buiten."


def test_a_decision_is_kept_from_whom_the_telling_is_kept_from(cast: Cast) -> None:
    hers = tell(cast, "samira", "karim")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=hers,
    )
    decide(cast, hers, NOT, "samira", "karim")
    assert page(cast, "karim").told == ()
    assert page(cast, "karim").loose == ()


def test_a_decision_about_a_telling_is_none_about_the_phase(cast: Cast) -> None:
    """Seen red with every decision taken for one about the phase."""
    viewer = cast.viewer("jerrel")
    decisions.decide_phase(
        viewer=viewer,
        dossier=cast.dossier,
        phase="stable",
        since=viewer.today,
        by=(cast.people["samira"],),
        words="Het is rustig.",
    )
    decide(cast, tell(cast, "samira"))
    head = households.household(cast.viewer("jerrel"), cast.dossier).phase
    assert head is not None
    assert head.phase == "stable"
    assert [one.phase for one in plan_page.plan(cast.viewer("jerrel"), cast.dossier).phases] == ["stable"]
    assert page(cast, "jerrel").loose == ()


@pytest.mark.parametrize(
    ("more", "field"),
    [({"result": "maybe"}, "result"), ({"words": " "}, "words"), ({"by": ()}, "by")],
)
def test_a_decision_says_what_why_and_who(cast: Cast, more: dict[str, object], field: str) -> None:
    entry = tell(cast, "samira")
    with pytest.raises(Invalid) as wrong:
        decide(cast, entry, more.pop("result", NOT), **more)  # type: ignore[arg-type]
    assert list(wrong.value.errors) == [field]


def test_only_the_team_writes_it_down_and_only_about_a_telling_of_an_incident(cast: Cast) -> None:
    entry = tell(cast, "samira", "karim")
    with pytest.raises(Refused):
        decisions.decide_incident(
            viewer=cast.viewer("karim"),
            telling=entry,
            result=NOT,
            by=(cast.people["karim"],),
            words="Nee.",
        )
    with pytest.raises(Refused):
        decide(cast, cast.tells("samira", "Iets anders."))
    viewer = cast.viewer("karim")
    with pytest.raises(Missing):
        reading.to_decide(viewer, cast.dossier)


def test_through_their_eyes_it_shows_what_they_read(cast: Cast) -> None:
    tell(cast, "samira", words="Dit is van haar.")
    viewer = cast.viewer("jerrel")
    seen = dossiers.looking(viewer, cast.dossier, cast.people["karim"], "resident", viewer.at).viewer
    assert reading.incidents(seen, cast.dossier).told == ()
    with pytest.raises(Missing):
        reading.to_decide(seen, cast.dossier)


def test_authority_over_a_child_in_it_that_ends_closes_reading_by_it(cast: Cast) -> None:
    """Whoever is in it is whom it is about: the parent was chosen for the child who was harmed."""
    entry = tell(cast, "jerrel", "karim", harmed=(cast.people["noa"],), effects=(), source=READ)
    assert readers(cast, entry) == {"karim"}
    ties.tell_authority(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        adult=cast.people["karim"],
        child=cast.people["noa"],
        state="no",
        reason="De rechter zei het.",
        starts=cast.clock.at.date(),
    )
    assert readers(cast, entry) == set()
