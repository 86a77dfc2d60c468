"""Address of the phase on the staff face."""

from django.urls import path

from . import views

urlpatterns = [path("huishoudens/<uuid:dossier>/fase", views.phase, name="staff-phase")]
