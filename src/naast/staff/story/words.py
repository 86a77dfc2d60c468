"""The words of the story on the team's face: what something is, how you spoke, why somebody reads."""

from django.utils.translation import gettext_lazy as _

from naast.rules.emergency import OPEN, RELEASED
from naast.rules.sharing import SHARED, SHARED_WITHOUT, UNTOLD

NATURES = {
    "telling": _("telling"),
    "fact": _("fact"),
    "opinion": _("opinion"),
    "wish": _("wish"),
}
NATURES_WHY = {
    "telling": _("Somebody said it. In their own words."),
    "fact": _("Seen yourself, or in black and white."),
    "opinion": _("What you or somebody else thinks of it."),
    "wish": _("What somebody would like."),
}
VERBS = {
    "telling": _("told"),
    "fact": _("saw"),
    "opinion": _("thinks"),
    "wish": _("would like"),
}
FORMS = {
    "home_visit": _("Home visit"),
    "office": _("Talk at the office"),
    "phone": _("Phone call"),
    "video": _("Video call"),
    "school": _("Talk at school"),
    "outside": _("Talk outside"),
    "written": _("Written message"),
    "other": _("Contact in another way"),
}
KINDS = {
    "passage": _("what was told or seen"),
    "contact": _("contacts"),
    "statement": _("own statements"),
    "moment": _("shared moments"),
    "file": _("files"),
    "question": _("questions"),
    "score": _("how safe it is now"),
    "factor": _("worries and strengths"),
    "supporter": _("who is in the network"),
    "paper": _("paper that was given out"),
    "consent": _("what was said yes or no to"),
    "opening": _("opened further for safety"),
    "apart": _("who does not sit together"),
    "advice": _("advice without names"),
    "incident": _("what happened"),
    "matter": _("questions together"),
    "matter_part": _("parts of a question together"),
    "factor_view": _("how somebody sees a factor"),
}
BECAUSE = {
    "told": _("told it"),
    "present": _("was there"),
    "chosen": _("was chosen"),
    "named": _("is named in it"),
    "authority": _("has parental authority"),
    "team": _("works in the team"),
    "fixed_face": _("fixed contact"),
    "stand_in": _("stands in for somebody"),
    "picked": _("picked by the child"),
    "opened": _("opened further for safety"),
    "widened": _("opened further by the teller"),
    "partner": _("works with the household"),
    "writer": _("wrote it down"),
    "self": _("own data"),
    "officer": _("privacy officer"),
    OPEN: _("emergency reading"),
    RELEASED: _("emergency reading"),
    SHARED: _("got it with a yes"),
    SHARED_WITHOUT: _("got it without a yes"),
    UNTOLD: _("got it without a yes; who told it does not know yet"),
}
HOWS = {
    "teller_chose": _("The teller chose this circle themselves."),
    "asked_aloud": _("The teller was asked, and said it aloud."),
    "asked_picture": _("The teller was asked with the faces on the screen."),
    "asked_later": _("Not asked yet: the safest circle, until it is."),
    "child_picked": _("The child picked who may read this."),
    "worker_chose": _("A worker chose this circle."),
    "proposed": _("The circle that Naast proposes."),
    "own": _("The teller did this themselves."),
    "at_table": _("Said at the table: who sat there and the team read it."),
}
# How a worker asked, where they noted it for somebody (actions/noted.py).
ASKED = {
    "asked_alone": _("Asked alone"),
    "asked_with_others": _("Asked with others present"),
    "by_phone": _("By phone"),
    "in_writing": _("In writing"),
}
# What the acts of telling and opening say at a field.
ACTS_SAY = (
    _("Choose how you spoke."),
    _("Write down at least one thing."),
    _("Write down what was said or seen."),
    _("Choose what it is."),
    _("Write down your answer."),
    _("Nothing has changed yet."),
    _("Write down the statement."),
    _("Choose at least two tellings."),
    _("Say why."),
    _("Choose a day that is still to come."),
    _("This is too long: at most %(most)s characters."),
)
