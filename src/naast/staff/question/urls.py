"""The address of a question that the team notes for somebody."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/vraag", views.question, name="staff-question"),
]
