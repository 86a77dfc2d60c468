"""Persons hold register facts only; everything else about them is told in a dossier."""

from django.db import models

from .base import HouseholdData, PublicIdField
from .fields import SealedTextField


class Person(HouseholdData):
    """One human being, also an unborn one, also a professional. Never found by a rank or sequence.

    Birth is a range because the register and people know it exactly, partly or not:
    both ends equal = exact, both empty = unknown.
    """

    public_id = PublicIdField()
    bsn = SealedTextField(blank=True)
    # not unique: one human known in two dossiers whose workers may not know of each other is two persons here
    bsn_hash = models.CharField(max_length=64, null=True, blank=True, db_index=True)
    given_names = models.CharField(max_length=240, blank=True)
    prefix = models.CharField(max_length=40, blank=True)
    family_name = models.CharField(max_length=240, blank=True)
    call_name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=240, blank=True)
    birth_from = models.DateField(null=True, blank=True)
    birth_to = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    unborn = models.BooleanField(default=False)
    professional = models.BooleanField(default=False)

    class Meta:
        db_table = "h_person"
        indexes = [models.Index(fields=["name_key", "birth_from"], name="person_name_birth")]


class SamePerson(HouseholdData):
    """Somebody said that two persons are one human being, and maybe later that they are not.

    `kept` is whose name and face stay for a professional who may know of both. Nothing else moves: circles, shares
    and accounts stay with each of the two, and what is withheld from one of them is withheld from the other.
    """

    kept = models.ForeignKey(Person, models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    because = models.TextField()
    said_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    class Meta:
        db_table = "h_same_person"
        constraints = [
            models.UniqueConstraint(
                fields=["kept", "other"], condition=models.Q(ends=None), name="joined_once"
            ),
            models.CheckConstraint(condition=~models.Q(kept=models.F("other")), name="joined_with_another"),
        ]


class Household(HouseholdData):
    """A household (*huishouden*): persons with dated memberships, not 'who lives at this address'."""

    public_id = PublicIdField()

    class Meta:
        db_table = "h_household"


class Dossier(HouseholdData):
    """The team's work with one household, from opening to closing."""

    public_id = PublicIdField()
    household = models.ForeignKey(Household, models.PROTECT, related_name="dossiers")
    team = models.ForeignKey("records.Team", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    split_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "h_dossier"
