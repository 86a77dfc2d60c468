"""A question that several people answer together, and its parts: kinds of entry of their own."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0025_advice"),
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
                    ("sharing", "Sharing"),
                    ("proposal", "Proposal"),
                    ("apart", "Apart"),
                    ("oversight", "Oversight"),
                    ("advice", "Advice"),
                    ("matter", "Matter"),
                    ("matter_part", "Matter Part"),
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
                    ("belongs", "Belongs"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="MatterPart",
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
                ("sort", models.CharField(max_length=12)),
                ("result", models.CharField(blank=True, max_length=12)),
                (
                    "beside",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.entry",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.entry"
                    ),
                ),
                (
                    "person",
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
                "db_table": "h_matter_part",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_matter_part"), migrations.RunPython.noop),
    ]
