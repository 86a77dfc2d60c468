"""Addresses of how residents come in."""

from django.urls import path

from . import views

PAGE = "huishoudens/<uuid:dossier>/toegang"
ONE = f"{PAGE}/<uuid:person>"

urlpatterns = [
    path(PAGE, views.page, name="staff-residents"),
    path(f"{ONE}/eigen", views.own, name="staff-resident-own"),
    path(f"{ONE}/link", views.link, name="staff-resident-link"),
    path(f"{ONE}/sluiten", views.close, name="staff-resident-close"),
    path(f"{ONE}/scherm", views.hand_over, name="staff-hand-over"),
]
