"""The sentences about who reads, as a household member sees them: safest first, and chosen."""

from typing import Any

from django.utils.translation import gettext, ngettext

from naast.access.choosing import Chooser, Chosen
from naast.access.people import Face
from naast.actions.choice import Choice
from naast.documents.saying import names
from naast.portal.page import Me
from naast.ui.circle import CHOSEN, EVERYONE, PROPOSED, CircleForm, Way
from naast.ui.templatetags.naast import to


def beside(form: CircleForm, me: Me) -> dict[str, Any]:
    """What a page shows of a form on which a member chooses who reads it."""
    chosen = form.now()
    return {
        "form": form,
        "chooser": form.chooser,
        "chosen": chosen,
        "ways": ways(form.chooser, me),
        "opened": opened(form.chooser, me),
        "reads": reads(chosen, me),
        "always": str(me.face.public_id),
    }


def ways(chooser: Chooser, me: Me) -> list[Way]:
    """Only I and the team; people I choose; everybody."""
    everyone = chooser.ids(chooser.everyone)
    reading = [face for face in chooser.faces if face.public_id in everyone]
    found = [alone(chooser, me)]
    if chooser.faces:
        found.append(Way(CHOSEN, gettext("People whom I choose"), to(gettext("And the team."), me)))
    if reading:
        found.append(Way(EVERYONE, gettext("Everybody in the plan"), names(reading), everyone))
    return found


def alone(chooser: Chooser, me: Me) -> Way:
    """The safest way: who tells, and the team."""
    team = gettext("The team: %(names)s.") % {"names": names(chooser.team)} if chooser.team else ""
    return Way(PROPOSED, gettext("Only I and the team"), team)


def answer_ways(form_faces: tuple[Face, ...], chooser: Chooser, me: Me) -> list[Way]:
    """For words beside an entry: the same, and everybody who reads that entry."""
    found = [alone(chooser, me)]
    if form_faces:
        found.append(Way(CHOSEN, gettext("People whom I choose"), to(gettext("And the team."), me)))
    ids = tuple(face.public_id for face in form_faces)
    found.append(Way(EVERYONE, gettext("Everybody who reads this"), names(form_faces), ids))
    return found


def opened(chooser: Chooser, me: Me) -> str:
    """When it can be opened further for safety."""
    found = chooser.fixed_face
    if found is None:
        return to(
            gettext(
                "Does the team think that you are not safe? Then it sometimes has to ask for help. You hear "
                "that first, if that is safe."
            ),
            me,
        )
    return to(
        gettext(
            "Does %(name)s think that you are not safe? Then %(name)s sometimes has to ask for help. You hear "
            "that first, if that is safe."
        )
        % {"name": found.label},
        me,
    )


def reads(chosen: Chosen, me: Me) -> str:
    """Who reads it, as one sentence."""
    if not chosen.reads:
        return to(gettext("Only you and the team read this."), me)
    return to(
        ngettext(
            "You, the team and %(names)s read this.",
            "You, the team and %(names)s read this.",
            len(chosen.reads),
        )
        % {"names": names(chosen.reads)},
        me,
    )


def choice(form: CircleForm, me: Me) -> Choice:
    """What the acts take; a child's pick is noted as theirs."""
    chosen = form.now()
    readers = tuple(face.public_id for face in chosen.reads)
    if me.young:
        return Choice(readers, "child_picked", because=dict.fromkeys(readers, "picked"))
    return Choice(readers, "teller_chose")
