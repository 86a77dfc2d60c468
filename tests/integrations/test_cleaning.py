"""What a file tells about its maker does not come in, and what is no such file is refused."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from tests import made_files as made
from tests import pdf

from naast.integrations import cleaning
from naast.integrations.cleaning import Unclean, clean, photo, zipped


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Unclean) as unclean:
        clean(name, data)
    return unclean.value.message


@pytest.mark.parametrize(("kind", "mime"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp")])
def test_a_photo_stands_upright_and_tells_no_place_or_maker(kind: str, mime: str) -> None:
    before = made.photo(kind)
    assert made.MAKER.encode() in before
    found = clean("x", before)
    assert found.mime == f"image/{mime}"
    assert made.MAKER.encode() not in found.data
    with Image.open(BytesIO(found.data)) as shown:
        assert shown.size == (4, 8)
        assert not shown.getexif()
        assert shown.format == kind


def test_a_photo_can_not_be_searched_and_is_not_safe_to_share() -> None:
    assert not clean("x.jpg", made.photo()).safe


def test_a_picture_that_unfolds_to_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo, "MOST_POINTS", 31)
    assert refused("x.jpg", made.photo()) == cleaning.TOO_LARGE
    monkeypatch.setattr(photo, "MOST_POINTS", 32)
    assert clean("x.jpg", made.photo()).data


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff nothing",
        b"%PDF-1.7 nothing",
        b"PK\x03\x04 nothing",
        b"\x89PNG\r\n\x1a\n",
        made.pdf()[:300],
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert refused("x.txt", data) == cleaning.BROKEN


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("foto.jpg", b"<html><script>alert(1)</script></html>"),
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.exe", b"MZ\x90\x00"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.txt", b"MZ\x00"),
        ("a.txt", "é".encode("latin-1")),
        ("a.zip", made.packed({"a.txt": "x"})),
        ("a", b""),
    ],
)
def test_any_other_kind_is_refused_whatever_it_is_called(name: str, data: bytes) -> None:
    assert refused(name, data) == cleaning.WRONG_TYPE


def test_the_bound_is_twenty_megabytes() -> None:
    most = cleaning.MOST_BYTES
    assert most == 20 * 1024 * 1024
    assert clean("a.txt", b"a" * most).data
    assert refused("a.txt", b"a" * (most + 1)) == cleaning.TOO_LARGE


def test_what_is_longer_than_is_searched_is_not_safe() -> None:
    assert clean("a.txt", b"kort").safe
    assert not clean("a.txt", b"a" * 200_001).safe


def test_a_pdf_keeps_its_words_and_no_author_script_or_attached_file() -> None:
    before = made.pdf()
    assert made.MAKER.encode() in before
    found = clean("x.pdf", before)
    assert found.safe
    assert "Afspraken over het weekend" in found.text
    assert "Afspraken over het weekend" in "".join(pdf.pages(found.data))
    for word in (
        made.MAKER.encode(),
        b"JavaScript",
        b"/JS",
        b"alert",
        b"EmbeddedFile",
        b"geheim",
        b"/Author",
        b"/Info",
    ):
        assert word not in found.data, word
    assert not PdfReader(BytesIO(found.data)).attachments


def test_a_pdf_keeps_no_earlier_version() -> None:
    before = made.pdf("Oude woorden", twice=True)
    assert b"Oude woorden" in before
    found = clean("x.pdf", before)
    assert "Nieuwe woorden" in found.text
    assert b"Oude woorden" not in found.data
    assert found.data.count(b"%%EOF") == 1


def test_a_locked_pdf_is_refused() -> None:
    assert refused("x.pdf", made.pdf(lock="x")) == cleaning.LOCKED


def test_a_pdf_without_words_is_not_safe() -> None:
    assert not clean("x.pdf", made.pdf("")).safe


def test_a_scan_in_a_pdf_is_not_safe_and_tells_no_place() -> None:
    scan = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = made.MAKER
    Image.new("RGB", (20, 20), "red").save(scan, "JPEG", exif=exif)
    bare = photo.without_notes(scan.getvalue())
    assert made.MAKER.encode() in scan.getvalue()
    assert made.MAKER.encode() not in bare
    with Image.open(BytesIO(bare)) as shown:
        shown.load()
    whole = BytesIO()
    Image.new("RGB", (20, 20), "red").save(whole, "PDF", title=made.MAKER)
    found = clean("x.pdf", whole.getvalue())
    assert not found.safe
    assert made.MAKER.encode() not in found.data


def test_a_word_file_takes_insertions_and_forgets_deletions_comments_and_who() -> None:
    found = clean("x.docx", made.docx())
    assert "Wij spreken af ingevoegd" in found.text
    assert found.safe
    members = made.unpacked(found.data)
    assert not {n for n in members if "comments" in n or "docProps" in n or "vba" in n}
    everything = b"".join(members.values())
    for word in (
        made.MAKER,
        "weggehaald",
        "verdwenenrij",
        "Opmerking",
        "2026-01-01",
        "x.example",
        "comments",
        "Ignorable",
    ):
        assert word.encode() not in everything, word
    assert b"ingevoegd" in members["word/document.xml"]


def test_a_link_in_a_word_file_is_searched_too() -> None:
    assert "link.example" in clean("x.docx", made.docx()).text


def test_a_word_file_with_a_picture_is_not_safe_and_its_picture_is_painted_anew() -> None:
    found = clean("x.docx", made.docx(more={"word/media/image1.jpeg": made.photo()}))
    assert not found.safe
    assert made.MAKER.encode() not in made.unpacked(found.data)["word/media/image1.jpeg"]


def test_a_word_file_with_macros_by_its_own_word_is_refused() -> None:
    types = made.unpacked(made.docx())["[Content_Types].xml"].replace(
        made.CONTENT.encode() + b"wordprocessingml.document.main",
        b"application/vnd.ms-word.document.macroEnabled.main",
    )
    assert refused("x.docx", made.packed({"[Content_Types].xml": types})) == cleaning.WRONG_TYPE


def test_a_sheet_keeps_its_words_and_numbers_and_no_notes() -> None:
    found = clean("x.xlsx", made.xlsx())
    assert "Zakgeld" in found.text
    assert "612345678" in found.text
    everything = b"".join(made.unpacked(found.data).values())
    assert made.MAKER.encode() not in everything
    assert b"legacyDrawing" not in everything


def test_an_open_document_keeps_its_words_and_no_maker_remark_or_deleted_words() -> None:
    found = clean("x.odt", made.odt())
    assert "Wij spreken af" in found.text
    members = made.unpacked(found.data)
    assert next(iter(members)) == "mimetype"
    everything = b"".join(members.values())
    for word in (made.MAKER, "weggehaald", "Opmerking", "meta.xml"):
        assert word.encode() not in everything, word


def test_a_packed_file_that_unfolds_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = made.docx(more={"word/media/x.bin": b"\0" * 3_000_000})
    assert len(bomb) < 100_000
    monkeypatch.setattr(zipped, "MOST_UNFOLDED", 2_000_000)
    assert refused("x.docx", bomb) == cleaning.TOO_LARGE


def test_a_packed_file_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = made.packed({"a": b"\0" * 3_000_000})
    lying = bomb.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert refused("x.docx", lying) in (cleaning.TOO_LARGE, cleaning.BROKEN)


def test_a_packed_file_with_too_many_parts_is_refused() -> None:
    assert refused("x.docx", made.packed({str(n): "" for n in range(2001)})) == cleaning.TOO_LARGE


@pytest.mark.parametrize(
    "xml",
    [
        b'<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d><d/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="cp037"?><d/>'.encode("cp037"),
        b"<a>" * 500 + b"</a>" * 500,
        b"<a>",
    ],
)
def test_xml_that_can_unfold_or_is_damaged_is_refused(xml: bytes) -> None:
    assert refused("x.docx", made.docx(more={"word/document.xml": xml})) == cleaning.BROKEN
