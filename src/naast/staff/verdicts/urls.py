"""Addresses of verdicts."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/stabiele-veiligheid", views.stable, name="staff-verdict-stable")
]
