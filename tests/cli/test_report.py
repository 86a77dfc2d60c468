import pytest

from naast.cli import report
from naast.integrations.brp.client import BrpClient
from naast.integrations.brp.fake import FakeRegister, Fault
from naast.integrations.brp.fake.persons import DATA_FROM, official_test_persons
from naast.rules.bsn import Bsn


def test_the_report_of_all_test_persons_has_no_failure_and_no_name(capsys):
    assert report.main(["register", "--ask-only"]) == 0
    told = capsys.readouterr().out
    assert "1176 persons asked, 0 answers failed." in told
    assert "55  secrecy mark" in told
    words = set(told.split())
    families = {raw["naam"]["geslachtsnaam"] for raw in official_test_persons()}
    numbers = {raw["burgerservicenummer"] for raw in official_test_persons()}
    assert not {name for name in words & families if len(name) > 3}
    assert not words & numbers


def test_a_register_that_fails_is_counted_by_kind():
    with FakeRegister(fault=Fault.ERROR) as broken, BrpClient(broken.base_url) as client:
        made = report.make(client, [Bsn("999993653"), Bsn("999970008")], DATA_FROM)
    assert made.failed == {"RegisterRefused": 2}
    assert "2 persons asked, 2 answers failed." in report.lines(made)


@pytest.mark.parametrize("argv", [[], ["people"], ["register", "everything"]])
def test_another_word_gets_the_usage(argv, capsys):
    assert report.main(argv) == 2
    assert "usage" in capsys.readouterr().err
