"""A file in its own circle, cleaned; a new version beside the old; what can not be searched stays with the team."""

from dataclasses import replace
from functools import partial
from uuid import UUID, uuid4

import pytest
from tests import made_files as made
from tests.actions.test_guard import ADDRESS, note, notices
from tests.cast import Cast, samira_and_karim

from naast.access import search, timeline
from naast.access.doors import upkeep
from naast.access.viewer import Missing
from naast.actions import dossiers, entries, files, guard, openings, withholding
from naast.actions.act import Conflict, Invalid, Refused, Warned
from naast.actions.files import Upload
from naast.records.models import File


@pytest.fixture
def cast(db: None) -> Cast:
    return samira_and_karim()


def letter(words: str) -> bytes:
    return made.docx(f'<w:p xmlns:w="{made.W}"><w:r><w:t>{words}</w:t></w:r></w:p>')


def upload(data: bytes = b"Zwaluwstaart en meer", title: str = "Brief van school", **more: object) -> Upload:
    return Upload("Brief van Samira Haddad.txt", data, title, **more)  # type: ignore[arg-type]


def add(cast: Cast, *readers: str, by: str = "jerrel", file: Upload | None = None, **more: object) -> UUID:
    return files.add_file(
        viewer=cast.viewer(by),
        dossier=cast.dossier,
        upload=file or upload(),
        circle=cast.choice(*readers),
        **more,
    )


def gets(cast: Cast, name: str, entry: UUID) -> tuple[str, str, bytes]:
    return timeline.file(replace(cast.viewer(name), asked_confidential=True), entry)


def test_who_is_in_the_circle_gets_the_file_and_nobody_else(cast: Cast) -> None:
    entry = add(cast, "samira")
    assert gets(cast, "samira", entry) == (
        "bestand.txt",
        "text/plain; charset=utf-8",
        b"Zwaluwstaart en meer",
    )
    for name in ("karim", "ayse", "ellen"):
        with pytest.raises(Missing):
            gets(cast, name, entry)


def test_the_name_it_came_with_is_kept_nowhere(cast: Cast) -> None:
    entry = timeline.entry(cast.viewer("jerrel"), add(cast))
    assert entry.told.file is not None
    assert entry.told.file.name == "bestand.txt"
    assert entry.told.line.words == "Brief van school"


def test_a_file_is_found_by_its_text_by_its_readers_only(cast: Cast) -> None:
    entry = add(cast)
    assert [hit.line.public_id for hit in search.search(cast.viewer("jerrel"), "zwaluwstaart").hits] == [
        entry
    ]
    assert search.search(cast.viewer("ellen"), "zwaluwstaart").hits == ()


def test_who_gave_it_reads_it(cast: Cast) -> None:
    entry = add(cast, file=upload(teller=cast.people["samira"], about=(cast.people["noa"],)))
    assert gets(cast, "samira", entry)
    assert [f.label for f in timeline.entry(cast.viewer("jerrel"), entry).told.line.about] == ["Noa"]


@pytest.mark.parametrize("data", [made.photo(), made.pdf(""), b"a" * 200_001])
def test_what_can_not_be_searched_stays_with_the_team_whatever_was_chosen(cast: Cast, data: bytes) -> None:
    entry = add(cast, "samira", file=upload(data, teller=cast.people["samira"]))
    assert gets(cast, "jerrel", entry)
    with pytest.raises(Missing):
        gets(cast, "samira", entry)
    found = timeline.entry(cast.viewer("jerrel"), entry).told.file
    assert found is not None
    assert found.team_only


def test_what_stays_with_the_team_is_opened_to_nobody_later(cast: Cast) -> None:
    entry = add(cast, file=upload(made.photo()))
    readers = [cast.people["samira"]]
    with pytest.raises(Invalid):
        openings.widen(viewer=cast.viewer("jerrel"), entry=entry, readers=readers, how="asked_aloud")
    with pytest.raises(Invalid):
        openings.open_for_safety(
            viewer=cast.viewer("jerrel"), entry=entry, readers=readers, reason="Nood", told_first=True
        )
    with pytest.raises(Missing):
        gets(cast, "samira", entry)


