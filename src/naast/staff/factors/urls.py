"""Addresses of worries and strengths."""

from django.urls import path

from . import seeing, views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/krachten", views.factors, name="staff-factors"),
    path("huishoudens/<uuid:dossier>/krachten/nieuw", views.note, name="staff-factors-note"),
    path("huishoudens/<uuid:dossier>/krachten/belangrijkste", seeing.main, name="staff-factors-main"),
    path("huishoudens/<uuid:dossier>/krachten/<uuid:factor>", seeing.say, name="staff-factor-say"),
]
