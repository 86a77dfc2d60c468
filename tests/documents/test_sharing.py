"""What is given as a file: exactly that, readable aloud, and closed to whoever has not heard the code."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PasswordType, PdfReader
from tests import pdf
from tests.cast import Cast, samira_and_karim
from tests.portal.test_sharing import share

from naast.access import sharing as reading
from naast.documents.closed import LETTERS, closed, is_code, new_code
from naast.documents.press import Paper
from naast.documents.sharing import shared

pytestmark = pytest.mark.django_db
WORDS = "Noa slaapt slecht na ruzie."
OUTSIDE: dict[str, Any] = {"way": "paper", "receiver": None, "organisation": "Huisarts Duin", "ends": None}


@pytest.fixture
def paper() -> Paper:
    cast: Cast = samira_and_karim()
    cast.tells("samira", "Ik ben bang.")
    share(cast, cast.tells("samira", WORDS), **OUTSIDE)
    viewer = cast.viewer("jerrel")
    assert cast.dossier is not None
    [one] = reading.sharing(viewer, cast.dossier).shared
    return shared(one, {"passage": "Wat verteld is"}, viewer.at)


def test_it_holds_what_was_shared_for_whom_and_what_for_and_nothing_else(paper: Paper) -> None:
    text = " ".join("\n".join(pdf.pages(paper.content)).split())
    for words in (WORDS, "Huisarts Duin", "Rust op school.", "Samira", "Geef het aan niemand anders"):
        assert words in text, words
    assert "bang" not in text
    assert "School ziet haar" not in text, "why the team may share it is not the receiver's"


def test_its_headings_are_tagged_and_its_name_and_title_tell_nothing(paper: Paper) -> None:
    assert [tag.role for tag in pdf.tags(paper.content) if tag.role in ("H1", "H2", "H3")] == [
        "H1",
        "H2",
        "H3",
    ]
    assert paper.name == "gedeeld.pdf"
    assert PdfReader(BytesIO(paper.content)).metadata.title == "Wat gedeeld is"


def test_closed_it_opens_with_its_code_alone(paper: Paper) -> None:
    code = new_code()
    sealed = closed(paper, code)
    assert WORDS.encode() not in sealed.content
    reader = PdfReader(BytesIO(sealed.content))
    assert reader.decrypt(new_code()) is PasswordType.NOT_DECRYPTED
    assert reader.decrypt("") is PasswordType.NOT_DECRYPTED
    assert reader.decrypt(code) is PasswordType.USER_PASSWORD
    assert WORDS.split()[0] in "".join(page.extract_text() for page in reader.pages)


def test_closed_it_can_still_be_read_aloud(paper: Paper) -> None:
    code = new_code()
    reader = PdfReader(BytesIO(closed(paper, code).content), password=code)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/StructTreeRoot"]["/K"]


def test_no_two_codes_are_the_same_and_each_can_be_said_aloud() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(is_code(code) for code in codes)
    assert not set("ilo01") & set(LETTERS)


@pytest.mark.parametrize(
    "code", ["", "geheim", "abcd-efgh-jkmn", "abcd-efgh-jkmn-pqr1", "abcd-efgh-jkmn-pqrs-tuvw"]
)
def test_what_is_no_code_closes_nothing(code: str) -> None:
    assert not is_code(code)
