"""What the privacy officer says of what was opened or shared, and indexes for what they look at."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0021_sharing"),
    ]

    operations = [
        migrations.CreateModel(
            name="Oversight",
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
                ("result", models.CharField(max_length=12)),
                ("answer_by", models.DateField(blank=True, null=True)),
            ],
            options={
                "db_table": "h_oversight",
            },
        ),
        migrations.AlterField(
            model_name="account",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("staff", "Staff"),
                    ("resident", "Resident"),
                    ("partner", "Partner"),
                    ("privacy", "Privacy"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="circlerow",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("staff", "Staff"),
                    ("resident", "Resident"),
                    ("partner", "Partner"),
                    ("privacy", "Privacy"),
                ],
                max_length=8,
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
                    ("oversight", "Oversight"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="involvement",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("staff", "Staff"),
                    ("resident", "Resident"),
                    ("partner", "Partner"),
                    ("privacy", "Privacy"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="share",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("staff", "Staff"),
                    ("resident", "Resident"),
                    ("partner", "Partner"),
                    ("privacy", "Privacy"),
                ],
                max_length=8,
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("kind__in", ("opening", "emergency", "sharing"))),
                fields=["confirmed_at"],
                name="entry_overseen",
            ),
        ),
        migrations.AddIndex(
            model_name="traceline",
            index=models.Index(fields=["at"], name="trace_at"),
        ),
        migrations.AddIndex(
            model_name="traceline",
            index=models.Index(fields=["account_id", "at"], name="trace_account_at"),
        ),
        migrations.AddIndex(
            model_name="traceline",
            index=models.Index(fields=["act", "at"], name="trace_act_at"),
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_oversight"), migrations.RunPython.noop),
    ]
