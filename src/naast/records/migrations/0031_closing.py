"""Of a decision about the phase: what people say of each criterion of what it closes, and whether it opens beside."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0030_factor_views"),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="criteria",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="decision",
            name="beside",
            field=models.BooleanField(default=False),
        ),
    ]
