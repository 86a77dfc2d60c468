"""Addresses of what happened and was not safe."""

from django.urls import path

from . import changes, views

HERE = "huishoudens/<uuid:dossier>/gebeurtenissen"

urlpatterns = [
    path(HERE, views.incidents, name="staff-incidents"),
    path(f"{HERE}/nieuw", changes.tell, name="staff-incidents-tell"),
    path(f"{HERE}/nieuw/bewaar", changes.keep, name="staff-incidents-keep"),
    path(f"{HERE}/nieuw/<uuid:draft>/weg", changes.discard, name="staff-incidents-discard"),
    path(f"{HERE}/<uuid:incident>/telt", changes.decide, name="staff-incident-decide"),
]
