"""The address of this screen."""

from django.urls import path

from . import views

urlpatterns = [path("mijn/<uuid:dossier>/netwerk", views.network, name="portal-network")]
