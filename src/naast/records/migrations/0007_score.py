"""How safe it is now, by one person on one day: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0006_made_by_command"),
    ]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="kind",
            field=models.CharField(
                choices=[
                    ("contact", "Contact"),
                    ("passage", "Passage"),
                    ("statement", "Statement"),
                    ("answer", "Answer"),
                    ("moment", "Moment"),
                    ("file", "File"),
                    ("question", "Question"),
                    ("membership", "Membership"),
                    ("relation", "Relation"),
                    ("authority", "Authority"),
                    ("involvement", "Involvement"),
                    ("contact_data", "Contact Data"),
                    ("opening", "Opening"),
                    ("withholding", "Withholding"),
                    ("notice", "Notice"),
                    ("situation", "Situation"),
                    ("agreement", "Agreement"),
                    ("position", "Position"),
                    ("evaluation", "Evaluation"),
                    ("score", "Score"),
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Score",
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
                ("answer", models.CharField(max_length=12)),
                ("value", models.PositiveSmallIntegerField(null=True)),
                ("higher", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
            ],
            options={
                "db_table": "h_score",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer__in", ("number", "picture")), ("value__range", (0, 10))),
                            models.Q(("answer__in", ("no_number", "not_asked")), ("value", None)),
                            _connector="OR",
                        ),
                        name="score_has_value",
                    )
                ],
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_score"), migrations.RunPython.noop),
    ]
