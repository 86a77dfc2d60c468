"""Make the account of a privacy officer, and print their one-time invitation (docs/how-to/privacy-officer.md)."""

import argparse
import sys

from .places import start_django
from .team import not_right, say_once

OPTIONS = {"given": "--name", "email": "--email", "function": "--function"}


def main(argv: list[str]) -> int:
    """`./naast officer --name ... --email ...`, again for a new invitation; `--close` ends it. 1 where that is wrong.

    No team lead makes or manages this account: it audits them.
    """
    parser = argparse.ArgumentParser(prog="./naast officer", description=__doc__)
    parser.add_argument("--email", required=True, help="to sign in with; no mail is sent")
    parser.add_argument("--name", default="", help="first name and family name")
    parser.add_argument("--function", default="functionaris gegevensbescherming")
    parser.add_argument("--address", help="of this Naast; by default the first of NAAST_ORIGINS")
    parser.add_argument("--close", action="store_true", help="this privacy officer leaves")
    chosen = parser.parse_args(argv)
    start_django()
    from django.utils import timezone

    from naast.access.viewer import OPERATOR, Viewer
    from naast.actions import officers
    from naast.actions.act import Invalid, Refused

    given, _, family = chosen.name.strip().partition(" ")
    at = timezone.now()
    viewer = Viewer(None, 0, OPERATOR, at)
    try:
        if chosen.close:
            officers.close(viewer=viewer, email=chosen.email)
            print("The account is closed. Every session of it has ended.")
            return 0
        token = officers.make(
            viewer=viewer, given=given, family=family, email=chosen.email, function=chosen.function
        )
    except Refused:
        print("--email: there is no privacy officer with this address", file=sys.stderr)
        return 1
    except Invalid as invalid:
        return not_right(invalid, OPTIONS)
    print("Hand this address over in person: whoever has it, becomes the privacy officer.")
    say_once(token, at, chosen.address)
    return 0
