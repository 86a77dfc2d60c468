"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/veilig", views.scores, name="portal-scores"),
    path("mijn/<uuid:dossier>/veilig/antwoord", views.give, name="portal-scores-give"),
]
