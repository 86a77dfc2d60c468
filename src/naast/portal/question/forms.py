"""The form of a question."""

from django.utils.translation import gettext_lazy as _

from naast.portal.forms import Spoken, words_field


class QuestionForm(Spoken):
    """A question in one's own words."""

    words = words_field(_("What do you want to ask?"), rows=4)
