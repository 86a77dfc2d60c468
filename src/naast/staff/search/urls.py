"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("zoeken", views.page, name="staff-search"),
]
