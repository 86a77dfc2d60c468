"""The staff face as a Django app, so that its templates and words are found."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "naast.staff"
    label = "staff"
