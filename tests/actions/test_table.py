"""What is said at the table: who was there and the team read it, and nothing on that screen warns or betrays."""

from uuid import UUID, uuid4

import pytest
from tests.actions.test_guard import ADDRESS, HINT, note, notices, readers
from tests.actions.test_plan import agree, terms
from tests.cast import Cast, samira_and_karim

from naast.access import table as reading
from naast.access.doors import upkeep
from naast.access.readers import humans_of
from naast.access.viewer import Missing
from naast.actions import held, may, plan, positions, withholding
from naast.actions.act import Conflict, Invalid
from naast.actions.table import say_at_table
from naast.records.models import Entry, EntryPerson, Withheld

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


@pytest.fixture
def agreed(cast: Cast) -> UUID:
    return agree(cast, choice=cast.choice(*EVERYBODY))


def say(
    cast: Cast,
    agreement: UUID,
    name: str,
    *others: str,
    words: str = "",
    stance: str = "partly",
    **more: UUID,
) -> UUID:
    seated = [cast.people[one] for one in (name, *others)]
    return say_at_table(
        viewer=cast.viewer("jerrel"),
        agreement=agreement,
        person=cast.people[name],
        seated=seated,
        stance=stance,
        words=words,
        **more,  # type: ignore[arg-type]
    )


def truly(cast: Cast, entry: UUID) -> set[str]:
    """Who reads it besides the team, held back or not: its writer is not to notice that."""
    with upkeep():
        row = Entry.objects.get(public_id=entry)
        reading = humans_of([row], may.reach_in(cast.viewer("samira"), row.dossier))[row.id]
    return {name for human, _, _ in reading for name, one in cast.rows.items() if one == human} - {"jerrel"}


def shown(cast: Cast, *names: str) -> dict[str, tuple[str, str]]:
    """What stands at the table for each who sits there, on the worker's screen."""
    seated = [cast.people[name] for name in names]
    page = reading.table(cast.viewer("jerrel"), cast.dossier, seated, 1)
    opinions = page.steps[0].agreements[0].opinions
    return {one.face.label: (one.stance, one.words) for one in opinions}


def test_who_sat_there_and_the_team_read_it_and_nobody_else(cast: Cast, agreed: UUID) -> None:
    said = say(cast, agreed, "samira", "noa", words="Alleen als het licht is.")
    assert readers(cast, said) == {"samira", "noa"}
    with upkeep():
        row = Entry.objects.get(public_id=said)
        present = EntryPerson.objects.filter(entry=row, role="present")
        assert [one.person_id for one in present] == [cast.rows["noa"]]
        assert (row.circle_how, row.teller_id, row.quoted) == ("at_table", cast.rows["samira"], True)


def test_nobody_is_spoken_for_who_does_not_sit_there(cast: Cast, agreed: UUID) -> None:
    seated = [cast.people["samira"]]
    for person, at_table in ((cast.people["karim"], seated), (uuid4(), seated), (seated[0], [])):
        with pytest.raises(Missing):
            say_at_table(
                viewer=cast.viewer("jerrel"),
                agreement=agreed,
                person=person,
                seated=at_table,
                stance="agrees",
            )


def test_an_agreement_that_one_of_them_may_not_read_is_missing(cast: Cast) -> None:
    us_two = agree(cast)
    with pytest.raises(Missing):
        say(cast, us_two, "samira", "noa")
    say(cast, us_two, "samira", "karim")


def test_only_the_team_notes_it(cast: Cast, agreed: UUID) -> None:
    for name in ("ayse", "samira"):
        with pytest.raises(Missing):
            say_at_table(
                viewer=cast.viewer(name),
                agreement=agreed,
                person=cast.people["samira"],
                seated=[cast.people["samira"]],
                stance="agrees",
            )


def test_a_stance_that_does_not_exist_is_said_at_its_field(cast: Cast, agreed: UUID) -> None:
    with pytest.raises(Invalid) as told:
        say(cast, agreed, "samira", stance="maybe")
    assert set(told.value.errors) == {"stance"}


