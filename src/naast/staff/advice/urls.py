"""Address of the answer to a question without names."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/advies/nieuw", views.write, name="staff-advice-write"),
]
