"""Address of what the reader told and the team gave to somebody else."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/gedeeld", views.sharing, name="portal-sharing"),
]
