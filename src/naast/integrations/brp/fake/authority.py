"""*Gezag*: the published lines (older form) written in the form of version 2.7.

The older form gives some lines without a child. The newer form always names one: for a minor the minor
itself, for a parent each minor child without a line of its own. Some adults have such a line and no minor
child; version 2.7 cannot say that, so theirs is left out, and `unusable` counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from naast.rules.partial_date import from_register

from .names import whole_name
from .values import without_empty

Json = dict[str, Any]
About = Callable[[str | None], Json]
JOINT_BEFORE, JOINT = "TweehoofdigOuderlijkGezag", "GezamenlijkOuderlijkGezag"
EXPLAIN = ("TijdelijkGeenGezag", "GezagNietTeBepalen")
EXPLANATION = "Het gezag over deze persoon volgt niet uit de gegevens in de registratie."
ADULT = 18


def to_authority(raw: Json, about: About, on: date) -> list[Json]:
    """All authority lines of one test person, on a day."""
    return [
        _line(line, child, about, on) for line in raw.get("gezag", ()) for child in _children(line, raw, on)
    ]


def unusable(raw: Json, on: date) -> int:
    """How many published lines of one test person version 2.7 cannot say."""
    return sum(not list(_children(line, raw, on)) for line in raw.get("gezag", ()))


def _children(line: Json, raw: Json, on: date) -> Iterator[str]:
    if line.get("minderjarige"):
        yield line["minderjarige"]["burgerservicenummer"]
    elif _minor(raw, on):
        yield raw["burgerservicenummer"]
    else:
        told = {
            (other.get("minderjarige") or {}).get("burgerservicenummer") for other in raw.get("gezag", ())
        }
        for child in raw.get("kinderen", ()):
            if (
                _minor(child, on)
                and child.get("burgerservicenummer")
                and child["burgerservicenummer"] not in told
            ):
                yield child["burgerservicenummer"]


def _minor(raw: Json, on: date) -> bool:
    return from_register((raw.get("geboorte") or {}).get("datum")).age_at_least(ADULT, on) is False


def _line(line: Json, child: str, about: About, on: date) -> Json:
    kind = JOINT if line["type"] == JOINT_BEFORE else line["type"]
    known = about(child)
    return without_empty(
        type=kind,
        minderjarige=_minor_child(child, known, on),
        inOnderzoek=True if known.get("gezagInOnderzoek") else None,
        ouders=[_holder(one, about) for one in line["ouders"]] if line.get("ouders") else None,
        ouder=_holder(line["ouder"], about) if line.get("ouder") else None,
        derde=_third(line.get("derde"), about) if kind == "GezamenlijkGezag" else None,
        derden=[_third(one, about) for one in line.get("derden", ())] if kind == "Voogdij" else None,
        toelichting=EXPLANATION if kind in EXPLAIN else None,
    )


def _minor_child(bsn: str, known: Json, on: date) -> Json:
    ages = from_register((known.get("geboorte") or {}).get("datum")).ages(on)
    certain = ages is not None and ages.youngest == ages.oldest and ages.youngest >= 0
    return without_empty(
        burgerservicenummer=bsn, naam=_name(known), leeftijd=ages.youngest if ages and certain else None
    )


def _holder(holder: Json, about: About) -> Json:
    bsn = holder.get("burgerservicenummer")
    return {**without_empty(burgerservicenummer=bsn), "naam": _name(about(bsn))}


def _third(third: Json | None, about: About) -> Json:
    if not third or not third.get("burgerservicenummer"):
        return {"type": "OnbekendeDerde"}
    return {"type": "BekendeDerde", **_holder(third, about)}


def _name(known: Json) -> Json:
    return without_empty(volledigeNaam=whole_name(known)[:450] if known else None)
