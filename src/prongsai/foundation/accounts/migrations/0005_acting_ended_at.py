"""Acting posts that are ended before their time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add when a post was ended."""

    dependencies = [("accounts", "0004_wall_of_tokens")]

    operations = [
        migrations.AddField(
            model_name="acting",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