def test_a_guarded_address_in_a_file_is_warned_of_at_the_file(cast: Cast) -> None:
    dossiers.note_contact_data(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        person=cast.people["samira"],
        kind="address",
        value="Voorbeeldstraat 12, 1234 AB Voorbeeldstad",
        guarded=True,
    )
    file = upload(made.pdf("Zij woont Voorbeeldstraat 12"))
    with pytest.raises(Invalid) as invalid:
        add(cast, "karim", file=file)
    assert set(invalid.value.errors) == {"file"}
    assert add(cast, "samira", file=file)
    assert add(cast, "karim", file=replace(file, guard_seen=True))


LETTERS = [
    b"Zij woont op de Lindehof.",
    made.pdf("Zij woont op de Lindehof."),
    letter("Zij woont op de Lindehof."),
]


@pytest.mark.parametrize("data", LETTERS, ids=["text", "page", "letter"])
def test_the_text_in_a_file_is_looked_through_again_when_more_people_read_it(cast: Cast, data: bytes) -> None:
    note(cast, "samira", "address", ADDRESS)
    entry = add(cast, file=upload(data))
    more = {"viewer": cast.viewer("jerrel"), "entry": entry, "readers": [cast.people["karim"]]}
    for_safety = {"reason": "gevaar", "told_first": True}
    for further in (
        partial(openings.widen, **more, how="asked_aloud"),
        partial(openings.open_for_safety, **more, **for_safety),
    ):
        with pytest.raises(Warned) as warned:
            further()
        assert set(warned.value.errors) == {"readers"}
        with pytest.raises(Missing):
            gets(cast, "karim", entry)
    openings.widen(**more, how="asked_aloud", guard_seen=True)
    assert gets(cast, "karim", entry)


def test_who_knows_the_address_reads_the_file_without_a_warning(cast: Cast) -> None:
    note(cast, "samira", "address", ADDRESS)
    entry = add(cast, file=upload(LETTERS[1]))
    openings.widen(
        viewer=cast.viewer("jerrel"), entry=entry, readers=[cast.people["samira"]], how="asked_aloud"
    )
    assert gets(cast, "samira", entry)


def test_whoever_gave_a_file_that_names_what_they_may_not_know_opens_it_to_nobody(cast: Cast) -> None:
    entry = add(cast, file=upload(LETTERS[1], teller=cast.people["karim"]))
    note(cast, "samira", "address", ADDRESS)
    openings.widen(
        viewer=cast.viewer("karim"), entry=entry, readers=[cast.people["yusuf"]], how="teller_chose"
    )
    with pytest.raises(Missing):
        gets(cast, "yusuf", entry)
    ((_, about),) = notices(cast)
    assert about == {cast.rows["samira"]}


def test_the_text_of_a_new_version_is_looked_through_for_who_reads_the_old(cast: Cast) -> None:
    note(cast, "samira", "address", ADDRESS)
    old = add(cast, "karim")
    with pytest.raises(Warned) as warned:
        files.replace_file(viewer=cast.viewer("jerrel"), entry=old, upload=upload(LETTERS[0]))
    assert set(warned.value.errors) == {"file"}


def test_a_file_that_can_not_be_searched_any_more_is_opened_to_nobody(cast: Cast) -> None:
    entry = add(cast)
    with upkeep():
        File.objects.filter(entry__public_id=entry).update(content=b"\x00", name="bestand.pdf")
    with pytest.raises(Invalid) as invalid:
        openings.widen(
            viewer=cast.viewer("jerrel"), entry=entry, readers=[cast.people["karim"]], how="asked_aloud"
        )
    assert set(invalid.value.errors) == {"readers"}


def test_a_guarded_address_in_the_title_is_warned_of_at_the_title(cast: Cast) -> None:
    note(cast, "samira", "address", ADDRESS)
    with pytest.raises(Invalid) as invalid:
        add(cast, "karim", file=upload(title="Sleutel van de Lindehof"))
    assert set(invalid.value.errors) == {"title"}


