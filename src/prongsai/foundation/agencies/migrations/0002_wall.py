"""Close the units of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where the database has it."""

    dependencies = [("agencies", "0001_agencies_and_units")]
    operations = [wall("agencies_unit")]
