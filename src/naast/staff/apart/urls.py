"""Addresses of who does not sit together."""

from django.urls import path

from . import views

ALL = "huishoudens/<uuid:dossier>/niet-samen"
ONE = f"{ALL}/<uuid:apart>"

urlpatterns = [
    path(ALL, views.page, name="staff-apart"),
    path(f"{ALL}/nieuw", views.make, name="staff-apart-make"),
    path(f"{ONE}/wijzigen", views.change, name="staff-apart-change"),
    path(f"{ONE}/stoppen", views.end, name="staff-apart-end"),
]
