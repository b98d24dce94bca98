"""What an agency has announced is called so in the database too; its walls go with the table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Rename the table and its constraint."""

    dependencies = [
        ("cycles", "0006_files_of_results"),
    ]

    operations = [
        migrations.RenameModel("Published", "Announcement"),
        migrations.RemoveConstraint("announcement", "published_year_once"),
        migrations.AddConstraint(
            "announcement",
            models.UniqueConstraint(fields=("agency", "fiscal_year"), name="year_announced_once"),
        ),
    ]
