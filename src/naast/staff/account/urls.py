"""Addresses of the own account."""

from django.urls import path

from . import calendar_feed, stand_in, views

urlpatterns = [
    path("account", views.account, name="staff-account"),
    path("account/gegevens", views.profile, name="staff-account-profile"),
    path("account/wachtwoord", views.password, name="staff-account-password"),
    path("account/pincode", views.pin, name="staff-account-pin"),
    path("account/tweede-stap", views.factor, name="staff-account-factor"),
    path("account/herstelcodes", views.recovery, name="staff-recovery-codes"),
    path("account/vervanging", stand_in.stand_in, name="staff-stand-in"),
    path("account/agenda", calendar_feed.calendar, name="staff-calendar"),
    path("account/agenda/stoppen", calendar_feed.end, name="staff-calendar-end"),
    path("agenda/<uuid:feed>/<str:token>.ics", calendar_feed.feed, name="staff-calendar-feed"),
]
