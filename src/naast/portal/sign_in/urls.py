"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("snel-weg", views.leave, name="portal-exit"),
]
