"""What some kinds of entry keep besides their line: one table a kind, one row an entry."""

from django.db import models

from .accounts import Capacity
from .base import HouseholdData
from .entries import Entry


class OfEntry(HouseholdData):
    """A row that belongs to one entry and is read by whoever may read that entry."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="%(class)s")

    class Meta:
        abstract = True


class Contact(OfEntry):
    """One talk: how it was held, its goal and the problem talked about, both optional."""

    form = models.CharField(max_length=24)
    goal = models.TextField(blank=True)
    problem = models.TextField(blank=True)

    class Meta:
        db_table = "h_contact"


class Membership(OfEntry):
    """A person in a household from one date until (not including) another."""

    household = models.ForeignKey("records.Household", models.PROTECT, related_name="+")
    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    part_time = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "h_membership"


class Relation(OfEntry):
    """A typed and dated tie: `one` is <type> of `other` (parent, partner, ex_partner, network ...)."""

    one = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    other = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    type = models.CharField(max_length=24)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_relation"


class Authority(OfEntry):
    """Parental authority of one adult over one child: yes, no or unknown."""

    adult = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    child = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8)
    source = models.CharField(max_length=24)
    reason = models.TextField(blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_authority"


class Involvement(OfEntry):
    """Who stands around the household, in which role, on which ground, from when to when.

    Of an expert the ground says what they are asked; on which yeses they are here stands in the entry's ties.
    """

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=Capacity)
    role = models.CharField(max_length=24)
    ground = models.CharField(max_length=240, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    stands_in_for = models.ForeignKey(
        "records.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )

    expert = models.CharField(max_length=24, blank=True)  # rules/experts.py
    form = models.CharField(max_length=12, blank=True)  # rules/advice.py: in which form an expert joins

    # set where there is at most one of a role at once; taken away when somebody else takes it on
    held_in = models.ForeignKey(
        "records.Dossier", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        db_table = "h_involvement"
        constraints = [
            models.UniqueConstraint(
                fields=["held_in", "role"],
                condition=models.Q(held_in__isnull=False),
                name="role_held_once",
            )
        ]


class ContactData(OfEntry):
    """An address, phone, school ... of one person, never copied to another; `guarded` starts the address guard."""

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    type = models.CharField(max_length=24)
    value = models.CharField(max_length=400)
    guarded = models.BooleanField(default=False)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_contact_data"


class File(OfEntry):
    """A file, cleaned of what it tells about its maker; its text is in the search row of its entry."""

    name = models.CharField(max_length=120)
    mime = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    team_only = models.BooleanField(default=False)

    class Meta:
        db_table = "h_file"


class Question(OfEntry):
    """A resident's question to the fixed face, with the day by which an answer is promised."""

    answer_by = models.DateField()

    class Meta:
        db_table = "h_question"


class Situation(OfEntry):
    """Which kinds of unsafety the team sees in an unsafe situation, of rules/unsafety.py; older ones have no row.

    With `said` they were named aloud with who tells it, and stand for the household beside the words as well.
    """

    kinds = models.JSONField(default=list)
    said = models.BooleanField(default=False)

    class Meta:
        db_table = "h_situation"


class Agreement(OfEntry):
    """Who does what and who watches stand in the entry's people; this is from-until and what if it fails."""

    situation = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    fallback = models.TextField()
    childrens_words = models.TextField(blank=True)  # the same agreement, as it is told to the children

    class Meta:
        db_table = "h_agreement"


class SafetyCondition(OfEntry):
    """What must at least be so. The entry's teller is who set it, where that is somebody known here."""

    situation = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    set_by = models.CharField(max_length=120)  # in whose name: Veilig Thuis ...
    told_by = models.CharField(
        max_length=240, blank=True
    )  # who told this version to the team, for the setter
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_condition"


class PlanPart(OfEntry):
    """One part of the plan of a situation: a first sign, what somebody does, an effect, whom to call, where to go; or
    that the situation is one of the most unsafe. About one person, who stands in the entry's people."""

    situation = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    sort = models.CharField(max_length=8)  # rules/situations.py
    when = models.CharField(max_length=240, blank=True)  # and where
    reach = models.CharField(max_length=240, blank=True)  # the number to call or the place to go to
    ends = models.DateField(null=True, blank=True)  # taken away on this day

    class Meta:
        db_table = "h_plan_part"


class Position(OfEntry):
    """What one person named in an agreement thinks of it; the words stand in the entry."""

    agreement = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    stance = models.CharField(max_length=12)

    class Meta:
        db_table = "h_position"


