"""The address of the question whether somebody takes on a role."""

from django.urls import path

from . import views

urlpatterns = [path("gevraagd/<uuid:entry>", views.question, name="staff-role")]
