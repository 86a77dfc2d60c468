"""Questions to the fixed face in the generated world, answered in the asker's circle and in a smaller one."""

from naast.actions import entries
from naast.actions.choice import Choice
from naast.actions.questions import ask

from .making import World


def ask_questions(world: World) -> None:
    """In every fifth household: one's own question with answers, one of these noted for who asked, and a question that
    the worker notes for another."""
    for home in list(world.facts.homes)[2::5]:
        born = sorted(world.facts.living[home])
        one, fixed = born[0], world.facts.team[home][0][0]
        dossier = world.facts.homes[home]
        word = world.word()
        viewer = world.viewer(one, "resident")
        asked = ask(viewer=viewer, dossier=dossier, words=f"Mag ik {word} vragen?")
        world.note(home, "question", {one}, [one], asked, word)
        word = world.word()
        viewer = world.viewer(fixed, "staff")
        answer = entries.answer(viewer=viewer, entry=asked, words=f"Ja hoor, {word}.")
        world.note(home, "answer", {fixed}, [one], answer, word)
        word = world.word()
        viewer = world.viewer(fixed, "staff")
        among = entries.answer(viewer=viewer, entry=asked, words=f"Voor ons: {word}.", choice=Choice())
        world.note(home, "answer", {fixed}, [], among, word)
        word = world.word()
        viewer = world.viewer(fixed, "staff")
        for_them = entries.answer(
            viewer=viewer,
            entry=asked,
            words=f"Liever {word}.",
            person=world.facts.ids[one],
            how="asked_alone",
        )
        world.note(home, "answer", {fixed, one}, [one], for_them, word)
        if len(born) > 1:
            word = world.word()
            viewer, person = world.viewer(fixed, "staff"), world.facts.ids[born[1]]
            for_another = ask(
                viewer=viewer, dossier=dossier, words=f"En {word} dan?", person=person, how="asked_alone"
            )
            world.note(home, "question", {fixed, born[1]}, [born[1]], for_another, word)
