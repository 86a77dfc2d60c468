"""Addresses of the story on the team's face."""

from django.urls import path

from . import acts, opening, own_words, together, views, write

ENTRY = "stukken/<uuid:entry>"

WRITE = "huishoudens/<uuid:dossier>/schrijven"

OWN = "huishoudens/<uuid:dossier>/zelf-schrijven"

urlpatterns = [
    path(WRITE, write.write, name="staff-write"),
    path(f"{WRITE}/concept", write.keep, name="staff-write-keep"),
    path(f"{WRITE}/concept/<uuid:draft>/weg", write.discard, name="staff-write-discard"),
    path(OWN, own_words.write, name="staff-own-words"),
    path(f"{OWN}/concept", own_words.keep, name="staff-own-words-keep"),
    path(f"{OWN}/concept/<uuid:draft>/weg", own_words.discard, name="staff-own-words-discard"),
    path(ENTRY, views.entry, name="staff-entry"),
    path(f"{ENTRY}/verbeteren", acts.correct, name="staff-entry-correct"),
    path(f"{ENTRY}/antwoord", acts.answer, name="staff-entry-answer"),
    path(f"{ENTRY}/meer-lezers", opening.widen, name="staff-entry-widen"),
    path(f"{ENTRY}/minder-lezers", opening.narrow, name="staff-entry-narrow"),
    path(f"{ENTRY}/verder-open", opening.further, name="staff-entry-open"),
    path(f"{ENTRY}/vrijgeven", opening.let_go, name="staff-entry-let-go"),
    path(f"{ENTRY}/zelfde-moment", together.moment, name="staff-entry-moment"),
    path("huishoudens/<uuid:dossier>/verklaring", together.statement, name="staff-statement"),
    path(f"{ENTRY}/weghouden", opening.withhold, name="staff-entry-withhold"),
    path(f"{ENTRY}/bestand", views.file, name="staff-file"),
]