class Evaluation(OfEntry):
    """The day on which the plan is looked at again."""

    on = models.DateField()

    class Meta:
        db_table = "h_evaluation"


class Review(OfEntry):
    """What became of one version of an agreement; why stands in the entry's words."""

    agreement = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    result = models.CharField(max_length=12)  # rules/reviews.py

    class Meta:
        db_table = "h_review"


class Score(OfEntry):
    """How safe it is for one person: a number, a picture, or that there is none; why stands in the entry's words."""

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12)  # rules/scores.py
    value = models.PositiveSmallIntegerField(null=True)
    higher = models.TextField(blank=True)  # what would make it one higher

    class Meta:
        db_table = "h_score"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer__in=("number", "picture"), value__range=(0, 10))
                | models.Q(answer__in=("no_number", "not_asked"), value=None),
                name="score_has_value",
            )
        ]


class Factor(OfEntry):
    """A worry, a strength, a risk or a protective factor; what it is stands in the entry's words, about whom in its
    people. `evidence` is what it rests on."""

    sort = models.CharField(max_length=24)  # rules/factors.py
    of = models.CharField(max_length=16, blank=True)  # rules/factors.py
    evidence = models.TextField(blank=True)

    class Meta:
        db_table = "h_factor"


class FactorView(OfEntry):
    """Whether a factor still harms or protects safety, as one person sees it on a day, with the reason in the entry's
    words; or that a risk factor is one of the main ones, which is nobody's alone."""

    factor = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    person = models.ForeignKey("records.Person", models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=12)  # rules/factor_views.py
    ends = models.DateField(null=True, blank=True)  # no longer a main one from this day on

    class Meta:
        db_table = "h_factor_view"


class Appointment(OfEntry):
    """From when until when people meet, and where; who they are stands in the entry's people, what for in its words.

    `place_guarded`: the place is secret, and stands on no page that others may be looking at. A cancelled one says why
    where somebody wanted to say it.
    """

    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=400, blank=True)
    place_guarded = models.BooleanField(default=False)
    cancelled = models.BooleanField(default=False)
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "h_appointment"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="appointment_ends_later"
            )
        ]


class Supporter(OfEntry):
    """Somebody in the network of who told it: how near, and whether they were asked to help."""

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    ring = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=24)  # both rules/network.py

    class Meta:
        db_table = "h_supporter"


class Decision(OfEntry):
    """What the named people decided, since when; why stands in the entry's words.

    `by` are the row ids of who decided, in their order, so that a page need not ask for their roles. `views` are those
    of the members: row id, what they said of it, or why they were not asked. `criteria` are those of the phases that
    it closes: code, answer and why (rules/phases.py); which agreements are named to go on stands in its ties. Whether a
    telling of an incident counts is a decision too; which telling stands in its ties.
    """

    about = models.CharField(max_length=12)  # "phase" or "incident"
    phase = models.CharField(max_length=12, blank=True)  # rules/phases.py
    result = models.CharField(max_length=16, blank=True)  # rules/incidents.py
    since = models.DateField()
    by = models.JSONField(default=list)
    views = models.JSONField(default=list)
    criteria = models.JSONField(default=list)
    beside = models.BooleanField(default=False)  # direct safety, opened beside the phase that runs

    class Meta:
        db_table = "h_decision"


class GuidelinePart(OfEntry):
    """What stands in one of the seven parts of the plan; with `needed` false the entry's words say why it is not."""

    part = models.CharField(max_length=24)  # rules/guideline.py
    needed = models.BooleanField(default=True)

    class Meta:
        db_table = "h_guideline"


class Paper(OfEntry):
    """Paper of the plan that was given out: to whom stands in the entry's people, on which day in when it happened.

    `version` is how new the plan on it is: the moment that is printed on it, or none where the paper was older than
    the plan when this was written down.
    """

    sheet = models.CharField(max_length=12)
    version = models.DateTimeField(null=True)
    state = models.CharField(max_length=12)  # both rules/papers.py
    since = models.DateField(null=True)  # on which day that became of it; none while it is with who got it

    class Meta:
        db_table = "h_paper"


class Emergency(OfEntry):
    """A duty worker reads a household that is not theirs, from `starts` until (not including) `ends`.

    Why stands in the entry's words, and who is its teller. Of a second reason `first` is the reading that it is of.
    """

    starts = models.DateTimeField()
    ends = models.DateTimeField()
    first = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "h_emergency"


