"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("mijn/<uuid:dossier>/wie-weet-wat", views.knows, name="portal-knows"),
    path("mijn/<uuid:dossier>/wie-keek", views.looked, name="portal-looked"),
]
