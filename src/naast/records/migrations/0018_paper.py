"""Paper of the plan that was given out: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0017_session"),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
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
                ("sheet", models.CharField(max_length=12)),
                ("version", models.DateTimeField(null=True)),
                ("state", models.CharField(max_length=12)),
                ("since", models.DateField(null=True)),
            ],
            options={
                "db_table": "h_paper",
            },
        ),
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
                    ("paper", "Paper"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="entryperson",
            name="role",
            field=models.CharField(
                choices=[
                    ("teller", "Teller"),
                    ("writer", "Writer"),
                    ("about", "About"),
                    ("present", "Present"),
                    ("does", "Does"),
                    ("watches", "Watches"),
                    ("decides", "Decides"),
                    ("given_to", "Given To"),
                ],
                max_length=8,
            ),
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_paper"), migrations.RunPython.noop),
    ]
