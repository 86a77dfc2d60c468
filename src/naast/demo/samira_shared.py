"""What the household of Samira said yes to, and what was given to her doctor because of that."""

from naast.rules.consent_words import Subject

from .home import Home

DOCTOR = "Huisartsenpraktijk De Brug"


def tell(home: Home) -> None:
    """Both parents to help for Noa, each for themselves; and Samira to sharing with her own doctor."""
    home.on(52, 15).says_yes(
        "samira",
        "noa",
        Subject.HELP_YOUTH,
        "Noa mag met iemand praten over ruzie thuis.",
        "Als ze het zelf wil, graag.",
    )
    home.on(51, 15).says_yes(
        "karim", "noa", Subject.HELP_YOUTH, "Noa praat met iemand die niet kiest.", "Daar ben ik voor."
    )
    slept = home.on(8, 10).said("samira", "Van de nieuwe pillen slaap ik, maar overdag ben ik er niet bij.")
    [told] = home.talk("phone", slept)
    given = home.says_yes(
        "samira",
        "samira",
        Subject.SECRECY_WMO,
        "De huisarts weet dan waarom ik zo moe ben.",
        "Alleen dit, en alleen aan haar.",
        days=90,
        organisation=DOCTOR,
    )
    home.gives_outside(told, given, "De huisarts kijkt naar de pillen.", DOCTOR)
