"""What the plan says of one unsafe situation, part by part."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0014_decision"),
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
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="PlanPart",
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
                ("sort", models.CharField(max_length=8)),
                ("when", models.CharField(blank=True, max_length=240)),
                ("reach", models.CharField(blank=True, max_length=240)),
                ("ends", models.DateField(blank=True, null=True)),
                (
                    "situation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.entry"
                    ),
                ),
            ],
            options={
                "db_table": "h_plan_part",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_plan_part"), migrations.RunPython.noop),
    ]
