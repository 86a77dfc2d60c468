"""All addresses: the team's face, the household's face, and signing in."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("naast.staff.urls")),
    path("", include("naast.portal.urls")),
]
handler404 = "naast.ui.errors.missing"
handler403 = "naast.ui.errors.missing"
