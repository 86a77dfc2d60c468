"""Where things stand in a checkout, and how a command starts Django."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
MADE = CHECKOUT / ".naast"  # everything that commands make; git-ignored, safe to remove


def start_django() -> None:
    """Load the settings and the apps, once, with the translations compiled."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
    import django

    from .translations import compile_all

    compile_all()
    django.setup()
