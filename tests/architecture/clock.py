"""Who reads the clock."""

import ast
from collections.abc import Iterator

from .source import calls

READS_THE_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
}
WITH_A_MOMENT = {
    "timezone.localdate",
    "timezone.localtime",
}  # with an argument they convert and read no clock


def reads(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, call) of every look at the clock; a stop-watch (`monotonic`) is no clock."""
    with_arguments = {
        node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and (node.args or node.keywords)
    }
    for line, name in calls(tree):
        last_two = ".".join(name.split(".")[-2:])
        if last_two in READS_THE_CLOCK and not (last_two in WITH_A_MOMENT and line in with_arguments):
            yield line, last_two
