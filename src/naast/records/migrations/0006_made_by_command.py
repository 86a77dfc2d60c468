"""The first lead of a team is invited by a command on the server: no account makes that link."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0005_same_person")]
    operations = [
        migrations.AlterField(
            model_name="signinlink",
            name="made_by",
            field=models.ForeignKey(
                null=True, on_delete=models.PROTECT, related_name="+", to="records.account"
            ),
        )
    ]
