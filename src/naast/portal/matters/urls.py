"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/samen", views.matters, name="portal-matters"),
    path("mijn/<uuid:dossier>/samen/<uuid:matter>", views.say, name="portal-matter-say"),
]
