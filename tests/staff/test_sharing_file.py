"""The file for who has no place in Naast: its code is shown once, and it opens with that alone."""

import re
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader
from tests.cast import Cast, samira_and_karim, some_time_ago
from tests.documents.test_sharing import OUTSIDE
from tests.portal.test_sharing import share
from tests.staff.signed_in import client

from naast.actions import corrections, sharing

pytestmark = pytest.mark.django_db
WORDS = "Noa slaapt slecht na ruzie."
CODE = re.compile(r"<code>([^<]*)</code>")


@pytest.fixture
def cast() -> Cast:
    return samira_and_karim(some_time_ago(hours=2))


@pytest.fixture
def shared(cast: Cast) -> UUID:
    return share(cast, cast.tells("samira", WORDS), **OUTSIDE)


def there(cast: Cast, shared: UUID) -> str:
    return f"/huishoudens/{cast.dossier}/delen/{shared}/bestand"


def test_the_ledger_leads_to_it(cast: Cast, shared: UUID) -> None:
    ledger = client(cast, "jerrel").get(f"/huishoudens/{cast.dossier}/delen").content.decode()
    assert there(cast, shared) in ledger
    assert f"/huishoudens/{cast.dossier}/zonder-namen" in ledger


def test_the_code_that_is_shown_opens_the_file_that_comes(cast: Cast, shared: UUID) -> None:
    browser = client(cast, "jerrel")
    [code] = set(CODE.findall(browser.get(there(cast, shared)).content.decode()))
    answer = browser.post(there(cast, shared), {"code": code})
    assert answer["Content-Type"] == "application/pdf"
    assert "gedeeld.pdf" in answer["Content-Disposition"]
    assert code not in str(answer.headers)
    content = b"".join(answer) if answer.streaming else answer.content
    assert "slaapt" in PdfReader(BytesIO(content), password=code).pages[0].extract_text()


def test_every_page_has_a_code_of_its_own(cast: Cast, shared: UUID) -> None:
    browser = client(cast, "jerrel")
    pages = [browser.get(there(cast, shared)).content.decode() for _ in range(2)]
    first, second = (set(CODE.findall(page)) for page in pages)
    assert not first & second


def test_a_code_that_was_not_made_here_gives_no_file_but_a_new_one(cast: Cast, shared: UUID) -> None:
    answer = client(cast, "jerrel").post(there(cast, shared), {"code": "geheim"})
    assert CODE.search(answer.content.decode())


def test_of_words_that_were_corrected_since_there_is_no_file(cast: Cast) -> None:
    told = cast.tells("samira", WORDS)
    shared = share(cast, told, **OUTSIDE)
    browser = client(cast, "jerrel")
    [code] = CODE.findall(browser.get(there(cast, shared)).content.decode())
    corrections.correct(viewer=cast.viewer("samira"), entry=told, words="Wij slapen nu ergens anders.")
    answer = browser.post(there(cast, shared), {"code": code})
    assert answer["Content-Type"].startswith("text/html")
    page = answer.content.decode()
    assert "Deel het opnieuw" in page
    assert not CODE.search(page)


def test_once_it_has_ended_or_where_it_is_read_in_naast_there_is_no_file(cast: Cast, shared: UUID) -> None:
    browser = client(cast, "jerrel")
    sharing.end(viewer=cast.viewer("jerrel"), dossier=cast.dossier, sharing=shared)
    assert browser.get(there(cast, shared)).status_code == 404
    in_naast = share(cast, cast.tells("samira", "Ik ben bang."))
    assert browser.get(there(cast, in_naast)).status_code == 404


@pytest.mark.parametrize("name", ["ellen", "ayse"])
def test_nobody_else_finds_it(cast: Cast, shared: UUID, name: str) -> None:
    browser = client(cast, name)
    for one in (shared, uuid4()):
        assert browser.get(there(cast, one)).status_code == 404
    assert (
        client(cast, "jerrel").get(f"{there(cast, shared)}?ogen={cast.people['samira']}").status_code == 404
    )
