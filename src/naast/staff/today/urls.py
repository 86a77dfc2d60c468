"""The address of the day."""

from django.urls import path

from . import views

urlpatterns = [path("vandaag", views.today, name="staff-today")]
