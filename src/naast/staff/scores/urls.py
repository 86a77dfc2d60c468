"""Addresses of how safe it is now."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/veiligheid", views.scores, name="staff-scores"),
    path("huishoudens/<uuid:dossier>/veiligheid/antwoord", views.give, name="staff-scores-give"),
]
