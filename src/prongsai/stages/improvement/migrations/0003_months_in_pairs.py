"""Hold months to pairs: one alone was let through, for NULL is in no range and out of none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Say of both months that they are there."""

    dependencies = [("improvement", "0002_walls")]
    operations = [
        migrations.RemoveConstraint("measure", "measure_months_together"),
        migrations.AddConstraint(
            "measure",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_month__isnull", True), ("last_month__isnull", True)),
                    models.Q(
                        ("first_month__isnull", False),
                        ("first_month__range", (1, 12)),
                        ("last_month__isnull", False),
                        ("last_month__range", (1, 12)),
                    ),
                    _connector="OR",
                ),
                name="measure_months_together",
            ),
        ),
    ]
