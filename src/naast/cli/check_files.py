"""Nothing of one machine or one network stands in the files that are shared."""

import re
import subprocess
from pathlib import Path

from .places import CHECKOUT

MACHINE_PATH = re.compile(r"""(?<![\w./:-])/(?:work|root|tmp|opt|Users|home)/[\w.-]""")
REGISTRY = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.org|[\w-]+\.jfrog\.io|[\w-]*nexus[\w-]*\.\w+)\b"
)
# The public index is the fall-back where none is configured; here it is looked for.
MAY_NAME_A_REGISTRY = {"src/naast/cli/index_settings.py", "src/naast/cli/check_files.py"}
MAY_NAME_A_PATH = {"src/naast/cli/check_files.py"}
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt")


def tracked() -> list[str]:
    """Names of the files that git keeps, relative to the checkout; all files where there is no git."""
    line = ["git", "ls-files", "-z"]
    done = subprocess.run(line, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return [name for name in done.stdout.split("\0") if name and (CHECKOUT / name).is_file()]


def in_text(name: str, text: str) -> list[str]:
    """The problems in one file."""
    wrong: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if name not in MAY_NAME_A_PATH and MACHINE_PATH.search(line):
            wrong.append(f"{name}:{number} a path of one machine")
        if name not in MAY_NAME_A_REGISTRY and REGISTRY.search(line):
            wrong.append(f"{name}:{number} an address of a package registry")
    return wrong


def in_lock(name: str, text: str) -> list[str]:
    """A lock file pins every part to a version and a hash, and names no other place to get it from."""
    elsewhere = [line for line in text.splitlines() if "://" in line or line.startswith("-")]
    wrong = [f"{name} names an address or a folder: {line}" for line in elsewhere]
    blocks = [block for block in re.split(r"\n(?=[A-Za-z0-9])", text) if re.match("[A-Za-z0-9]", block)]
    loose = [block.split()[0] for block in blocks if "==" not in block or "--hash=sha256:" not in block]
    return wrong + [f"{name} has no version and hash for {part}" for part in loose]


def problems() -> list[str]:
    """One line per problem in the tracked files."""
    names = tracked()
    made = [name for name in names if Path(name).name == "uv.lock" or name.endswith(".mo")]
    wrong = [f"{name} is made by a tool and not kept" for name in made]
    for name in names:
        try:
            text = (CHECKOUT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        wrong += in_text(name, text)
        if name in LOCKS:
            wrong += in_lock(name, text)
    return wrong
