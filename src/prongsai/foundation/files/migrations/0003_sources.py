"""A file from which results were read stays."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Mark such files, and let the database hold that none is removed."""

    dependencies = [("files", "0002_wall")]

    operations = [
        migrations.AddField(
            model_name="storedfile",
            name="is_source",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="storedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_source", False), ("removed_at__isnull", True), _connector="OR"
                ),
                name="stored_file_source_stays",
            ),
        ),
    ]
