"""The records app: the only models, one migration chain."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "naast.records"
    label = "records"
