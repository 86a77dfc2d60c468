"""How people stand to each other, and what is kept about somebody: the words for each, one place.

"Relations are typed and dated (parent, unborn child, partner, ex-partner, step, carer, neighbour...)" (design 3).
`TIES` read as "one is <word> of other".
"""

from .texts import N_

TIES = {
    "parent": N_("parent of"),
    "adoptive_parent": N_("parent by adoption of"),
    "step_parent": N_("step-parent of"),
    "foster_parent": N_("foster parent of"),
    "partner": N_("partner of"),
    "ex_partner": N_("former partner of"),
    "sibling": N_("brother or sister of"),
    "grandparent": N_("grandparent of"),
    "aunt_uncle": N_("aunt or uncle of"),
    "carer": N_("carer of"),
    "friend": N_("friend of"),
    "neighbour": N_("neighbour of"),
    "curator": N_("curator of"),
    "mentor": N_("mentor of"),
    "in_writing": N_("may speak, by written authority, for"),
    "network": N_("somebody who matters to"),
}
KIN = (
    "parent",
    "adoptive_parent",
    "step_parent",
    "foster_parent",
    "partner",
    "ex_partner",
    "sibling",
    "grandparent",
    "aunt_uncle",
)

ROLES = {
    "fixed_face": N_("fixed face"),
    "stand_in": N_("stand-in"),
    "team": N_("works with you"),
    "coordinator": N_("coordinates who does what"),
    "plan_lead": N_("leads the plan"),
    "partner": N_("professional from outside"),
    "expert": N_("expert beside the fixed face"),
}

CONTACT_TYPES = {
    "address": N_("address"),
    "street": N_("street"),
    "place": N_("place"),
    "postcode": N_("postcode"),
    "phone": N_("phone number"),
    "email": N_("e-mail address"),
    "school": N_("school"),
    "doctor": N_("doctor"),
    "work": N_("work"),
    "shelter": N_("shelter"),
    "plate": N_("number plate"),
    "new_name": N_("new name"),
    "other": N_("something else"),
}
"""What the address guard can look for (design 4.9), and whatever else one needs to reach somebody."""
