"""Addresses of opening a household. What is typed travels in the body, never in an address."""

from django.urls import path

from . import proposal, search

urlpatterns = [
    path("huishoudens/nieuw", search.search, name="staff-open"),
    path("huishoudens/nieuw/gevonden", search.found, name="staff-open-found"),
    path("huishoudens/nieuw/met-de-hand", search.by_hand, name="staff-open-by-hand"),
    path("huishoudens/nieuw/voorstel", proposal.proposal, name="staff-open-proposal"),
]
