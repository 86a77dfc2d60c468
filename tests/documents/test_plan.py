"""The plan as a PDF: read aloud in order, with words as they were typed, and a name that tells nobody whose it is."""

from collections import Counter

import pytest
from tests import pdf

from naast.access.plan_page import PlanPage, Written
from naast.content.help_lines import help_lines
from naast.documents.plan import cards, for_children, plan
from naast.documents.press import Paper

from . import pages


def paper(page: PlanPage) -> Paper:
    return plan(page)


def text(page: PlanPage) -> str:
    return "\n".join(pdf.pages(paper(page).content))


def body(page: PlanPage) -> str:
    """The text of all pages without what stands at their foot."""
    return "".join(one.rpartition("Voor Karim, Noa en Samira.")[0] for one in pdf.pages(paper(page).content))


def bare(text: str) -> str:
    """Without spaces, the ends of lines and the places where a word may be broken."""
    return "".join(text.replace("\u200b", "").split())


FULL = pages.page(
    pages.situation(
        "Als het ophalen te lang duurt", pages.agreed(childrens_words="Papa belt eerst."), quoted=True
    ),
    pages.situation("Als het geld op is", pages.agreed("De huur gaat op de eerste weg.")),
    loose=(pages.agreed("Oma past op zondag op."),),
)


def test_headings_tables_and_lists_are_tagged_as_what_they_are() -> None:
    tags = pdf.tags(paper(FULL).content)
    roles = Counter(tag.role for tag in tags)
    assert [tag.told["/T"] for tag in tags if tag.role == "H1"] == ["Ons veiligheidsplan"]
    assert (roles["H2"], roles["H3"]) == (4, 3)  # two situations, other agreements, whom to phone; agreements
    assert (roles["Table"], roles["TR"], roles["TH"], roles["TD"]) == (3, 6, 9, 9)
    assert {tag.told["/A"][0]["/Scope"] for tag in tags if tag.role == "TH"} == {"/Column"}
    assert roles["LI"] == len(help_lines("adult"))


def test_it_is_read_aloud_in_the_order_in_which_it_stands() -> None:
    """Seen red with the day to look again floated to the foot of the page."""
    drawn = pdf.drawn(paper(FULL).content)
    assert drawn == sorted(drawn)
    order = [
        "Ons veiligheidsplan",
        "“Als het ophalen te lang duurt”",
        "Karim belt eerst",
        "Wie doet het",
        "Als het geld",
    ]
    order += ["De huur", "Andere afspraken", "Oma past", "Direct bellen"]
    places = [text(FULL).index(one) for one in order]
    assert places == sorted(places)


def test_it_names_its_language_and_says_that_it_can_be_read_aloud() -> None:
    reader = pdf.opened(paper(FULL).content)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert "<pdfuaid:part>1</pdfuaid:part>" in "".join(pdf.strings(paper(FULL).content))


def test_its_name_title_and_other_data_tell_nobody_whose_it_is() -> None:
    made = paper(FULL)
    assert (made.name, pdf.title(made.content)) == ("afspraken.pdf", "Afspraken")
    info = pdf.opened(made.content).metadata
    assert info is not None
    assert set(info) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    [about] = [one for one in pdf.strings(made.content) if "xmpmeta" in one]
    for name in ("Karim", "Samira", "Noa", "ophalen"):
        assert name not in about + repr(made)


def test_every_page_says_for_whom_it_is_how_new_it_is_and_whom_to_phone() -> None:
    long = pages.page(*(pages.situation(f"Situatie {n}", pages.agreed(f"Afspraak {n}")) for n in range(12)))
    found = pdf.pages(paper(long).content)
    assert len(found) > 2
    for number, one in enumerate(found, 1):
        assert "Voor Karim, Noa en Samira. Zoals afgesproken op 3 november 2026, 16.10 uur." in one
        assert "Afgedrukt op 25 november 2026." in one
        assert "112 nu in gevaar" in one
        assert f"Bladzijde {number} van {len(found)}" in one


