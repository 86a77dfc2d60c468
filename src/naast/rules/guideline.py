"""The seven parts of a safety plan as an intervention: filled, empty, or not needed with a reason; never a percentage.

"Parts: safety plan; help goals; own strength and network; professional interventions; treatment; monitoring safety and
results; evaluating" (Richtlijn Kindermishandeling, after Ten Berge and others, 2012; methods-and-instruments.md 1.5).
Its licence permits this with attribution: the source stands on screen and on paper.
"""

from .texts import N_

SAFETY, GOALS, NETWORK, PROFESSIONALS = "safety", "goals", "network", "professionals"
TREATMENT, MONITORING, EVALUATING = "treatment", "monitoring", "evaluating"

PARTS = {
    SAFETY: N_("Safety plan"),
    GOALS: N_("Goals of the help"),
    NETWORK: N_("Own strength and network"),
    PROFESSIONALS: N_("What professionals do"),
    TREATMENT: N_("Treatment"),
    MONITORING: N_("Keeping sight of safety and results"),
    EVALUATING: N_("Evaluating"),
}
SOURCE = N_("Parts of a safety plan: Richtlijn Kindermishandeling, after Ten Berge and others (2012).")

FILLED, EMPTY, NOT_NEEDED = "filled", "empty", "not_needed"
STATES = {FILLED: N_("filled"), EMPTY: N_("nothing stands here"), NOT_NEEDED: N_("not needed")}
"""As far as one reader reads: that nothing stands there for them is no word of what stands there for others."""


def state(told: list[bool], *, in_plan: bool) -> str:
    """How it stands with one part: `told` says of each thing told of it whether it is needed, `in_plan` whether the
    plan itself fills it (an agreement, a day to look together). All as far as one reader reads."""
    if in_plan or any(told):
        return FILLED
    return NOT_NEEDED if told else EMPTY


def marks(part: str, *, needed: bool) -> tuple[str, ...]:
    """What something that is written in a part is, as message ids."""
    return (PARTS[part],) if needed else (PARTS[part], STATES[NOT_NEEDED])


def problem(part: str, words: str) -> tuple[str, str] | None:
    """(field, message id) of what is wrong, or None."""
    if part not in PARTS:
        return "part", N_("Choose a part.")
    if not words.strip():
        return "words", N_("Write down what stands in this part, or why it is not needed.")
    return None
