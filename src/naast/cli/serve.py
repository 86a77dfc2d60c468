"""Serve Naast with granian: ./naast serve --host 0.0.0.0 --port 8000 --workers 2 (settings: docs/how-to)."""

import argparse
import os
import sys

from .places import start_django
from .static import collect


def granian_line(host: str, port: int, workers: int) -> list[str]:
    """The program and its options; two threads a worker hide waiting for the database."""
    line = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    line += ["--workers", str(workers), "--blocking-threads", "2", "--no-ws", "--log-level", "warning"]
    return [*line, "naast.wsgi:application"]


def main(argv: list[str]) -> int:
    """Compile translations, collect static files and become the server."""
    parser = argparse.ArgumentParser(prog="./naast serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args(argv)
    start_django()
    from django.conf import settings

    collect(settings.STATIC_ROOT)
    line = granian_line(chosen.host, chosen.port, chosen.workers)
    os.execv(line[0], line)
