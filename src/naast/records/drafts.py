"""Drafts and acts that must not be done twice."""

import uuid

from django.db import models
from django.db.models.functions import Coalesce

from .base import HouseholdData, PublicIdField
from .fields import SealedTextField


class Draft(HouseholdData):
    """Unconfirmed text of one account (or of a handed-over screen): readable by its writer only."""

    public_id = PublicIdField()
    human = models.ForeignKey("records.Person", models.CASCADE, related_name="+")
    capacity = models.CharField(max_length=8)
    dossier = models.ForeignKey("records.Dossier", models.CASCADE, null=True, related_name="+")
    form = models.CharField(max_length=40)
    body = SealedTextField()
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "h_draft"
        constraints = [
            models.UniqueConstraint(
                "human", "capacity", Coalesce("dossier_id", 0), "form", name="one_draft_a_form"
            )
        ]


class Once(HouseholdData):
    """A form's token, spent: the same confirmation sent twice gives the first answer again."""

    token = models.UUIDField(primary_key=True, default=uuid.uuid4)
    human = models.ForeignKey("records.Person", models.CASCADE, related_name="+")
    act = models.CharField(max_length=40)
    result = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "h_once"