def test_a_new_version_of_a_withheld_file_is_withheld_too(cast: Cast) -> None:
    entry = add(cast, "samira", "karim")
    withholding.withhold(
        viewer=cast.viewer("jerrel"),
        dossier=cast.dossier,
        human=cast.people["karim"],
        reason="veiligheid",
        entry=entry,
    )
    again = files.replace_file(viewer=cast.viewer("jerrel"), entry=entry, upload=upload())
    assert gets(cast, "samira", again)
    with pytest.raises(Missing):
        gets(cast, "karim", again)


@pytest.mark.parametrize(
    ("file", "field"),
    [
        (upload(b"\xff\xd8\xff"), "file"),
        (upload(b""), "file"),
        (upload(title=" "), "title"),
        (upload(title="a" * 201), "title"),
    ],
)
def test_what_can_not_be_right_is_said_at_its_field(cast: Cast, file: Upload, field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        add(cast, file=file)
    assert set(invalid.value.errors) == {field}


def test_a_professional_of_another_team_adds_no_file(cast: Cast) -> None:
    with pytest.raises(Refused):
        add(cast, by="ayse")


@pytest.mark.parametrize("name", ["samira", "ellen"])
def test_who_is_not_of_the_team_adds_only_their_own(cast: Cast, name: str) -> None:
    entry = add(cast, by=name)
    line = timeline.entry(cast.viewer("jerrel"), entry).told.line
    assert line.teller is not None
    assert (line.teller.row, line.quoted) == (cast.rows[name], True)
    with pytest.raises(Refused):
        add(cast, by=name, file=upload(teller=cast.people["noa"]))


def test_an_own_file_is_read_by_whom_its_giver_chose(cast: Cast) -> None:
    entry = add(cast, "yusuf", by="samira")
    assert gets(cast, "yusuf", entry)
    for name in ("karim", "noa", "ellen"):
        with pytest.raises(Missing):
            gets(cast, name, entry)


@pytest.mark.parametrize("name", ["samira", "ellen"])
def test_an_own_file_that_can_not_be_searched_stays_with_its_giver_and_the_team(
    cast: Cast, name: str
) -> None:
    entry = add(cast, "yusuf", by=name, file=upload(made.photo()))
    assert gets(cast, name, entry)
    assert gets(cast, "jerrel", entry)
    with pytest.raises(Missing):
        gets(cast, "yusuf", entry)
    with pytest.raises(Invalid):
        openings.widen(
            viewer=cast.viewer(name), entry=entry, readers=[cast.people["noa"]], how="teller_chose"
        )


def test_what_a_resident_tells_about_a_child_says_nothing_of_authority(cast: Cast) -> None:
    """Karim has it over Yusuf, and not over Noa: beside his name the same has to stand."""
    why = set()
    for child in ("yusuf", "noa"):
        entry = add(cast, "karim", by="samira", file=upload(about=(cast.people[child],)))
        readers = timeline.entry(cast.viewer("jerrel"), entry).told.line.readers
        why |= {reader.because for reader in readers if reader.face.label == "Karim"}
    assert why == {"chosen"}


def test_the_same_file_sent_twice_is_kept_once(cast: Cast) -> None:
    once = uuid4()
    assert add(cast, once=once) == add(cast, once=once)


def test_a_new_version_stands_beside_the_old_in_its_circle(cast: Cast) -> None:
    old = add(cast, "samira")
    new = files.replace_file(viewer=cast.viewer("jerrel"), entry=old, upload=upload(b"Tweede"))
    page = timeline.entry(cast.viewer("jerrel"), old)
    assert page.told.line.public_id == new
    assert [v.public_id for v in page.versions] == [old]
    assert gets(cast, "samira", new)[2] == b"Tweede"
    assert gets(cast, "samira", old)[2] == b"Zwaluwstaart en meer"
    with pytest.raises(Conflict):
        files.replace_file(viewer=cast.viewer("jerrel"), entry=old, upload=upload(b"Derde"))


def test_a_new_version_that_can_not_be_searched_stays_with_the_team(cast: Cast) -> None:
    old = add(cast, "samira")
    new = files.replace_file(viewer=cast.viewer("jerrel"), entry=old, upload=upload(made.photo()))
    with pytest.raises(Missing):
        gets(cast, "samira", new)
    assert gets(cast, "samira", old)


def test_whose_file_it_is_puts_a_newer_one_beside_it_for_the_same_readers(cast: Cast) -> None:
    old = add(cast, "yusuf", by="samira")
    new = files.replace_file(viewer=cast.viewer("samira"), entry=old, upload=upload(b"Tweede"))
    assert gets(cast, "yusuf", new)[2] == b"Tweede"
    assert gets(cast, "yusuf", old)[2] == b"Zwaluwstaart en meer"
    for other in ("karim", "noa"):
        with pytest.raises(Missing):
            gets(cast, other, new)


def test_a_newer_own_file_that_can_not_be_searched_stays_with_its_giver_and_the_team(cast: Cast) -> None:
    old = add(cast, "yusuf", by="samira")
    new = files.replace_file(viewer=cast.viewer("samira"), entry=old, upload=upload(made.photo()))
    assert gets(cast, "samira", new)
    assert gets(cast, "jerrel", new)
    with pytest.raises(Missing):
        gets(cast, "yusuf", new)
    assert gets(cast, "yusuf", old)


def test_who_reads_somebody_elses_own_file_does_not_replace_it(cast: Cast) -> None:
    old = add(cast, "yusuf", "ellen", by="samira")
    for name in ("yusuf", "ellen"):
        with pytest.raises(Refused):
            files.replace_file(viewer=cast.viewer(name), entry=old, upload=upload())
    with pytest.raises(Missing):
        files.replace_file(viewer=cast.viewer("karim"), entry=old, upload=upload())


def test_a_worker_who_notes_a_newer_file_for_somebody_says_how_it_was_asked(cast: Cast) -> None:
    old = add(cast, "yusuf", by="samira")
    with pytest.raises(Invalid) as said:
        files.replace_file(viewer=cast.viewer("jerrel"), entry=old, upload=upload(b"Tweede"))
    assert list(said.value.errors) == ["how"]
    new = files.replace_file(
        viewer=cast.viewer("jerrel"), entry=old, upload=upload(b"Tweede"), how="by_phone"
    )
    line = timeline.entry(cast.viewer("jerrel"), new).told.line
    assert line.circle_how == "by_phone"
    assert gets(cast, "samira", new)[2] == b"Tweede"


def test_a_reader_outside_the_team_replaces_nothing_and_only_files_are_replaced(cast: Cast) -> None:
    old = add(cast, "samira")
    with pytest.raises(Refused):
        files.replace_file(viewer=cast.viewer("samira"), entry=old, upload=upload())
    told = cast.tells("samira", "Geen bestand.")
    with pytest.raises(Refused):
        files.replace_file(viewer=cast.viewer("jerrel"), entry=told, upload=upload())


SENTENCE = "Hij wacht elke dinsdag bij het hek van de school"


def file_with_the_sentence() -> Upload:
    return upload(f"Beste mevrouw,\n{SENTENCE}.\nGroet".encode())


def test_a_sentence_from_a_file_of_a_narrower_circle_is_found_in_a_text_and_in_a_file(cast: Cast) -> None:
    add(cast, "samira", file=file_with_the_sentence())
    for copied in (
        lambda: cast.tells("jerrel", f"Iemand schrijft: {SENTENCE}.", "karim"),
        lambda: add(cast, "karim", file=upload(SENTENCE.encode())),
    ):
        with pytest.raises(Warned) as told:
            copied()
        ((message, given),) = told.value.errors.values()
        assert message == guard.COPIED
        assert SENTENCE in given["words"]
    cast.tells("jerrel", f"Iemand schrijft: {SENTENCE}.", "samira")


def test_a_sentence_from_a_text_of_a_narrower_circle_is_found_in_a_file(cast: Cast) -> None:
    cast.tells("samira", f"{SENTENCE}.")
    with pytest.raises(Warned) as told:
        add(cast, "karim", file=file_with_the_sentence())
    assert told.value.errors["file"][0] == guard.COPIED


def test_of_a_file_that_the_writer_may_not_read_nothing_is_said(cast: Cast) -> None:
    add(cast, "samira", file=file_with_the_sentence())
    passage = entries.Passage(f"{SENTENCE}.", "telling", cast.choice("yusuf"))
    entries.tell(viewer=cast.viewer("karim"), dossier=cast.dossier, passage=passage)