def test_an_agreement_is_not_broken_over_two_pages() -> None:
    """Seen red with `together` left out."""
    many = [
        pages.agreed(f"Afspraak {n}.", fallback=f"Anders {n}. " + "Wij bellen. " * 40) for n in range(10, 24)
    ]
    found = pdf.pages(paper(pages.page(pages.situation("Steeds", *many))).content)
    for n in range(10, 24):
        [at] = [place for place, one in enumerate(found) if f"Afspraak {n}." in one]
        assert f"Anders {n}." in found[at]
        assert "Wij bellen" not in found[at].split("\n")[0]


@pytest.mark.parametrize(
    "typed",
    [
        '#let x = 1; #read("plan.typ") $a^2$ *vet* _schuin_ `c` @wie <label> \\ \\u{41} // weg /* weg */ = kop - punt',
        "'enkel' \"dubbel\" ’ „ ” – — ~ \u00a0 & < > ; %",
        "Regel een.\r\nRegel twee.\n\nRegel\tvier.",
        "Łucja, Ştefan, Željko en Дмитро",
        "a" * 5000,
        "schuldhulpverleningstrajectbegeleidersoverleg " * 30,
        "Woorden. " * 1000,
        "[" * 300 + "{" * 300 + "#" * 300,
    ],
)
def test_what_was_typed_is_printed_as_it_was_typed(typed: str) -> None:
    page = pages.page(
        pages.situation(typed, pages.agreed(typed, fallback=typed, childrens_words=typed), quoted=True)
    )
    assert bare(body(page)).count(bare(typed)) == 4


def test_names_written_from_right_to_left_are_printed() -> None:
    name = pages.face("مريم", 7)
    found = text(pages.page(pages.situation("Steeds", pages.agreed(does=(name,))), everyone=(name,)))
    assert "مريم" in found


@pytest.mark.parametrize("sign", ["👍🏽", "ሰላም", "\x01\x0b", "\ufeff", "\u202eom", "\ud800", "\ufffe"])
def test_a_sign_that_can_not_be_printed_takes_nothing_else_away(sign: str) -> None:
    found = text(pages.page(pages.situation("Steeds", pages.agreed(f"Voor {sign} en na."))))
    assert "Voor " in found
    assert "Dan gaat hij weer naar huis." in found


def test_a_plan_with_nothing_in_it_says_so() -> None:
    assert "Er is nog niets dat iedereen in het plan mag lezen." in text(pages.page())


def test_conditions_stand_with_their_situation_and_before_the_other_agreements() -> None:
    """In words, with who set them; that no agreement meets one is not for paper."""
    page = pages.page(
        pages.situation("Als het te lang duurt", conditions=(pages.condition("Geen ruzie.", gap=True),)),
        loose=(pages.agreed("Oma past op zondag op."),),
        conditions=(pages.condition("Niemand drinkt."),),
    )
    printed = text(page)
    places = [printed.index(w) for w in ("te lang", "Geen ruzie.", "nodig is", "Niemand drinkt.", "Oma past")]
    assert places == sorted(places)
    assert "Voorwaarde van Veilig Thuis, vanaf 2 november 2026" in printed
    assert "Mia" not in printed
    assert "afspraak over" not in printed
    other = (for_children(page), cards(page, [pages.SAMIRA]))
    assert not any("Niemand drinkt." in one for made in other for one in pdf.pages(made.content))


def test_the_parts_of_a_situation_stand_first_and_by_what_they_are() -> None:
    parts = (
        pages.part("call", "Mijn zus", reach="06-98765432"),
        pages.part("sign", "Hij praat zachter."),
        pages.part("does", "Noa telt auto's", when="bij de auto"),
    )
    page = pages.page(pages.situation("Als het te lang duurt", pages.agreed(), parts=parts))
    printed = text(page)
    said = ["Eerste signalen", "Hij praat zachter.", "Wat ieder doet", "Noa telt auto's, bij de auto"]
    said += ["Wie je belt", "Mijn zus: 06-98765432", "Karim belt eerst"]
    places = [printed.index(words) for words in said]
    assert places == sorted(places)
    other = (for_children(page), cards(page, [pages.SAMIRA]))
    assert not any("06-98765432" in one for made in other for one in pdf.pages(made.content))


def test_the_same_plan_at_the_same_moment_has_the_same_bytes() -> None:
    later = pages.page(pages.situation("Steeds", pages.agreed()))
    assert paper(FULL).content == paper(FULL).content
    assert paper(FULL).content != paper(later).content


