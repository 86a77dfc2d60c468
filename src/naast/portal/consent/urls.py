"""Addresses of what somebody said yes to."""

from django.urls import path

from . import views

ALL = "mijn/<uuid:dossier>/ja"

urlpatterns = [
    path(ALL, views.consents, name="portal-consent"),
    path(f"{ALL}/<uuid:consent>/intrekken", views.withdraw, name="portal-consent-withdraw"),
]
