"""Addresses of coming in, going away, and closing."""

from django.urls import path

from . import inside, views

urlpatterns = [
    path("binnen", views.ask, name="portal-ask"),
    path("binnen/bewaard", views.kept, name="portal-kept"),
    path("binnen/<str:token>", views.door, name="portal-sign-in"),
    path("snel-weg", views.leave, name="portal-exit"),
    path("mijn/sporen", views.traces, name="portal-traces"),
    path("mijn/afmelden", inside.sign_out, name="portal-sign-out"),
    path("mijn/vertrouwelijk", inside.confidential, name="portal-confidential"),
    path("mijn/sluiten", inside.close, name="portal-close"),
    path("scherm-terug", inside.give_back, name="portal-give-back"),
]
