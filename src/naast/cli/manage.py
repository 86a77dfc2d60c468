"""Run one of Django's own commands: ./naast manage makemigrations, shell, check --deploy ..."""

from .places import start_django


def main(argv: list[str]) -> int:
    """Pass the rest of the line to Django."""
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./naast manage", *argv])
    return 0