def test_the_children_s_page_holds_their_words_and_nothing_else_of_the_plan() -> None:
    made = for_children(FULL)
    found = "".join(pdf.pages(made.content))
    assert (made.name, pdf.title(made.content)) == ("afspraken-kinderen.pdf", "Afspraken")
    assert "Papa belt eerst." in found
    assert "0800-0432 De Kindertelefoon, gratis" in found
    for not_theirs in ("ophalen", "Karim belt eerst", "huur", "Oma past"):
        assert not_theirs not in found
    assert "Er staan nog geen woorden voor kinderen" in "".join(pdf.pages(for_children(pages.page()).content))


def test_a_card_holds_the_agreements_in_which_somebody_stands_and_whom_to_phone() -> None:
    mine = pages.agreed("Oma past op zondag op.", does=(pages.NOA,), watches=(pages.KARIM, pages.NOA))
    page = pages.page(pages.situation("Als het geld op is", pages.agreed("De huur gaat weg.")), loose=(mine,))
    made = cards(page, [pages.NOA])
    [found] = pdf.pages(made.content)
    card = found.partition("Kaartje voor Noa")[2].partition("Voor Karim, Noa en Samira.")[0]
    assert (made.name, pdf.title(made.content)) == ("kaartje.pdf", "Afspraken")
    for said in (
        "112 nu in gevaar",
        "Oma past op zondag op.",
        "Zoals afgesproken op 3 november 2026",
    ):
        assert said in card
    for not_hers in ("huur", "Samira", "Als het geld", "Karim"):  # who watches is not named as whom to phone
        assert not_hers not in card


def test_what_does_not_fit_on_a_card_is_left_to_the_plan() -> None:
    """Seen red with all of it taken: it ran off the card."""
    many = tuple(pages.agreed(f"Afspraak {n}. " + "Wij bellen. " * (n % 9)) for n in range(10, 40))
    found = pdf.pages(cards(pages.page(loose=many), [pages.KARIM, pages.SAMIRA]).content)
    assert len(found) == 1
    assert found[0].count("Er staat meer in het plan.") == 2
    assert 2 <= found[0].count("Afspraak 1") < 20


@pytest.mark.parametrize("made", [for_children(FULL), cards(FULL, FULL.everyone)], ids=["children", "cards"])
def test_the_other_sheets_can_be_read_aloud_too(made: Paper) -> None:
    drawn = pdf.drawn(made.content)
    assert drawn == sorted(drawn)
    assert "<pdfuaid:part>1</pdfuaid:part>" in "".join(pdf.strings(made.content))
    assert [tag.role for tag in pdf.tags(made.content)].count("H1") == 1
    [found] = pdf.pages(made.content)
    assert "Bladzijde 1 van 1" in found
    assert found.count("Voor Karim, Noa en Samira.") == 2  # in the text as well: a foot is not read aloud


@pytest.mark.parametrize("typed", ["#let x = 1 $a$ *b* @c <l> \\", "a" * 5000, "Woorden. " * 1000])
def test_the_other_sheets_print_what_was_typed_as_well(typed: str) -> None:
    name = pages.face(typed[:100], 7)
    one = pages.agreed(typed, does=(name,), watches=(name,), childrens_words=typed)
    page = pages.page(pages.situation(typed, one), everyone=(name,))
    shown = "".join(text.rpartition("Voor")[0] for text in pdf.pages(for_children(page).content))
    assert bare(typed) in bare(shown)
    assert bare(typed[:100]) in bare("".join(pdf.pages(cards(page, [name, pages.KARIM]).content)))


def test_the_seven_parts_stand_on_it_with_their_source_where_something_is_written_in_one() -> None:
    goal = Written(pages.line("Noa slaapt weer door.", "guideline"), "goals", True)
    none = Written(pages.line("Samira heeft al een therapeut.", "guideline"), "treatment", False)
    told = bare(text(pages.page(written=(goal, none))))
    for said in (
        "Doelen van de hulp: ingevuld",
        "Noa slaapt weer door.",
        "Behandeling: niet nodig",
        "Samen terugkijken: hier staat niets",
        "Richtlijn Kindermishandeling, naar Ten Berge e.a. (2012).",
    ):
        assert bare(said) in told, said
    assert "Richtlijn" not in text(FULL)
