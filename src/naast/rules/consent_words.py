"""The words of consent: what it can be for, who can weigh, and why somebody is asked or is not.

"Consent is per person and per subject, not per household" (domain-facts 13.13). "Consent to break professional secrecy
and AVG legal basis are two things" (5.3.10): help, secrecy and rights are apart here, and the ground to keep data is
no subject of consent at all.
"""

from enum import StrEnum

from .texts import N_


class Subject(StrEnum):
    """What is asked. Short values: they are stored."""

    HELP_YOUTH = "help_youth"
    HELP_WMO = "help_wmo"
    SECRECY_YOUTH = "secr_youth"
    SECRECY_WMO = "secr_wmo"
    RECORD_YOUTH = "rec_youth"
    RECORD_WMO = "rec_wmo"
    AVG = "avg"


SUBJECTS = {
    Subject.HELP_YOUTH: N_("help for somebody who grows up (Jeugdwet)"),
    Subject.HELP_WMO: N_("help of the municipality (Wmo)"),
    Subject.SECRECY_YOUTH: N_("sharing what is told in youth help"),
    Subject.SECRECY_WMO: N_("sharing what is told in help of the Wmo"),
    Subject.RECORD_YOUTH: N_("reading the record of youth help"),
    Subject.RECORD_WMO: N_("reading the record of the Wmo"),
    Subject.AVG: N_("privacy rights (AVG)"),
}
PLAIN = {
    name: N_("sharing with somebody else") if subject.startswith("secr") else N_("help")
    for subject, name in SUBJECTS.items()
    if subject.startswith(("help", "secr"))
}
"""How the household reads them: whatever law it is by."""

HELP = (Subject.HELP_YOUTH, Subject.HELP_WMO)
SECRECY = (Subject.SECRECY_YOUTH, Subject.SECRECY_WMO)
RIGHTS = (Subject.RECORD_YOUTH, Subject.RECORD_WMO, Subject.AVG)
"""Three sorts that are never mixed: consent to help, consent to break secrecy, and using a right."""


class Weighs(StrEnum):
    """Whether somebody can weigh this subject, as a person judged and wrote down; Naast never judges it."""

    NOT_JUDGED = "not_judged"
    ABLE = "able"
    NOT_ABLE = "not_able"
    DOUBT = "doubt"


WEIGHS = {
    Weighs.NOT_JUDGED: N_("nobody doubted it"),
    Weighs.ABLE: N_("can weigh this, as somebody judged"),
    Weighs.NOT_ABLE: N_("cannot weigh this, as somebody judged"),
    Weighs.DOUBT: N_("there is doubt"),
}


class Standing(StrEnum):
    """How one person stands to one subject."""

    REQUIRED = "required"
    MAY_ASK = "may_ask"
    NOT_ASKED = "not_asked"
    DECIDE = "decide"


STANDINGS = {
    Standing.REQUIRED: N_("must consent"),
    Standing.MAY_ASK: N_("may ask for it"),
    Standing.NOT_ASKED: N_("is not asked"),
    Standing.DECIDE: N_("cannot be told: a person decides"),
}


