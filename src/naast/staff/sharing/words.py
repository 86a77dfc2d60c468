"""The words of sharing on the team's face: what each thing is that can go outside, and where a ground comes from."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from naast.content.sharing_grounds import Ground
from naast.rules.sources import Source
from naast.ui.templatetags.consent import source

# What one entry is, of every kind that can go outside (rules/sharing.py SHAREABLE).
KINDS = {
    "passage": _("told or seen"),
    "statement": _("own statement"),
    "answer": _("answer"),
    "file": _("file"),
    "situation": _("situation in the plan"),
    "agreement": _("agreement"),
    "condition": _("condition"),
    "plan_part": _("part of the plan"),
    "factor": _("worry or strength"),
    "decision": _("decision"),
    "incident": _("something that happened"),
}
# What the act says of such a yes as well: here before it is read back, there again when it is kept.
UNFIT = _("One of these is no yes to this receiver that runs.")


def kind(code: str) -> str:
    """What one entry is, in a few words."""
    return str(KINDS.get(code, ""))


def law(ground: Ground) -> str:
    """Its law with the edition that was read, and whether somebody laid it beside the text of today."""
    read = Source(ground.law, "", ground.read, ground.checked_on is not None)
    return source(read) if ground.law else gettext(read.state).capitalize()
