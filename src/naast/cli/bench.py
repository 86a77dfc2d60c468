"""Measure speed at scale on PostgreSQL: ./naast bench [--households 100000] [--seconds 10] (docs/how-to/bench.md)."""

import argparse
import sys

from .places import CHECKOUT

SMALL = 10_000


def main(argv: list[str]) -> int:
    """Fill a database of its own, measure, print; a tenth of the size first, to compare."""
    parser = argparse.ArgumentParser(prog="./naast bench", description=__doc__)
    parser.add_argument("--households", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=10, help="for each figure")
    chosen = parser.parse_args(argv)
    sys.path.insert(0, str(CHECKOUT))
    from bench import run

    small = run.measure(min(SMALL, chosen.households), chosen.seconds)
    if chosen.households <= SMALL:
        return 0
    large = run.measure(chosen.households, chosen.seconds)
    print("\nSlower than with a tenth of the households, at p50 for one user (milliseconds, ratio):")
    for name, took in large.items():
        print(f"  {name:<22}{small[name]:>8.1f}{took:>8.1f}{took / small[name] if small[name] else 0:>8.2f}")
    return 0
