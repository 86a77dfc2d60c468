"""The stand-in: keeps what would be sent. In the demo it also says it where the demo was started."""

import sys
from collections import deque

from django.conf import settings

from naast.rules.channels import MAIL, Channel

REACHES = frozenset({MAIL})
KEPT: deque[tuple[Channel, str, str]] = deque(maxlen=100)


def send(channel: Channel, subject: str, text: str) -> None:
    """Keep the message; send nothing."""
    KEPT.append((channel, subject, text))
    if settings.DEMO:
        sys.stdout.write(f"\nA message to {channel.value}: {subject}\n{text}\n")
        sys.stdout.flush()
