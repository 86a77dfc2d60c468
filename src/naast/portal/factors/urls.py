"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/krachten", views.factors, name="portal-factors"),
    path("mijn/<uuid:dossier>/krachten/nieuw", views.note, name="portal-factors-note"),
]
