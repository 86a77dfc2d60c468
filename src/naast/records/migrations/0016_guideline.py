"""What stands in one of the seven parts of the plan: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0015_plan_part"),
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
                    ("review", "Review"),
                    ("score", "Score"),
                    ("factor", "Factor"),
                    ("condition", "Condition"),
                    ("appointment", "Appointment"),
                    ("supporter", "Supporter"),
                    ("decision", "Decision"),
                    ("plan_part", "Plan Part"),
                    ("guideline", "Guideline"),
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="GuidelinePart",
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
                ("part", models.CharField(max_length=24)),
                ("needed", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "h_guideline",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_guideline"), migrations.RunPython.noop),
    ]
