"""A professional leaves: what they were in households ends, and none of these is left without anybody."""

from naast.access import leaving
from naast.access.viewer import STAFF, Viewer
from naast.records.models import Account, Dossier, Person
from naast.rules.texts import N_

from . import emergency, involvements
from .act import Answered, Invalid, touched
from .dossiers import current_members

WHO = N_("Choose who becomes the fixed face.")
MORE = N_("Some households still need somebody. Choose another colleague for those.")


def leave(viewer: Viewer, leaver: Account, faces: list[Person]) -> None:
    """End all that this account's human is in its capacity, now; `faces` become the fixed face where one is needed.

    Each household goes to the first of `faces` who need not stay out of it. Raises Invalid on 'account', and then
    nothing has changed. Whoever lets this happen comes to read nothing by it.
    """
    left = leaving.left_by(leaver.human_id, viewer.at) if leaver.capacity == STAFF else []
    if left and not faces:
        raise Invalid("account", WHO)
    given = [(dossier, _first(dossier, faces, viewer)) for dossier in left]
    emergency.end_all(leaver.human_id, viewer.at)
    involvements.leave_everywhere(leaver.human_id, leaver.capacity, viewer.at)
    touched(persons=[leaver.human_id])
    for dossier, person in given:
        involvements.become_fixed_face(dossier, person, viewer, current_members(dossier, viewer))


def _first(dossier: Dossier, faces: list[Person], viewer: Viewer) -> Person:
    for person in faces:
        if not involvements.kept_out(person.id, dossier, viewer.at):
            return person
    raise Answered("account", MORE)
