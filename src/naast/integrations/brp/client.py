"""The client of *BRP Personen bevragen* v2: one address, POST `/personen`, the question in the body.

"No BSN in any URL" (domain-facts 13.25): numbers travel in the body only, and no exception, log line or
`repr` made here holds a number, a name or an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx

from naast.rules.bsn import Bsn, parse
from naast.rules.register import FoundPerson, RegisterPerson
from naast.rules.texts import N_

from . import asked
from .answers import read_found, read_person
from .errors import NoSuchPerson, RegisterRefused, RegisterUnreachable, TooManyFound

TOO_MANY = "tooManyResults"
UNREADABLE = N_("The population register gave an answer that cannot be read. You can go on by hand.")
T = TypeVar("T")


class BrpClient:
    """Asks the register. Safe to share between threads. `timeout` in seconds, over connecting and over each
    read.

    `headers` carries what the register's supplier wants (an API key). `transport` replaces the network in
    tests.
    """

    def __init__(
        self,
        base_url: str,
        timeout: float = 5.0,
        transport: httpx.BaseTransport | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        sent = {"Accept": "application/json", "accept-gezag-version": "2", **(headers or {})}
        self._http = httpx.Client(base_url=base_url, timeout=timeout, transport=transport, headers=sent)

    def by_bsn(self, bsn: Bsn | str, purpose: str, *, with_address: bool = False) -> RegisterPerson:
        """One person by BSN, with related people by name and birth date only.

        `purpose`: why the worker asks, in words; must be said, is not sent, and belongs in the caller's
        trace. Raises NotABsn for text that fails the eleven test, ValueError without purpose, NoSuchPerson,
        RegisterUnreachable, RegisterRefused.
        """
        _must_say(purpose)
        number = parse(bsn) if isinstance(bsn, str) else bsn
        fields = (*asked.PERSON, *asked.ADDRESS) if with_address else asked.PERSON
        question = {"type": "RaadpleegMetBurgerservicenummer", "burgerservicenummer": [number.reveal()]}
        people = self._ask(question, fields)
        if not people:
            raise NoSuchPerson
        return _readable(read_person, people[0], number)

    def by_name(
        self, family_name: str, birth_date: date, prefix: str | None = None, given: str | None = None
    ) -> list[FoundPerson]:
        """Living people with exactly this family name (`Jans*` from three letters on) and birth date, ten
        at most.

        Raises TooManyFound above ten, RegisterUnreachable, RegisterRefused. Nobody found is an empty list.
        """
        question: dict[str, Any] = {
            "type": "ZoekMetGeslachtsnaamEnGeboortedatum",
            "geslachtsnaam": family_name.strip(),
            "geboortedatum": birth_date.isoformat(),
        }
        _add(question, voorvoegsel=prefix, voornamen=given)
        return [_readable(read_found, one) for one in self._ask(question, asked.RECOGNISE)]

    def at_address(
        self, postcode: str, number: int, purpose: str, letter: str | None = None, addition: str | None = None
    ) -> list[FoundPerson]:
        """Living people registered at an address, thirty at most; only after the worker confirms and says
        why.

        People with the secrecy mark are left out, for a list by address would tell where they live: whoever
        shows this says that there may be more people. Raises ValueError without purpose, TooManyFound,
        RegisterUnreachable, RegisterRefused.
        """
        _must_say(purpose)
        question: dict[str, Any] = {
            "type": "ZoekMetPostcodeEnHuisnummer",
            "postcode": postcode.strip(),
            "huisnummer": number,
        }
        _add(question, huisletter=letter, huisnummertoevoeging=addition)
        found = [_readable(read_found, one) for one in self._ask(question, asked.RECOGNISE)]
        return [one for one in found if not one.secret]

    def close(self) -> None:
        """Let go of kept connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return "BrpClient()"

    def _ask(self, question: dict[str, Any], fields: tuple[str, ...]) -> list[dict[str, Any]]:
        answer = self._post({**question, "fields": list(fields)})
        body = _json(answer)
        if answer.status_code != httpx.codes.OK:
            raise _refusal(answer.status_code, body)
        people = body.get("personen", [])
        if not isinstance(people, list) or not all(isinstance(one, dict) for one in people):
            raise RegisterRefused(UNREADABLE, answer.status_code)
        return people

    def _post(self, body: dict[str, Any]) -> httpx.Response:
        try:
            return self._http.post("/personen", json=body)
        except httpx.HTTPError:
            # The original error holds the request, and the request holds the number: it goes no further.
            raise RegisterUnreachable from None


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        body = answer.json()
    except ValueError:
        body = None
    if isinstance(body, dict):
        return body
    if answer.status_code == httpx.codes.OK:
        raise RegisterRefused(UNREADABLE, answer.status_code) from None
    return {}


def _refusal(status: int, problem: dict[str, Any]) -> Exception:
    if problem.get("code") == TOO_MANY:
        return TooManyFound()
    if status in (httpx.codes.BAD_GATEWAY, httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.GATEWAY_TIMEOUT):
        return RegisterUnreachable()
    return RegisterRefused(status=status)


def _readable(read: Callable[..., T], *args: Any) -> T:
    try:
        return read(*args)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise RegisterRefused(UNREADABLE) from None


def _must_say(purpose: str) -> None:
    if not purpose.strip():
        raise ValueError("say why the register is asked")


def _add(question: dict[str, Any], **optional: str | None) -> None:
    question.update({name: value.strip() for name, value in optional.items() if value and value.strip()})
