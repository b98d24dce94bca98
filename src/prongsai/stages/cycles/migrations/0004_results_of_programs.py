"""Results may come from a program, through the API, which may send the same request again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Name the new source, and keep what a program calls its request."""

    dependencies = [
        ("agencies", "0002_wall"),
        ("cycles", "0003_year_closed"),
    ]

    operations = [
        migrations.AddField(
            model_name="resultset",
            name="request_key",
            field=models.UUIDField(blank=True, null=True),
        ),
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
        migrations.AddConstraint(
            model_name="resultset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("request_key__isnull", False)),
                fields=("cycle", "request_key"),
                name="result_set_request_once",
            ),
        ),
    ]
