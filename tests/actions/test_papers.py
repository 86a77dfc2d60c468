"""Paper that was given out: who knows of it, how new it is, and what became of it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from tests.actions.test_plan import agree
from tests.cast import NOW, Cast, samira_and_karim

from naast.access import entry_acts, plan, search, timeline
from naast.access import papers as reading
from naast.access.papers import GivenOut
from naast.access.viewer import Missing
from naast.actions import papers, withholding
from naast.actions.act import Conflict, Invalid, Refused
from naast.actions.choice import Choice
from naast.actions.papers import After, Given

pytestmark = pytest.mark.django_db
EVERYBODY = ("samira", "karim", "yusuf", "noa")
TODAY = NOW.date()


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim()


def version(cast: Cast):  # type: ignore[no-untyped-def]
    """How new the plan is on the paper that Jerrel prints."""
    return plan.plan_for_everyone(cast.viewer("jerrel"), cast.dossier).changed


def give(cast: Cast, *to: str, choice: Choice | None = None, by: str = "jerrel", **more: object) -> UUID:
    viewer = cast.viewer(by)
    ids = tuple(cast.people[name] for name in to)
    given = replace(Given("plan", ids, viewer.today, version(cast), "In haar tas."), **more)  # type: ignore[arg-type]
    return papers.give(viewer=viewer, dossier=cast.dossier, given=given, choice=choice)


def listed(cast: Cast, name: str, *, asked: bool = True) -> tuple[GivenOut, ...]:
    viewer = replace(cast.viewer(name), asked_confidential=asked)
    return reading.papers(viewer, cast.dossier).papers


def test_it_is_known_to_who_got_it_and_the_team(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    give(cast, "samira")
    for name in ("samira", "jerrel"):
        [one] = listed(cast, name)
        assert ([f.label for f in one.to], one.sheet, one.state) == (["Samira"], "plan", "out"), name
    for name in ("karim", "yusuf", "noa", "ellen"):
        assert listed(cast, name) == (), name


def test_a_choice_lets_others_know_and_only_them(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    give(cast, "samira", choice=cast.choice("samira", "karim"))
    assert len(listed(cast, "karim")) == 1
    assert listed(cast, "yusuf") == ()


def test_over_the_shoulder_stands_only_what_everybody_may_read(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    give(cast, "samira")
    give(cast, "yusuf", choice=cast.choice(*EVERYBODY))
    assert [f.label for one in listed(cast, "samira", asked=False) for f in one.to] == ["Yusuf"]
    assert len(listed(cast, "samira")) == 2


def test_who_got_it_is_not_told_where_it_is_withheld(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper = give(cast, "yusuf", choice=cast.choice(*EVERYBODY))
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="gevaar",
        entry=paper,
    )
    assert listed(cast, "karim") == ()
    papers.report(viewer=cast.viewer("jerrel"), paper=paper, after=After("lost", cast.viewer("jerrel").today))
    assert listed(cast, "karim") == ()


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("sheet", {"sheet": "poster"}),
        ("sheet", {"sheet": "edition"}),
        ("to", {"to": ()}),
        ("given_on", {"on": TODAY + timedelta(days=1)}),
        ("older", {"on": TODAY - timedelta(days=1)}),
    ],
)
def test_what_can_not_be_right_is_said_at_its_field(cast: Cast, field: str, more: dict[str, object]) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    with pytest.raises(Invalid) as told:
        give(cast, "samira", **more)
    assert list(told.value.errors) == [field]


@pytest.mark.parametrize("name", ["samira", "ellen"])
def test_only_the_team_writes_down_that_it_gave_paper(cast: Cast, name: str) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    with pytest.raises(Refused):
        give(cast, "samira", by=name)


def test_it_says_whether_the_plan_changed_since_as_far_as_each_may_read(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    give(cast, "samira", choice=cast.choice(*EVERYBODY))
    for name in ("jerrel", "samira", "karim"):
        assert not listed(cast, name)[0].changed, name
    agree(cast, cast.choice("samira"))  # not on the paper of anybody
    for name in ("jerrel", "samira", "karim"):
        assert not listed(cast, name)[0].changed, name
    agree(cast, cast.choice(*EVERYBODY))
    for name in ("jerrel", "samira", "karim"):
        assert listed(cast, name)[0].changed, name


def test_an_older_paper_has_no_version_and_the_plan_changed_since(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    give(cast, "samira", version=None)
    assert listed(cast, "samira")[0].version is None
    assert listed(cast, "samira")[0].changed


def own(cast: Cast, name: str = "samira", once: UUID | None = None) -> UUID:
    viewer = cast.viewer(name)
    page = plan.plan(replace(viewer, asked_confidential=True), cast.dossier)
    return papers.make_own(viewer=viewer, dossier=cast.dossier, version=page.changed, once=once)  # type: ignore[call-arg,arg-type]


def test_a_personal_edition_is_a_secret_of_who_made_it_and_the_team(cast: Cast) -> None:
    agree(cast, cast.choice("samira"))
    own(cast)
    assert [one.sheet for one in listed(cast, "samira")] == ["edition"]
    assert [one.sheet for one in listed(cast, "jerrel")] == ["edition"]
    assert listed(cast, "samira", asked=False) == ()
    assert listed(cast, "karim") == listed(cast, "yusuf") == ()


def test_the_plan_of_its_reader_says_whether_an_edition_is_still_so(cast: Cast) -> None:
    agree(cast, cast.choice("samira"))
    own(cast)
    assert not listed(cast, "samira")[0].changed
    agree(cast, cast.choice("karim"), words="Karim belt.", fallback="Dan niet.")  # she reads nothing of it
    assert not listed(cast, "samira")[0].changed
    agree(cast, cast.choice("samira"))
    assert listed(cast, "samira")[0].changed


def test_the_same_confirmation_lists_one_paper_and_another_one_two(cast: Cast) -> None:
    agree(cast, cast.choice("samira"))
    once = uuid4()
    assert own(cast, once=once) == own(cast, once=once)
    assert len(listed(cast, "samira")) == 1
    own(cast, once=uuid4())
    assert len(listed(cast, "samira")) == 2


@pytest.mark.parametrize("name", ["jerrel", "ellen"])
def test_a_professional_has_no_personal_edition(cast: Cast, name: str) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    viewer = cast.viewer(name)
    with pytest.raises(Refused):
        papers.make_own(viewer=viewer, dossier=cast.dossier, version=viewer.at)


@pytest.mark.parametrize("name", ["jerrel", "samira"])
def test_the_team_and_who_got_it_say_what_became_of_it(cast: Cast, name: str) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper = give(cast, "samira", choice=cast.choice("samira", "karim"))
    viewer = cast.viewer(name)
    papers.report(viewer=viewer, paper=paper, after=After("lost", viewer.today))
    for reader in ("samira", "karim", "jerrel"):
        [one] = listed(cast, reader)
        assert (one.state, one.since, one.line.words) == ("lost", viewer.today, "In haar tas."), reader
    assert listed(cast, "yusuf") == ()


def test_what_was_said_by_mistake_is_taken_back(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper, viewer = give(cast, "samira"), cast.viewer("jerrel")
    lost = papers.report(viewer=viewer, paper=paper, after=After("lost", viewer.today))
    papers.report(viewer=cast.viewer("jerrel"), paper=lost, after=After("out", viewer.today))
    [one] = listed(cast, "jerrel")
    assert (one.state, one.since) == ("out", None)


def test_who_only_knows_of_it_or_does_not_says_nothing_of_it(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper = give(cast, "samira", choice=cast.choice("samira", "karim"))
    for name in ("karim", "yusuf", "ellen"):
        viewer = cast.viewer(name)
        with pytest.raises(Refused):
            papers.report(viewer=viewer, paper=paper, after=After("back", viewer.today))


def test_somebody_else_was_first(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper, viewer = give(cast, "samira"), cast.viewer("jerrel")
    papers.report(viewer=cast.viewer("samira"), paper=paper, after=After("lost", viewer.today))
    with pytest.raises(Conflict):
        papers.report(viewer=cast.viewer("jerrel"), paper=paper, after=After("back", viewer.today))


def test_another_kind_of_entry_is_no_paper(cast: Cast) -> None:
    agreed, viewer = agree(cast, cast.choice(*EVERYBODY)), cast.viewer("jerrel")
    with pytest.raises(Refused):
        papers.report(viewer=viewer, paper=agreed, after=After("back", viewer.today))


def test_it_stands_in_the_story_and_is_found_by_its_words(cast: Cast) -> None:
    agree(cast, cast.choice(*EVERYBODY))
    paper = give(cast, "samira")
    [told] = [one for one in timeline.story(cast.viewer("jerrel"), cast.dossier).told if one.paper]
    assert told.line.public_id == paper
    assert told.paper is not None
    assert [f.label for f in told.paper.to] == ["Samira"]
    for words in ("tas", "papier"):
        assert [hit.line.public_id for hit in search.search(cast.viewer("jerrel"), words).hits] == [paper]
    assert search.search(cast.viewer("ellen"), "papier").hits == ()


def holding(cast: Cast, name: str, entry: UUID) -> tuple[GivenOut, ...]:
    """Paper on which it may stand: the same on the page where it closes, and where it is changed."""
    viewer = replace(cast.viewer(name), asked_confidential=True)
    found = entry_acts.with_readers(viewer, entry)[1]
    assert [one.line.public_id for one in reading.with_plan(viewer, cast.dossier, entry)[1]] == [
        one.line.public_id for one in found
    ]
    return found


def test_it_names_the_paper_on_which_an_agreement_may_stand(cast: Cast) -> None:
    agreed = agree(cast, cast.choice(*EVERYBODY))
    paper = give(cast, "samira")
    later = agree(cast, cast.choice(*EVERYBODY))
    found = holding(cast, "jerrel", agreed)
    assert [one.line.public_id for one in found] == [paper]
    assert holding(cast, "jerrel", later) == ()
    assert holding(cast, "karim", agreed) == ()  # he does not know of the paper


def test_paper_that_came_back_holds_nothing_any_more_and_lost_paper_does(cast: Cast) -> None:
    agreed, today = agree(cast, cast.choice(*EVERYBODY)), cast.viewer("jerrel").today
    paper = give(cast, "samira")
    for state, stays in (("lost", 1), ("destroyed", 0), ("out", 1), ("back", 0)):
        paper = papers.report(viewer=cast.viewer("jerrel"), paper=paper, after=After(state, today))
        assert len(holding(cast, "jerrel", agreed)) == stays, state


def test_of_what_somebody_may_not_read_nothing_is_said(cast: Cast) -> None:
    agreed = agree(cast, cast.choice("samira"))
    with pytest.raises(Missing):
        holding(cast, "karim", agreed)
