"""What can go wrong when the register is asked. Every reason is a plain English message id without personal
data.
"""

from __future__ import annotations

from naast.rules.texts import N_


class RegisterError(Exception):
    """The register gave no usable answer; `reason` can be shown as it is, and there is always a way on by
    hand.
    """

    reason = N_("The population register gave no answer. You can go on by hand.")

    def __init__(self, reason: str | None = None) -> None:
        self.reason = reason or self.reason
        super().__init__(self.reason)


class RegisterUnreachable(RegisterError):
    """No connection, or no answer in time. Asking again later may help."""

    reason = N_("The population register cannot be reached now. You can go on by hand.")


class RegisterRefused(RegisterError):
    """The register answered with an error, or with something that cannot be read. `status` is its HTTP
    code.
    """

    reason = N_("The population register did not accept the question. You can go on by hand.")

    def __init__(self, reason: str | None = None, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


class NoSuchPerson(RegisterError):
    """The register knows nobody with this BSN."""

    reason = N_("The population register has nobody with this number. Check it, or go on by hand.")


class TooManyFound(RegisterError):
    """The register found more people than it gives: over ten by name, over thirty at an address."""

    reason = N_("The population register found too many people. Give more, such as given names.")
