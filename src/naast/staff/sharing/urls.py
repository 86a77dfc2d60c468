"""Addresses of sharing outside the circle."""

from django.urls import path

from . import files, views

ALL = "huishoudens/<uuid:dossier>/delen"
ONE = f"{ALL}/<uuid:sharing>"

urlpatterns = [
    path(ALL, views.ledger, name="staff-sharing"),
    path(f"{ALL}/nieuw", views.new, name="staff-sharing-new"),
    path(f"{ONE}/bestand", files.file, name="staff-sharing-file"),
    path(f"{ONE}/stoppen", views.end, name="staff-sharing-end"),
    path(f"{ONE}/vertellen", views.tell, name="staff-sharing-tell"),
    path(f"{ONE}/nakijken", views.look, name="staff-sharing-look"),
]
