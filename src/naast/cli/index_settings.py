"""Where packages come from on this machine: what pip was told, handed on to uv.

Runs on a bare Python before anything is installed, so it uses the standard library only. uv reads its own
settings (UV_*) and not pip's; who set up pip for an office network should not have to say it twice.
"""

import configparser
import contextlib
import os
import shlex
from pathlib import Path

PUBLIC_INDEX = "https://pypi.org/simple"


def pip_settings() -> dict[str, str]:
    """The `[global]` and `[install]` lines of pip's configuration files, overruled by its PIP_* variables."""
    home = Path.home()
    etc = [
        Path(folder) / "pip/pip.conf" for folder in os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
    ]
    own = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip/pip.conf"
    files = [*etc, Path("/etc/pip.conf"), home / ".pip/pip.conf", own]
    if os.environ.get("PIP_CONFIG_FILE"):
        files.append(Path(os.environ["PIP_CONFIG_FILE"]))
    parser = configparser.RawConfigParser(strict=False)
    with contextlib.suppress(configparser.Error, UnicodeDecodeError):
        parser.read(files)
    found: dict[str, str] = {}
    for section in ("global", "install"):
        if parser.has_section(section):
            found |= dict(parser.items(section))
    for name, value in os.environ.items():
        if name.startswith("PIP_") and value:
            found[name[4:].lower().replace("_", "-")] = value
    return found


def index_url() -> str:
    """The main package index: what uv was told, else what pip was told, else the public one."""
    told = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("UV_INDEX_URL")
    return (told or pip_settings().get("index-url") or PUBLIC_INDEX).rstrip("/")


def find_links() -> list[str]:
    """Folders or pages with wheels beside the index (`find-links` of pip, UV_FIND_LINKS)."""
    told = os.environ.get("UV_FIND_LINKS", "").replace(",", " ") or pip_settings().get("find-links", "")
    return told.split()


def certificate_file() -> str | None:
    """The file of trusted certificates that was set, for an office network with its own."""
    return os.environ.get("SSL_CERT_FILE") or pip_settings().get("cert")


def for_uv() -> dict[str, str]:
    """Environment variables that tell uv what pip knows and uv was not told yet."""
    pip = pip_settings()
    wanted = {"UV_DEFAULT_INDEX": pip.get("index-url"), "UV_FIND_LINKS": ",".join(find_links())}
    if os.environ.get("UV_INDEX_URL"):
        del wanted["UV_DEFAULT_INDEX"]
    extra = pip.get("extra-index-url", "").split()
    if extra and not os.environ.get("UV_INDEX"):
        # Safe with any order of indexes: every part is pinned to a hash.
        wanted |= {"UV_INDEX": " ".join(extra), "UV_INDEX_STRATEGY": "unsafe-best-match"}
    wanted["SSL_CERT_FILE"] = certificate_file()
    wanted["UV_HTTP_TIMEOUT"] = pip.get("default-timeout") or pip.get("timeout") or "120"
    return {name: value for name, value in wanted.items() if value and not os.environ.get(name)}


if __name__ == "__main__":
    for variable, text in for_uv().items():
        print(f"export {variable}={shlex.quote(text)}")
