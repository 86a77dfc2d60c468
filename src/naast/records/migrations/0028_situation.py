"""Which kinds of unsafety the team sees in an unsafe situation. Older situations have no row, and so no kinds."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0027_experts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Situation",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="%(class)s",
                        serialize=False,
                        to="records.entry",
                    ),
                ),
                ("kinds", models.JSONField(default=list)),
                ("said", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "h_situation",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_situation"), migrations.RunPython.noop),
    ]
