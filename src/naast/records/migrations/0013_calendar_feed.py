"""The secret address of a worker's calendar: no household data."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import naast.records.base


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0012_supporter"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    naast.records.base.PublicIdField(default=uuid.uuid4, editable=False, unique=True),
                ),
                ("token_hash", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "calendar_feed",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("account",),
                        name="one_feed_an_account",
                    )
                ],
            },
        ),
    ]
