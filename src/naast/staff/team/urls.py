"""Addresses of the team."""

from django.urls import path

from . import views

ONE = "team/<uuid:account>"

urlpatterns = [
    path("team", views.team, name="staff-team"),
    path("team/nieuw", views.add, name="staff-team-add"),
    path("team/antwoordtijd", views.answer_time, name="staff-team-answer-time"),
    path(f"{ONE}/uitnodiging", views.invitation, name="staff-team-invitation"),
    path(f"{ONE}/uitnodigen", views.invite, name="staff-team-invite"),
    path(f"{ONE}/sluiten", views.close, name="staff-team-close"),
    path(f"{ONE}/openen", views.reopen, name="staff-team-reopen"),
    path(f"{ONE}/teamleider", views.lead, name="staff-team-lead"),
    path(f"{ONE}/piket", views.duty, name="staff-team-duty"),
]
