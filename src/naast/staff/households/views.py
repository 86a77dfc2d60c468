"""My households, and the page of one: its people, who stands around it, and its story."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from naast.access import emergency, households, joining, received, roles
from naast.access.dossiers import Looking
from naast.access.household_lines import HouseholdPage
from naast.access.viewer import PARTNER, Missing, Viewer
from naast.actions import same_person
from naast.actions.act import Invalid
from naast.staff.emergency.views import answers
from naast.staff.sign_in.require import professional_view, staff_view
from naast.staff.story.timeline import asked, context_of

from . import words
from .looking import frame, looking

FIXED = ("fixed_face", "stand_in")


@professional_view
def mine(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The households in which this professional stands, newest opened first."""
    found = households.my_households(viewer, request.GET.get("na", ""))
    context = {"list": found, "viewer": viewer, "section": "households", "paged": "na" in request.GET}
    if viewer.capacity == PARTNER:
        context["asked"] = roles.waiting(viewer)
    return render(request, "staff/households/mine.html", context)


@professional_view
def household(request: HttpRequest, viewer: Viewer, dossier: UUID) -> HttpResponse:
    """One household; with `ogen` as that person would read it, today or on a coming day."""
    seen = looking(request, viewer, dossier)
    form, after = asked(request)
    page, story = households.with_story(seen.viewer, dossier, form.filters, after)
    context = {**head(request, viewer, seen, page, tab="story"), **_emergencies(viewer, seen, page)}
    if viewer.capacity == PARTNER:
        context["received"] = received.received(viewer, dossier)
    outside = viewer.capacity == PARTNER and seen.through is None
    adds = outside and any(one.running and one.face.is_viewer for one in page.involved)
    context |= context_of(request, seen.viewer, dossier, form, story, writes=context["writes"], adds=adds)
    return render(request, "staff/households/household.html", context)


def _emergencies(viewer: Viewer, seen: Looking, page: HouseholdPage) -> dict[str, Any]:
    """What the duty worker is told of their own reading, or the team of what others read by one."""
    if viewer.is_staff and not page.in_team and seen.through is None:
        return {"reading": emergency.own(viewer, page.public_id)}
    if not page.in_team or seen.through is not None:
        return {}
    return {"emergencies": page.emergencies, "answers_emergency": answers(page, viewer)}


@staff_view
def same(request: HttpRequest, viewer: Viewer, dossier: UUID, notice: UUID) -> HttpResponse:
    """The fixed face answers whether somebody who was looked for is who stands here.

    Where they know somebody else who may be that person, a yes leads them to the page that says so.
    """
    response = redirect("staff-household", dossier=dossier)
    if request.method == "POST":
        yes = request.POST.get("same") == "yes"
        try:
            same_person.answer(
                viewer=viewer,
                notice=notice,
                same=yes,
                once=UUID(request.POST.get("once", "")),  # type: ignore[call-arg]
            )
            messages.success(request, gettext("Your answer is kept."))
            lead = joining.asked_about(viewer, dossier, notice) if yes else None
            if lead is not None:
                response = redirect("staff-people-change-of", dossier=dossier, what="dezelfde", of=lead)
        except Invalid:
            messages.info(request, gettext("A colleague answered this already."))
        except ValueError:
            raise Missing from None
    response.status_code = 303
    return response


def head(
    request: HttpRequest, viewer: Viewer, seen: Looking, page: HouseholdPage, *, tab: str
) -> dict[str, Any]:
    """What every page of one household shows above its own part."""
    partners = {one.face.row for one in page.involved if one.capacity == "partner"}
    return {
        **frame(request, viewer, seen, page, partners, tab=tab),
        "page": page,
        "dossier": page.public_id,
        "answers": any(i.running and i.face.row == viewer.human and i.role in FIXED for i in page.involved),
        "members": words.people(page, [m.face for m in page.members]),
        "network": words.people(page, page.network),
        "ties": words.ties(page, running=True),
        "past_ties": words.ties(page, running=False),
        "authorities": words.authorities(page),
        "around": words.involved(page.around),
        "was_around": words.involved(page.was_around),
    }
