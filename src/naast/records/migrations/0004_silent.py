"""What the address guard holds is withheld without a word to the writer, so it has to be told from the rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_bsn_hash")]
    operations = [
        migrations.AddField(
            model_name="withheld",
            name="silent",
            field=models.BooleanField(default=False),
        )
    ]
