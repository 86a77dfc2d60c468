"""The page on which a file is added: what is wrong at its field, its circle, and how it is given back."""

from dataclasses import replace
from datetime import timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests import made_files as made
from tests.cast import Cast

from naast.access import timeline
from naast.actions.files import Upload, add_file

from .signed_in import client as signed_in

pytestmark = pytest.mark.django_db


def address(cast: Cast) -> str:
    return f"/huishoudens/{cast.dossier}/bestand"


def typed(data: bytes = b"Zwaluwstaart", name: str = "x.txt", **more: object) -> dict[str, object]:
    return {
        "words": "Brief van school",
        "file": SimpleUploadedFile(name, data),
        "teller": "",
        "mode": "proposed",
        "once": str(uuid4()),
    } | more


def test_the_household_page_leads_to_it(cast: Cast, client: Client) -> None:
    assert address(cast) in client.get(f"/huishoudens/{cast.dossier}").content.decode()
    shown = client.get(address(cast)).content.decode()
    assert "multipart/form-data" in shown
    assert "Wat is dit voor bestand?" in shown


def test_a_file_is_added_and_given_back_to_keep_never_to_run(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast), typed())
    assert answer.status_code == 303
    page = client.get(answer["Location"])
    assert "Het bestand staat in het verhaal." in page.content.decode()
    file = client.get(f"{answer['Location']}/bestand")
    assert file.content == b"Zwaluwstaart"
    assert file["Content-Disposition"] == 'attachment; filename="bestand.txt"'
    assert file["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in file["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<html><script>alert(1)</script></html>", "foto.jpg", "Dit soort bestand kan Naast niet bewaren."),
        (b"\xff\xd8\xff", "foto.jpg", "Dit bestand is niet te openen"),
        (b"a" * (20 * 1024 * 1024 + 1), "a.txt", "Dit bestand is te groot: hoogstens 20 MB."),
        (b"a" * (26 * 1024 * 1024 + 1), "a.txt", "Dit bestand is te groot: hoogstens 20 MB."),
        (b"", "a.txt", "Dit bestand is leeg."),
        (made.pdf(lock="x"), "a.pdf", "zit op slot"),
    ],
)
def test_a_wrong_file_is_said_at_the_field_and_what_was_typed_stays(
    cast: Cast, client: Client, data: bytes, name: str, said: str
) -> None:
    answer = client.post(address(cast), typed(data, name, about=[str(cast.people["noa"])]))
    assert answer.status_code == 422
    shown = unescape(answer.content.decode())
    assert said in shown
    assert 'value="Brief van school"' in shown
    assert f'name="about" value="{cast.people["noa"]}" checked' in shown


def test_where_something_else_is_wrong_the_file_is_asked_again(cast: Cast, client: Client) -> None:
    answer = client.post(address(cast), typed(words=""))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Kies het bestand opnieuw" in shown
    assert "Schrijf op wat dit voor bestand is." in shown


def test_nothing_chosen_is_said(cast: Cast, client: Client) -> None:
    data = typed()
    del data["file"]
    assert "Kies een bestand." in client.post(address(cast), data).content.decode()


def test_a_photo_stays_with_the_team_and_the_page_says_so(cast: Cast, client: Client) -> None:
    everyone = typed(made.photo(), "foto.jpg", mode="everyone", teller=str(cast.people["samira"]))
    answer = client.post(address(cast), everyone)
    assert answer.status_code == 303
    assert "kan alleen het team het lezen" in client.get(answer["Location"]).content.decode()


def test_who_is_outside_the_circle_can_not_tell_it_from_nothing(cast: Cast, client: Client) -> None:
    entry = client.post(address(cast), typed())["Location"]
    for name in ("ayse", "ellen"):
        other = signed_in(cast, name)
        for path in ("", "/bestand", "/bestand/nieuw"):
            hidden, nothing = other.get(f"{entry}{path}"), other.get(f"/stukken/{uuid4()}{path}")
            assert hidden.status_code == nothing.status_code == 404
            assert hidden.content == nothing.content


def test_who_is_chosen_may_download_it_and_not_replace_it(cast: Cast, client: Client) -> None:
    entry = client.post(address(cast), typed(mode="chosen", readers=[str(cast.people["ellen"])]))["Location"]
    ellen = signed_in(cast, "ellen")
    assert ellen.get(f"{entry}/bestand").content == b"Zwaluwstaart"
    assert "bestand/nieuw" not in ellen.get(entry).content.decode()
    assert ellen.get(f"{entry}/bestand/nieuw").status_code == 404


