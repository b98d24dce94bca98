"""Close the year of each agency to the others, and keep what was saved as it was saved."""

from django.db import migrations

from prongsai.foundation.agencies.walls import frozen, wall


class Migration(migrations.Migration):
    """Set up row-level security where there is one, and the triggers of what never changes."""

    dependencies = [("cycles", "0001_years_and_results")]
    operations = [
        wall(
            "cycles_cycle",
            "cycles_cycledate",
            "cycles_charge",
            "cycles_resultset",
            "cycles_resultvalue",
        ),
        frozen("cycles_editionversion", "cycles_resultset", "cycles_resultvalue"),
    ]
