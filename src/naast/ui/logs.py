"""Log lines without the secret part of an address."""

import logging
import re

# what stands behind these is a secret: a one-time link, an invitation, the address of a calendar
SECRET = re.compile(r"(/(?:binnen|uitnodiging|agenda/[0-9a-fA-F-]{36})/)[^\s\"'?#]+")


def without_secrets(text: str) -> str:
    """The same with a star for every secret part."""
    return SECRET.sub(r"\1*", text)


class WithoutSecrets(logging.Filter):
    """Leaves secret parts of addresses out of what a handler writes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: the line stays, its secrets do not."""
        said = record.getMessage()
        plain = without_secrets(said)
        if plain != said:
            record.msg, record.args = plain, ()
        return True
