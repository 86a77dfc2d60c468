"""The access log: `seal` chains what is new, `verify` reports any changed, removed or swapped row."""

import argparse
import os
import time

import django


def main(argv: list[str]) -> int:
    """`./naast trace seal [--every SECONDS]|verify|drop`; verify answers 1 when anything is wrong.

    `drop` removes rows past their term. `seal --every 60` goes on until it is stopped; a timer of the system
    that runs `seal` each minute does the same (docs/how-to/trace.md).
    """
    parser = argparse.ArgumentParser(prog="./naast trace", description=__doc__)
    parser.add_argument("what", choices=("seal", "verify", "drop"))
    parser.add_argument("--every", type=int, metavar="SECONDS", help="seal again and again")
    chosen = parser.parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
    django.setup()
    if chosen.what == "verify":
        return _verify()
    if chosen.what == "drop":
        return _drop()
    while True:
        _seal()
        if not chosen.every:
            return 0
        time.sleep(chosen.every)


def _seal() -> None:
    from django.utils import timezone

    from naast.access import seal

    total = 0
    while done := seal.seal_batch(timezone.localdate()):
        total += done
    print(f"{total} rows sealed", flush=True)


def _drop() -> int:
    from django.utils import timezone

    from naast.access import seal

    print(f"{seal.drop_old(timezone.localdate())} rows past their term removed")
    return 0


def _verify() -> int:
    from django.utils import timezone

    from naast.access import seal

    verdict = seal.verify(timezone.localdate())
    for problem in verdict.wrong:
        print(problem)
    print(
        f"{verdict.sealed} sealed rows checked, {verdict.unsealed} not yet sealed, {len(verdict.wrong)} wrong"
    )
    return 1 if verdict.wrong else 0
