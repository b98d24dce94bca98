"""Close the jobs of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where the database has it."""

    dependencies = [("jobs", "0001_jobs")]
    operations = [wall("jobs_job")]
