"""The address of a household's genogram."""

from django.urls import path

from . import views

urlpatterns = [path("huishoudens/<uuid:dossier>/genogram", views.genogram, name="staff-genogram")]
