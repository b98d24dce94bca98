"""Close the notices of each agency to the others."""

from django.db import migrations

from prongsai.foundation.agencies.walls import wall


class Migration(migrations.Migration):
    """Set up row-level security where the database has it."""

    dependencies = [("notices", "0001_notices")]
    operations = [
        wall(
            "notices_reminder",
            "notices_notice",
            "notices_mail",
            "notices_switchedoff",
            "notices_holiday",
        )
    ]
