"""What every table with household data has in common."""

import uuid

from django.db import models


class HouseholdData(models.Model):
    """A row about a household. Only readable and writable through a door (access/doors.py).

    `__repr__` never holds content: a log line or a traceback must not name a person.
    """

    household_data = True

    class Meta:
        abstract = True

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.pk}>"

    __str__ = __repr__


class PublicIdField(models.UUIDField):  # type: ignore[type-arg]
    """A random id for addresses and traces; row ids never leave the database."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.update(default=uuid.uuid4, unique=True, editable=False)
        super().__init__(**kwargs)  # type: ignore[arg-type]
