"""What the shared files may hold, and that the guard on them sees what it should."""

import re
import tomllib

import pytest

from naast.cli import check_files
from naast.cli.__main__ import commands
from naast.cli.places import CHECKOUT


def test_no_shared_file_names_one_machine_or_a_registry() -> None:
    assert check_files.problems() == []


@pytest.mark.parametrize("line", ["cd /" + "root/x", "open('/" + "tmp/a')", "see /" + "home/anna/notes"])
def test_the_guard_sees_a_path_of_one_machine(line: str) -> None:
    assert check_files.in_text("x.py", line)


@pytest.mark.parametrize("line", ["/usr/bin/env", "https://example.org/home/page", "a/tmp/b", "/work"])
def test_the_guard_lets_other_paths_pass(line: str) -> None:
    assert not check_files.in_text("x.py", line)


@pytest.mark.parametrize(
    "lock",
    [
        "django==5.2.19\n    # via naast\n",
        "django>=5 \\\n    --hash=sha256:ab\n",
        "--index-url https://example.org/simple\ndjango==5.2.19 \\\n    --hash=sha256:ab\n",
        "django @ https://example.org/django.whl \\\n    --hash=sha256:ab\n",
    ],
)
def test_the_guard_sees_a_loose_lock(lock: str) -> None:
    assert check_files.in_lock("requirements.txt", lock)


def test_every_part_is_in_the_lock() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    runtime = {_bare(part) for part in project["project"]["dependencies"]}
    extra = {_bare(part) for group in ("test", "check") for part in groups[group]}
    assert runtime <= _locked("requirements.txt")
    assert runtime | extra <= _locked("requirements-dev.txt")


def test_tests_run_on_the_same_versions_as_the_product() -> None:
    assert _pinned("requirements.txt") <= _pinned("requirements-dev.txt")


def test_every_command_says_in_one_line_what_it_is_for() -> None:
    assert {"demo", "test", "check"} <= set(commands())
    assert [name for name, line in commands().items() if not line] == []


def _bare(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def _pinned(name: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[^ ;]+", (CHECKOUT / name).read_text(), re.MULTILINE))


def _locked(name: str) -> set[str]:
    return {part.split("==")[0] for part in _pinned(name)}
