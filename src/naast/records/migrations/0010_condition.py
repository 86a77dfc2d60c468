"""A safety condition, and that an agreement meets one."""

import django.db.models.deletion
from django.db import migrations, models

from naast.records.row_security import shut


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0009_factor"),
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
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="SafetyCondition",
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
                ("set_by", models.CharField(max_length=120)),
                ("told_by", models.CharField(blank=True, max_length=240)),
                ("starts", models.DateField()),
                ("ends", models.DateField(blank=True, null=True)),
                (
                    "situation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.entry",
                    ),
                ),
            ],
            options={
                "db_table": "h_condition",
            },
        ),
        migrations.RunPython(lambda _, editor: shut(editor, "h_condition"), migrations.RunPython.noop),
    ]
