"""The portal face as a Django app, so that its templates and words are found."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "naast.portal"
    label = "portal"
