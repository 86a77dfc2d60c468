"""Addresses of the privacy officer."""

from django.urls import path

from . import views

urlpatterns = [
    path("toezicht", views.waiting, name="staff-oversight"),
    path("toezicht/bekeken", views.looked_at, name="staff-oversight-done"),
    path("toezicht/logboek", views.search, name="staff-oversight-trace"),
    path("toezicht/opvallend", views.signs, name="staff-oversight-signs"),
    path("toezicht/<uuid:entry>", views.one, name="staff-oversight-one"),
]
