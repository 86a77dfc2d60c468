"""What people decided, such as the phase: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0013_calendar_feed"),
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
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("about", models.CharField(max_length=12)),
                ("phase", models.CharField(max_length=12)),
                ("since", models.DateField()),
                ("by", models.JSONField(default=list)),
                ("views", models.JSONField(default=list)),
            ],
            options={
                "db_table": "h_decision",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_decision"), migrations.RunPython.noop),
    ]
