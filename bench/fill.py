"""Fill the bench database: migrate, tell the block through the acts, repeat it; a process with the owner's login."""

import sys
import time

import django


def main(copies: int) -> None:
    """Told once, repeated `copies` times; prints how long each step took and what is there."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from bench import block, load, long_story, prove
    from naast.access.doors import upkeep
    from naast.cli.static import collect

    started = time.monotonic()
    collect(settings.STATIC_ROOT)
    call_command("migrate", "--no-input", verbosity=0)
    block.tell_block()
    print(f"  the block told through the acts     {time.monotonic() - started:6.1f} s", flush=True)
    started = time.monotonic()
    load.repeat(copies)
    print(f"  repeated {copies} times              {time.monotonic() - started:6.1f} s", flush=True)
    same = prove.compare(copies)
    long_story.lengthen()
    with upkeep(), connection.cursor() as cursor:
        cursor.execute(prove.COUNTS)
        counts = cursor.fetchone()
    print("  {:,} households, {:,} people, {:,} entries, {:,} circles, {:,} circle rows".format(*counts))
    print(f"  {same} rows of a sample are equal to what the acts wrote", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
