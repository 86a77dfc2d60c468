"""Fetch the uv program with Python's standard library only, for machines without uv and without pip.

`python -m naast.cli.fetch_uv <lock file> <folder>`: reads the pinned version and its hashes from the lock file, finds
the wheel for this machine in the configured package index, checks the hash and unpacks the program into
`<folder>/bin/uv`.
"""

import hashlib
import io
import os
import platform
import re
import ssl
import sys
import urllib.error
import urllib.request
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from .index_settings import certificate_file, find_links, index_url

TIMEOUT_SECONDS = 120


def pinned(lock: str) -> tuple[str, set[str]]:
    """The version of uv and its allowed SHA-256 sums from a lock file of `uv pip compile --generate-hashes`."""
    version = re.search(r"^uv==(\S+)", lock, re.MULTILINE)
    if not version:
        raise SystemExit("the lock file names no uv")
    return version.group(1), set(re.findall(r"sha256:([0-9a-f]{64})", lock))


def wheel_tags() -> list[str]:
    """Endings of wheel names that run on this machine, best first."""
    machine = platform.machine().lower()
    machine = {"arm64": "aarch64", "amd64": "x86_64"}.get(machine, machine)
    if sys.platform == "darwin":
        mac = "arm64" if machine == "aarch64" else machine
        return [f"macosx_11_0_{mac}", f"macosx_10_12_{mac}"]
    if platform.libc_ver()[0] == "glibc":
        return [f"manylinux_2_17_{machine}", f"manylinux_2_28_{machine}", f"manylinux_2_31_{machine}"]
    return [f"musllinux_1_1_{machine}", f"musllinux_1_2_{machine}"]


def fits(name: str, version: str) -> bool:
    """Whether a file of this name is the pinned uv for this machine."""
    return name.startswith(f"uv-{version}-py3-none-") and any(tag in name for tag in wheel_tags())


def context() -> ssl.SSLContext:
    """The trusted certificates of this machine, or the set file.

    A bare Debian has none at all. The certificate is then not looked at: what comes in is still compared
    with the hash that stands in the checkout, so it is the pinned file or it is refused.
    """
    paths = ssl.get_default_verify_paths()
    folder = paths.capath
    known = paths.cafile or certificate_file() or (folder and any(Path(folder).glob("*.0")))
    made = ssl.create_default_context(cafile=certificate_file())
    if not known:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    return made


def fetch(url: str) -> bytes:
    """The bytes behind an http(s) or file address. Raises OSError."""
    if urlsplit(url).scheme not in ("http", "https", "file"):
        raise OSError(f"cannot fetch from {url}")
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context())]
    parts = urlsplit(url)
    headers = {"User-Agent": "naast", "Accept": "text/html"}
    if parts.username:  # a name and password in the index address
        keys = urllib.request.HTTPPasswordMgrWithPriorAuth()
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        keys.add_password(None, bare, parts.username, parts.password or "", is_authenticated=True)
        handlers.append(urllib.request.HTTPBasicAuthHandler(keys))
        url = bare
    request = urllib.request.Request(url, headers=headers)  # nosec B310  # scheme is checked above
    with urllib.request.build_opener(*handlers).open(request, timeout=TIMEOUT_SECONDS) as answer:
        return bytes(answer.read())


def linked_wheels(page_url: str, version: str) -> list[str]:
    """Addresses of fitting wheels on one page of links (PEP 503)."""
    page = fetch(page_url).decode("utf-8", "replace")
    hrefs = [unescape(href) for href in re.findall(r"""href\s*=\s*["']([^"']+)["']""", page)]
    found = [urldefrag(urljoin(page_url, href)).url for href in hrefs]
    return [url for url in found if fits(urlsplit(url).path.rpartition("/")[2], version)]


def candidates(version: str) -> list[str]:
    """Addresses of fitting wheels: folders named as find-links first, then the index."""
    found: list[str] = []
    for place in find_links():
        folder = Path(place.removeprefix("file://"))
        if folder.is_dir():
            found += [
                path.resolve().as_uri()
                for path in sorted(folder.glob("uv-*.whl"))
                if fits(path.name, version)
            ]
    index = index_url() + "/uv/"
    if urlsplit(index).scheme == "file":
        index += "index.html"
    try:
        found += linked_wheels(index, version)
    except (OSError, urllib.error.URLError) as error:
        if not found:
            raise SystemExit(f"cannot read the package index: {error}") from error
    return found


def unpack(wheel: bytes, folder: Path) -> None:
    """Write the uv program out of the wheel to `folder/bin/uv`; whole or not at all."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
        program = archive.read(name)
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    new = folder / "bin" / f"uv.{os.getpid()}"
    new.write_bytes(program)
    new.chmod(0o755)
    new.replace(folder / "bin" / "uv")


def main(lock_file: str, folder: str) -> int:
    """Fetch, check and unpack; 0 when `folder/bin/uv` stands there."""
    version, allowed = pinned(Path(lock_file).read_text())
    for url in candidates(version):
        wheel = fetch(url)
        if hashlib.sha256(wheel).hexdigest() in allowed:
            unpack(wheel, Path(folder))
            return 0
        print(f"refused {url}: its hash is not in the lock file", file=sys.stderr)
    print(f"no uv {version} for this machine in the package index", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
