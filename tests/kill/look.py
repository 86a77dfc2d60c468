"""Runs as a process of its own with NAAST_DATA set: what stands in the database, and whether it is whole."""

import json
import sys

import django


def main() -> None:
    django.setup()
    from django.db import connections

    from naast.access.doors import upkeep
    from naast.records.models import Entry, EntryPerson, Evaluation, SearchRow, TraceLine

    with upkeep():
        rows = list(Entry.objects.filter(kind="evaluation"))
        ids = {row.id for row in rows}
        whole = (
            ids
            == set(Evaluation.objects.values_list("entry_id", flat=True))
            == set(
                EntryPerson.objects.filter(entry_id__in=ids, role="writer").values_list("entry_id", flat=True)
            )
            == set(SearchRow.objects.filter(entry_id__in=ids).values_list("entry_id", flat=True))
        )
        traced = TraceLine.objects.filter(act="plan evaluation", outcome="done").count()
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            sound = cursor.fetchone() == ("ok",)
    words = [row.words for row in rows]
    sys.stdout.write(json.dumps({"words": words, "whole": whole, "traced": traced, "sound": sound}) + "\n")


if __name__ == "__main__":
    main()
