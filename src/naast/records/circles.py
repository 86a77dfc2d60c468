"""Circles, their rows, shares and what is withheld: the tables that decide who reads what."""

from django.db import models

from .accounts import Capacity
from .base import HouseholdData, PublicIdField


class Circle(HouseholdData):
    """A list of named people who may read an entry, fixed when it is chosen, reused within a dossier.

    `digest` is a hash of the list, by which an equal circle is found again; `with_team` says that the
    team's rows follow the involvements of the dossier.
    """

    public_id = PublicIdField()
    dossier = models.ForeignKey("records.Dossier", models.PROTECT, related_name="circles")
    digest = models.CharField(max_length=64)
    with_team = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "h_circle"
        indexes = [models.Index(fields=["dossier", "digest"], name="circle_digest")]


class CircleRow(HouseholdData):
    """One human, in one capacity, reads one circle from `starts` until (not including) `ends`.

    `opens_from` limits them to entries confirmed since that moment; empty means the whole circle.
    `because` is a code with a sentence in access/readers.py.
    """

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="rows")
    dossier = models.ForeignKey("records.Dossier", models.PROTECT, related_name="+")
    human = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=Capacity)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    opens_from = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=24)
    involvement = models.ForeignKey("records.Entry", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "h_circle_row"
        indexes = [
            models.Index(fields=["human", "capacity", "circle"], name="row_human_circle"),
            models.Index(fields=["circle"], name="row_circle"),
        ]


class Share(HouseholdData):
    """One entry, opened further to one human in one capacity, for a time."""

    entry = models.ForeignKey("records.Entry", models.CASCADE, related_name="shares")
    dossier = models.ForeignKey("records.Dossier", models.PROTECT, related_name="+")
    human = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=Capacity)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    because = models.CharField(max_length=24)
    opening = models.ForeignKey("records.Entry", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "h_share"
        indexes = [
            models.Index(fields=["human", "capacity"], name="share_human"),
            models.Index(fields=["entry"], name="share_entry"),
        ]


class Withheld(HouseholdData):
    """An entry, everything with a person, or a whole dossier, kept from one human over all their accounts.

    Over those of whoever they are joined with too (`SamePerson`). `silent` rows are the address guard's: an entry waits
    until the team looked at it, and its writer is not to notice. `work_only` rows close a whole dossier to a colleague
    who knows somebody in it: as a professional they read none of it, as a resident they keep their own portal.
    """

    human = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("records.Dossier", models.PROTECT, related_name="+")
    entry = models.ForeignKey("records.Entry", models.CASCADE, null=True, blank=True, related_name="+")
    person = models.ForeignKey("records.Person", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    review_on = models.DateField(null=True, blank=True)
    silent = models.BooleanField(default=False)
    work_only = models.BooleanField(default=False)
    set_by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "h_withheld"
        indexes = [models.Index(fields=["human", "entry"], name="withheld_human_entry")]
