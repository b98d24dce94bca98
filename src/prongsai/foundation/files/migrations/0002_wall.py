"""Close the evidence of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where the database has it."""

    dependencies = [("files", "0001_stored_files")]
    operations = [wall("files_storedfile")]
