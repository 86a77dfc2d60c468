"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn", views.page, name="portal-home"),
    path("mijn/<uuid:dossier>", views.place, name="portal-place"),
]
