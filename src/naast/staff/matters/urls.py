"""Addresses of questions that several people answer together."""

from django.urls import path

from . import changes, views

ONE = "huishoudens/<uuid:dossier>/samen/<uuid:matter>"
urlpatterns = [
    path("huishoudens/<uuid:dossier>/samen", views.matters, name="staff-matters"),
    path("huishoudens/<uuid:dossier>/samen/nieuw", changes.ask, name="staff-matters-ask"),
    path(ONE, views.matter, name="staff-matter"),
    path(f"{ONE}/anders", changes.change, name="staff-matter-change"),
    path(f"{ONE}/kijk", changes.say, name="staff-matter-say"),
    path(f"{ONE}/uitkomst", changes.decide, name="staff-matter-decide"),
    path(f"{ONE}/deel/<slug:sort>", changes.note, name="staff-matter-note"),
]
