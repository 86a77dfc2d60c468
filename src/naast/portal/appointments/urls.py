"""The address of this screen."""

from django.urls import path

from . import views

urlpatterns = [path("mijn/<uuid:dossier>/afspraken", views.appointments, name="portal-appointments")]
