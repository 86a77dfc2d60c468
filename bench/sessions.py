"""Signed-in sessions of restricted workers, made in the bench's database: the bench measures pages, not passwords."""

import json
import random
import sys
from importlib import import_module

import django

WORKERS = 40


def main(copies: int) -> None:
    """Prints a list of {session, homes: [public ids], write: form, resident: session} for workers of copies drawn by
    chance; the resident lives in the first of the homes.

    The first is in the dossier with the long story: its public id, and the mark of the story's last page.
    """
    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from bench import long_story, writing
    from bench.load import STRIDE
    from bench.long_story import COPY
    from naast.access.doors import upkeep
    from naast.records.models import Account, CircleRow, Dossier

    engine = import_module(settings.SESSION_ENGINE)

    def begun(account: Account) -> str:
        session = engine.SessionStore()
        session[SESSION_KEY] = str(account.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
        session[HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.create()
        return str(session.session_key)

    chosen = random.Random(11).sample(range(1, copies + 1), min(WORKERS, copies))
    found = []
    with upkeep():
        ids = list(Account.objects.filter(id__lt=STRIDE, capacity="staff").values_list("id", flat=True))
        for copy in [COPY, *(copy for copy in chosen if copy != COPY)]:
            account = Account.objects.get(id=ids[0] + copy * STRIDE)
            rows = CircleRow.objects.filter(human_id=account.human_id, capacity="staff")
            homes = Dossier.objects.filter(id__in=rows.values("dossier_id")).values_list(
                "public_id", flat=True
            )
            worker = {"session": begun(account), "homes": [str(home) for home in homes]}
            member = CircleRow.objects.filter(dossier__public_id=homes[0], capacity="resident").earliest("id")
            own = Account.objects.create(human_id=member.human_id, capacity="resident")
            found.append(worker | {"resident": begun(own)})
    for worker in found:
        worker["write"] = writing.form(worker["session"], worker["homes"][0])
    found[0] |= {"long": long_story.dossier(), "last": long_story.last_page()}
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
