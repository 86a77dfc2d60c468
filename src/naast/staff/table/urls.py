"""Addresses of the round table on the staff face."""

from django.urls import path

from . import views

ONE = "huishoudens/<uuid:dossier>/plan/tafel"

urlpatterns = [
    path(ONE, views.choose, name="staff-table"),
    path(f"{ONE}/samen", views.table, name="staff-table-open"),
    path("tafel/klaar", views.done, name="staff-table-done"),
]
