"""Two persons who do not sit together: a kind of entry of its own."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0023_roles"),
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
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Apart",
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
                ("starts", models.DateField()),
                ("look_on", models.DateField()),
                ("ends", models.DateField(blank=True, null=True)),
                ("because", models.TextField(blank=True)),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.person"
                    ),
                ),
            ],
            options={
                "db_table": "h_apart",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_apart"), migrations.RunPython.noop),
    ]
