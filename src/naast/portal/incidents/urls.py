"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/gebeurd", views.incidents, name="portal-incidents"),
    path("mijn/<uuid:dossier>/gebeurd/vertellen", views.tell, name="portal-incidents-tell"),
]
