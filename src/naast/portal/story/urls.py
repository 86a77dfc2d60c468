"""Addresses of this screen."""

from django.urls import path

from . import acts, tell, views

urlpatterns = [
    path("mijn/<uuid:dossier>/verhaal", views.story, name="portal-story"),
    path("mijn/<uuid:dossier>/vertellen", tell.tell, name="portal-tell"),
    path("mijn/<uuid:dossier>/vertellen/bewaren", tell.keep, name="portal-tell-keep"),
    path("mijn/<uuid:dossier>/vertellen/bewaard", tell.kept, name="portal-tell-kept"),
    path("mijn/<uuid:dossier>/vertellen/weg", tell.discard, name="portal-tell-discard"),
    path("mijn/<uuid:dossier>/verklaring", acts.state, name="portal-state"),
    path("mijn/stukken/<uuid:entry>", views.entry, name="portal-entry"),
    path("mijn/stukken/<uuid:entry>/antwoord", acts.answer, name="portal-answer"),
    path("mijn/stukken/<uuid:entry>/verbeteren", acts.correct, name="portal-correct"),
    path("mijn/stukken/<uuid:entry>/meer-lezers", acts.more, name="portal-more"),
    path("mijn/stukken/<uuid:entry>/minder-lezers", acts.fewer, name="portal-fewer"),
]
