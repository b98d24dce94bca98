"""The order of the tree of units, kept where it is read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Let a page of a long tree be read without sorting all of it."""

    dependencies = [("agencies", "0003_who_must_have_a_second_factor")]

    operations = [
        migrations.AddIndex(
            model_name="unit",
            index=models.Index(
                fields=["agency", "parent", "place", "id"], name="unit_in_its_place"
            ),
        ),
    ]
