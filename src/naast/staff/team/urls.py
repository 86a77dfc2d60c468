"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("team", views.page, name="staff-team"),
]
