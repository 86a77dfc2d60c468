"""Why a worker asks the population register: said before every question, and kept with its trace.

"Needs an autorisatiebesluit of RvIG per purpose; ask only needed fields" (domain-facts 7.3). The register's
decision of a municipality names the purposes; these are the ones that opening a household has.
"""

from .texts import N_

PURPOSES = {
    "help": N_("Somebody of the household asks for help"),
    "safety": N_("There are worries about somebody's safety"),
    "authority": N_("To know who has parental authority"),
    "reach": N_("To reach somebody of the household"),
}
