"""Which expert somebody is beside the fixed face, and in which form they join."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0026_matters"),
    ]

    operations = [
        migrations.AddField(
            model_name="involvement",
            name="expert",
            field=models.CharField(blank=True, max_length=24),
        ),
        migrations.AddField(
            model_name="involvement",
            name="form",
            field=models.CharField(blank=True, max_length=12),
        ),
    ]
