"""The access log (who did what), the processing log (per person, without a user), and their seals."""

from django.db import models


class TraceLine(models.Model):
    """One page view, act or refusal: who, when, what, and the opaque ids it showed (16 bytes each).

    `seal` is empty until the sealer has chained the row.
    """

    at = models.DateTimeField()
    account_id = models.BigIntegerField(null=True)
    human_id = models.BigIntegerField(null=True)
    capacity = models.CharField(max_length=8)
    act = models.CharField(max_length=40)
    outcome = models.CharField(max_length=8)  # shown, done, refused
    dossier_id = models.BigIntegerField(null=True)
    eyes_of = models.BigIntegerField(null=True)
    handed_by = models.BigIntegerField(null=True)
    shown = models.BinaryField(default=b"")
    released_at = models.DateTimeField(null=True)
    segment = models.DateField(null=True)
    place = models.PositiveIntegerField(null=True)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        db_table = "trace_line"
        indexes = [
            models.Index(fields=["dossier_id", "at"], name="trace_dossier_at"),
            models.Index(fields=["at"], name="trace_at"),
            models.Index(fields=["account_id", "at"], name="trace_account_at"),
            models.Index(fields=["act", "at"], name="trace_act_at"),
            models.Index(fields=["segment", "place"], name="trace_place"),
        ]


class ProcessingLine(models.Model):
    """One processing of one person's data: when, which activity. No user (logboek dataverwerkingen)."""

    at = models.DateTimeField()
    person_id = models.BigIntegerField()
    activity = models.CharField(max_length=40)

    class Meta:
        db_table = "processing_line"
        indexes = [models.Index(fields=["person_id", "at"], name="processing_person")]


class Segment(models.Model):
    """One day of sealed trace rows: how many, the seal it starts from and the seal it ends with."""

    day = models.DateField(primary_key=True)
    rows = models.PositiveIntegerField(default=0)
    first = models.CharField(max_length=64)
    head = models.CharField(max_length=64)

    class Meta:
        db_table = "trace_segment"
