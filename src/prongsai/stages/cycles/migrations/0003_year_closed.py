"""Let a year be closed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add when a year was closed."""

    dependencies = [("cycles", "0002_walls")]
    operations = [
        migrations.AddField("cycle", "closed_at", models.DateTimeField(blank=True, null=True)),
    ]
