"""The access app: its only use to Django is that the doors are guarded from the start."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AccessConfig(AppConfig):
    name = "naast.access"
    label = "access"

    def ready(self) -> None:
        from . import doors

        pre_migrate.connect(doors.open_for_migrations, dispatch_uid="naast.doors.open")
        post_migrate.connect(doors.close_after_migrations, dispatch_uid="naast.doors.close")
