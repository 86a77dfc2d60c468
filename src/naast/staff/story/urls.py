"""Addresses of the story on the team's face."""

from django.urls import path

from . import views, write

ENTRY = "stukken/<uuid:entry>"

WRITE = "huishoudens/<uuid:dossier>/schrijven"

urlpatterns = [
    path(WRITE, write.write, name="staff-write"),
    path(f"{WRITE}/concept", write.keep, name="staff-write-keep"),
    path(f"{WRITE}/concept/<uuid:draft>/weg", write.discard, name="staff-write-discard"),
    path(ENTRY, views.entry, name="staff-entry"),
    path(f"{ENTRY}/bestand", views.file, name="staff-file"),
]
