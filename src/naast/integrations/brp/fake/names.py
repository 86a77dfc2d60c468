"""Names in an answer."""

from __future__ import annotations

from typing import Any

from naast.rules.names import PersonName, full_name, initials

from . import doubts
from .values import coded, known, without_empty

Json = dict[str, Any]


def own_name(raw: Json) -> Json:
    """The name of the person asked about."""
    name = raw.get("naam", {})
    return {
        **_parts(name),
        **without_empty(
            volledigeNaam=whole_name(raw)[:450],
            aanduidingNaamgebruik=coded(name.get("aanduidingNaamgebruik")),
            inOnderzoek=doubts.doubted(raw, doubts.OWN_NAME, "persoonInOnderzoek"),
        ),
    }


def related_name(raw: Json) -> Json:
    """The name of a parent, partner or child."""
    return {**_parts(raw.get("naam", {})), **without_empty(inOnderzoek=doubts.doubted(raw, doubts.NAME))}


def whole_name(raw: Json) -> str:
    """*volledigeNaam*: title, given names, prefix and family name; '' when nothing is known."""
    return full_name(_person_name(raw))


def _person_name(raw: Json) -> PersonName:
    name = raw.get("naam", {})
    title = name.get("adellijkeTitelPredicaat") or {}
    return PersonName(
        given=name.get("voornamen", ""),
        prefix=name.get("voorvoegsel", ""),
        family=name.get("geslachtsnaam", ""),
        title_code=title.get("code", ""),
        title=title.get("omschrijving", ""),
        gender=(raw.get("geslacht") or {}).get("code", ""),
    )


def _parts(name: Json) -> Json:
    given = known(name.get("voornamen"))
    return without_empty(
        voornamen=given,
        adellijkeTitelPredicaat=coded(name.get("adellijkeTitelPredicaat")),
        voorvoegsel=name.get("voorvoegsel"),
        geslachtsnaam=known(name.get("geslachtsnaam")),
        voorletters=initials(PersonName(given=given))[:40] if given else None,
    )