class Why(StrEnum):
    """Why, as an English message id."""

    UNDER_12 = N_("Under twelve the parents with authority or the guardian consent.")
    INFORMED = N_("Under twelve a child does not consent; it is told in a way that fits.")
    FROM_12 = N_("From twelve to fifteen the child consents too.")
    FROM_12_PARENTS = N_(
        "From twelve to fifteen the parents with authority or the guardian consent beside the child."
    )
    FROM_16 = N_("At sixteen and seventeen the young person consents alone.")
    FROM_16_PARENTS = N_("From sixteen parents hear of it only with the young person's consent.")
    ADULT = N_("From eighteen somebody consents for themselves.")
    OTHERS_OF_ADULT = N_("This person consents for themselves: nobody does it for them.")
    NOT_ABLE = N_("Somebody judged that this person cannot weigh this.")
    FOR_CHILD = N_("The child cannot weigh this: the parents with authority or the guardian decide.")
    FOR_ADULT = N_("This person cannot weigh this: you speak with the first of those who may speak for them.")
    LATER_IN_ROW = N_("Somebody else comes first to speak for this person.")
    NOT_IN_ROW = N_("The law does not name this tie among those who speak for this person.")
    ALONE_FROM_12 = N_("From twelve somebody decides this alone.")
    OPENS_16 = N_("Until sixteen parents with authority may ask it.")
    OPENS_16_UNLESS = N_(
        "Until sixteen the legal representative may ask it, unless the child's interest opposes."
    )
    RECORD_FROM_12 = N_("From twelve somebody may ask it who can weigh it.")
    RECORD_UNDER_12 = N_("Under twelve the child does not ask it itself.")
    AVG_FROM_16 = N_("From sixteen somebody uses these rights themselves.")
    AVG_UNDER_16 = N_("Under sixteen the legal representative uses these rights.")
    VOLUNTARY = N_("Help of the local team is voluntary, with consent.")
    SILENT = N_("The texts that were read do not say this. Ask a lawyer; until then nothing opens.")
    NO_AUTHORITY = N_(
        "Has no authority. A parent may ask for important facts: never more than the other parent could get, and not "
        "against the child's interest."
    )
    NOT_HOLDER = N_("Has no authority over this child.")
    AUTHORITY_UNKNOWN = N_(
        "Whether this person has authority is not known. Ask, and look in the authority register."
    )
    HARMS = N_(
        "The behaviour of this person harms. A representative who does not act as a good one can be set aside: a "
        "person decides, with a reason."
    )
    SEVERAL = N_("Several people stand equally near. The text does not say which of them speaks.")
    IF_SET_ASIDE = N_("Speaks for this person only if a person sets aside whose behaviour harms.")
    AGE_UNKNOWN = N_("The age is not known well enough to tell.")
    CAPACITY_DOUBT = N_("There is doubt whether this person can weigh this. First somebody judges that.")
    NOBODY_KNOWN = N_(
        "Nobody is known who may consent for this person. Ask, and look in the authority register."
    )
    NOT_BORN = N_("Not born yet: the texts that were read do not say who consents.")


class Besides(StrEnum):
    """When it may be otherwise, as an English message id; a person judges whether it is so, and writes down why."""

    BOTH_PARENTS = N_(
        "Both parents must agree. Each says it themselves: they do not live together, or that is not known."
    )
    ONE_WORD = N_(
        "Both parents must agree. As long as nobody doubts it, one of them may say that the other agrees."
    )
    URGENT = N_("It is urgent and there is no time to ask.")
    SERIOUS_HARM = N_("Help is clearly needed to prevent serious harm: then without the parents.")
    KEEPS_WANTING = N_("The child keeps wanting it after careful thought: then without the parents.")
    MEASURE = N_("A judge ordered it: closed care, a child protection measure or youth probation.")
    LIGHT = N_("For what is not drastic consent may be presumed.")
    DIRECT_HELP = N_("They are directly involved in this help and need it: those are not others.")
    SUPERVISION = N_("An institution that carries out a supervision order needs it for that.")
    OTHER_GROUND = N_(
        "A duty or a right in the law, or a conflict of duties that is weighed and written down."
    )
    EXPLICIT = N_("To use it for youth help, work and income or debts too, consent must be explicit.")
    FREE_ADVICE = N_("Help or advice that is given directly to a minor for free: then the child itself.")


class Tie(StrEnum):
    """What an adult is to the person it is about, as far as the law asks it."""

    CURATOR = "curator"
    MENTOR = "mentor"
    WRITTEN = "written"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    OTHER = "other"


IN_ROW = (
    (Tie.CURATOR, Tie.MENTOR),
    (Tie.WRITTEN,),
    (Tie.PARTNER,),
    (Tie.PARENT, Tie.CHILD, Tie.SIBLING, Tie.GRANDPARENT),
)
"""Who speaks for an adult who cannot weigh it: "curator or mentor; else person with written authority; else
spouse/partner; else parent, child, brother/sister, grandparent" (Jeugdwet 7.3.15; domain-facts 5.1).
"""

LEGAL = IN_ROW[:1]
"""Of an adult only these are a legal representative ("parent with authority, guardian, curator, mentor"; glossary)."""
