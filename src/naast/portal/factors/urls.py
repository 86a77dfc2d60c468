"""Addresses of this screen."""

from django.urls import path

from . import seeing, views

urlpatterns = [
    path("mijn/<uuid:dossier>/krachten", views.factors, name="portal-factors"),
    path("mijn/<uuid:dossier>/krachten/nieuw", views.note, name="portal-factors-note"),
    path("mijn/<uuid:dossier>/krachten/<uuid:factor>", seeing.say, name="portal-factor-say"),
]
