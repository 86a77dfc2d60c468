"""Bring the database to this version, as the role that owns the tables (NAAST_OWNER_DATABASE)."""

import os

from .places import start_django


def main(argv: list[str]) -> int:
    """Migrate; further options go to Django's migrate. The web never has the owner's login."""
    owner = os.environ.get("NAAST_OWNER_DATABASE")
    if owner:
        os.environ["NAAST_DATABASE"] = os.environ["NAAST_VIEWER_DATABASE"] = owner
    start_django()
    from django.core.management import call_command

    call_command("migrate", "--no-input", *argv)
    return 0