def test_a_change_that_all_of_them_read_comes_first(cast: Cast, agreed: UUID) -> None:
    newer = plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words="Nu appt hij."),
        choice=cast.choice(*EVERYBODY),
    )
    with pytest.raises(Conflict) as told:
        say(cast, agreed, "samira", "noa")
    assert told.value.newest == newer


def test_a_change_in_confidence_is_not_spoken_of(cast: Cast, agreed: UUID) -> None:
    """Seen red with the newest version that the worker reads."""
    plan.change_agreement(
        viewer=cast.viewer("jerrel"),
        agreement=agreed,
        terms=terms(cast, words="Nu appt hij."),
        choice=cast.choice("samira"),
    )
    say(cast, agreed, "samira", "noa", stance="agrees")
    assert shown(cast, "samira", "noa")["Samira"] == ("agrees", "")


def test_what_was_said_in_confidence_before_and_kept_from_somebody_hides_nothing_said_before_them(
    cast: Cast, agreed: UUID
) -> None:
    """Seen red with what is withheld of the earlier words: the screen then said that there was something."""
    earlier = positions.take_position(
        viewer=cast.viewer("samira"), agreement=agreed, stance="differs", words="Ik durf niet."
    )
    for name in ("karim", "yusuf"):
        withholding.withhold(
            viewer=cast.viewer("jerrel"),
            dossier=cast.dossier,
            human=cast.people[name],
            reason="gevaar",
            entry=earlier,
        )
    said = say(cast, agreed, "samira", "karim", stance="agrees")
    assert shown(cast, "samira", "karim")["Samira"] == ("agrees", "")
    assert readers(cast, said) == {"samira", "karim"}
    assert readers(cast, earlier) == {"samira"}


def test_the_same_form_sent_twice_keeps_it_once(cast: Cast, agreed: UUID) -> None:
    once = uuid4()
    assert say(cast, agreed, "noa", once=once) == say(cast, agreed, "noa", once=once)


def test_who_is_not_named_and_said_something_at_the_table_goes_on_about_it_alone(
    cast: Cast, agreed: UUID
) -> None:
    with pytest.raises(Missing):
        positions.take_position(viewer=cast.viewer("yusuf"), agreement=agreed, stance="agrees")
    said = say(cast, agreed, "yusuf", "karim", words="Mag wel.")
    positions.take_back_position(viewer=cast.viewer("yusuf"), agreement=agreed)
    assert readers(cast, said) == {"yusuf"}
    positions.take_position(viewer=cast.viewer("yusuf"), agreement=agreed, stance="differs")


def test_a_secret_address_warns_nobody_at_the_table_and_is_held_back(cast: Cast, agreed: UUID) -> None:
    """Seen red with the warning that the worker gets on their own screen: here he would see it too."""
    note(cast, "samira", "address", ADDRESS)
    said = say(cast, agreed, "karim", "samira", "noa", words=HINT)
    assert truly(cast, said) == {"karim"}
    ((notice, about),) = notices(cast)
    assert (notice.words, about) == (held.NOTICE_HEARD, {cast.rows["samira"]})


def test_the_screen_shows_words_that_are_held_back_as_all_others(cast: Cast, agreed: UUID) -> None:
    note(cast, "samira", "address", ADDRESS)
    for words in (HINT, "Hij belt eerst."):
        say(cast, agreed, "karim", "samira", "noa", words=words)
        assert shown(cast, "karim", "samira", "noa")["Karim"] == ("partly", words)


def test_the_worker_who_knows_the_address_gets_the_notice_too(cast: Cast, agreed: UUID) -> None:
    note(cast, "samira", "address", ADDRESS)
    say(cast, agreed, "karim", "samira", words=HINT)
    ((notice, _),) = notices(cast)
    with upkeep():
        assert not Withheld.objects.filter(entry=notice).exists()


def test_what_somebody_slips_about_themselves_is_not_read_again_by_who_may_not_know(
    cast: Cast, agreed: UUID
) -> None:
    note(cast, "samira", "address", ADDRESS)
    said = say(cast, agreed, "samira", "karim", words="Ik woon nu op de Lindehof.")
    assert truly(cast, said) == {"samira"}
