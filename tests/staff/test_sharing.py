"""Sharing outside the circle on the team's face: chosen, read back, in the ledger, ended, told of, looked at again."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.actions.test_guard import ADDRESS, HINT, note
from tests.actions.test_sharing import _joins as joins
from tests.actions.test_sharing import with_yes, yes
from tests.cast import Cast, samira_and_karim, some_time_ago, staff
from tests.staff.signed_in import client as signed_in
from tests.staff.test_emergency import asks

from naast.access import sharing as reading
from naast.access import today
from naast.access.sharing import Shared
from naast.access.sharing_again import Again
from naast.actions import corrections, entries
from naast.actions import sharing as acts
from naast.records.models import Account, Team
from naast.rules.sharing import STEPS

pytestmark = pytest.mark.django_db
WORDS = "Noa slaapt slecht na ruzie."
EMPTY = "Er is nog niets gedeeld"
MORE = "Er kan meer zijn dat we niet noemen"


@pytest.fixture
def cast() -> Cast:
    """As it was told in the hour before now: nothing of it lies a second ahead."""
    return samira_and_karim(some_time_ago(hours=1))


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast, "jerrel")


def address(cast: Cast, rest: str = "") -> str:
    return f"/huishoudens/{cast.dossier}/delen{rest}"


def day(**later: int) -> str:
    return (timezone.localdate() + timedelta(**later)).isoformat()


def listed(cast: Cast, client: Client, query: str = "") -> str:
    answer = client.get(address(cast, query))
    assert answer.status_code == 200
    return text(answer)


def text(answer: Any) -> str:
    found: str = answer.content.decode()
    return found


def typed(cast: Cast, *given: UUID, **more: object) -> dict[str, object]:
    """What the form holds for who shares with Ellen on a weighing, and tells of it now."""
    return {
        "entries": [str(one) for one in given],
        "receiver": str(cast.people["ellen"]),
        "organisation": "",
        "ground": "conflict",
        "purpose": "Rust op school.",
        "ends": day(days=30),
        "need": "School ziet haar elke dag.",
        "lighter": "Zonder namen weet school niet om wie het gaat.",
        "words": "Wachten kan niet.",
        "told": "on",
        "not_told": "",
        "look_on": "",
        "once": str(uuid4()),
    } | more


def untold(cast: Cast, *given: UUID, **more: object) -> dict[str, object]:
    later = {"told": "", "not_told": "Karim leest mee.", "look_on": day(days=3)}
    return typed(cast, *given, **later | more)


def post(cast: Cast, client: Client, data: dict[str, object]) -> Any:
    return client.post(address(cast, "/nieuw"), data)


def confirmed(cast: Cast, client: Client, data: dict[str, object]) -> Any:
    """What the answer is to who read it back and confirmed."""
    return post(cast, client, data | {"checked": post(cast, client, data).context["back"].mark})


def share(cast: Cast, client: Client, data: dict[str, object]) -> Shared:
    """Shared on the pages; the share as the ledger shows it, the last first."""
    done = confirmed(cast, client, data)
    assert (done.status_code, done["Location"]) == (303, address(cast))
    page: reading.SharingPage = client.get(address(cast)).context["page"]
    return page.shared[0]


def wrong(answer: Any) -> set[str]:
    assert answer.status_code == 422
    return set(answer.context["form"].errors)


def to(one: Shared, rest: str, cast: Cast) -> str:
    return address(cast, f"/{one.line.public_id}/{rest}")


def test_the_household_leads_to_it_and_an_empty_ledger_says_what_comes_here(
    cast: Cast, client: Client
) -> None:
    assert f'"{address(cast)}"' in text(client.get(f"/huishoudens/{cast.dossier}/toestemming"))
    shown = listed(cast, client)
    assert EMPTY in shown
    assert MORE in shown
    assert re.search(r"toestemming\"\s+aria-current=\"page\"", shown)


def test_it_is_read_back_before_it_is_shared_and_then_stands_in_the_ledger(
    cast: Cast, client: Client
) -> None:
    told = cast.tells("samira", WORDS)
    first = post(cast, client, typed(cast, told))
    assert first.status_code == 200
    for said in ("Zo wordt het gedeeld", "Ellen Bos leest dit in Naast", "Samira en het team lezen nu"):
        assert said in text(first)
    assert EMPTY in listed(cast, client)
    share(cast, client, typed(cast, told))
    shown = listed(cast, client)
    for said in (
        "Ellen Bos leest het in Naast",
        WORDS,
        f'href="/stukken/{told}"',
        "Rust op school.",
        "Conflict van plichten",
        "Nog niet vergeleken met de tekst van vandaag",
        "School ziet haar elke dag.",
        "Zonder namen weet school niet om wie het gaat.",
        "Wachten kan niet.",
        "Wie het vertelde, weet het sinds",
        MORE,
    ):
        assert said in shown, said
    assert EMPTY not in shown
    assert WORDS in text(signed_in(cast, "ellen").get(f"/stukken/{told}"))


def test_who_read_something_else_back_confirms_nothing(cast: Cast, client: Client) -> None:
    told, other = cast.tells("samira", WORDS), cast.tells("samira", "Ik ben bang.")
    mark = post(cast, client, typed(cast, told)).context["back"].mark
    again = post(cast, client, typed(cast, told, other, checked=mark))
    assert again.status_code == 200
    assert EMPTY in listed(cast, client)


def test_sent_twice_it_is_shared_once(cast: Cast, client: Client) -> None:
    data = typed(cast, cast.tells("samira", WORDS))
    assert [confirmed(cast, client, data).status_code for _ in range(2)] == [303, 303]
    assert listed(cast, client).count("Ellen Bos leest het in Naast") == 1


def test_the_entry_leads_to_it_chosen_and_first(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", WORDS)
    for number in range(10):
        cast.tells("samira", f"Later, {number}.")
    there = f"{address(cast, '/nieuw')}?stuk={told}"
    assert there in text(client.get(f"/stukken/{told}"))
    page = client.get(there)
    choices = page.context["form"].choices
    assert [one.line.public_id for one in choices if one.checked] == [told]
    assert choices[0].line.public_id == told
    assert "<details" in text(page)
    assert "Vraagt een ja voor Samira." in text(page)
    for strange in (str(uuid4()), "geen"):
        unknown = client.get(f"{address(cast, '/nieuw')}?stuk={strange}")
        assert not any(one.checked for one in unknown.context["form"].choices)


def test_an_old_entry_is_chosen_on_its_own_page(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST", 1)
    told = cast.tells("samira", WORDS)
    cast.tells("samira", "Later.")
    page = client.get(f"{address(cast, '/nieuw')}?stuk={told}")
    assert page.context["form"].choices[0].line.public_id == told
    assert share(cast, client, typed(cast, told)).what[0].line.public_id == told


def test_what_stays_inside_has_no_link_to_it(cast: Cast, client: Client) -> None:
    asked = yes(cast)
    assert "/delen/nieuw" not in text(client.get(f"/stukken/{asked}"))


def test_the_form_says_what_the_weighing_asks_and_whom_to_phone_first(cast: Cast, client: Client) -> None:
    shown = text(client.get(address(cast, "/nieuw")))
    for said in (
        "Doel: voor welk precies doel?",
        "Nodig: is dit ervoor nodig",
        "Lichtste weg:",
        "Vertellen: vertel het de persoon",
        "Reden: schrijf op waarom.",
        "Vastleggen:",
        "Bel eerst, deel daarna",
        "112",
        "0800-2000",
        "kijkt een collega er de volgende dag naar",
        "Jeugdwet 7.3.11 (tekst van 6 november 2021, nog niet vergeleken met de tekst van vandaag)",
    ):
        assert said in shown, said
    assert len(STEPS) == 6
    assert "Wams" not in shown


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"entries": []}, "entries"),
        ({"entries": [str(uuid4())]}, "entries"),
        ({"receiver": ""}, "receiver"),
        ({"organisation": "Huisarts Duin"}, "receiver"),
        ({"ground": ""}, "ground"),
        ({"ground": "wams"}, "ground"),
        ({"purpose": ""}, "purpose"),
        ({"ends": ""}, "ends"),
        ({"ends": day(days=0)}, "ends"),
        ({"need": ""}, "need"),
        ({"lighter": ""}, "lighter"),
        ({"words": ""}, "words"),
        ({"told": ""}, "not_told"),
        ({"told": "", "not_told": "Nog niet."}, "look_on"),
        ({"ground": "danger", "words": "Eén regel."}, "words"),
        ({"ground": "youth_yes", "told": "", "not_told": "Nog niet."}, "told"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_before_it_is_read_back_and_nothing_typed_is_lost(
    cast: Cast, client: Client, more: dict[str, object], field: str
) -> None:
    told = cast.tells("samira", WORDS)
    answer = post(cast, client, typed(cast, told, **{"lighter": "Dit blijft staan."} | more))
    assert field in wrong(answer)
    shown = text(answer)
    assert f'id="id_{field}_error"' in shown
    assert "lighter" in more or "Dit blijft staan." in shown
    assert "Zo wordt het gedeeld" not in shown
    assert EMPTY in listed(cast, client)


def test_everything_that_is_wrong_is_said_at_once(cast: Cast, client: Client) -> None:
    missing = {"receiver": "", "need": "", "told": ""}
    answer = post(cast, client, typed(cast, **missing))
    assert wrong(answer) == {"entries", "receiver", "need", "not_told"}


def on_yes(cast: Cast, *given: UUID, consents: Iterable[UUID] = (), **more: object) -> dict[str, object]:
    chosen = {"ground": "youth_yes", "consents": [str(one) for one in consents]}
    return typed(cast, *given, **{"need": "", "lighter": "", "words": ""} | chosen | more)


def tells_of_noa(cast: Cast) -> UUID:
    passage = entries.Passage(
        WORDS, "telling", cast.choice(), teller=cast.people["samira"], about=(cast.people["noa"],)
    )
    talk = entries.Talk("home_visit", entries.Happened())
    return entries.tell_talk(
        viewer=cast.viewer("jerrel"), dossier=cast.dossier, talk=talk, passages=[passage]
    )[1]


def test_on_a_yes_it_says_by_name_for_whom_one_is_missing(cast: Cast, client: Client) -> None:
    told, mine = tells_of_noa(cast), yes(cast)
    page = text(client.get(f"{address(cast, '/nieuw')}?stuk={told}"))
    assert "Vraagt een ja voor Noa en Samira." in page
    assert "Samira zegt ja" in page
    answer = post(cast, client, on_yes(cast, told, consents=[mine]))
    assert wrong(answer) == {"consents"}
    assert "Er is nog geen ja voor Noa." in text(answer)
    shared = share(cast, client, on_yes(cast, told, consents=[mine, yes(cast, person="noa")]))
    assert shared.code == "youth_yes"


def test_a_yes_to_somebody_else_is_no_yes_here(cast: Cast, client: Client) -> None:
    told, other = cast.tells("samira", WORDS), yes(cast, receiver=None, organisation="School De Wilg")
    answer = post(cast, client, on_yes(cast, told, consents=[other]))
    assert wrong(answer) == {"consents"}
    assert "geen ja dat nu loopt voor deze ontvanger" in text(answer)


def test_a_yes_that_was_left_ticked_does_not_carry_another_ground(cast: Cast, client: Client) -> None:
    told, mine = cast.tells("samira", WORDS), yes(cast)
    share(cast, client, typed(cast, told, consents=[str(mine)]))
    reads = text(client.get(f"/stukken/{told}"))
    assert "kreeg het zonder ja" in reads
    assert "kreeg het met een ja" not in reads


def test_an_organisation_gets_a_file_that_nobody_can_take_back(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", WORDS)
    given = typed(cast, told, receiver="", organisation="Huisarts Duin", ends="")
    assert "Huisarts Duin krijgt hiervan een verzegeld bestand." in text(post(cast, client, given))
    shared = share(cast, client, given)
    shown = listed(cast, client)
    assert "Huisarts Duin krijgt een verzegeld bestand" in shown
    assert "Een bestand dat is meegegeven kan niemand terughalen." in shown
    assert "Vertel het de ontvanger." not in shown
    assert to(shared, "stoppen", cast) not in shown
    corrections.correct(viewer=cast.viewer("samira"), entry=told, words="Noa slaapt weer goed.")
    shown = listed(cast, client)
    assert "Er is iets verbeterd nadat dit bestand is meegegeven. Vertel het de ontvanger." in shown
    assert "gewijzigd nadat het gegeven is" in shown


def test_a_guarded_word_is_warned_of_at_its_field_and_goes_on_once_it_was_seen(
    cast: Cast, client: Client
) -> None:
    note(cast, "samira", "address", ADDRESS)
    given = typed(cast, cast.tells("karim", "Ik wil haar zien."), purpose=HINT)
    answer = confirmed(cast, client, given)
    assert wrong(answer) == {"purpose"}
    assert "Hier staat iets" in text(answer).split('id="id_purpose_error"')[1].split("</span></span>")[0]
    assert HINT in text(answer)
    assert 'name="guard_seen"' in text(answer)
    mark = answer.context["back"].mark
    assert post(cast, client, given | {"checked": mark, "guard_seen": "on"}).status_code == 303


def test_what_is_shared_itself_is_looked_through_at_what_is_chosen(cast: Cast, client: Client) -> None:
    note(cast, "samira", "address", ADDRESS)
    answer = confirmed(cast, client, typed(cast, cast.tells("samira", HINT)))
    assert wrong(answer) == {"entries"}


def test_stopped_it_is_over_and_its_receiver_finds_nothing(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", WORDS)
    shared = share(cast, client, typed(cast, told))
    there = to(shared, "stoppen", cast)
    assert there in listed(cast, client)
    assert client.get(there).status_code == 404
    for _ in range(2):
        assert client.post(there).status_code == 303
    page = client.get(address(cast))
    assert [len(page.context["running"]), len(page.context["over"])] == [0, 1]
    assert there not in text(page)
    assert signed_in(cast, "ellen").get(f"/stukken/{told}").status_code == 404


def test_who_is_not_told_is_told_on_a_page_that_shows_what_they_will_read(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", WORDS)
    first = post(cast, client, untold(cast, told))
    assert "Samira hoort het nog niet." in text(first)
    shared = share(cast, client, untold(cast, told))
    shown = listed(cast, client)
    assert "Wie het vertelde, weet het nog niet." in shown
    assert "Karim leest mee." in shown
    assert "Opnieuw kijken" in shown
    as_samira = f"?ogen={cast.people['samira']}&als=resident"
    assert EMPTY in listed(cast, client, as_samira)
    there = to(shared, "vertellen", cast)
    before = text(client.get(there))
    for said in ("Samira hoort dat het gedeeld is", "Rust op school.", "Wachten kan niet.", "Ellen Bos"):
        assert said in before, said
    once = {"once": str(uuid4())}
    assert [client.post(there, once).status_code for _ in range(2)] == [303, 303]
    assert "weet het sinds" in listed(cast, client)
    assert "Ellen Bos" in listed(cast, client, as_samira)
    assert client.get(there).status_code == 404
    again = client.post(there, {"once": str(uuid4())})
    assert again.status_code == 422
    assert "Dit is al verteld." in text(again)


def test_an_untold_share_says_so_to_the_team_and_to_nobody_of_the_household(
    cast: Cast, client: Client
) -> None:
    told = cast.tells("samira", WORDS)
    share(cast, client, untold(cast, told))
    assert "kreeg het zonder ja; wie het vertelde, weet dat nog niet" in text(client.get(f"/stukken/{told}"))
    seen = client.get(f"/stukken/{told}?ogen={cast.people['samira']}&als=resident")
    assert "kreeg het" not in text(seen)
    assert "Ellen" not in {one.face.label for one in seen.context["readers"]}


def test_whether_they_can_be_told_is_looked_at_again_with_a_next_day(cast: Cast, client: Client) -> None:
    shared = share(cast, client, untold(cast, cast.tells("samira", WORDS)))
    there = to(shared, "nakijken", cast)
    assert there in listed(cast, client)
    assert to(shared, "vertellen", cast) in text(client.get(there))
    given = {"words": "Nog niet veilig.", "look_on": day(days=7), "once": str(uuid4())}
    assert wrong(client.post(there, given | {"words": ""})) == {"words"}
    late = client.post(there, given | {"look_on": day(days=0)})
    assert wrong(late) == {"look_on"}
    assert "Nog niet veilig." in text(late)
    assert [client.post(there, given).status_code for _ in range(2)] == [303, 303]
    assert listed(cast, client).count("Nog niet veilig.") == 1


def test_what_is_shared_in_danger_a_colleague_looks_at_and_not_who_shared_it(
    cast: Cast, client: Client
) -> None:
    joins(cast, "ayse")
    danger = typed(cast, cast.tells("samira", WORDS), ground="danger", words="Hij staat er.\nNu.")
    assert "Een collega kijkt er de volgende dag naar." in text(post(cast, client, danger))
    shared = share(cast, client, danger)
    there = to(shared, "nakijken", cast)
    assert "bij levensgevaar" in listed(cast, client)
    own = text(client.get(there))
    assert "je hebt het zelf gedeeld" in own
    assert 'name="words"' not in own
    given = {"words": "Dit was nodig.", "once": str(uuid4())}
    assert client.post(there, given).status_code == 422
    colleague = signed_in(cast, "ayse")
    assert "look_on" not in colleague.get(there).context["form"].fields
    assert colleague.post(there, given).status_code == 303
    shown = listed(cast, client)
    assert "Ayşe schreef op" in shown
    assert "Dit was nodig." in shown
    assert client.get(there).status_code == 404


def test_through_the_eyes_of_a_parent_only_their_own_is_there_and_nothing_can_be_done(
    cast: Cast, client: Client
) -> None:
    share(cast, client, typed(cast, cast.tells("samira", WORDS), cast.tells("yusuf", "Ik wil niet.")))
    seen = listed(cast, client, f"?ogen={cast.people['samira']}&als=resident")
    assert WORDS in seen
    assert "Ik wil niet." not in seen
    assert MORE in seen
    for act in ("/delen/nieuw", "/stoppen", "/vertellen", "/nakijken"):
        assert act not in seen
    assert EMPTY in listed(cast, client, f"?ogen={cast.people['karim']}&als=resident")


def every_address(cast: Cast, sharing: UUID) -> list[str]:
    acts_ = [f"/{sharing}/{what}" for what in ("stoppen", "vertellen", "nakijken")]
    return [address(cast, rest) for rest in ("", "/nieuw", *acts_)]


@pytest.mark.parametrize("name", ["ellen", "ayse"])
def test_who_is_not_of_the_team_finds_what_is_missing(cast: Cast, client: Client, name: str) -> None:
    shared = share(cast, client, untold(cast, cast.tells("samira", WORDS)))
    other = signed_in(cast, name)
    for path in every_address(cast, shared.line.public_id):
        assert (other.get(path).status_code, other.post(path, {}).status_code) == (404, 404), path
    assert shared.runs


def test_who_reads_by_an_emergency_does_nothing_here(cast: Cast, client: Client) -> None:
    shared = share(cast, client, untold(cast, cast.tells("samira", WORDS)))
    staff(cast, Team.objects.create(name="Piket", municipality="Voorbeeldstad"), "dunya", "Dunya Smit")
    Account.objects.filter(id=cast.accounts["dunya"].pk).update(duty_since=cast.clock.at)
    duty = signed_in(cast, "dunya")
    asks(duty)
    why = {"reason": "Er is meer nodig.", "once": str(uuid4())}
    assert duty.post(f"/huishoudens/{cast.dossier}/noodinzage/rest", why).status_code == 303
    shown = listed(cast, duty)
    assert "Ellen Bos" in shown
    assert "/delen/" not in shown
    for path in every_address(cast, shared.line.public_id)[1:]:
        assert (duty.get(path).status_code, duty.post(path, {}).status_code) == (404, 404), path
    assert "/delen/nieuw" not in text(duty.get(f"/stukken/{shared.what[0].line.public_id}"))


def test_a_resident_finds_nothing_here(cast: Cast, client: Client) -> None:
    shared = share(cast, client, untold(cast, cast.tells("samira", WORDS)))
    samira = signed_in(cast, "samira")
    for path in every_address(cast, shared.line.public_id):
        assert samira.get(path).status_code == 404, path


def test_a_share_of_nowhere_and_an_act_through_somebodys_eyes_are_missing(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", WORDS)
    shared = share(cast, client, untold(cast, told)).line.public_id
    eyes = f"?ogen={cast.people['samira']}&als=resident"
    for path in every_address(cast, shared)[1:]:
        assert client.get(path + eyes).status_code == 404, path
        assert client.post(path + eyes, {"once": str(uuid4())}).status_code == 404, path
    for strange in (uuid4(), told):
        for path in every_address(cast, strange)[2:]:
            assert client.get(path).status_code == client.post(path, {}).status_code == 404, path


def test_the_entry_itself_says_what_it_is_and_leads_to_the_ledger(cast: Cast, client: Client) -> None:
    shared = share(cast, client, typed(cast, cast.tells("samira", WORDS)))
    shown = text(client.get(f"/stukken/{shared.line.public_id}"))
    for said in ("Gedeeld buiten de kring", "deelde iets", "Conflict van plichten", "leest het in Naast"):
        assert said in shown, said
    assert f'"{address(cast)}"' in shown


def days_later(cast: Cast, name: str, days: int) -> tuple[Again, ...]:
    viewer = cast.viewer(name)
    return today.today(replace(viewer, at=viewer.at + timedelta(days=days))).shared


def test_the_day_says_what_is_to_be_looked_at_from_that_day_on(cast: Cast, client: Client) -> None:
    told = acts.Asked(
        (cast.tells("samira", WORDS),),
        "place",
        "conflict",
        "Rust op school.",
        cast.today + timedelta(days=30),
        receiver=cast.people["ellen"],
        need="Nodig.",
        lighter="Kan niet.",
        words="Daarom.",
        told=False,
        not_told="Nog niet.",
        look_on=cast.today + timedelta(days=3),
    )
    acts.share(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=told)
    assert [len(days_later(cast, "jerrel", days)) for days in (0, 2, 3, 9)] == [0, 0, 1, 1]
    assert days_later(cast, "ayse", 9) == ()


def test_the_day_asks_a_colleague_to_look_at_danger_and_leads_to_the_ledger() -> None:
    cast = samira_and_karim(some_time_ago(days=2))
    joins(cast, "ayse")
    danger = with_yes(cast, cast.tells("samira", WORDS), ground="danger", words="Hij staat er.\nNu.")
    acts.share(viewer=cast.viewer("jerrel"), dossier=cast.dossier, asked=danger)
    own, other = (text(signed_in(cast, name).get("/vandaag")) for name in ("jerrel", "ayse"))
    assert "Je deelde iets bij levensgevaar: vraag een collega" in own
    assert "Een collega deelde iets bij levensgevaar: kijk mee" in other
    assert address(cast) in other
