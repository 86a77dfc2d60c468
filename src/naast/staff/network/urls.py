"""Addresses of the network circle."""

from django.urls import path

from . import views

ONE = "huishoudens/<uuid:dossier>/netwerk"

urlpatterns = [
    path(ONE, views.network, name="staff-network"),
    path(f"{ONE}/nieuw", views.note, name="staff-network-note"),
    path(f"{ONE}/<uuid:supporter>/wijzigen", views.change, name="staff-network-change"),
]
