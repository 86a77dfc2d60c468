"""An expert beside the fixed face: on whose yes, never instead, and gone with the first that ends."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cast import NOW, Cast, partner, samira_and_karim

from naast.access import experts as reading
from naast.access import people_page, policy
from naast.access.doors import upkeep, viewer_door
from naast.access.household_lines import Involved
from naast.access.network import network
from naast.access.resting import resting_on
from naast.access.viewer import Missing
from naast.actions import consent, dossiers, experts, involvements, openings, own_words, roles, sharing
from naast.actions.act import Invalid, Refused, Warned
from naast.actions.choice import Choice
from naast.actions.entries import Passage
from naast.records.models import Entry, Person, Share
from naast.rules.consent_words import Subject
from naast.rules.experts import BEHAVIOURAL_SCIENTIST, REGIONAL_TEAM
from naast.rules.sharing import PLACE

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = NOW.date()
OFFICE = "Regionaal veiligheidsteam"


@pytest.fixture
def cast() -> Cast:
    found = samira_and_karim()
    partner(found, "mia", "Mia Post")
    return found


def here(cast: Cast) -> dict[str, Any]:
    return {"viewer": cast.viewer("jerrel"), "dossier": cast.dossier}


def yes(cast: Cast, giver: str = "samira", about: str = "samira", days: int = 50, **more: Any) -> UUID:
    """To the office of Mia, unless `more` names somebody else."""
    receiver = more.pop("receiver", None)
    asked = consent.Asked(
        cast.people[about],
        cast.people[giver],
        more.pop("subject", Subject.SECRECY_YOUTH),
        more.pop("answer", "yes"),
        "spoken",
        "Meedenken over de nachten.",
        more.pop("starts", TODAY),
        TODAY + days * DAY,
        receiver=cast.people[receiver] if receiver else None,
        organisation="" if receiver else more.pop("organisation", OFFICE),
    )
    return consent.give(asked=asked, **here(cast))


def adds(
    cast: Cast, *consents: UUID, who: str = "mia", days: int = 30, by: str = "jerrel", **more: Any
) -> UUID:
    asked = {
        "account": cast.accounts[who].public_id,
        "expert": BEHAVIOURAL_SCIENTIST,
        "form": "advice",
        "organisation": OFFICE,
        "purpose": "Hoe slapen de kinderen weer?",
        "starts": TODAY,
        "ends": TODAY + days * DAY,
        "consents": consents,
    }
    return experts.add(viewer=cast.viewer(by), dossier=cast.dossier, asked=experts.Asked(**asked | more))


def reads(cast: Cast, name: str, entry: UUID, days: float = 0) -> bool:
    viewer = cast.viewer(name)
    with viewer_door(replace(viewer, at=viewer.at + days * DAY)) as reach:
        return policy.entries(reach).filter(public_id=entry).exists()


def reads_anything(cast: Cast, name: str, days: float = 0) -> bool:
    viewer = cast.viewer(name)
    with viewer_door(replace(viewer, at=viewer.at + days * DAY)) as reach:
        return policy.entries(reach).exists()


def line(cast: Cast, entry: UUID) -> Involved:
    page = people_page.people(cast.viewer("jerrel"), cast.dossier).household
    return next(one for one in page.involved if one.entry == entry)


def test_they_join_as_which_expert_in_which_form_for_what_and_until_when(cast: Cast) -> None:
    entry = adds(cast, yes(cast))
    found = line(cast, entry)
    assert (found.role, found.capacity, found.expert, found.form) == (
        "expert", "partner", "behavioural_scientist", "advice",
    )  # fmt: skip
    assert (found.organisation, found.ground) == (OFFICE, "Hoe slapen de kinderen weer?")
    assert found.running
    assert found.ends is not None
    [rests] = people_page.people(cast.viewer("jerrel"), cast.dossier).rests[entry]
    assert rests.by is not None
    assert (rests.by.label, rests.person.label) == ("Samira", "Samira")


def test_they_read_that_they_are_asked_and_nothing_else(cast: Cast) -> None:
    told = cast.tells("samira", "Ik slaap niet.")
    entry = adds(cast, yes(cast))
    assert reads(cast, "mia", entry)
    assert not reads(cast, "mia", told)
    with viewer_door(cast.viewer("mia")) as reach:
        assert policy.entries(reach).count() == 1


def test_who_gave_the_yes_reads_of_it_and_the_others_do_not_unless_chosen(cast: Cast) -> None:
    entry = adds(cast, yes(cast))
    assert {name for name in ("samira", "karim", "yusuf", "jerrel", "ayse", "ellen") if reads(cast, name, entry)} == {
        "samira", "jerrel",
    }  # fmt: skip
    partner(cast, "bas", "Bas Smit")
    more = adds(cast, yes(cast, about="noa"), who="bas", readers=(cast.people["karim"],))
    assert reads(cast, "karim", more)


@pytest.mark.parametrize(
    "case",
    ["none", "no", "to somebody else", "to another office", "to help", "over", "taken back", "by a birthday"],
)
def test_it_rests_on_a_yes_that_runs_to_them_or_their_office(cast: Cast, case: str) -> None:
    """Seen red with the answer, and with the receiver left out of `running_for`; what is over is looked at twice."""
    match case:
        case "none":
            consents: tuple[UUID, ...] = ()
        case "no":
            consents = (yes(cast, answer="no"),)
        case "to somebody else":
            consents = (yes(cast, receiver="ellen"),)
        case "to another office":
            consents = (yes(cast, organisation="Bureau Duin"),)
        case "to help":
            consents = (yes(cast, subject=Subject.HELP_YOUTH, organisation=""),)
        case "over":
            given = yes(cast, days=3)
            cast.clock.at += 3 * DAY
            consents = (given,)
        case "taken back":
            given = yes(cast)
            consent.withdraw(viewer=cast.viewer("samira"), consent=given)
            consents = (given,)
        case _:
            consents = (yes(cast, about="yusuf", days=4000),)
            with upkeep():
                born = TODAY.replace(year=TODAY.year - 16) + DAY
                Person.objects.filter(id=cast.rows["yusuf"]).update(birth_from=born, birth_to=born)
            cast.clock.at += 2 * DAY
    with pytest.raises(Invalid) as wrong:
        adds(cast, *consents, starts=cast.clock.at.date())
    assert list(wrong.value.errors) == ["consents"]


def test_a_yes_to_the_person_counts_as_well(cast: Cast) -> None:
    first = adds(cast, yes(cast))
    involvements.end(viewer=(at := cast.viewer("jerrel")), involvement=first, at=at.at)
    entry = adds(cast, yes(cast, about="noa", receiver="mia"), organisation="Praktijk Post")
    assert line(cast, entry).running


def test_it_ends_by_its_day_or_by_the_first_of_its_yeses(cast: Cast) -> None:
    """Seen red with the day alone."""
    entry = adds(cast, yes(cast), yes(cast, about="noa", days=10), days=30)
    assert reads(cast, "mia", entry, days=9)
    assert not reads_anything(cast, "mia", days=10)
    partner(cast, "bas", "Bas Smit")
    other = adds(cast, yes(cast, about="yusuf"), who="bas", days=30)
    assert reads(cast, "bas", other, days=29)
    assert not reads_anything(cast, "bas", days=30)


def test_it_ends_with_a_birthday_at_which_the_yes_no_longer_counts(cast: Cast) -> None:
    with upkeep():
        born = TODAY.replace(year=TODAY.year - 16) + 5 * DAY
        Person.objects.filter(id=cast.rows["yusuf"]).update(birth_from=born, birth_to=born)
    entry = adds(cast, yes(cast, about="yusuf"))
    assert reads(cast, "mia", entry, days=4)
    assert not reads_anything(cast, "mia", days=5)


def test_a_yes_that_is_taken_back_ends_it_on_the_next_request_with_all_that_they_read(cast: Cast) -> None:
    """Seen red with `experts.end_resting_on` left out, and with `stop` closing the involvement alone."""
    given = yes(cast)
    entry = adds(cast, given)
    told = cast.tells("samira", "Ik slaap niet.", "mia")
    also = cast.tells("samira", "En ik eet niet.")
    openings.widen(viewer=cast.viewer("samira"), entry=also, readers=[cast.people["mia"]], how="teller_chose")
    own_words.tell(
        viewer=cast.viewer("mia"),
        dossier=cast.dossier,
        passage=Passage("Wat als zij eerder eet?", "opinion", Choice()),
    )
    assert all(reads(cast, "mia", one) for one in (entry, told, also))
    samira = replace(cast.viewer("samira"), asked_confidential=True)
    [rests] = resting_on(samira, cast.dossier, given)
    assert rests.expert
    assert rests.receiver is not None
    assert rests.receiver.label == "Mia"
    consent.withdraw(viewer=cast.viewer("samira"), consent=given)
    assert not reads_anything(cast, "mia")
    assert not line(cast, entry).running


def test_the_first_yes_that_is_taken_back_ends_it(cast: Cast) -> None:
    first, second = yes(cast), yes(cast, about="noa")
    adds(cast, first, second)
    consent.withdraw(viewer=cast.viewer("samira"), consent=second)
    assert not reads_anything(cast, "mia")


def test_a_yes_on_which_nobody_rests_ends_nobody(cast: Cast) -> None:
    entry, other = adds(cast, yes(cast)), yes(cast, about="noa")
    consent.withdraw(viewer=cast.viewer("samira"), consent=other)
    assert reads(cast, "mia", entry)


def test_what_safety_or_a_teller_opened_to_them_closes_with_their_last_day(cast: Cast) -> None:
    """Seen red with such a share that has no end."""
    adds(cast, yes(cast), days=7)
    opened, widened = cast.tells("samira", "Hij stond er weer."), cast.tells("samira", "Ik ben bang.")
    openings.open_for_safety(
        viewer=cast.viewer("jerrel"),
        entry=opened,
        readers=[cast.people["mia"]],
        reason="gevaar",
        told_first=True,
    )
    openings.widen(
        viewer=cast.viewer("samira"), entry=widened, readers=[cast.people["mia"]], how="teller_chose"
    )
    assert reads(cast, "mia", opened, days=6)
    assert reads(cast, "mia", widened, days=6)
    assert not reads_anything(cast, "mia", days=7)


def test_the_team_ends_it(cast: Cast) -> None:
    entry = adds(cast, yes(cast))
    told = cast.tells("samira", "Ik slaap niet.", "mia")
    at = cast.viewer("jerrel")
    involvements.end(viewer=at, involvement=entry, at=at.at)
    assert not reads(cast, "mia", told)
    assert not reads_anything(cast, "mia")


def test_who_has_yet_to_come_reads_nothing_and_does_not_come_where_the_yes_is_taken_back(cast: Cast) -> None:
    given = yes(cast)
    entry = adds(cast, given, starts=TODAY + 5 * DAY)
    assert line(cast, entry).coming
    assert not reads_anything(cast, "mia", days=4)
    assert reads(cast, "mia", entry, days=5)
    consent.withdraw(viewer=cast.viewer("samira"), consent=given)
    assert not any(reads_anything(cast, "mia", days=day) for day in (0, 4, 5, 20))
    found = line(cast, entry)
    assert not found.running
    assert not found.coming


def test_the_team_lets_somebody_who_has_yet_to_come_not_come(cast: Cast) -> None:
    entry = adds(cast, yes(cast), starts=TODAY + 5 * DAY)
    at = cast.viewer("jerrel")
    involvements.end(viewer=at, involvement=entry, at=at.at)
    assert not any(reads_anything(cast, "mia", days=day) for day in (0, 5, 20))


def test_a_yes_that_ends_before_they_begin_is_said(cast: Cast) -> None:
    with pytest.raises(Invalid) as wrong:
        adds(cast, yes(cast, days=4), starts=TODAY + 5 * DAY)
    assert list(wrong.value.errors) == ["consents"]


def test_never_instead_of_the_fixed_face(cast: Cast) -> None:
    """Seen red with `fixed_face` always true."""
    given = yes(cast)
    with viewer_door(cast.viewer("jerrel")) as reach:
        face = policy.entries(reach).get(kind="involvement", involvement__role="fixed_face")
    at = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=at, dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team", starts=at.at
    )
    at = cast.viewer("jerrel")
    involvements.end(viewer=at, involvement=face.public_id, at=at.at, nobody=True)
    with pytest.raises(Invalid) as wrong:
        adds(cast, given, by="ayse")
    assert list(wrong.value.errors) == [""]
    assert "never" in wrong.value.errors[""][0]


def test_an_expert_can_be_asked_for_no_role(cast: Cast) -> None:
    adds(cast, yes(cast))
    for role in ("fixed_face", "coordinator", "plan_lead"):
        with pytest.raises(Invalid) as wrong:
            roles.propose(
                account=cast.accounts["mia"].public_id, role=role, words="Zij kent het.", **here(cast)
            )
        assert list(wrong.value.errors) == ["account"]


def test_where_the_region_offers_none_there_is_none(cast: Cast, settings: Any) -> None:
    given = yes(cast)
    settings.EXPERTS = (REGIONAL_TEAM,)
    with pytest.raises(Refused):
        adds(cast, given)
    settings.EXPERTS = ()
    with pytest.raises(Refused):
        adds(cast, given, expert=REGIONAL_TEAM)
    with pytest.raises(Missing):
        reading.adding(cast.viewer("jerrel"), cast.dossier)
    assert people_page.people(cast.viewer("jerrel"), cast.dossier).offered == ()


@pytest.mark.parametrize("name", ["samira", "ellen", "ayse", "mia"])
def test_only_the_team_adds_one(cast: Cast, name: str) -> None:
    given = yes(cast)
    with pytest.raises(Refused):
        adds(cast, given, by=name)
    with pytest.raises(Missing):
        reading.adding(cast.viewer(name), cast.dossier)


def test_nobody_stands_here_twice(cast: Cast) -> None:
    adds(cast, yes(cast))
    for who in ("mia", "ellen"):
        with pytest.raises(Invalid) as wrong:
            adds(cast, yes(cast, about={"mia": "noa", "ellen": "yusuf"}[who]), who=who)
        assert list(wrong.value.errors) == ["account"]


def test_a_yes_that_the_worker_may_not_read_is_none(cast: Cast) -> None:
    from naast.actions import withholding

    given = yes(cast)
    at = cast.viewer("jerrel")
    involvements.add_colleague(
        viewer=at, dossier=cast.dossier, account=cast.accounts["ayse"].public_id, role="team", starts=at.at
    )
    withholding.withhold(human=cast.people["ayse"], reason="nicht", entry=given, **here(cast))
    assert reading.adding(cast.viewer("ayse"), cast.dossier).running == ()
    with pytest.raises(Invalid):
        adds(cast, given, by="ayse")
    entry = adds(cast, given)
    assert people_page.people(cast.viewer("ayse"), cast.dossier).rests.get(entry, ()) == ()


def test_it_says_for_whom_no_yes_runs(cast: Cast) -> None:
    yes(cast), yes(cast, about="noa"), yes(cast, about="yusuf", organisation="Bureau Duin")
    page = reading.adding(cast.viewer("jerrel"), cast.dossier)
    yeses = page.yeses(cast.people["mia"], f" {OFFICE} ")
    assert [one.person.label for one in yeses] == ["Noa", "Samira"]
    assert [face.label for face in page.without(yeses)] == ["Yusuf"]
    assert page.receivers == ("Bureau Duin", OFFICE)


def test_the_household_reads_who_thinks_along_and_what_for(cast: Cast) -> None:
    adds(cast, yes(cast))
    page = network(replace(cast.viewer("samira"), asked_confidential=True), cast.dossier)
    [one] = [one for one in page.working if one.expert]
    assert (one.face.label, one.expert, one.form, one.asked) == (
        "Mia", BEHAVIOURAL_SCIENTIST, "advice", "Hoe slapen de kinderen weer?",
    )  # fmt: skip
    assert one.ends is not None
    assert not [one for one in network(cast.viewer("karim"), cast.dossier).working if one.expert]


def test_what_is_shared_with_them_ends_with_them(cast: Cast) -> None:
    adds(cast, yes(cast), days=7)
    told = cast.tells("samira", "Noa slaapt slecht.")
    given = yes(cast, about="noa", receiver="mia")
    asked = sharing.Asked(
        (told,), PLACE, "youth_yes", "Meedenken.", TODAY + 40 * DAY, cast.people["mia"],
        consents=(given, yes(cast, receiver="mia")),
    )  # fmt: skip
    sharing.share(asked=asked, **here(cast))
    assert reads(cast, "mia", told, days=6)
    assert not reads(cast, "mia", told, days=7)


def test_what_they_are_asked_passes_the_address_guard_for_them_too(cast: Cast) -> None:
    dossiers.note_contact_data(
        person=cast.people["samira"], kind="street", value="Lindehof 12", guarded=True, **here(cast)
    )
    with pytest.raises(Warned) as warned:
        adds(cast, yes(cast), purpose="Kan het op de Lindehof?")
    assert list(warned.value.errors) == ["ground"]
    assert adds(cast, yes(cast, about="noa"), purpose="Kan het op de Lindehof?", guard_seen=True)


def test_nothing_is_opened_but_the_one_entry(cast: Cast) -> None:
    entry = adds(cast, yes(cast))
    with upkeep():
        row = Entry.objects.get(public_id=entry)
        assert Share.objects.filter(human=cast.rows["mia"]).values_list("entry_id", flat=True).get() == row.pk
