"""Addresses of the people of a household, and of every change to them."""

from django.urls import path

from . import views

HERE = "huishoudens/<uuid:dossier>/mensen"

urlpatterns = [
    path(HERE, views.page, name="staff-people"),
    path(f"{HERE}/<slug:what>", views.change, name="staff-people-change"),
    path(f"{HERE}/<slug:what>/<uuid:of>", views.change, name="staff-people-change-of"),
]
