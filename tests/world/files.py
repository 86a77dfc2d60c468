"""Files of the generated world: each with words in its name, in its title and inside."""

from naast.actions.choice import Choice
from naast.actions.files import Upload, add_file, replace_file
from tests import made_files

from .making import World
from .oracle import Told


def add_files(world: World) -> None:
    """In every fourth household: a text for one person, a letter told in confidence, a page, a photo, and own ones.

    Of a photo nobody could search what is in it: it stays with the team (and the resident who added it), whatever
    circle is chosen.
    """
    for home in list(world.facts.homes)[1::4]:
        born = sorted(world.facts.living[home])
        one = born[0]
        _text(world, home, one)
        for made, ending in ((_letter, "docx"), (made_files.pdf, "pdf")):
            inside = world.word()
            told = _file(world, home, made(f"Hier staat {inside} in."), ending, one, [])
            told.also = (inside,)
        _file(world, home, made_files.photo("PNG"), "png", None, born, team_only=True)
        _own(world, home, one, born)


def _text(world: World, home: str, one: str) -> None:
    """A text, and a new version of it: each with its own words, in one circle."""
    inside = world.word()
    told = _file(world, home, f"Een briefje met {inside}.".encode(), "txt", one, [one])
    told.also = (inside,)
    word, inside = world.word(), world.word()
    fixed = world.facts.team[home][0][0]
    upload = Upload(_name(world, "txt"), f"Nu met {inside}.".encode(), f"Het briefje {word} opnieuw")
    entry = replace_file(viewer=world.viewer(fixed, "staff"), entry=told.entry, upload=upload)
    new = world.note(home, "file", {fixed, one}, [one], entry, word)
    new.also = (inside,)


def _own(world: World, home: str, one: str, born: list[str]) -> None:
    """What a resident adds: a text for everybody at home, about them, and a drawing, whatever circle they choose."""
    inside = world.word()
    for data, ending, readers in (
        (f"Ik schreef {inside}.".encode(), "txt", born),
        (made_files.photo("PNG"), "png", [one]),
    ):
        word = world.word()
        upload = Upload(
            _name(world, ending),
            data,
            f"Mijn stuk {word}",
            about=tuple(world.facts.ids[human] for human in born if human != one and ending == "txt"),
        )
        entry = add_file(
            viewer=world.viewer(one, "resident"),
            dossier=world.facts.homes[home],
            upload=upload,
            circle=Choice(tuple(world.facts.ids[human] for human in born)),
        )
        names = set(born) if ending == "txt" else {one}
        told = world.note(home, "file", names, readers, entry, word)
        told.also = (inside,) if ending == "txt" else ()
        if ending == "txt":
            _own_again(world, home, one, told)


def _own_again(world: World, home: str, one: str, old: Told) -> None:
    """A newer own file, of which nobody can search the picture: it stays with who added it and the team."""
    word = world.word()
    upload = Upload(_name(world, "png"), made_files.photo("PNG"), f"Mijn stuk {word} opnieuw")
    entry = replace_file(viewer=world.viewer(one, "resident"), entry=old.entry, upload=upload)
    world.note(home, "file", old.names, [one], entry, word)


def _letter(words: str) -> bytes:
    return made_files.docx(f'<w:p xmlns:w="{made_files.W}"><w:r><w:t>{words}</w:t></w:r></w:p>')


def _name(world: World, ending: str) -> str:
    """A name from outside, with a word that nobody is ever to see."""
    word = world.word()
    world.facts.never.add(word)
    return f"{word}.{ending}"


def _file(
    world: World,
    home: str,
    data: bytes,
    ending: str,
    giver: str | None,
    readers: list[str],
    *,
    team_only: bool = False,
) -> Told:
    fixed = world.facts.team[home][0][0]
    word = world.word()
    upload = Upload(
        _name(world, ending),
        data,
        f"Het stuk {word}",
        teller=world.facts.ids[giver] if giver else None,
    )
    entry = add_file(
        viewer=world.viewer(fixed, "staff"),
        dossier=world.facts.homes[home],
        upload=upload,
        circle=Choice(tuple(world.facts.ids[human] for human in readers)),
    )
    reading = [] if team_only else [*readers, *([giver] if giver else [])]
    return world.note(home, "file", {fixed, giver or fixed}, reading, entry, word)
