"""Make a team with its first lead, and print the lead's one-time invitation (docs/how-to/first-team.md)."""

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .places import start_django

OPTIONS = {
    "name": "--name",
    "municipality": "--municipality",
    "given": "--lead-name",
    "email": "--lead-email",
    "function": "--lead-function",
}


def main(argv: list[str]) -> int:
    """`./naast team --name ... --municipality ... --lead-email ... --lead-name ...`; 1 where something is not right.

    The address is printed once and kept nowhere. The lead makes every further account.
    """
    parser = argparse.ArgumentParser(prog="./naast team", description=__doc__)
    parser.add_argument("--name", required=True, help="of the team")
    parser.add_argument("--municipality", required=True)
    parser.add_argument("--lead-email", required=True, help="to sign in with; no mail is sent")
    parser.add_argument("--lead-name", required=True, help="first name and family name")
    parser.add_argument("--lead-function", default="teamleider")
    parser.add_argument("--address", help="of this Naast; by default the first of NAAST_ORIGINS")
    chosen = parser.parse_args(argv)
    start_django()
    from django.utils import timezone

    from naast.access.viewer import OPERATOR, Viewer
    from naast.actions import team
    from naast.actions.act import Invalid

    given, _, family = chosen.lead_name.strip().partition(" ")
    at = timezone.now()
    try:
        token = team.make_team(
            viewer=Viewer(None, 0, OPERATOR, at),
            name=chosen.name,
            municipality=chosen.municipality,
            given=given,
            family=family,
            email=chosen.lead_email,
            function=chosen.lead_function,
        )
    except Invalid as invalid:
        return not_right(invalid, OPTIONS)
    print("The team is made. Hand this address over in person: whoever has it, becomes its lead.")
    say_once(token, at, chosen.address)
    return 0


def not_right(invalid: Any, options: Mapping[str, str]) -> int:
    """Say at which option what is not right."""
    for field, (message, params) in invalid.errors.items():
        print(f"{options.get(field, field)}: {message % params}", file=sys.stderr)
    return 1


def say_once(token: str, at: datetime, address: str | None) -> None:
    """Print the address of an invitation; it is kept nowhere."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils import timezone

    from naast.actions.team import INVITATION_STANDS

    address = address or next(iter(settings.CSRF_TRUSTED_ORIGINS), "http://localhost:8000")
    until = timezone.localtime(at + INVITATION_STANDS)
    print(f"It works once, until {until:%d-%m-%Y %H:%M}, and is not shown again:\n")
    print(f"  {address.rstrip('/')}{reverse('staff-invitation', args=[token])}")
