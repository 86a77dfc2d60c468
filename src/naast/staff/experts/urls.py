"""Address on which an expert is added beside the fixed face."""

from django.urls import path

from . import views

urlpatterns = [
    path("huishoudens/<uuid:dossier>/deskundige", views.add, name="staff-expert-add"),
]