def test_a_partner_professional_adds_their_own_in_a_circle_of_whom_they_know_of(cast: Cast) -> None:
    cast.clock.at -= timedelta(minutes=1)  # the browser's clock is the real one
    cast.tells("samira", "Noa is vandaag thuis.", "ellen")
    ellen = signed_in(cast, "ellen")
    assert address(cast) in ellen.get(f"/huishoudens/{cast.dossier}").content.decode()
    page = ellen.get(address(cast)).content.decode()
    assert 'name="teller"' not in page
    assert "Karim" not in page
    samira = str(cast.people["samira"])
    answer = ellen.post(address(cast), typed(mode="chosen", readers=[samira], teller=samira))
    assert answer.status_code == 303
    assert ellen.get(f"{answer['Location']}/bestand").content == b"Zwaluwstaart"
    jerrel = replace(cast.viewer("jerrel"), at=timezone.now())
    line = timeline.entry(jerrel, UUID(answer["Location"].split("/")[2])).told.line
    assert line.teller is not None
    assert line.teller.label == "Ellen"
    assert {r.face.label for r in line.readers} == {"Ellen", "Samira", "Jerrel"}
    unknown = typed(mode="chosen", readers=[str(cast.people["karim"])])
    assert ellen.post(address(cast), unknown).status_code == 422


def test_a_partner_s_photo_stays_with_them_and_the_team_and_the_page_says_so(cast: Cast) -> None:
    ellen = signed_in(cast, "ellen")
    everyone = typed(made.photo(), "foto.jpg", mode="everyone")
    answer = ellen.post(address(cast), everyone)
    assert "kunnen alleen jij en het team het lezen" in ellen.get(answer["Location"]).content.decode()


def test_who_is_not_around_this_household_adds_no_file(cast: Cast) -> None:
    for name in ("ayse", "samira"):
        assert signed_in(cast, name).get(address(cast)).status_code == 404, name
        assert signed_in(cast, name).post(address(cast), typed()).status_code == 404, name


def test_the_same_file_sent_twice_is_kept_once(cast: Cast, client: Client) -> None:
    once = str(uuid4())
    first, second = (client.post(address(cast), typed(once=once))["Location"] for _ in range(2))
    assert first == second


def test_a_new_version_is_offered_and_the_earlier_one_can_still_be_had(cast: Cast, client: Client) -> None:
    entry = client.post(address(cast), typed())["Location"]
    assert f"{entry}/bestand/nieuw" in client.get(entry).content.decode()
    assert 'value="Brief van school"' in client.get(f"{entry}/bestand/nieuw").content.decode()
    answer = client.post(f"{entry}/bestand/nieuw", typed(b"Tweede"))
    assert answer.status_code == 303
    page = client.get(answer["Location"]).content.decode()
    assert f"{entry}/bestand" in page
    assert client.get(f"{answer['Location']}/bestand").content == b"Tweede"
    late = client.post(f"{entry}/bestand/nieuw", typed(b"Derde"))
    assert late.status_code == 422
    assert "Iemand anders voegde intussen" in late.content.decode()


def test_a_wrong_new_version_is_said_at_the_field(cast: Cast, client: Client) -> None:
    entry = client.post(address(cast), typed())["Location"]
    answer = client.post(f"{entry}/bestand/nieuw", typed(b"MZ\0", "a.exe", words="Andere titel"))
    assert answer.status_code == 422
    assert "Andere titel" in answer.content.decode()


def test_an_entry_without_a_file_has_no_new_version(cast: Cast, client: Client) -> None:
    told = cast.tells("samira", "Geen bestand.")
    assert client.get(f"/stukken/{told}/bestand/nieuw").status_code == 404


def test_a_newer_file_that_somebody_of_the_household_asks_for_is_noted_with_how(
    cast: Cast, client: Client
) -> None:
    own = add_file(
        viewer=cast.viewer("samira"),
        dossier=cast.dossier,
        upload=Upload("x.txt", b"Kom maandag", "Brief van school"),
        circle=cast.choice(),
    )
    path = f"/stukken/{own}/bestand/nieuw"
    assert 'name="how"' in client.get(path).content.decode()
    wrong = client.post(path, typed())
    assert wrong.status_code == 422
    assert 'id="id_how_error"' in wrong.content.decode()
    assert client.post(path, typed(how="by_phone")).status_code == 303
    theirs = client.post(address(cast), typed())["Location"]
    assert 'name="how"' not in client.get(f"{theirs}/bestand/nieuw").content.decode()
