"""A yes or no to help, or to sharing with a named receiver: a kind of entry."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0019_emergency"),
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
                    ("paper", "Paper"),
                    ("emergency", "Emergency"),
                    ("consent", "Consent"),
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
                    ("receives", "Receives"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Consent",
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
                ("subject", models.CharField(max_length=12)),
                ("answer", models.CharField(max_length=12)),
                ("how", models.CharField(max_length=12)),
                ("weighs", models.CharField(max_length=12)),
                ("purpose", models.TextField()),
                ("organisation", models.CharField(blank=True, max_length=120)),
                ("starts", models.DateField()),
                ("ends", models.DateField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.person",
                    ),
                ),
            ],
            options={
                "db_table": "h_consent",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_consent"), migrations.RunPython.noop),
    ]
