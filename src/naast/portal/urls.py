"""Addresses of the portal face; every one of them goes through access or actions."""

from django.urls import URLPattern, URLResolver

from .appointments.urls import urlpatterns as appointments
from .consent.urls import urlpatterns as consent
from .factors.urls import urlpatterns as factors
from .files.urls import urlpatterns as files
from .home.urls import urlpatterns as home
from .incidents.urls import urlpatterns as incidents
from .matters.urls import urlpatterns as matters
from .network.urls import urlpatterns as network
from .plan.urls import urlpatterns as plan
from .question.urls import urlpatterns as question
from .reading.urls import urlpatterns as reading
from .scores.urls import urlpatterns as scores
from .sharing.urls import urlpatterns as sharing
from .sign_in.urls import urlpatterns as sign_in
from .story.urls import urlpatterns as story

urlpatterns: list[URLPattern | URLResolver] = [
    *sign_in,
    *home,
    *story,
    *files,
    *reading,
    *appointments,
    *question,
    *plan,
    *scores,
    *factors,
    *incidents,
    *matters,
    *network,
    *consent,
    *sharing,
]
