"""What became of an agreement, for everybody who reads that agreement."""

from uuid import UUID

from naast.access.viewer import Viewer
from naast.records.models import Kind, Nature, Person, Review
from naast.rules import reviews as rule

from . import guarded, kept_along, plan
from .act import Invalid, act
from .write import Line


@act("review agreement")
def review(
    *, viewer: Viewer, agreement: UUID, result: str, words: str = "", guard_seen: bool = False
) -> UUID:
    """Say what became of an agreement. Read by whoever is in its circle; with DROPPED it ends today.

    A later review stands beside it. Raises Conflict where the agreement was changed meanwhile, Invalid on 'result',
    'words'.
    """
    row, found, reach = plan.current(viewer, agreement)
    wrong = rule.problem(result, words)
    if wrong is not None:
        raise Invalid(*wrong)
    written = guarded.write(
        found,
        Line(
            Kind.REVIEW,
            Nature.OPINION,
            words.strip(),
            row.circle,
            teller=Person.objects.get(id=viewer.human),
            circle_how=row.circle_how,
            circle_ground=row.circle_ground,
            of_kind=(Review, {"agreement": row, "result": result}),
        ),
        reach=reach,
        viewer=viewer,
        guard_seen=guard_seen,
    )
    kept_along.keep(written, row, viewer)
    if result == rule.DROPPED:
        plan.let_end(row, found, viewer, max(viewer.today, row.agreement.starts))
    return written.public_id
