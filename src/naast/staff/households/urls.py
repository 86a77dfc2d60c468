"""Addresses of this screen."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens", views.page, name="staff-households"),
]
