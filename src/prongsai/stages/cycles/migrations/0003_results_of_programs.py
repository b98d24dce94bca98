"""Results may come from a program, through the API."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Name the new source."""

    dependencies = [
        ("cycles", "0002_walls"),
    ]

    operations = [
        migrations.AlterField(
            model_name="resultset",
            name="source",
            field=models.CharField(
                choices=[
                    ("typed", "typed in"),
                    ("file", "from a file"),
                    ("document", "from a document"),
                    ("restored", "restored"),
                    ("program", "from a program"),
                ],
                max_length=10,
            ),
        ),
    ]
