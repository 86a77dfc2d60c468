"""The access log: `seal` chains what is new, `verify` reports any changed, removed or swapped row."""

import os

import django


def main(argv: list[str]) -> int:
    """`./naast trace seal|verify`; verify answers 1 when anything is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naast.settings")
    django.setup()
    from django.utils import timezone

    from naast.access import seal

    if argv[:1] == ["seal"]:
        total = 0
        while done := seal.seal_batch(timezone.localdate()):
            total += done
        print(f"{total} rows sealed")
        return 0
    if argv[:1] == ["verify"]:
        verdict = seal.verify(timezone.localdate())
        for problem in verdict.wrong:
            print(problem)
        print(
            f"{verdict.sealed} sealed rows checked, {verdict.unsealed} not yet sealed, {len(verdict.wrong)} wrong"
        )
        return 1 if verdict.wrong else 0
    print("usage: ./naast trace seal|verify")
    return 2
