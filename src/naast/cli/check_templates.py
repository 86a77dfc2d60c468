"""Every template compiles, so that a misspelt tag is found before somebody opens the page."""

from .places import CHECKOUT, PACKAGE, start_django


def problems() -> list[str]:
    """One line per template that does not compile."""
    start_django()
    from django.template import Engine, TemplateSyntaxError, engines

    engine: Engine = engines["django"].engine  # type: ignore[attr-defined]
    wrong: list[str] = []
    for path in sorted(PACKAGE.rglob("*.html")):
        inside = path.parts.index("templates") + 1 if "templates" in path.parts else len(PACKAGE.parts)
        try:
            engine.get_template("/".join(path.parts[inside:]))
        except (TemplateSyntaxError, ValueError) as error:
            wrong.append(f"{path.relative_to(CHECKOUT)}: {error}")
    return wrong
