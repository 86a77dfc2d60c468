"""Addresses of the plan on the portal."""

from django.urls import path

from . import papers, views

ONE = "mijn/<uuid:dossier>/plan"

urlpatterns = [
    path(ONE, views.plan, name="portal-plan"),
    path(f"{ONE}/afdruk", views.paper, name="portal-plan-paper"),
    path(f"{ONE}/papier", papers.papers, name="portal-papers"),
    path(f"{ONE}/papier/<uuid:paper>/geworden", papers.report, name="portal-paper-report"),
    path(f"{ONE}/afspraken.pdf", views.pdf, name="portal-plan-pdf"),
    path(f"{ONE}/afspraken-kinderen.pdf", views.children, name="portal-plan-children"),
    path(f"{ONE}/kaartje.pdf", views.card, name="portal-plan-card"),
    path(f"{ONE}/eigen-papier", papers.own_paper, name="portal-plan-own-paper"),
    path(f"{ONE}/afspraak/<uuid:agreement>", views.position, name="portal-plan-position"),
    path(f"{ONE}/afspraak/<uuid:agreement>/terug", views.take_back, name="portal-plan-take-back"),
]
