"""Collect fonts, icons, styles and scripts, with a fingerprint in each name and a compressed copy."""

from pathlib import Path


def collect(into: Path) -> None:
    """Fill the folder `into`; afterwards `staticfiles.json` stands in it, which settings look for."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import override_settings

    backend = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=into, STORAGES={**settings.STORAGES, "staticfiles": backend}):
        call_command("collectstatic", "--no-input", verbosity=0)
