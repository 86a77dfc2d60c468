"""Messages to a resident's own channel: a neutral sender, no name and no content but one link.

Which kinds of channel can be reached is said by `REACHES` of the sender in use. There is no sender for
text messages yet: a phone number can be noted, and pages say that nothing can be sent to it.
"""

from importlib import import_module
from typing import Protocol, cast

from django.conf import settings

from naast.rules.channels import Channel


class Sender(Protocol):
    """One way of sending, or its stand-in."""

    REACHES: frozenset[str]

    def send(self, channel: Channel, subject: str, text: str) -> None:
        """Send one message; raises OSError where it can not be sent."""


def sender() -> Sender | None:
    """The sender of this Naast, or None where none was set up."""
    name = settings.MESSAGES
    return cast(Sender, import_module(f"naast.integrations.messages.{name}")) if name else None


def reaches(kind: str) -> bool:
    """Whether a message can be sent to this kind of channel."""
    using = sender()
    return using is not None and kind in using.REACHES
