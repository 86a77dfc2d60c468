"""Addresses of the story on the team's face."""

from django.urls import path

from . import views

ENTRY = "stukken/<uuid:entry>"

urlpatterns = [
    path(ENTRY, views.entry, name="staff-entry"),
    path(f"{ENTRY}/bestand", views.file, name="staff-file"),
]
