"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/vraag", views.question, name="portal-question"),
]
