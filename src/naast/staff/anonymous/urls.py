"""Address of the sheet without names."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/zonder-namen", views.sheet, name="staff-anonymous"),
]
