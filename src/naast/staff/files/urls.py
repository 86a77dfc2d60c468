"""Addresses of adding a file and its new versions."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/bestand", views.add, name="staff-file-add"),
    path("stukken/<uuid:entry>/bestand/nieuw", views.replace, name="staff-file-replace"),
]
