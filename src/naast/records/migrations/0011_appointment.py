"""When people meet: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0010_condition"),
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
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Appointment",
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
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("place", models.CharField(blank=True, max_length=400)),
                ("place_guarded", models.BooleanField(default=False)),
                ("cancelled", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True)),
            ],
            options={
                "db_table": "h_appointment",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="appointment_ends_later"
                    )
                ],
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_appointment"), migrations.RunPython.noop),
    ]
