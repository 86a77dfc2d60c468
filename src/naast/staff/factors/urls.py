"""Addresses of worries and strengths."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/krachten", views.factors, name="staff-factors"),
    path("huishoudens/<uuid:dossier>/krachten/nieuw", views.note, name="staff-factors-note"),
]
