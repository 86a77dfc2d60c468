"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("aanmelden", views.home, name="staff-sign-in"),
    path("account", views.home, name="staff-account"),
]
