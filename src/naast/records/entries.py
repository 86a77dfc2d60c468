"""The spine: everything told, seen, decided or agreed in a dossier is an entry."""

import uuid

from django.db import models

from .base import HouseholdData, PublicIdField


class Kind(models.TextChoices):
    """What an entry is. A kind with more to keep has a one-to-one table in records/kinds.py."""

    CONTACT = "contact"  # one talk; its passages are entries of their own
    PASSAGE = "passage"  # what one person told, saw, thinks or wishes
    STATEMENT = "statement"  # own statement of a person (eigen verklaring)
    ANSWER = "answer"  # an answer beside an entry
    MOMENT = "moment"  # several tellings of one moment
    FILE = "file"
    QUESTION = "question"  # from a resident to the fixed face
    MEMBERSHIP = "membership"
    RELATION = "relation"
    AUTHORITY = "authority"
    INVOLVEMENT = "involvement"
    CONTACT_DATA = "contact_data"
    OPENING = "opening"  # opening further for safety
    WITHHOLDING = "withholding"
    NOTICE = "notice"  # something the team should look at
    SITUATION = "situation"  # an unsafe situation in the household's words
    AGREEMENT = "agreement"
    POSITION = "position"  # agrees, or sees it differently
    EVALUATION = "evaluation"  # the day on which the plan is looked at again
    REVIEW = "review"  # what became of an agreement
    SCORE = "score"  # how safe it is now, by one person on one day
    FACTOR = "factor"  # a worry or a strength, a risk or a protective factor
    CONDITION = "condition"  # what must at least be so, set by Veilig Thuis or another
    APPOINTMENT = "appointment"  # when people meet, and where
    SUPPORTER = "supporter"  # somebody in the network, how near, and whether they were asked
    DECISION = "decision"  # what people decided, such as the phase
    PLAN_PART = "plan_part"  # a first sign, whom to call ... in one unsafe situation
    GUIDELINE = "guideline"  # what stands in one of the seven parts of the plan
    PAPER = "paper"  # paper of the plan that was given out
    EMERGENCY = "emergency"  # a duty worker opened a household that is not theirs
    CONSENT = "consent"  # a yes or no to help, or to sharing with a named receiver
    SHARING = "sharing"  # what went outside its circle, to whom and why
    PROPOSAL = "proposal"  # somebody was asked for a role
    APART = "apart"  # two persons who do not sit together
    OVERSIGHT = "oversight"  # what the privacy officer says of an emergency reading, an opening or a share
    ADVICE = "advice"  # asked without names, and what came back
    MATTER = "matter"  # a question that several people answer together
    MATTER_PART = "matter_part"  # what one of them was told, how they see it, what came out ...
    INCIDENT = "incident"  # something happened that was not safe, as one person tells it
    FACTOR_VIEW = "factor_view"  # whether a factor still harms or protects, as one person sees it


class Nature(models.TextChoices):
    """Fact, telling, opinion and wish are kept apart."""

    FACT = "fact"
    TELLING = "telling"
    OPINION = "opinion"
    WISH = "wish"


class Entry(HouseholdData):
    """One line of the dossier. Final once written: a correction is a new entry with the same `root`.

    `moment_at` orders lists: when it happened as far as known, else when it was confirmed.
    `quoted` is true where `words` are a person's own words.
    """

    public_id = PublicIdField()
    root = models.UUIDField(default=uuid.uuid4)
    # no index of their own: one that counts hidden rows would show them in the time an answer takes
    dossier = models.ForeignKey("records.Dossier", models.PROTECT, related_name="entries", db_index=False)
    circle = models.ForeignKey("records.Circle", models.PROTECT, related_name="entries", db_index=False)
    kind = models.CharField(max_length=16, choices=Kind)
    nature = models.CharField(max_length=8, choices=Nature)
    teller = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+", db_index=False)
    writer = models.ForeignKey("records.Person", models.PROTECT, related_name="+", db_index=False)
    words = models.TextField(blank=True)
    quoted = models.BooleanField(default=False)
    happened_from = models.DateField(null=True, blank=True)
    happened_to = models.DateField(null=True, blank=True)
    happened_precision = models.CharField(max_length=8, default="unknown")
    happened_words = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField()
    moment_at = models.DateTimeField()
    language = models.CharField(max_length=40, blank=True)
    interpreter = models.CharField(max_length=120, blank=True)
    circle_how = models.CharField(max_length=24, blank=True)  # who chose the circle, and how it was asked
    circle_ground = models.TextField(blank=True)  # why a parent with authority does not read, and the like

    class Meta:
        db_table = "h_entry"
        indexes = [
            models.Index(fields=["circle", "-moment_at", "public_id"], name="entry_circle_moment"),
            models.Index(fields=["root"], name="entry_root"),
            # what the privacy officer looks at: few among many, and on no viewer's path
            models.Index(
                fields=["confirmed_at"],
                condition=models.Q(kind__in=("opening", "emergency", "sharing")),
                name="entry_overseen",
            ),
        ]


class EntryPerson(HouseholdData):
    """A person named by an entry, in one role. The only way by which a viewer comes to know of a person."""

    class Role(models.TextChoices):
        TELLER = "teller"
        WRITER = "writer"
        ABOUT = "about"
        PRESENT = "present"
        DOES = "does"
        WATCHES = "watches"
        DECIDES = "decides"
        GIVEN_TO = "given_to"
        RECEIVES = "receives"
        BELONGS = "belongs"
        HARMED = "harmed"
        HARMS = "harms"  # whose behaviour harmed
        SAW = "saw"
        FIRST = "first"  # who told of it first, where that was not who tells it here

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="people")
    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role)
    # copied from the entry (one writer keeps them equal), so that one policy reads this table too
    circle = models.ForeignKey("records.Circle", models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        db_table = "h_entry_person"
        indexes = [
            models.Index(fields=["circle", "person"], name="named_circle_person"),
            models.Index(fields=["person"], name="named_person"),
        ]


class Link(HouseholdData):
    """A tie between two entries; shown only to who may read both ends."""

    class Tie(models.TextChoices):
        REPLACES = "replaces"
        ANSWERS = "answers"
        SAME_MOMENT = "same_moment"
        PART_OF = "part_of"
        RESTS_ON = "rests_on"
        CITES = "cites"
        MEETS = "meets"  # an agreement meets a condition
        SHARES = "shares"  # a share gives this outside its circle

    tie = models.CharField(max_length=12, choices=Tie)
    source = models.ForeignKey(Entry, models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Entry, models.CASCADE, related_name="links_in")

    class Meta:
        db_table = "h_link"
        constraints = [models.UniqueConstraint(fields=["tie", "source", "target"], name="one_link")]


class SearchRow(HouseholdData):
    """The search words of one entry: distinct lemmas with a space before and after each."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="search_row")
    circle = models.ForeignKey("records.Circle", models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()
    lemmas = models.TextField()

    class Meta:
        db_table = "h_search"
