"""Addresses of emergency reading: opening a household, what the duty worker does with it, and the team's look."""

from django.urls import path

from . import views

HERE = "huishoudens/<uuid:dossier>/noodinzage"

urlpatterns = [
    path("noodinzage", views.find, name="staff-emergency"),
    path(f"{HERE}/rest", views.rest, name="staff-emergency-rest"),
    path(f"{HERE}/gedaan", views.tell, name="staff-emergency-tell"),
    path(f"{HERE}/<uuid:reading>/stoppen", views.stop, name="staff-emergency-stop"),
    path(f"{HERE}/<uuid:reading>/gezien", views.seen, name="staff-emergency-seen"),
]
