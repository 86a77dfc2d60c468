"""One BSN may stand with two persons: whether they are one is asked in the dossier that knew them first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0002_doors")]
    operations = [
        migrations.AlterField(
            model_name="person",
            name="bsn_hash",
            field=models.CharField(blank=True, db_index=True, max_length=64, null=True),
        )
    ]
