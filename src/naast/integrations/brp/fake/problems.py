"""Errors of the register as problem+json (RFC 7807), as its OpenAPI and feature files describe them."""

from __future__ import annotations

from typing import Any

INSTANCE = "/haalcentraal/api/brp/personen"
RFC = "https://datatracker.ietf.org/doc/html/rfc7231#section-6."


class Problem(Exception):
    """An answer that is an error. `params`: (name, code, reason) of each wrong parameter."""

    def __init__(
        self,
        status: int,
        title: str,
        code: str,
        detail: str = "",
        params: tuple[tuple[str, str, str], ...] = (),
        section: str = "5.1",
    ) -> None:
        super().__init__(title)
        self.status = status
        self._content = {"type": RFC + section, "title": title, "status": status, "code": code}
        self._detail = detail
        self._params = params

    def body(self) -> dict[str, Any]:
        """The problem as JSON."""
        content: dict[str, Any] = {**self._content, "instance": INSTANCE}
        if self._detail:
            content["detail"] = self._detail
        if self._params:
            content["invalidParams"] = [
                {"name": name, "code": code, "reason": reason} for name, code, reason in self._params
            ]
        return content


def wrong_params(*params: tuple[str, str, str]) -> Problem:
    """One or more parameters are wrong: (name, code, reason)."""
    title = "Een of meerdere parameters zijn niet correct."
    detail = "De foutieve parameters zijn " + ", ".join(sorted({name for name, _, _ in params})) + "."
    return Problem(400, title, "paramsValidation", detail, params)


def missing_params(*names: str) -> Problem:
    """The smallest combination of parameters is not there."""
    title = "Minimale combinatie van parameters moet worden opgegeven."
    params = tuple((name, "required", "Parameter is verplicht.") for name in names)
    return Problem(400, title, "paramsCombination", params=params)


def too_many(most: int) -> Problem:
    """More people were found than are given."""
    detail = f"Meer dan maximum van {most} zoekresultaten gevonden. Verfijn de zoekopdracht."
    return Problem(400, "Teveel zoekresultaten.", "tooManyResults", detail)


def unreadable_body() -> Problem:
    """The body is not a JSON object."""
    return Problem(400, "Ten minste één parameter moet worden opgegeven.", "paramsRequired")


def not_found() -> Problem:
    """There is nothing at this address."""
    return Problem(404, "Opgevraagde resource bestaat niet.", "notFound", section="5.4")


def server_error() -> Problem:
    """The register broke."""
    return Problem(500, "Interne server fout.", "serverError", section="6.1")
