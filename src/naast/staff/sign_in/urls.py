"""Addresses of the start, signing in and signing out."""

from django.urls import path

from . import invitation, views

urlpatterns = [
    path("", views.home, name="home"),
    path("aanmelden", views.sign_in, name="staff-sign-in"),
    path("aanmelden/code", views.second_factor_page, name="staff-second-factor"),
    path("aanmelden/instellen", views.set_up, name="staff-set-up"),
    path("afmelden", views.sign_out, name="staff-sign-out"),
    path("uitnodiging/<str:token>", invitation.invitation, name="staff-invitation"),
]
