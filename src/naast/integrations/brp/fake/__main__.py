"""`python -m naast.integrations.brp.fake --port 5010`: the stand-in register until it is stopped."""

from __future__ import annotations

import argparse
from datetime import date

from .persons import DATA_FROM
from .server import FakeRegister, Fault


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in population register with public test persons.")
    parser.add_argument(
        "--port", type=int, default=5010, help="port on the loopback address; 0 picks a free one"
    )
    parser.add_argument(
        "--on", type=date.fromisoformat, default=DATA_FROM, help="day on which ages are counted"
    )
    parser.add_argument("--fault", type=Fault, choices=list(Fault), help="answer wrongly, on purpose")
    chosen = parser.parse_args()
    register = FakeRegister(port=chosen.port, on=chosen.on, fault=chosen.fault)
    print(f"The stand-in register answers at {register.base_url}/personen", flush=True)  # noqa: T201
    try:
        register.serve()
    except KeyboardInterrupt:
        register.stop()


if __name__ == "__main__":
    main()
