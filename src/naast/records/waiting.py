"""Text that was posted after a sign-in expired, waiting for the same person. No household row: sealed."""

from django.db import models

from .fields import SealedTextField


class WaitingText(models.Model):
    """The posted fields of one form of one account, found by the hash of the form's sealed token."""

    token_hash = models.CharField(max_length=64, unique=True)
    account_id = models.BigIntegerField()
    path = models.CharField(max_length=400)
    body = SealedTextField()
    kept_at = models.DateTimeField()
    expires = models.DateTimeField()

    class Meta:
        db_table = "waiting_text"
