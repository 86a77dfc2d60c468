"""Addresses of consent."""

from django.urls import path

from . import views

ALL = "huishoudens/<uuid:dossier>/toestemming"
ONE = f"{ALL}/<uuid:consent>"

urlpatterns = [
    path(ALL, views.consents, name="staff-consent"),
    path(f"{ALL}/vragen", views.ask, name="staff-consent-ask"),
    path(f"{ONE}/intrekken", views.withdraw, name="staff-consent-withdraw"),
    path(f"{ONE}/papier", views.paper, name="staff-consent-paper"),
]
