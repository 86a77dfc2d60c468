"""Somebody was asked for a role: a kind of entry; and of a role that is held there is one row at once."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0022_oversight"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
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
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("staff", "Staff"),
                            ("resident", "Resident"),
                            ("partner", "Partner"),
                            ("privacy", "Privacy"),
                        ],
                        max_length=8,
                    ),
                ),
                ("role", models.CharField(max_length=24)),
                ("state", models.CharField(max_length=12)),
                ("stays", models.BooleanField(default=True)),
                ("views", models.JSONField(default=list)),
                ("answered", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "db_table": "h_proposal",
            },
        ),
        migrations.AddField(
            model_name="involvement",
            name="held_in",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.dossier",
            ),
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
                    ("emergency", "Emergency"),
                    ("consent", "Consent"),
                    ("sharing", "Sharing"),
                    ("proposal", "Proposal"),
                    ("oversight", "Oversight"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("held_in__isnull", False)),
                fields=("held_in", "role"),
                name="role_held_once",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
            ),
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_proposal"), migrations.RunPython.noop),
    ]