class Consent(OfEntry):
    """The yes or no of the entry's teller to one subject about one person; their words stand in the entry.

    Help has no receiver; sharing names a person or an organisation. It runs from a day until (not including) another. A
    yes that was taken back is a next version with that answer.
    """

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    subject = models.CharField(max_length=12)  # rules/consent_words.py
    answer = models.CharField(max_length=12)  # rules/consent_time.py
    how = models.CharField(max_length=12)  # rules/consent_note.py: spoken, in writing, in the portal
    weighs = models.CharField(max_length=12)  # rules/consent_words.py, as a person judged it
    purpose = models.TextField()
    receiver = models.ForeignKey("records.Person", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.CharField(max_length=120, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_consent"


class Sharing(OfEntry):
    """What went outside its circle, of one teller, to one receiver; which entries stands in its ties.

    The reason stands in the entry's words. It is open from `starts` until (not including) `ends`; a file that was given
    has no end that anybody can hold. `told_on` is the day on which the teller was told, else `not_told` says why not.
    """

    receiver = models.ForeignKey("records.Person", models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.CharField(max_length=120, blank=True)
    way = models.CharField(max_length=12)  # rules/sharing.py
    ground = models.CharField(max_length=12)  # content/sharing_grounds.toml, of that edition
    edition = models.CharField(max_length=12)
    purpose = models.TextField()
    need = models.TextField(blank=True)
    lighter = models.TextField(blank=True)
    told_on = models.DateField(null=True, blank=True)
    not_told = models.TextField(blank=True)
    look_on = models.DateField(null=True, blank=True)  # when that, or danger, is looked at again
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "h_sharing"


class Apart(OfEntry):
    """Two persons who do not sit together, from a day until (not including) another; why stands in the entry's words.

    On `look_on` somebody looks at it again. `because` is why it was ended by a person.
    """

    one = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    other = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    starts = models.DateField()
    look_on = models.DateField()
    ends = models.DateField(null=True, blank=True)
    because = models.TextField(blank=True)

    class Meta:
        db_table = "h_apart"


class Oversight(OfEntry):
    """What the privacy officer finds of how an emergency reading, an opening for safety or a share was done.

    What it is about stands in a tie; a question is answered by `answer_by`.
    """

    result = models.CharField(max_length=12)  # rules/oversight.py
    answer_by = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "h_oversight"


class Proposal(OfEntry):
    """Somebody was asked for a role; why stands in the entry's words, who asked is its writer.

    `views` are those of the members: row id, what they said of it, or why they were not asked. With `stays` who is the
    fixed face now goes on in the team. Its state changes once, at `answered`.
    """

    person = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=8, choices=Capacity)
    role = models.CharField(max_length=24)
    state = models.CharField(max_length=12)  # both rules/roles.py
    stays = models.BooleanField(default=True)
    views = models.JSONField(default=list)
    answered = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "h_proposal"


class Advice(OfEntry):
    """Advice that was asked without names; it stands in the entry's words, its day in when it happened.

    `giver` is a function or an organisation, never a person or an account of ours.
    """

    giver = models.CharField(max_length=120)
    form = models.CharField(max_length=12)  # rules/advice.py
    question = models.TextField()
    followed = models.TextField()  # what the team does with it

    class Meta:
        db_table = "h_advice"


class MatterPart(OfEntry):
    """One part of a question that is answered together; its words stand in the entry.

    About one of those who belong to it, or about none. `beside` is the view that it says of how it counted, or the
    outcome of which it says what people agree to differ on.
    """

    matter = models.ForeignKey(Entry, models.PROTECT, related_name="+")
    sort = models.CharField(max_length=12)  # rules/matters.py
    person = models.ForeignKey("records.Person", models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField(max_length=12, blank=True)  # rules/matters.py
    beside = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        db_table = "h_matter_part"


class Incident(OfEntry):
    """Something that happened and was not safe, as one person tells it; what happened stands in the entry's words.

    Who was harmed, whose behaviour harmed, who saw it and who told of it first stand in the entry's people. `effects`
    are what it did to each child: row id, words.
    """

    kinds = models.JSONField(default=list)  # rules/unsafety.py
    source = models.CharField(max_length=12)  # rules/incidents.py: how who tells it knows of it
    done = models.TextField(blank=True)  # what was done
    effects = models.JSONField(default=list)

    class Meta:
        db_table = "h_incident"
