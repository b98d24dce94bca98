"""Close the measures of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where there is one."""

    dependencies = [("improvement", "0001_measures")]
    operations = [wall("improvement_measure", "improvement_supportingunit")]
