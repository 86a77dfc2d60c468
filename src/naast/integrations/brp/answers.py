"""From the register's JSON (BRP Personen bevragen v2.7) to our own words. What cannot be read is noted, not
guessed.

Notes are the names of fields, never their content.
"""

from __future__ import annotations

from collections.abc import Iterator

from naast.rules.bsn import Bsn
from naast.rules.names import NameUse, PersonName
from naast.rules.partial_date import PartialDate
from naast.rules.register import FoundPerson, RegisterPerson, RelatedPerson, RelationKind

from .addresses import read_address
from .authority_lines import read_line
from .json_reading import Json, Notes, part, parts, read_bsn, read_date, text


def read_person(data: Json, bsn: Bsn) -> RegisterPerson:
    """One answer to a question by BSN. The number asked stands in where the answer leaves it out."""
    notes = Notes()
    birth = part(data, "geboorte")
    partners = tuple(_partners(data, notes))
    name = read_name(data)
    return RegisterPerson(
        bsn=read_bsn(data, notes) or bsn,
        name=name.with_partner(_name_partner(partners)),
        birth=read_date(birth.get("datum"), notes, "geboorte.datum"),
        death=_death(data, notes),
        secret=bool(data.get("geheimhoudingPersoonsgegevens")),
        suspended=_suspended(data),
        under_guardianship=bool(data.get("indicatieCurateleRegister")),
        under_investigation=_investigated(data) or _investigated(birth) or _investigated(part(data, "naam")),
        address=read_address(part(data, "verblijfplaats"), notes),
        parents=tuple(_related(data, "ouders", RelationKind.PARENT, notes)),
        partners=partners,
        children=tuple(_related(data, "kinderen", RelationKind.CHILD, notes)),
        authority=tuple(read_line(line, notes) for line in parts(data, "gezag")),
        not_understood=tuple(sorted(notes.fields)),
    )


def read_found(data: Json) -> FoundPerson:
    """One line of a search answer."""
    notes = Notes()
    return FoundPerson(
        bsn=read_bsn(data, notes),
        name=read_name(data),
        birth=read_date(part(data, "geboorte").get("datum"), notes, "geboorte.datum"),
        secret=bool(data.get("geheimhoudingPersoonsgegevens")),
        suspended=_suspended(data),
    )


def read_name(data: Json) -> PersonName:
    """The name of a person or relative, with the gender that a title needs."""
    name = part(data, "naam")
    title = part(name, "adellijkeTitelPredicaat")
    use = text(part(name, "aanduidingNaamgebruik"), "code")
    return PersonName(
        given=text(name, "voornamen"),
        prefix=text(name, "voorvoegsel"),
        family=text(name, "geslachtsnaam"),
        title_code=text(title, "code"),
        title=text(title, "omschrijving"),
        gender=text(part(data, "geslacht"), "code"),
        use=NameUse(use) if use in set(NameUse) else NameUse.OWN,
    )


def _partners(data: Json, notes: Notes) -> Iterator[RelatedPerson]:
    for one in parts(data, "partners"):
        ended = part(one, "ontbindingHuwelijkPartnerschap")
        started = part(one, "aangaanHuwelijkPartnerschap").get("datum")
        kind = RelationKind.EX_PARTNER if ended else RelationKind.PARTNER
        yield RelatedPerson(
            kind=kind,
            name=read_name(one),
            birth=_birth(one, "partners", notes),
            bsn=read_bsn(one, notes),
            started=read_date(started, notes, "partners.aangaanHuwelijkPartnerschap.datum"),
            ended=read_date(ended.get("datum"), notes, "partners.ontbinding.datum") if ended else None,
            under_investigation=_investigated(one),
        )


def _related(data: Json, where: str, kind: RelationKind, notes: Notes) -> Iterator[RelatedPerson]:
    for one in parts(data, where):
        yield RelatedPerson(
            kind=kind,
            name=read_name(one),
            birth=_birth(one, where, notes),
            bsn=read_bsn(one, notes),
            parent_number=text(one, "ouderAanduiding"),
            under_investigation=_investigated(one),
        )


def _name_partner(partners: tuple[RelatedPerson, ...]) -> PersonName | None:
    present = [one for one in partners if one.kind is RelationKind.PARTNER] or list(partners)
    return present[0].name if present else None


def _birth(data: Json, where: str, notes: Notes) -> PartialDate:
    return read_date(part(data, "geboorte").get("datum"), notes, f"{where}.geboorte.datum")


def _death(data: Json, notes: Notes) -> PartialDate | None:
    death = part(data, "overlijden")
    return read_date(death.get("datum"), notes, "overlijden.datum") if death else None


def _suspended(data: Json) -> str:
    return text(part(part(data, "opschortingBijhouding"), "reden"), "code")


def _investigated(data: Json) -> bool:
    return bool(data.get("inOnderzoek"))
