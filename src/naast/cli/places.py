"""Where things stand in a checkout, and how a command starts Django."""

import os
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
MADE = CHECKOUT / ".naast"  # everything that commands make; git-ignored, safe to remove


def compiled_once(env: Mapping[str, str]) -> dict[str, str]:
    """The environment for many Python processes in a row: what one of them compiles, the next one finds in `MADE`.

    Images for containers often say PYTHONDONTWRITEBYTECODE, to keep checkouts clean. Then every process compiles all
    of Django anew, and a run of the tests starts dozens of them. Nothing is written beside the code here either.
    """
    kept = {name: value for name, value in env.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(MADE / "compiled")}


def start_django() -> None:
    """Load the settings and the apps, once, with the translations compiled."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
    import django

    from .translations import compile_all

    compile_all()
    django.setup()
