"""What went outside its circle, to whom and why: a kind of entry, and a tie to what it gives."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0020_consent"),
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
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="link",
            name="tie",
            field=models.CharField(
                choices=[
                    ("replaces", "Replaces"),
                    ("answers", "Answers"),
                    ("same_moment", "Same Moment"),
                    ("part_of", "Part Of"),
                    ("rests_on", "Rests On"),
                    ("cites", "Cites"),
                    ("meets", "Meets"),
                    ("shares", "Shares"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="Sharing",
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
                ("organisation", models.CharField(blank=True, max_length=120)),
                ("way", models.CharField(max_length=12)),
                ("ground", models.CharField(max_length=12)),
                ("edition", models.CharField(max_length=12)),
                ("purpose", models.TextField()),
                ("need", models.TextField(blank=True)),
                ("lighter", models.TextField(blank=True)),
                ("told_on", models.DateField(blank=True, null=True)),
                ("not_told", models.TextField(blank=True)),
                ("look_on", models.DateField(blank=True, null=True)),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField(blank=True, null=True)),
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
                "db_table": "h_sharing",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_sharing"), migrations.RunPython.noop),
    ]
