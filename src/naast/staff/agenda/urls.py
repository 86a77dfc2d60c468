"""Addresses of a household's agenda."""

from django.urls import path

from . import views

AGENDA = "huishoudens/<uuid:dossier>/agenda"
ONE = f"{AGENDA}/<uuid:appointment>"

urlpatterns = [
    path(AGENDA, views.agenda, name="staff-agenda"),
    path(f"{AGENDA}/nieuw", views.make, name="staff-agenda-make"),
    path(f"{ONE}/wijzigen", views.change, name="staff-agenda-change"),
    path(f"{ONE}/afzeggen", views.cancel, name="staff-agenda-cancel"),
]
