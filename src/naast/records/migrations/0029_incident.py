"""Something that happened and was not safe, as one person tells it; and decisions about whether that counts."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0028_situation"),
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
                    ("incident", "Incident"),
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
                    ("harmed", "Harmed"),
                    ("harms", "Harms"),
                    ("saw", "Saw"),
                    ("first", "First"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="phase",
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name="decision",
            name="result",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.CreateModel(
            name="Incident",
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
                ("source", models.CharField(max_length=12)),
                ("done", models.TextField(blank=True)),
                ("effects", models.JSONField(default=list)),
            ],
            options={
                "db_table": "h_incident",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_incident"), migrations.RunPython.noop),
    ]
