"""Addresses of the plan on the staff face."""

from django.urls import path

from . import changes, conditions, papers, positions, reviews, seven, situations, views

ONE = "huishoudens/<uuid:dossier>/plan"
SITUATION = f"{ONE}/situatie/<uuid:situation>"
AGREEMENT = f"{ONE}/afspraak/<uuid:agreement>"

urlpatterns = [
    path(ONE, views.plan, name="staff-plan"),
    path(f"{ONE}/afdruk", views.paper, name="staff-plan-paper"),
    path(f"{ONE}/papier", papers.papers, name="staff-papers"),
    path(f"{ONE}/papier/meegeven", papers.give, name="staff-paper-give"),
    path(f"{ONE}/papier/<uuid:paper>/geworden", papers.report, name="staff-paper-report"),
    path(f"{ONE}/afspraken.pdf", views.pdf, name="staff-plan-pdf"),
    path(f"{ONE}/afspraken-kinderen.pdf", views.children, name="staff-plan-children"),
    path(f"{ONE}/kaartje.pdf", views.cards, name="staff-plan-cards"),
    path(f"{ONE}/situatie", changes.situation, name="staff-plan-situation"),
    path(f"{ONE}/meest-onveilig", situations.unsafe, name="staff-plan-unsafe"),
    path(f"{SITUATION}/wijzigen", situations.change, name="staff-plan-situation-change"),
    path(f"{SITUATION}/deel", situations.part, name="staff-plan-part"),
    path(f"{ONE}/deel/<uuid:part>/wijzigen", situations.change_part, name="staff-plan-part-change"),
    path(f"{ONE}/afspraak", changes.agreement, name="staff-plan-agreement"),
    path(f"{ONE}/voorwaarde", conditions.condition, name="staff-plan-condition"),
    path(
        f"{ONE}/voorwaarde/<uuid:condition>/wijzigen",
        conditions.change,
        name="staff-plan-condition-change",
    ),
    path(f"{ONE}/onderdeel", seven.write, name="staff-plan-seven"),
    path(f"{ONE}/onderdeel/<uuid:guideline>/wijzigen", seven.change, name="staff-plan-seven-change"),
    path(f"{ONE}/kijkdag", changes.look, name="staff-plan-look"),
    path(f"{AGREEMENT}/wijzigen", changes.change, name="staff-plan-change"),
    path(f"{AGREEMENT}/werkt-het", reviews.review, name="staff-plan-review"),
    path(f"{AGREEMENT}/stoppen", changes.end, name="staff-plan-end"),
    path(f"{AGREEMENT}/mening/<uuid:person>", positions.position, name="staff-plan-position"),
    path(f"{AGREEMENT}/mening/<uuid:person>/terug", positions.take_back, name="staff-plan-take-back"),
]
