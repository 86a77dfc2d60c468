"""Addresses of a file, of adding one, and of a new version."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/bestand", views.add, name="portal-file-add"),
    path("mijn/stukken/<uuid:entry>/bestand", views.file, name="portal-file"),
    path("mijn/stukken/<uuid:entry>/bestand/nieuw", views.replace_own, name="portal-file-replace"),
]
