"""Addresses of the staff face; every one of them goes through access or actions."""

from django.urls import URLPattern, URLResolver

from .account.urls import urlpatterns as account
from .advice.urls import urlpatterns as advice
from .agenda.urls import urlpatterns as agenda
from .anonymous.urls import urlpatterns as anonymous
from .apart.urls import urlpatterns as apart
from .consent.urls import urlpatterns as consent
from .emergency.urls import urlpatterns as emergency
from .experts.urls import urlpatterns as experts
from .factors.urls import urlpatterns as factors
from .files.urls import urlpatterns as files
from .genogram.urls import urlpatterns as genogram
from .households.urls import urlpatterns as households
from .incidents.urls import urlpatterns as incidents
from .matters.urls import urlpatterns as matters
from .network.urls import urlpatterns as network
from .opening.urls import urlpatterns as opening
from .oversight.urls import urlpatterns as oversight
from .people.urls import urlpatterns as people
from .phase.urls import urlpatterns as phase
from .plan.urls import urlpatterns as plan
from .question.urls import urlpatterns as question
from .residents.urls import urlpatterns as residents
from .roles.urls import urlpatterns as roles
from .scores.urls import urlpatterns as scores
from .search.urls import urlpatterns as search
from .sharing.urls import urlpatterns as sharing
from .sign_in.urls import urlpatterns as sign_in
from .story.urls import urlpatterns as story
from .table.urls import urlpatterns as table
from .team.urls import urlpatterns as team
from .today.urls import urlpatterns as today
from .verdicts.urls import urlpatterns as verdicts

urlpatterns: list[URLPattern | URLResolver] = [
    *sign_in,
    *account,
    *today,
    *team,
    *opening,
    *emergency,
    *households,
    *agenda,
    *genogram,
    *people,
    *roles,
    *experts,
    *residents,
    *question,
    *story,
    *files,
    *phase,
    *verdicts,
    *plan,
    *table,
    *scores,
    *factors,
    *incidents,
    *matters,
    *network,
    *apart,
    *consent,
    *anonymous,
    *advice,
    *sharing,
    *search,
    *oversight,
]
