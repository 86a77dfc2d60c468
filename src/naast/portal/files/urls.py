"""Addresses of a file, and of adding one."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/bestand", views.add, name="portal-file-add"),
    path("mijn/stukken/<uuid:entry>/bestand", views.file, name="portal-file"),
]
