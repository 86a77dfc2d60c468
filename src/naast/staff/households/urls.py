"""Addresses of my households, and of one household."""

from django.urls import path

from . import still, views

urlpatterns = [
    path("nog-te-lezen", still.still, name="staff-still"),
    path("huishoudens", views.mine, name="staff-households"),
    path("huishoudens/<uuid:dossier>", views.household, name="staff-household"),
    path("huishoudens/<uuid:dossier>/dezelfde/<uuid:notice>", views.same, name="staff-same-person"),
]
