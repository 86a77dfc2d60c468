"""Real e-mail, through Django's mail settings."""

from django.core.mail import EmailMessage

from naast.rules.channels import MAIL, Channel

REACHES = frozenset({MAIL})


def send(channel: Channel, subject: str, text: str) -> None:
    """One plain message. The sender is settings.DEFAULT_FROM_EMAIL, which should tell nothing of what we do."""
    message = EmailMessage(subject, text, to=[channel.value])
    message.extra_headers["Auto-Submitted"] = "auto-generated"  # so that no out-of-office answers
    message.send()
