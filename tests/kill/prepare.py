"""Runs as a process of its own with NAAST_DATA set: a migrated database, one household, one signed-in worker."""

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.core.management import call_command

    from naast.access.sessions import SessionStore

    call_command("migrate", "--no-input", verbosity=0)
    from tests.cast import samira_and_karim

    cast = samira_and_karim()
    account = cast.accounts["jerrel"]
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    sys.stdout.write(json.dumps({"session": session.session_key, "dossier": str(cast.dossier)}) + "\n")


if __name__ == "__main__":
    main()
