"""What a partner professional tells themselves: which circles they can choose, who reads it, and when they cannot."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cast import Cast, partner, samira_and_karim
from tests.conftest import NOW

from naast.access import own_words as reading
from naast.access import policy, timeline
from naast.access.doors import upkeep, viewer_door
from naast.access.viewer import Missing, Viewer
from naast.actions import dossiers, entries, involvements, openings, own_words, withholding
from naast.actions.act import Refused, Warned
from naast.actions.choice import Choice
from naast.actions.entries import Happened, Passage
from naast.records.models import Withheld

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def tells(cast: Cast, words: str, *readers: str, about: tuple[str, ...] = ()) -> UUID:
    """Samira tells something about somebody."""
    passage = Passage(
        words,
        "telling",
        cast.choice(*readers),
        cast.people["samira"],
        tuple(cast.people[one] for one in about),
    )
    talk = entries.Talk("home_visit", Happened())
    return entries.tell_talk(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage]
    )[1]


def says(cast: Cast, *readers: str, by: str = "ellen", **more: Any) -> UUID:
    passage = Passage(more.pop("words", "Noa speelde weer mee."), "fact", cast.choice(*readers), **more)
    return own_words.tell(viewer=cast.viewer(by), dossier=cast.dossier, passage=passage)


def offered(cast: Cast, at: Viewer | None = None) -> set[frozenset[str]]:
    found = reading.own_words(at or cast.viewer("ellen"), cast.dossier)
    return {frozenset(face.label for face in faces) for faces in found.circles}


def reads(cast: Cast, name: str, entry: UUID) -> bool:
    with viewer_door(cast.viewer(name)) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def readers(cast: Cast, entry: UUID) -> set[str]:
    return {
        name for name in ("samira", "karim", "yusuf", "ellen", "jerrel", "ayse") if reads(cast, name, entry)
    }


def test_it_is_told_to_themselves_and_the_team_unless_they_choose(cast: Cast) -> None:
    cast.tells("samira", "Noa is ziek.", "ellen")
    entry = says(cast, about=(cast.people["samira"],), happened=Happened(NOW.date(), NOW.date(), "exact"))
    assert readers(cast, entry) == {"ellen", "jerrel"}
    line = timeline.entry(cast.viewer("jerrel"), entry).told.line
    assert (line.kind, line.nature, line.quoted) == ("passage", "fact", False)
    assert line.teller is not None
    assert line.teller.label == "Ellen"


def test_only_circles_of_theirs_are_offered_by_whom_they_know_of(cast: Cast) -> None:
    assert offered(cast) == set()
    tells(cast, "Noa is ziek.", "ellen", about=("noa",))
    cast.tells("samira", "Dit is van ons.", "karim")
    assert offered(cast) == {frozenset({"Samira"})}
    # Karim is in this one too, and she knows of no Karim
    cast.tells("samira", "Dit mag hij ook weten.", "ellen", "karim")
    assert offered(cast) == {frozenset({"Samira"})}
    cast.tells("karim", "Ik haal haar.", "ellen", "samira")
    assert offered(cast) == {frozenset({"Samira"}), frozenset({"Samira", "Karim"})}


def test_who_is_not_named_by_a_circle_does_not_read_what_is_told_in_it(cast: Cast) -> None:
    cast.tells("samira", "Dit mag hij ook weten.", "ellen", "karim")
    assert offered(cast) == {frozenset({"Samira"})}
    assert readers(cast, says(cast, "samira")) == {"ellen", "samira", "jerrel"}


def test_a_circle_of_others_is_missing(cast: Cast) -> None:
    """Seen red with every person whom she knows of let through."""
    tells(cast, "Noa is ziek.", "ellen", about=("noa", "yusuf"))
    for chosen in (("yusuf",), ("samira", "yusuf"), ("karim",)):
        with pytest.raises(Refused):
            says(cast, *chosen)


def test_what_is_shared_with_them_makes_no_circle(cast: Cast) -> None:
    told = cast.tells("samira", "Hij was er weer.", "yusuf")
    openings.widen(
        viewer=cast.viewer("samira"), entry=told, readers=[cast.people["ellen"]], how="teller_chose"
    )
    assert reads(cast, "ellen", told)
    assert offered(cast) == set()
    with pytest.raises(Refused):
        says(cast, "samira", "yusuf")


def test_who_reads_by_a_share_is_not_in_the_circle(cast: Cast) -> None:
    """Seen red with the shares among the rows."""
    told = tells(cast, "Noa is ziek.", "ellen", about=("yusuf",))
    openings.widen(
        viewer=cast.viewer("samira"), entry=told, readers=[cast.people["yusuf"]], how="teller_chose"
    )
    assert offered(cast) == {frozenset({"Samira"})}


def test_an_offer_tells_no_more_than_the_reader_lists_do(cast: Cast) -> None:
    """From whom something is kept is in its circle all the same. Seen red with the rows of the circle alone."""
    told = tells(cast, "Noa is ziek.", "ellen", "yusuf", about=("yusuf",))
    assert offered(cast) == {frozenset({"Samira", "Yusuf"})}
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["yusuf"],
        reason="te jong",
        entry=told,
    )
    assert offered(cast) == {frozenset({"Samira"})}


def test_what_is_kept_from_them_offers_no_circle(cast: Cast) -> None:
    told = cast.tells("samira", "Noa is ziek.", "ellen")
    withholding.withhold(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, human=cast.people["ellen"], reason="x", entry=told
    )
    assert offered(cast) == set()


def test_who_has_left_or_has_yet_to_come_tells_nothing(cast: Cast) -> None:
    """Seen red with `works_beside` always true."""
    cast.tells("samira", "Noa is ziek.", "ellen")
    later = replace(cast.viewer("ellen"), at=NOW + timedelta(days=61))
    partner(cast, "bas", "Bas Smit")
    comes = cast.viewer("jerrel")
    involvements.add_partner(
        viewer=comes,
        dossier=cast.dossier,
        account=cast.accounts["bas"].public_id,
        organisation="Praktijk",
        ground="huisarts",
        readers=[],
        starts=comes.at + timedelta(days=2),
        ends=comes.at + timedelta(days=9),
    )
    for viewer in (later, cast.viewer("bas"), cast.viewer("jerrel"), cast.viewer("samira")):
        with pytest.raises(Missing):
            reading.own_words(viewer, cast.dossier)
        with pytest.raises(Refused):
            own_words.tell(viewer=viewer, dossier=cast.dossier, passage=Passage("Nee.", "fact", Choice()))


def test_who_was_ended_by_the_team_tells_nothing(cast: Cast) -> None:
    cast.tells("samira", "Noa is ziek.", "ellen")
    with viewer_door(cast.viewer("jerrel")) as reach:
        came = policy.entries(reach).get(kind="involvement", involvement__person=cast.rows["ellen"])
    at = cast.viewer("jerrel")
    involvements.end(viewer=at, involvement=came.public_id, at=at.at)
    with pytest.raises(Refused):
        says(cast)


def test_a_warning_is_no_oracle(cast: Cast) -> None:
    """She may not read where Samira lives: it is taken from her as it is, and reaches only her and the team."""
    cast.tells("samira", "Noa is ziek.", "ellen")
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="street",
        value="Lindehof 12",
        guarded=True,
    )
    cast.tells("karim", "Ik haal haar.", "ellen", "samira")
    entry = says(cast, "karim", "samira", words="Zij wonen nu aan de Lindehof.")
    assert readers(cast, entry) == {"ellen", "jerrel"}
    assert {r.face.label for r in timeline.entry(cast.viewer("ellen"), entry).told.line.readers} == {
        "Ellen", "Samira", "Karim", "Jerrel",
    }  # fmt: skip
    with upkeep():
        assert Withheld.objects.filter(entry__public_id=entry, human=cast.rows["karim"], silent=True).exists()


def test_who_may_read_what_is_guarded_is_warned(cast: Cast) -> None:
    cast.tells("karim", "Ik haal haar.", "ellen", "samira")
    address = dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="street",
        value="Lindehof 12",
        guarded=True,
    )
    openings.widen(viewer=cast.viewer("jerrel"), entry=address, readers=[cast.people["ellen"]], how="asked")
    with pytest.raises(Warned) as warned:
        says(cast, "karim", "samira", words="Zij wonen nu aan de Lindehof.")
    assert "words" in warned.value.errors
